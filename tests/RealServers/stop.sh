#!/usr/bin/env bash
# Stops what start.sh started and removes its databases.
set -euo pipefail
. "$(dirname "$0")/common.sh"
for pid in "$state"/*/pid; do
  [ ! -e "$pid" ] || kill -- "-$(cat "$pid")" 2>/dev/null || true
done
rm -rf "$state"
