/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SmePaperValues:
 *
 * What the placeholders of a template stand for: names with a text each, and names with a list of
 * further values (the lines of a price table). Texts are kept as they can be printed: valid UTF-8,
 * composed, in one line, without control and invisible format characters, which could make a paper
 * read otherwise than it was typed.
 */
typedef struct _SmePaperValues SmePaperValues;

SmePaperValues *sme_paper_values_new (void);
void sme_paper_values_free (SmePaperValues *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmePaperValues, sme_paper_values_free)

/* NULL is kept as "": the name is known, and empty. */
void sme_paper_values_set (SmePaperValues *self, const char *name, const char *text);
void sme_paper_values_take (SmePaperValues *self, const char *name, char *text);

/* NULL for a name that was never set. */
const char *sme_paper_values_get (SmePaperValues *self, const char *name);

/* A new entry at the end of the list @name; owned by @self. */
SmePaperValues *sme_paper_values_append (SmePaperValues *self, const char *name);

/* Makes the list known, though it may stay empty. */
void sme_paper_values_add_list (SmePaperValues *self, const char *name);

/* The entries, borrowed; NULL for a list that is not known. */
GPtrArray *sme_paper_values_get_list (SmePaperValues *self, const char *name);

G_END_DECLS
