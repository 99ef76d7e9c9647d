#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# docs/api/openapi.yaml must say what the program does: print it anew and compare.
"$1" --print-openapi | diff -u "$2" - || {
  echo "docs/api/openapi.yaml is out of date: onesme-backend --print-openapi > docs/api/openapi.yaml"
  exit 1
}
