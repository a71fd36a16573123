# Rows of tab-separated fields to what a case showed: seconds after the crash, to the millisecond.
def rows($text): $text | split("\n") | map(select(. != "") | split("\t"));
def after($moment): ((($moment | tonumber) - $crashed) * 1000 | round) / 1000;
def hex: ltrimstr("0x") | ascii_downcase;
def short: hex | sub("^0+"; "");
def number:
  if startswith("0x") then hex | explode | reduce .[] as $d (0; . * 16 + if $d > 90 then $d - 87 else $d - 48 end)
  else tonumber end;

(rows($ike) | map({
  seconds: after(.[0]),
  from: (if .[1] == $alice then "survivor" else "peer" end),
  port: (.[2] | tonumber), spiI: (.[3] | hex), spiR: (.[4] | hex), exchange: (.[5] | number),
  response: (.[6] == "1" or .[6] == "True"), messageId: (.[7] | number), octets: ((.[8] | tonumber) - 8)
})) as $packets
| ($packets | map(select(.seconds < 0 and .exchange == 35)) | last) as $old
| ($packets | map(select(.seconds >= 0))) as $later
| ($later | map(select(.from == "survivor" and .spiI == $old.spiI and .spiR == $old.spiR and (.response | not)))) as $asked
| ($asked | map(select(.messageId == $asked[0].messageId))) as $requests
| (rows($kernel) | map(select(.[1] == "Deleted" and (.[2] | short) == ($out | short))) | first) as $deleted
| (rows($espOut) | map(select((.[1] | short) == ($out | short)) | after(.[0])) | map(select(. >= 0))) as $void
| {
    id: $id, survivor: $survivor, peer: $peer, settings: $settings, then: $and_then,
    watched: (($ended - $crashed) * 10 | round / 10),
    back: (if $and_then == "gone" then null else after($back) end),
    requests: ($requests | map(.seconds)),
    otherRequests: ($asked | map(select(.messageId != $asked[0].messageId) | .seconds)),
    childSaDeleted: (if $deleted then after($deleted[0]) else null end),
    espIntoTheVoid: ($void | length),
    lastEspIntoTheVoid: ($void | last),
    initiated: ($later | map(select(.exchange == 34 and (.response | not))) | first
      | if . == null then null else { seconds, from } end),
    espAgain: (rows($espIn) | map(select((.[1] | short) != ($in | short)) | after(.[0])) | map(select(. >= 0)) | first),
    portUnreachable: (rows($icmp) | map(select(after(.[0]) >= 0 and .[1] != $alice)) | length),
    packets: $later,
    said: (rows($said) | map({ seconds: after(.[0]), line: (.[1:] | join(" ") | .[:160]) })
      | map(select(.line | test("^\\[(NET|ENC|CFG)\\]") | not)) | .[:25])
  }
