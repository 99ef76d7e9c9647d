/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * onesme --verify FILE.pdf [--trust CERT.pem]... [--json]
 *
 * Checks a sealed file without a window, so also where there is no display. Besides the named
 * certificates it trusts what the configured contract system lists. Exit codes as below.
 */

enum
{
  SME_VERIFY_TRUSTED = 0,        /* intact, and somebody trusted vouches for it */
  SME_VERIFY_NOT_INTACT = 1,     /* changed, cut short, not signed, not readable */
  SME_VERIFY_UNKNOWN_ISSUER = 2, /* intact, but not (or not any more) vouched for */
  SME_VERIFY_USAGE = 64,         /* not asked in a way that can be answered (sysexits) */
};

/* @arguments: with the program's name, as the command line was. */
gboolean sme_verify_command_is_asked (char **arguments);
int sme_verify_command_run (char **arguments);

/* Makes "--help" of @application tell of it. */
void sme_verify_command_describe (GApplication *application);

G_END_DECLS
