#!/usr/bin/env bash
# Stops what start.sh started, and removes its databases once it is gone.
set -euo pipefail
. "$(dirname "$0")/common.sh"
for file in "$state"/*/pid; do
  [ -e "$file" ] || continue
  group=-$(cat "$file")
  kill -- "$group" 2>/dev/null || continue
  for _ in $(seq 100); do kill -0 -- "$group" 2>/dev/null || continue 2; sleep 0.1; done
  kill -KILL -- "$group" 2>/dev/null || true
done
rm -rf "$state"
