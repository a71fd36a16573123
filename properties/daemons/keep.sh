#!/usr/bin/env bash
# Makes the results of the last run the committed ones: measured.json, a capture for each case, and the tables of README.md and of the front page.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lab.sh
. "$(dirname "${BASH_SOURCE[0]}")/lab.sh"
captures=$here/../../traces/captures/daemons

# Cases that were not run again stay as they are. One case a line, so that two runs can be compared.
jq -n --slurpfile now "$build/measured.json" --slurpfile before "$here/measured.json" '$now[0] | .cases =
  ([$before[0].cases[], .cases[]] | group_by(.id) | map(last) | sort_by(.survivor == "libreswan", .settings, .id))' >"$build/all.json"
jq -c '.cases[]' "$build/all.json" | sed '$!s/$/,/' | {
  jq -n --slurpfile all "$build/all.json" '$all[0] | del(.cases)' | sed '$d' | sed '$s/$/,/'
  echo '  "cases": ['
  cat
  echo ']}'
} >"$here/measured.json"

mkdir -p "$captures"
jq -r '.cases[].id' "$build/measured.json" | while read -r id; do cp "$build/results/$id/$id.pcap" "$captures/"; done

# between FILE MARK: what stands between the two markers in the file becomes what comes in.
between() {
  {
    sed "/^<!-- $2 -->\$/q" "$1"
    cat
    sed -n "/^<!-- \/$2 -->\$/,\$p" "$1"
  } >"$build/page.md"
  cp "$build/page.md" "$1"
}
jq -r -f "$here/table.jq" "$here/measured.json" | between "$here/README.md" measured
jq -r -f "$here/front.jq" "$here/measured.json" | between "$here/../../README.md" daemons
