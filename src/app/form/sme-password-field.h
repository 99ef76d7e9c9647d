/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_PASSWORD_FIELD (sme_password_field_get_type ())
G_DECLARE_FINAL_TYPE (SmePasswordField, sme_password_field, SME, PASSWORD_FIELD, AdwBin)

/**
 * SmePasswordField:
 *
 * A password, and beside it a button that shows what was typed while it is pressed in. GTK's own
 * eye is a picture inside the entry that only a pointer reaches; this one has its turn with Tab, a
 * name and a state. What was shown is hidden again when the field goes out of sight.
 *
 * Signal "activate": Enter in the entry.
 */
GtkWidget *sme_password_field_new (void);

/* Where it is typed; the field's for ever. */
GtkEditable *sme_password_field_get_entry (SmePasswordField *self);

G_END_DECLS
