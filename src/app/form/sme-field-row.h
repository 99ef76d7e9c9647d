/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_FIELD_ROW (sme_field_row_get_type ())
G_DECLARE_FINAL_TYPE (SmeFieldRow, sme_field_row, SME, FIELD_ROW, AdwPreferencesRow)

/**
 * SmeFieldRow:
 *
 * A text field of a form: its name (with a red star when it must be filled in), an entry, and below
 * it what is wrong or worth knowing.
 *
 * Properties: "title" (inherited), "text", "required", "error" and "note" (nullable sentences; the
 * error wins), "secret" (a password), "purpose" (#GtkInputPurpose), "placeholder", "max-length".
 *
 * Signals: "edited": the text changed and no input method is composing; "left": the keyboard went
 * elsewhere; "activated": Enter.
 */
GtkWidget *sme_field_row_new (const char *title, gboolean required);

const char *sme_field_row_get_text (SmeFieldRow *self);
void sme_field_row_set_text (SmeFieldRow *self, const char *text);

/* NULL takes it away. A screen reader hears it as the description of an invalid entry. */
void sme_field_row_set_error (SmeFieldRow *self, const char *error);
const char *sme_field_row_get_error (SmeFieldRow *self);
/* What is unusual but may be right: in sight and read out, yet no error. NULL takes it away. */
void sme_field_row_set_warning (SmeFieldRow *self, const char *warning);
void sme_field_row_set_note (SmeFieldRow *self, const char *note);

/* Whether an input method is composing: what is typed is not decided yet. */
gboolean sme_field_row_is_composing (SmeFieldRow *self);
gboolean sme_field_row_is_focused (SmeFieldRow *self);
void sme_field_row_focus (SmeFieldRow *self);

G_END_DECLS
