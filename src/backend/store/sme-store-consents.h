/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "core/sme-records.h"

G_BEGIN_DECLS

/**
 * SmePurpose:
 * @version: the document that is to be agreed to now, one that no other purpose has
 * @required: without it there is no account
 * @withdrawable: whether it can be withdrawn while the account stays
 * @effects: what the withdrawal does, ended by -1
 *
 * A purpose that people consent to, each apart (Law 91/2025/QH15).
 */
typedef struct
{
  const char *name;
  const char *version;
  gboolean required;
  gboolean withdrawable;
  int effects[5];
} SmePurpose;

/* (element-type SmeTermsItem): what there is to consent to now. */
GListModel *sme_store_list_terms (void);

/* NULL for a purpose that does not exist. */
const SmePurpose *sme_purpose_find (const char *name);
/* The effects as words of the wire; static. Free the list with g_free(). */
const char **sme_purpose_list_effects (const SmePurpose *self);

/* Field errors under "/consents" of a registration: unknown purposes, texts that are not in force,
 * required ones that are missing. */
void sme_store_check_consents (GListModel *consents, GPtrArray *errors);

/* The proof: the version, with the hash of the document in the language of @call. */
gboolean sme_store_insert_consent (SmeCall *call,
                                   const char *account_id,
                                   const char *purpose,
                                   const char *version,
                                   GError **error);

/* @only_valid: leave out what was withdrawn. (element-type SmeConsent), newest first */
GListModel *sme_store_list_consents (SmeCall *call,
                                     const char *account_id,
                                     gboolean only_valid,
                                     GError **error);

/* The one that is valid, or NULL without error. */
SmeConsent *
sme_store_find_consent (SmeCall *call, const char *account_id, const char *purpose, GError **error);
gboolean sme_store_withdraw_consent (SmeCall *call,
                                     const char *account_id,
                                     const char *purpose,
                                     GError **error);

/* SME_PROBLEM_CONSENT_REQUIRED unless the caller consents to the use of personal data. */
gboolean sme_store_require_data_consent (SmeCall *call, GError **error);

G_END_DECLS
