/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_CONSENT_LIST (sme_consent_list_get_type ())
G_DECLARE_FINAL_TYPE (SmeConsentList, sme_consent_list, SME, CONSENT_LIST, AdwBin)

/**
 * SmeConsentList:
 *
 * The consents that the server asks for (GET /v1/terms), one row each, and what is wrong with the
 * answers.
 */
GtkWidget *sme_consent_list_new (void);

/* @terms: of #SmeTermsItem. The same as before changes nothing, what was ticked stays. */
void sme_consent_list_set_terms (SmeConsentList *self, GListModel *terms);

/* Whether all that is required is agreed to; says it above the list if not. @focus: put the
 * keyboard there. */
gboolean sme_consent_list_check (SmeConsentList *self, gboolean focus);

/* Appends what was agreed to, to the list field @name of @record. */
void sme_consent_list_add_to (SmeConsentList *self, SmeRecord *record, const char *name);

/* FALSE if @error says nothing about "/consents". */
gboolean sme_consent_list_take_error (SmeConsentList *self, const GError *error);

G_END_DECLS
