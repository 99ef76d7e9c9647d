/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sme_log_install:
 *
 * Sets the log policy of a program: one line per message on stderr, no debug messages unless asked
 * for by G_MESSAGES_DEBUG. Callers log codes, ids and counts only, never what a person typed, a
 * token, or a URL with a query.
 */
void sme_log_install (void);

/**
 * sme_log_forbid_core_dumps:
 *
 * A core dump would hold passwords, tokens and identity data; from here on the process makes none
 * and can't be read by other processes of the same user. To be called first thing in main().
 */
void sme_log_forbid_core_dumps (void);

G_END_DECLS
