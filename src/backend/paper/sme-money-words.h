/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sme_money_to_words:
 * @dong: an amount in đồng
 *
 * The amount as a contract or invoice writes it out: 220000 is "Hai trăm hai mươi nghìn đồng".
 * Reads numbers the northern way that official papers use: nghìn, linh, mốt, tư and lăm after a
 * ten; a group of three digits that is all zeros is left out, inside a number an empty hundred is
 * read
 * ("Một triệu không trăm linh một nghìn ..."). A negative amount begins with "Âm".
 *
 * Returns: (transfer full): the words
 */
char *sme_money_to_words (gint64 dong);

/** sme_number_to_words: the same without "đồng" and in small letters: 12 is "mười hai". */
char *sme_number_to_words (gint64 number);

G_END_DECLS
