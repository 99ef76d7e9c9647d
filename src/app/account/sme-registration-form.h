/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-enums.h"
#include "core/sme-registration.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_REGISTRATION_FORM (sme_registration_form_get_type ())
G_DECLARE_FINAL_TYPE (SmeRegistrationForm, sme_registration_form, SME, REGISTRATION_FORM, AdwBin)

/**
 * SmeRegistrationForm:
 *
 * Who registers: the customer type and the fields that belong to it, and a password twice. The
 * rules are those of core/, which the server asks again. Signal "activated": Enter in the last
 * field.
 */
GtkWidget *sme_registration_form_new (void);

void sme_registration_form_set_type (SmeRegistrationForm *self, SmeCustomerType type);
void sme_registration_form_set_email (SmeRegistrationForm *self, const char *email);

/* Checks everything, shows what is wrong, and puts the keyboard to the first of it. */
gboolean sme_registration_form_check (SmeRegistrationForm *self);
/* (transfer full): what was typed, in the form in which it is stored; without consents */
SmeRegistration *sme_registration_form_make_request (SmeRegistrationForm *self);
/* Shows field errors of the server; FALSE if there is none that belongs here. */
gboolean sme_registration_form_take_error (SmeRegistrationForm *self, const GError *error);

G_END_DECLS
