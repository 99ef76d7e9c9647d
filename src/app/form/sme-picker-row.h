/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_PICKER_ROW (sme_picker_row_get_type ())
G_DECLARE_FINAL_TYPE (SmePickerRow, sme_picker_row, SME, PICKER_ROW, AdwPreferencesRow)

/**
 * SmePickerRow:
 *
 * A field whose value is chosen from a long list that opens in the same place: a button that shows
 * what is chosen. Signal "open": the list is asked for.
 */
GtkWidget *sme_picker_row_new (const char *title, gboolean required);

/* @code: what is stored; @label: what is shown. NULL for nothing. */
void sme_picker_row_set_value (SmePickerRow *self, const char *code, const char *label);
const char *sme_picker_row_get_code (SmePickerRow *self);
const char *sme_picker_row_get_label (SmePickerRow *self);
void sme_picker_row_set_error (SmePickerRow *self, const char *error);

G_END_DECLS
