/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Text as Vietnamese people type, search and print it. All functions take UTF-8, composed or
 * decomposed (input methods deliver both), never depend on the process locale, and replace broken
 * UTF-8 by U+FFFD. Strings returned are new and owned by the caller. NULL reads as "".
 */

/**
 * sme_text_fold: the search key of @text: canonical decomposition, marks U+0300 to U+036F dropped,
 * đ to d, case folded ("Ký số Từ XA" and "ky so tu xa" are equal). Folding a key again
 * changes nothing.
 */
char *sme_text_fold (const char *text);

/**
 * sme_text_fold_with_map: as sme_text_fold(), with a way back for highlighting.
 * @map: (out) (transfer full): for each byte of the key the byte offset in @text of the character
 *   it came from, and one entry more that is the length of @text; free with g_free()
 * @length: (out) (optional): bytes in the key
 */
char *sme_text_fold_with_map (const char *text, gsize **map, gsize *length);

/**
 * sme_text_map_range: the bytes @begin up to @end of the original text that the bytes @from up to
 * @to of its key stand for, whole characters with the marks that follow them.
 */
void
sme_text_map_range (const gsize *map, gsize length, gsize from, gsize to, gsize *begin, gsize *end);

/**
 * sme_text_normalize_tones: @text composed, with one of the two placements of the tone mark in the
 * open syllables oa, oe, uy (hoà becomes hòa, thuỷ becomes thủy; quý stays). Both are correct
 * spelling: use it to compare, never to rewrite what a person declared.
 */
char *sme_text_normalize_tones (const char *text);

/** sme_text_same_name: whether two names differ in nothing but case, spaces and tone placement. */
gboolean sme_text_same_name (const char *a, const char *b);

/**
 * sme_text_to_ascii: @text without accents, case kept, for bank transfers and short messages, which
 * carry ASCII only. What has no ASCII form becomes '?', a control character a space.
 */
char *sme_text_to_ascii (const char *text);

/**
 * sme_text_normalize_name: @text composed (NFC), trimmed, runs of white space made one space,
 * invisible format characters dropped, typographic apostrophes and hyphens made ' and -.
 */
char *sme_text_normalize_name (const char *text);

/**
 * sme_text_is_name: whether @text can be a person's name: Latin letters (Vietnamese ones included),
 * spaces, ' and -, with at least one letter. A decomposed text counts as its composed form.
 */
gboolean sme_text_is_name (const char *text);

/** sme_text_upper: @text composed, in capitals, as contracts print names (đ becomes Đ). */
char *sme_text_upper (const char *text);

/** sme_text_sort_key: strcmp() on keys puts names in the order of the Vietnamese alphabet, without
 *  regard to case, "Phường 2" before "Phường 10". Bytes, not text: for comparing only. */
char *sme_text_sort_key (const char *text);

/** sme_text_length: characters of @text as a reader counts them: code points of the composed form.
 */
gsize sme_text_length (const char *text);

/**
 * sme_text_make_line:
 * @text: (nullable): what a stranger wrote, also bytes that are no UTF-8
 * @max_length: characters
 *
 * One line to be shown among our own words: without control characters, ends of lines, and those
 * that turn the direction of what comes after them.
 */
char *sme_text_make_line (const char *text, guint max_length);

G_END_DECLS
