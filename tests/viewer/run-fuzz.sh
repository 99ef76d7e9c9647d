#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the fuzzer over a fresh corpus for a while and says so as one TAP test:
#   run-fuzz.sh CLANG SOURCE-ROOT BUILD-ROOT BASE-LIBRARY WRITE-CORPUS
# ONESME_FUZZ_SECONDS: how long (60).
set -euo pipefail
clang=$1 source=$2 build=$3 base=$4 write_corpus=$5
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
seconds=${ONESME_FUZZ_SECONDS:-60}
folder=$(mktemp -d "${TMPDIR:-/tmp}/onesme-fuzz-XXXXXX")
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/corpus"
"$write_corpus" "$folder/corpus"
fuzzer=$folder/fuzz-viewer
"$here/build-fuzzer.sh" "$clang" "$source" "$build" "$base" "$fuzzer"
echo 1..1
# Libraries of the system leak at their end and are not instrumented: what counts are crashes, hangs and memory.
if ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0 "$fuzzer" -max_total_time="$seconds" -timeout=25 \
  -rss_limit_mb=2048 -max_len=65536 -artifact_prefix="$folder/" "$folder/corpus" >"$folder/log" 2>&1; then
  sed -n 's/^Done \([0-9]* runs in [0-9]* second.*\)/# \1/p' "$folder/log"
  echo "ok 1 /viewer/fuzz"
else
  tail -n 40 "$folder/log" | sed 's/^/# /'
  for found in "$folder"/crash-* "$folder"/timeout-* "$folder"/oom-*; do
    [ -f "$found" ] || continue
    cp "$found" "$build/"
    echo "# kept: $build/$(basename "$found")"
  done
  echo "not ok 1 /viewer/fuzz"
fi
