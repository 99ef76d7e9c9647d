#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program, and then another one with the rest as its arguments: run-in-turn.sh FIRST [SECOND [ARGS]]
set -euo pipefail
first=$1
shift
"$first"
[ $# = 0 ] || exec "$@"
