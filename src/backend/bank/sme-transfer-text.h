/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sme_transfer_text_find_references:
 * @text: of a transfer, as the bank reports it
 *
 * The references of payments that @text may name. Banks write in small letters, put their own words
 * before and after, and break lines; people add a greeting or a blank.
 *
 * Returns: (transfer full): the likeliest first; empty if it names none
 */
GStrv sme_transfer_text_find_references (const char *text);

/**
 * sme_transfer_text_is_near:
 * @reference: of a payment
 *
 * Returns: whether @text names @reference with one letter or digit wrong, left out or too many
 */
gboolean sme_transfer_text_is_near (const char *text, const char *reference);

G_END_DECLS
