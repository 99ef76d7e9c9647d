/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_CHOICE_ROW (sme_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (SmeChoiceRow, sme_choice_row, SME, CHOICE_ROW, AdwPreferencesRow)

/**
 * SmeChoiceRow:
 *
 * A choice between a few words, all in sight: no popover to open, and each can be reached and
 * pressed by keyboard and screen reader. Property "selected": index, -1 for none. Signal "edited".
 */
GtkWidget *sme_choice_row_new (const char *title, gboolean required);
void sme_choice_row_append (SmeChoiceRow *self, const char *label);
int sme_choice_row_get_selected (SmeChoiceRow *self);
void sme_choice_row_set_selected (SmeChoiceRow *self, int selected);
void sme_choice_row_set_error (SmeChoiceRow *self, const char *error);

G_END_DECLS
