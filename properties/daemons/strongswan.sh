# shellcheck shell=bash disable=SC2154
# strongSwan's charon-systemd with swanctl, from Debian's packages of these names, and the plug-in with its hashes and groups,
# which is in one that they only recommend. Sourced after lab.sh.

strongswan_obtain() {
  command -v charon-systemd >/dev/null && command -v swanctl >/dev/null &&
    [ -f /usr/lib/ipsec/plugins/libstrongswan-openssl.so ] && return 0
  command -v apt-get >/dev/null || return 1
  DEBIAN_FRONTEND=noninteractive timeout 240 apt-get -qq -o DPkg::Lock::Timeout=180 install --yes --no-install-recommends \
    charon-systemd strongswan-swanctl libstrongswan-standard-plugins </dev/null >"$build/strongswan.log" 2>&1
}

# shellcheck disable=SC2016
strongswan_version() { dpkg-query -W -f '${Version}' charon-systemd; }

# Settings: default; dpd, liveness checks and a new SA wanted (swanctl.conf(5), dpd_delay, dpd_action); once, also the
# retransmissions shortened (strongswan.conf(5), IKEv2 RETRANSMISSION: after 1 s, 1.4 s, 1.96 s, and after 2.744 s more it
# gives up); fast, and it asks for the new SA until it has it (swanctl.conf(5), keyingtries).
strongswan_configure() {
  local end=$1 settings=$2 other=alice dpd='' action='' schedule=''
  [ "$end" = bob ] || other=bob
  case $settings in
    default) ;;
    dpd) dpd='dpd_delay = 10s' action='dpd_action = restart' ;;
    once | fast)
      dpd='dpd_delay = 2s' action='dpd_action = restart'
      [ "$settings" = once ] || dpd+=$'\n  keyingtries = 0'
      schedule='retransmit_timeout = 1.0
  retransmit_base = 1.4
  retransmit_tries = 3'
      ;;
  esac
  # The plug-ins are named, because one of Debian's default list exempts the local network from protection.
  cat >"$work/$end/strongswan.conf" <<END
charon-systemd {
  load_modular = no
  load = random nonce openssl aes sha2 hmac kdf gcm curve25519 pem pkcs1 socket-default kernel-netlink vici
  $schedule
  journal { default = -1 }
  filelog { lab { path = /run/log
    time_format = %s
    time_add_ms = yes
    flush_line = yes
    default = 1 } }
}
END
  cat >"$work/$end/swanctl.conf" <<END
connections { lab {
  version = 2
  local_addrs = $(address "$end")
  remote_addrs = $(address "$other")
  $dpd
  local { auth = psk
    id = $end.example }
  remote { auth = psk
    id = $other.example }
  children { lab {
    local_ts = $(address "$end")/32
    remote_ts = $(address "$other")/32
    $action
  } }
} }
secrets { ike-lab { secret = $psk } }
END
}

strongswan_start() {
  local end=$1
  start "$end" daemon env STRONGSWAN_CONF=/run/strongswan.conf charon-systemd
  until_true 300 test -S "$work/$end/charon.vici" || return 1
  inside "$end" swanctl --load-all --file /run/swanctl.conf >"$work/$end.load.out" 2>&1
}

strongswan_initiate() { inside "$1" swanctl --initiate --child lab --timeout 20 >"$work/$1.initiate.out" 2>&1; }

# A log of its, each line with seconds since 1970.
strongswan_log() { sed -nE 's/^([0-9]+\.[0-9]+) +[0-9]+(\[.*)$/\1\t\2/p' "$1"; }
