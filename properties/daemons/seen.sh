#!/usr/bin/env bash
# What a case showed, as JSON on standard output and as ID.pcap in its folder: seen.sh FOLDER
#
# From the frames, the kernel's own account of Alice's SAs, and her log. The capture that is kept has no ESP, which is only
# counted: IKE, and what the other end's kernel said of closed ports.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lab.sh
. "$(dirname "${BASH_SOURCE[0]}")/lab.sh"
# shellcheck source-path=SCRIPTDIR source=strongswan.sh
. "$here/strongswan.sh"
# shellcheck source-path=SCRIPTDIR source=libreswan.sh
. "$here/libreswan.sh"
folder=$1
id=$(basename "$folder")
# shellcheck disable=SC1091
. "$folder/facts"
: "${survivor:?}" "${peer:?}" "${settings:?}" "${and_then:?}" "${crashed:?}" "${back:?}" "${ended:?}" "${child_in:?}" "${child_out:?}"

# Lines "seconds TAB kind TAB spi TAB source": SAs that Alice's kernel got and lost.
kernel_account() {
  awk '/^\[/ { stamp = substr($1, 2, length($1) - 2); kind = $2 ~ /^(Deleted|Expired|Updated)$/ ? $2 : "Added"; from = ""
         for (i = 2; i < NF; i++) if ($i == "src") from = $(i + 1) }
       $1 == "proto" && $2 == "esp" && stamp { spi = $4; sub("0x", "", spi); sub("[(].*", "", spi)
         print stamp, kind, spi, from; stamp = "" }' "$folder/monitor" |
    while read -r stamp kind spi from; do
      printf '%s\t%s\t%s\t%s\n' "$(date -u -d "${stamp}Z" +%s.%6N)" "$kind" "$spi" "$from"
    done
}

# One pass over the frames: the time and some fields of each, sorted by what it is.
tshark -r "$folder/all.pcap" -T fields -E occurrence=f -e frame.time_epoch -e ip.src -e udp.dstport -e isakmp.ispi \
  -e isakmp.rspi -e isakmp.exchangetype -e isakmp.flag_r -e isakmp.messageid -e udp.length -e esp.spi -e icmp.type \
  -e icmp.code 2>/dev/null >"$folder/frames"
awk -F'\t' -v OFS='\t' -v alice="$alice" -v to="$folder" '
  BEGIN { for (i = split("ike esp.out esp.in icmp", name, " "); i > 0; i--) printf "" >(to "/" name[i]) }
  $11 != "" { if ($11 == 3 && $12 == 3) print $1, $2 >(to "/icmp"); next }
  $4 != "" { print $1, $2, $3, $4, $5, $6, $7, $8, $9 >(to "/ike"); next }
  $10 != "" { print $1, $10 >(to "/esp." ($2 == alice ? "out" : "in")) }' "$folder/frames"
kernel_account >"$folder/kernel"
"${survivor}_log" "$folder/log" | awk -F'\t' -v from="$crashed" '$1 >= from' >"$folder/said"
tshark -r "$folder/all.pcap" -Y 'isakmp || icmp.type == 3' -F pcap -w "$folder/$id.pcap" 2>/dev/null
jq -n --arg id "$id" --arg survivor "$survivor" --arg peer "$peer" --arg settings "$settings" --arg and_then "$and_then" \
  --arg alice "$alice" --argjson crashed "$crashed" --argjson back "$back" --argjson ended "$ended" \
  --arg in "$child_in" --arg out "$child_out" \
  --rawfile ike "$folder/ike" --rawfile espOut "$folder/esp.out" --rawfile espIn "$folder/esp.in" \
  --rawfile icmp "$folder/icmp" --rawfile kernel "$folder/kernel" --rawfile said "$folder/said" -f "$here/seen.jq"
