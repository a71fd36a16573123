# shellcheck shell=bash disable=SC2034
# Two network namespaces joined by a veth pair: Alice, who keeps her SAs, and Bob, who loses his. Sourced by what runs in them.
#
# What is made bears $lab, the process id of the maker, in its name, so that two runs do not meet; it is all removed by
# `dismantle`, by that name and by process id. Whatever a daemon writes goes to $work, because each command sees $work/END
# as its /run: two daemons have the same paths for their sockets, and neither sees those of the machine.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here
readonly build=${SFD_DAEMONS:-$here/../target/daemons}
readonly alice=10.99.0.1 bob=10.99.0.2
readonly psk=laboratory-only-and-protects-nothing
lab=sfd$BASHPID
work=$build/run/$lab
readonly UNAVAILABLE=77   # exit status of what could not be had: skipped, not failed

# Says why this is not run, and leaves.
skip() {
  echo "skipped: $*" >&2
  exit "$UNAVAILABLE"
}

# Everything that the laboratory itself needs, or a skip in words.
require() {
  local tool
  [ "$(id -u)" -eq 0 ] || skip "network namespaces want root"
  for tool in ip tshark dumpcap jq ping dpkg-query; do
    command -v "$tool" >/dev/null || skip "$tool is not installed"
  done
  ip netns add "$lab-try" 2>/dev/null || skip "this kernel or container makes no network namespaces"
  local state=0
  ip -n "$lab-try" xfrm state list >/dev/null 2>&1 || state=1
  ip netns delete "$lab-try"
  [ "$state" -eq 0 ] || skip "this kernel has no XFRM in network namespaces"
}

# The address and the namespace of an end.
address() { if [ "$1" = alice ]; then echo "$alice"; else echo "$bob"; fi; }
namespace() { echo "$lab-$1"; }

assemble() {
  local end
  mkdir -p "$work/alice" "$work/bob"
  ip netns add "$(namespace alice)"
  ip netns add "$(namespace bob)"
  ip -n "$(namespace alice)" link add e0 type veth peer name e0 netns "$(namespace bob)"
  for end in alice bob; do
    inside "$end" sh -c 'echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6' 2>/dev/null || true
    ip -n "$(namespace "$end")" link set lo up
    ip -n "$(namespace "$end")" link set e0 up
    ip -n "$(namespace "$end")" address add "$(address "$end")/24" dev e0
  done
  # Alice knows Bob's link address for good, as behind a router: a dead Bob is silent, not unreachable.
  ip -n "$(namespace alice)" neighbour replace "$bob" dev e0 nud permanent lladdr \
    "$(ip -n "$(namespace bob)" -json link show e0 | jq -r '.[0].address')"
}

# Runs a command at an end, in the foreground. The mounts are this command's alone and end with it.
inside() {
  local end=$1
  shift
  # shellcheck disable=SC2016
  ip netns exec "$(namespace "$end")" bash -c 'mount --bind "$1" /run && shift && exec "$@"' - "$work/$end" "$@"
}

# The same in the background; its process id goes to $work/END.NAME.pid. Output to $work/END.NAME.out.
start() {
  local end=$1 name=$2
  shift 2
  # shellcheck disable=SC2016
  ip netns exec "$(namespace "$end")" bash -c 'mount --bind "$1" /run && shift && exec "$@"' - "$work/$end" "$@" \
    </dev/null >"$work/$end.$name.out" 2>&1 &
  echo $! >"$work/$end.$name.pid"
  disown   # its end, also by a signal, is nobody's business but `stop`'s
}

# Stops what `start` began, with a signal, and waits for its end; nothing if it has ended already.
stop() {
  local end=$1 name=$2 signal=${3:-TERM} pid tries=0
  [ -f "$work/$end.$name.pid" ] || return 0
  pid=$(<"$work/$end.$name.pid")
  rm -f "$work/$end.$name.pid"
  kill -s "$signal" "$pid" 2>/dev/null || return 0
  while kill -0 "$pid" 2>/dev/null && [ "$tries" -lt 50 ]; do
    sleep 0.1
    tries=$((tries + 1))
  done
  kill -s KILL "$pid" 2>/dev/null || true
}

# Bob dies as by loss of power: nothing is said to anybody, SAs and policies are gone, nobody answers at the address.
crash() {
  local bobs
  bobs=$(namespace bob)
  ip -n "$bobs" address del "$bob/24" dev e0
  kill -s KILL "$(<"$work/bob.daemon.pid")"
  stop bob daemon KILL
  ip -n "$bobs" xfrm state flush
  ip -n "$bobs" xfrm policy flush
}

# Bob's address answers again; who does is another matter.
come_back() { ip -n "$(namespace bob)" address add "$bob/24" dev e0; }

# All frames at Alice's interface, in $work/all.pcap.
capture() {
  start alice capture dumpcap -q -P -i e0 -w "$work/all.pcap"
  until_true 300 test -s "$work/all.pcap"
}

# Waits for a command to succeed, so many tenths of a second.
until_true() {
  local tenths=$1
  shift
  until "$@" >/dev/null 2>&1; do
    tenths=$((tenths - 1))
    [ "$tenths" -gt 0 ] || return 1
    sleep 0.1
  done
}

# The SPI of the child SA whose packets come from this address, as Alice's kernel has it.
child_spi() {
  ip -n "$(namespace alice)" xfrm state list | awk -v from="$1" '$1 == "src" { here = $2 == from }
    here && $1 == "proto" { sub("0x", "", $4); sub("[(].*", "", $4); spi = $4 } END { print spi }'
}

has_child_sa() { [ -n "$(child_spi "$bob")" ] && [ -n "$(child_spi "$alice")" ]; }

now() { date +%s.%N; }

# The tool of this project, as one file; what it runs on must not hand over to another process, or its end is not that one's.
readonly sfd=$here/../target/sfd.jar
java_of_21() {
  local java version
  for java in "${JAVA_HOME:-/none}/bin/java" "$(command -v java || true)" /usr/lib/jvm/*/bin/java; do
    [ -x "$java" ] || continue
    version=$("$java" -version 2>&1 | sed -nE '1s/.*"([0-9]+).*/\1/p')
    [ "${version:-0}" -ge 21 ] && echo "$java" && return 0
  done
  return 1
}
have_sfd() { [ -f "$sfd" ] && java_of_21 >/dev/null; }

# A secret for a maker of ours, in a file that only its owner reads.
make_secret() { (umask 077 && head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$1"); }

# Ends everything that was started, takes the namespaces down, and keeps $work only if KEEP is set.
dismantle() {
  local file end
  for file in "$work"/*.pid; do
    [ -f "$file" ] || continue
    end=$(basename "$file" .pid)
    stop "${end%%.*}" "${end#*.}"
  done
  for end in alice bob try; do
    ip netns delete "$(namespace "$end")" 2>/dev/null || true
  done
  [ -n "${KEEP:-}" ] || rm -rf "$work"
}
