#!/usr/bin/env bash
# Runs paperlint on the words of PAPERLINT_PATHS with those of PAPERLINT_ARGS: blanks and line ends divide them, and
# nothing in them is a command.
set -euo pipefail
read -r -d '' -a paths <<<"${PAPERLINT_PATHS:-}" || true
read -r -d '' -a args <<<"${PAPERLINT_ARGS:-}" || true
exec paperlint ${args[@]+"${args[@]}"} -- ${paths[@]+"${paths[@]}"}
