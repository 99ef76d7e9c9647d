/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_TYPED_FORM (sme_typed_form_get_type ())
G_DECLARE_FINAL_TYPE (SmeTypedForm, sme_typed_form, SME, TYPED_FORM, AdwBin)

/**
 * SmeTypedForm:
 *
 * A name is typed in place of a drawn signature (A45), and shown as it will be in the document.
 *
 * Signals: "changed": the name, and with it whether it will do; "activated": Enter.
 */
GtkWidget *sme_typed_form_new (void);

const char *sme_typed_form_get_name (SmeTypedForm *self);
/* The code of what is wrong with the name, see sme_reason_text(); NULL when it will do. */
const char *sme_typed_form_get_reason (SmeTypedForm *self);

/* What most will want to sign with; nothing that was typed is replaced. */
/* As it was typed before. */
void sme_typed_form_set_name (SmeTypedForm *self, const char *name);
/* Whether the person typed, now or before. */
gboolean sme_typed_form_is_touched (SmeTypedForm *self);
void sme_typed_form_preset (SmeTypedForm *self, const char *name);

/* Says what is wrong; NULL takes it back. The next key does, too. */
void sme_typed_form_refuse (SmeTypedForm *self, const char *code);

void sme_typed_form_focus (SmeTypedForm *self);

G_END_DECLS
