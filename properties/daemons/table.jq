# The table of measured.json, in Markdown; "-" for what did not happen while Alice was watched.
def seconds: if . == null then "-" else (. * 10 | round / 10 | tostring) end;
"| survivor | settings | peer | then | back | first asks | sends | knows | outage | ESP lost |",
"|---|---|---|---|---:|---:|---:|---:|---:|---:|",
(.cases[] | "| \(.survivor) | \(.settings) | \(.peer) | \(.then) | \(.back | seconds) | \(.requests[0] | seconds) | "
  + "\(.requests | length) | \(.childSaDeleted | seconds) | \(.espAgain | seconds) | \(.espIntoTheVoid) |"),
"",
"\(.kernel); strongSwan \(.daemons.strongswan), libreswan \(.daemons.libreswan)."
