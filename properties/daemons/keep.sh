#!/usr/bin/env bash
# Makes the results of the last run the committed ones: measured.json, a capture for each case, and the table of README.md.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lab.sh
. "$(dirname "${BASH_SOURCE[0]}")/lab.sh"
captures=$here/../../traces/captures/daemons

# One case a line, so that two runs can be compared.
jq -c '.cases[]' "$build/measured.json" | sed '$!s/$/,/' | {
  jq -n --slurpfile all "$build/measured.json" '$all[0] | del(.cases)' | sed '$d' | sed '$s/$/,/'
  echo '  "cases": ['
  cat
  echo ']}'
} >"$here/measured.json"

mkdir -p "$captures"
rm -f "$captures"/*.pcap
jq -r '.cases[].id' "$here/measured.json" | while read -r id; do cp "$build/results/$id/$id.pcap" "$captures/"; done

# Between the two markers.
{
  sed '/^<!-- measured -->$/q' "$here/README.md"
  jq -r -f "$here/table.jq" "$here/measured.json"
  sed -n '/^<!-- \/measured -->$/,$p' "$here/README.md"
} >"$build/README.md"
cp "$build/README.md" "$here/README.md"
