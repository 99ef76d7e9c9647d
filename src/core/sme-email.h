/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-reason.h"

G_BEGIN_DECLS

/*
 * E-mail addresses, pragmatically: what mail systems deliver to, not all that RFC 5321 allows. The
 * part before the @ is a dot-atom of ASCII characters (no quotes, no comments), the domain has at
 * least one dot and may be an international name. Limits of RFC 5321 and 1035: 64 bytes before the
 * @, 63 in a label, 253 in the domain, 254 in all, counted in the ASCII form.
 */

/**
 * sme_email_check: judges what a person typed; blanks around it are forgiven.
 * @normalized: (out) (optional) (transfer full): how it is stored and shown: the domain in lower
 *   case, an international one in Unicode whichever way it was typed; set only on SME_REASON_OK
 */
SmeReason sme_email_check (const char *text, char **normalized);

/** sme_email_to_ascii: @email, which passed the check, with the domain as mail servers need it
 *  ("xn--..."). NULL if it is no address. */
char *sme_email_to_ascii (const char *email);

/** sme_email_to_key: what two spellings of one mailbox have in common: all in lower case. One
 *  account per key (acceptance A17). NULL if it is no address. */
char *sme_email_to_key (const char *email);

G_END_DECLS
