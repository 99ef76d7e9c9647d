/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-enums.h"

G_BEGIN_DECLS

/**
 * SmeLetterTemplate:
 *
 * A section of data/letters/: how it goes out, its headers ("subject", "code", "link") and its
 * text, with {{placeholders}} in all of them.
 */
typedef struct _SmeLetterTemplate SmeLetterTemplate;

/**
 * sme_letter_template_find:
 * @language: "vi" or "en"
 * @section: the name and the way it goes out ("activation email"), or the name alone
 *
 * Returns: (transfer full) (nullable): %NULL if there is no such section
 */
SmeLetterTemplate *sme_letter_template_find (const char *language, const char *section);
void sme_letter_template_free (SmeLetterTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeLetterTemplate, sme_letter_template_free)

SmeMessageKind sme_letter_template_get_kind (SmeLetterTemplate *self);

/* Borrowed; NULL if the section has no such header. */
const char *sme_letter_template_get_header (SmeLetterTemplate *self, const char *name);
const char *sme_letter_template_get_body (SmeLetterTemplate *self);

/* Gives the text that stands for @name, or NULL. */
typedef char *(*SmeLetterLookup) (const char *name, gpointer data);

/**
 * sme_letter_template_expand:
 *
 * Puts texts in the place of the {{names}} in @source, once: a text is not searched for names.
 *
 * Returns: (transfer full) (nullable): %NULL, with a critical message, for a name without a text
 */
char *sme_letter_template_expand (const char *source, SmeLetterLookup look_up, gpointer data);

G_END_DECLS
