# The two reports by clause, in Markdown: the worst that was seen of it, and in how many cases.
def by_clause: [.cases[] | . as $case | .clauses[] | { clause: .id, verdict: $case.verdict, case: $case.case }]
  | group_by(.clause) | map({ key: .[0].clause, value: . }) | from_entries;
def cell: if . == null then "-" else . as $all
  | first(("breaks", "departs", "meets", "unobservable") as $verdict
      | [$all[] | select(.verdict == $verdict)] | select(length > 0) | "\($verdict), \(length) of \($all | length)") end;
($strongswan[0] | by_clause) as $s | ($libreswan[0] | by_clause) as $l
| "| clause | strongSwan | libreswan |", "|---|---|---|",
  (($s + $l) | keys[] | "| \(.) | \($s[.] | cell) | \($l[.] | cell) |"),
  "",
  "Of \($strongswan[0].cases | length) cases strongSwan meets \($strongswan[0].counts.meets), libreswan \($libreswan[0].counts.meets); "
  + "they depart in \($strongswan[0].counts.departs) and \($libreswan[0].counts.departs), and break a clause in \($strongswan[0].counts.breaks) and \($libreswan[0].counts.breaks)."
