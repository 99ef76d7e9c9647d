/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_PASSWORD_METER (sme_password_meter_get_type ())
G_DECLARE_FINAL_TYPE (SmePasswordMeter, sme_password_meter, SME, PASSWORD_METER, AdwPreferencesRow)

/**
 * SmePasswordMeter:
 *
 * How strong a new password is, as a bar and in words (sme_password_strength()). A row that
 * stands below the password's and is hidden while nothing is typed.
 */
GtkWidget *sme_password_meter_new (void);

/* Keeps nothing of @password. @email: (nullable): of whose account it is to be. */
void sme_password_meter_rate (SmePasswordMeter *self, const char *password, const char *email);

G_END_DECLS
