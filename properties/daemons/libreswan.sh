# shellcheck shell=bash disable=SC2154
# libreswan's pluto, from Debian's package of this name. It and strongSwan's cannot be installed together, so this one is
# unpacked into the build folder, with those libraries that are not there. Sourced after lab.sh.

readonly libreswan=$build/libreswan

libreswan_obtain() {
  [ -x "$libreswan/usr/libexec/ipsec/pluto" ] && libreswan_runs && return 0
  command -v apt-get >/dev/null && command -v certutil >/dev/null || libreswan_tools || return 1
  mkdir -p "$libreswan/packages"
  local package
  for package in libreswan libldns3 libevent-pthreads-2.1-7 libunbound8 libcurl3-nss; do
    (cd "$libreswan/packages" && timeout 120 apt-get -qq download "$package") </dev/null >>"$build/libreswan.log" 2>&1 || true
  done
  for package in "$libreswan"/packages/*.deb; do
    [ -f "$package" ] && dpkg -x "$package" "$libreswan"
  done
  libreswan_runs
}

# certutil makes the database of keys that pluto wants.
libreswan_tools() {
  command -v apt-get >/dev/null || return 1
  DEBIAN_FRONTEND=noninteractive timeout 240 apt-get -qq -o DPkg::Lock::Timeout=180 install --yes --no-install-recommends \
    libnss3-tools </dev/null >>"$build/libreswan.log" 2>&1
}

libreswan_libraries() { find "$libreswan/usr/lib" -maxdepth 1 -type d -name '*-linux-*' | paste -sd: -; }
libreswan_runs() { libreswan_tool pluto --version >/dev/null 2>&1; }

libreswan_tool() {
  local tool=$1
  shift
  LD_LIBRARY_PATH=$(libreswan_libraries) "$libreswan/usr/libexec/ipsec/$tool" "$@"
}

libreswan_version() { dpkg-deb -f "$libreswan"/packages/libreswan_*.deb Version; }

# Settings: default; dpd, liveness checks and a new SA wanted (ipsec.conf(5), dpddelay, dpdtimeout, dpdaction);
# fast, also the retransmissions shortened (retransmit-interval in milliseconds, retransmit-timeout).
libreswan_configure() {
  local end=$1 settings=$2 other=alice more=''
  [ "$end" = bob ] || other=bob
  case $settings in
    default) ;;
    dpd) more=$'dpddelay=10\n  dpdtimeout=30\n  dpdaction=restart' ;;
    fast) more=$'dpddelay=2\n  dpdtimeout=8\n  dpdaction=restart\n  retransmit-interval=1000\n  retransmit-timeout=7s' ;;
  esac
  cat >"$work/$end/ipsec.conf" <<END
config setup

conn lab
  left=$(address "$end")
  leftid=@$end.example
  right=$(address "$other")
  rightid=@$other.example
  authby=secret
  ikev2=insist
  leftupdown=%disabled
  auto=ignore
  $more
END
  echo "@$end.example @$other.example : PSK \"$psk\"" >"$work/$end/ipsec.secrets"
  mkdir "$work/$end/nss"
  certutil -N -d "sql:$work/$end/nss" --empty-password
}

# Its helpers are looked for where it was built to find them: this process alone sees them there.
libreswan_start() {
  local end=$1
  mkdir -p "$work/$end/pluto"
  # shellcheck disable=SC2016
  start "$end" daemon env TZ=UTC LD_LIBRARY_PATH="$(libreswan_libraries)" sh -c '
    mount -t tmpfs none /usr/libexec && mkdir /usr/libexec/ipsec && mount --bind "$1" /usr/libexec/ipsec &&
    exec /usr/libexec/ipsec/pluto --nofork --config /run/ipsec.conf --nssdir /run/nss --secretsfile /run/ipsec.secrets \
      --logfile /run/log' - "$libreswan/usr/libexec/ipsec"
  until_true 300 test -S "$work/$end/pluto/pluto.ctl" || return 1
  libreswan_whack "$end" --listen && libreswan_addconn "$end" --config /run/ipsec.conf lab
}

libreswan_whack() {
  local end=$1
  shift
  inside "$end" env LD_LIBRARY_PATH="$(libreswan_libraries)" "$libreswan/usr/libexec/ipsec/whack" "$@" \
    >>"$work/$end.whack.out" 2>&1
}

libreswan_addconn() {
  local end=$1
  shift
  inside "$end" env LD_LIBRARY_PATH="$(libreswan_libraries)" "$libreswan/usr/libexec/ipsec/addconn" "$@" \
    >>"$work/$end.whack.out" 2>&1
}

libreswan_initiate() { libreswan_whack "$1" --name lab --initiate; }

# A log of its, each line with seconds since 1970: it writes the day of a year that it does not say.
libreswan_log() {
  local line stamp
  grep -E '^[A-Z][a-z]{2} [ 0-9]{2} [0-9:.]+: ' "$1" | grep '"lab"' | while IFS= read -r line; do
    stamp=$(TZ=UTC date -d "${line:0:6} $(date -u +%Y) ${line:7:15}" +%s.%6N) || continue
    printf '%s\t%s\n' "$stamp" "${line:24}"
  done
}
