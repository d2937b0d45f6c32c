#!/usr/bin/env bash
# Tries every schedule of claim-model.pml: with all remedies nothing is wrong, without any one of them something is.
# Needs spin and a C compiler.
set -euo pipefail
cd "$(dirname "$0")"
model=$PWD/claim-model.pml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Prints the errors found and the number of states; what is given are switches of the model.
check() {
  spin "$@" -a "$model" >/dev/null
  gcc -O2 -w -DSAFETY -o pan pan.c
  ./pan -E -m100000 | awk '/errors:/ { errors = $NF } /states, stored/ { states = $1 } /not completed|too small/ { cut = 1 }
    END { print errors (cut && errors == 0 ? "?" : ""), states }'
}

read -r errors states <<<"$(check)"
printf '%-32s %9s states  %s\n' "all remedies" "$states" "$([ "$errors" = 0 ] && echo "nothing wrong" || echo WRONG)"
wrong=$([ "$errors" = 0 ] && echo 0 || echo 1)
for remedy in $(awk '/^#ifndef [A-Z_]*$/ && !/FAULTS|MAXC/ { print $2 }' "$model"); do
  read -r errors states <<<"$(check "-D$remedy=0")"
  printf 'without %-24s %9s states  %s\n' "$remedy" "$states" "$([ "$errors" = 0 ] && echo "NOT MISSED" || echo "found")"
  [ "$errors" != 0 ] || wrong=1
done
exit "$wrong"
