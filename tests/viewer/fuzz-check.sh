#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether CLANG can build fuzzers here (libclang-rt is a package of its own): fuzz-check.sh CLANG
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
printf '#include <stddef.h>\nint LLVMFuzzerTestOneInput (const unsigned char *d, size_t s) { return 0; }\n' >"$folder/a.c"
"$1" -fsanitize=fuzzer,address "$folder/a.c" -o "$folder/a" 2>/dev/null
