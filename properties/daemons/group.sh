#!/usr/bin/env bash
# Runs cases at the same time in this kernel: group.sh FILE, a line for each with the arguments of case.sh.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=lab.sh
. "$(dirname "${BASH_SOURCE[0]}")/lab.sh"
# shellcheck source-path=SCRIPTDIR source=kernel.sh
. "$here/kernel.sh"
kernel_protects || skip "no ESP in this kernel"
cases=() failed=0
trap 'kill "${cases[@]}" 2>/dev/null; wait; exit 1' INT TERM
while read -r -a arguments; do
  "$here/case.sh" "${arguments[@]}" &
  cases+=($!)
  sleep 5   # or all of them begin at once, slowly
done <"$1"
for pid in "${cases[@]}"; do wait "$pid" || failed=1; done
exit "$failed"
