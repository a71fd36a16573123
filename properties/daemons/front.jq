# The rows of the front page: each daemon, left to its defaults or checking, facing nothing or a token maker of ours.
def tenths: (. * 10 + 0.5 | floor) as $n | "\($n / 10)";
def at_once($none): if . == null then $none else "\(tenths) s" end;
. as $all
| "| survivor | settings | at the dead peer's address | first asks | knows |",
  "|---|---|---|---:|---:|",
  ( ("strongswan", "libreswan") as $daemon
  | (["default", "gone"], ["dpd", "gone"], ["dpd", "maker"]) as [$settings, $what]
  | ($all.cases[] | select(.id == "\($daemon)-\($settings)-\($what)-\($daemon)")) as $case
  | "| \(if $daemon == "strongswan" then "strongSwan" else $daemon end) \($all.daemons[$daemon] | sub("-.*"; ""))"
    + " | \(if $settings == "dpd" then "checks every 10 s" else "defaults" end)"
    + " | \(if $what == "gone" then "nothing" else "a token maker of ours" end)"
    + " | \($case.requests[0] | at_once("never")) | \($case.childSaDeleted | at_once("not in 200 s")) |" )
