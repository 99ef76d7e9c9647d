#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles the rooms that read hostile bytes, and the target, with libFuzzer and the sanitizers; poppler is taken as it is:
#   build-fuzzer.sh CLANG SOURCE-ROOT BUILD-ROOT BASE-LIBRARY OUTPUT
set -euo pipefail
clang=$1 source=$2 build=$3 base=$4 output=$5
read -r -a flags <<<"$(pkg-config --cflags --libs gtk4 libadwaita-1 poppler-glib cairo-pdf pangocairo libcrypto zlib | tr '\n' ' ')"
"$clang" -g -O1 -std=gnu11 -w -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined -D_GNU_SOURCE -DSME_LIBEXEC_DIR='""' \
  -I"$source/src" -I"$build/src" -I"$build" -I"$source/tests/viewer" \
  "$source"/src/seal/*.c "$source"/src/viewer/sme-*.c "$build/src/viewer/sme-viewer-resources.c" \
  "$source/tests/viewer/fuzz-viewer.c" "$source/tests/viewer/viewer-fixture.c" \
  "$base" -o "$output" "${flags[@]}" -lm
