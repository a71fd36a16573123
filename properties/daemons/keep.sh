#!/usr/bin/env bash
# Makes the results of the last run the committed ones: measured.json, a capture for each case, and the table of README.md.
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

# Between the two markers.
{
  sed '/^<!-- measured -->$/q' "$here/README.md"
  jq -r -f "$here/table.jq" "$here/measured.json"
  sed -n '/^<!-- \/measured -->$/,$p' "$here/README.md"
} >"$build/README.md"
cp "$build/README.md" "$here/README.md"
