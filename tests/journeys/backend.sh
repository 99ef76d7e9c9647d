#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Stands in for the backend when the program starts it (ONESME_BACKEND): keeps the key to the demonstration's clock and
# bank where the journey finds it, then becomes the backend, ONESME_TEST_BACKEND.
set -eu
umask 077
printf 'Authorization: Bearer %s\n' "$ONESME_LOCAL_TOKEN" >"$ONESME_TEST_KEY"
exec "$ONESME_TEST_BACKEND" "$@"
