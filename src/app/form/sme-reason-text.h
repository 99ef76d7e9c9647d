/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-identity-rules.h"
#include "core/sme-record.h"

G_BEGIN_DECLS

/* What a field error's code ("check-digit") means to a person, translated; static. An unknown code
 * has a general sentence, so that a server may know more reasons than we do. */
const char *sme_reason_text (const char *code);

/* The same of an SmeFieldError, which may name an amount. */
char *sme_reason_dup_field_text (SmeRecord *field);

/* What a number says otherwise than the declaration: a sentence or two, in a line of its own, for
 * each conflict; (transfer full) (nullable): NULL for none. */
char *sme_reason_dup_conflicts_text (SmeIdentityConflicts conflicts);

/* A warning of letters that a Vietnamese name rarely has (sme_profile_find_foreign_letters()); new,
 * NULL for NULL. */
char *sme_reason_dup_letters_text (const char *letters);

G_END_DECLS
