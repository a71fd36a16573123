#!/usr/bin/env bash
# One crash of Bob, seen by Alice: case.sh ID SURVIVOR PEER SETTINGS THEN SECONDS [AWAY [COMMAND...]]
#
# SURVIVOR and PEER: strongswan or libreswan. SETTINGS: Alice's, as the daemon's file says. Bob has the defaults, and is
# away for AWAY seconds, 5 if not given. THEN:
#   gone       nobody answers at Bob's address any more
#   empty      the address answers again, no daemon does: the kernel says that the port is closed
#   restarts   the same daemon with the same configuration, which waits to be asked
#   initiates  the same daemon, which asks for a new IKE SA at once
#   maker      a token maker of ours, which never saw an IKE SA
#   command    COMMAND runs at Bob's address, with what it may want to know in SFD_... of its environment
# Alice is watched for so many SECONDS after the crash. What was seen goes to $SFD_RESULTS/ID, for seen.sh to read.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lab.sh
. "$(dirname "${BASH_SOURCE[0]}")/lab.sh"
# shellcheck source-path=SCRIPTDIR source=strongswan.sh
. "$here/strongswan.sh"
# shellcheck source-path=SCRIPTDIR source=libreswan.sh
. "$here/libreswan.sh"

id=$1 survivor=$2 peer=$3 settings=$4 and_then=$5 seconds=$6
away=${7:-5}
shift $(($# < 7 ? $# : 7))
give_up() {
  echo "$id: $*" >&2
  mkdir -p "$results/$id"
  cp -r "$work" "$results/$id/failed"
  exit 1
}

readonly results=${SFD_RESULTS:?where the results go}

trap dismantle EXIT
trap 'exit 1' INT TERM
assemble
"${survivor}_configure" alice "$settings"
"${peer}_configure" bob default
"${survivor}_start" alice
"${peer}_start" bob
capture
start alice monitor env TZ=UTC ip -tshort xfrm monitor
"${survivor}_initiate" alice || true
until_true 100 has_child_sa || give_up "no child SA"

# Pings through the tunnel, which have to be answered, or nothing flows.
start alice traffic ping -i 0.2 "$bob"
until_true 300 grep 'icmp_seq=3' "$work/alice.traffic.out" || give_up "nothing flows"
sleep 2

# What is known of the SAs, for the command that takes Bob's place.
export SFD_ALICE=$alice SFD_BOB=$bob SFD_PSK=$psk SFD_ID_ALICE=alice.example SFD_ID_BOB=bob.example
SFD_CHILD_IN=$(child_spi "$bob") SFD_CHILD_OUT=$(child_spi "$alice")
if [ "$and_then" = command ]; then
  read -r SFD_SPI_I SFD_SPI_R SFD_PORT <<<"$(tshark -r "$work/all.pcap" -T fields -E separator=' ' \
    -Y "isakmp.exchangetype == 35 && ip.src == $alice" -e isakmp.ispi -e isakmp.rspi -e udp.dstport 2>/dev/null | tail -n 1)"
  export SFD_SPI_I SFD_SPI_R SFD_PORT
fi
export SFD_CHILD_IN SFD_CHILD_OUT

# shellcheck disable=SC2034
crashed=$(now) kernel=$(uname -r)
left=$((SECONDS + seconds))
crash
sleep "$away"
[ "$and_then" = gone ] || come_back
case $and_then in
  gone | empty) ;;
  restarts | initiates)
    rm -rf "$work/bob/pluto" "$work/bob/charon.vici" "$work/bob/log"   # what a reboot leaves is the configuration
    "${peer}_start" bob
    ;;
esac
# shellcheck disable=SC2034
back=$(now)
case $and_then in
  initiates) "${peer}_initiate" bob || true ;;
  command) start bob command "$@" ;;
  maker)
    make_secret "$work/bob/secret"
    start bob command "$(java_of_21)" -Xmx64m -jar "$sfd" peer maker --address "$bob" --secrets /run/secret
    ;;
esac
sleep $((left > SECONDS ? left - SECONDS : 0))
# shellcheck disable=SC2034
ended=$(now)
stop alice traffic INT
stop alice monitor
stop alice capture

mkdir -p "$results/$id"
for name in survivor peer settings and_then crashed back ended kernel; do
  printf '%s=%q\n' "$name" "${!name}"
done >"$results/$id/facts"
printf 'child_in=%s\nchild_out=%s\n' "$SFD_CHILD_IN" "$SFD_CHILD_OUT" >>"$results/$id/facts"
cp "$work/all.pcap" "$results/$id/"
cp "$work/alice.monitor.out" "$results/$id/monitor"
cp "$work/alice/log" "$results/$id/log"
[ ! -f "$work/bob.command.out" ] || cp "$work/bob.command.out" "$results/$id/command"
