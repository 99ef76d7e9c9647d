/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "core/sme-enums.h"
#include "core/sme-profile.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_PROFILE_FORM (sme_profile_form_get_type ())
G_DECLARE_FINAL_TYPE (SmeProfileForm, sme_profile_form, SME, PROFILE_FORM, GtkWidget)

/**
 * SmeProfileForm:
 *
 * The declaration as a form (acceptance A20-A23). Errors come from the rules in core/, appear at
 * their field when it is left or after a pause, and never while an input method is composing.
 *
 * Signal "edited": the person changed something. Property "valid".
 */
GtkWidget *sme_profile_form_new (SmeContext *context, SmeCustomerType customer_type);

/* What is typed so far; (transfer full). What can't be read (half a date) is left out. */
SmeProfile *sme_profile_form_get_profile (SmeProfileForm *self);
/* Fills the fields without "edited". */
void sme_profile_form_set_profile (SmeProfileForm *self, SmeProfile *profile);

/* What a pause in typing does: shows the errors of the fields that were typed in. */
void sme_profile_form_judge (SmeProfileForm *self);

/* Leaves the list of places or countries without a choice; FALSE when none is open. */
gboolean sme_profile_form_close_picker (SmeProfileForm *self);

gboolean sme_profile_form_get_valid (SmeProfileForm *self);
/* The line "Địa chỉ" as the contract will print it; (transfer full). */
char *sme_profile_form_get_address_line (SmeProfileForm *self);

/* Shows all errors, also of fields not touched yet, and goes to the first. TRUE when there is none.
 */
gboolean sme_profile_form_check_all (SmeProfileForm *self);
/* Field errors of the server's answer (element-type SmeFieldError); TRUE if all found their field.
 */
gboolean sme_profile_form_take_errors (SmeProfileForm *self, GPtrArray *errors);
/* Whether a date is typed that can't be read: a draft does not hold it. */
gboolean sme_profile_form_get_unreadable (SmeProfileForm *self);

G_END_DECLS
