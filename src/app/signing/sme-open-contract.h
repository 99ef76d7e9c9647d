/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-shown-document.h"
#include "core/sme-enums.h"

G_BEGIN_DECLS

/**
 * SmeOpenContract:
 * @dossier: live
 * @documents: (element-type SmeShownDocument): as the dossier describes them
 * @password_change_required: nothing can be signed before the first eContract password is changed
 * @username: (nullable): of the person's eContract account
 *
 * An order's contract or acceptance record, opened in eContract with a signing session that OneSME
 * handed over.
 */
typedef struct
{
  SmeDossier *dossier;
  GPtrArray *documents;
  gboolean password_change_required;
  char *username;
} SmeOpenContract;

void sme_open_contract_free (SmeOpenContract *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeOpenContract, sme_open_contract_free)

/**
 * sme_open_contract_async:
 * @econtract: takes the new session's token; an older session of the same contract ends
 * @kind: the contract, or the acceptance record
 *
 * Errors: those of the calls; %SME_PROBLEM_MISDIRECTED if OneSME names another eContract server
 * than the one that this program was told to trust: nothing is sent there.
 */
void sme_open_contract_async (SmeShop *shop,
                              SmeEcontract *econtract,
                              const char *order_id,
                              SmeDossierKind kind,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* The same for a holder who was invited: @econtract has the token already. */
void sme_open_contract_of_signer_async (SmeEcontract *econtract,
                                        const char *dossier_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
SmeOpenContract *sme_open_contract_finish (GAsyncResult *result, GError **error);

/* Whether two base URLs name the same server: case of the host and a final slash don't count. */
gboolean sme_open_contract_is_same_server (const char *a, const char *b);

G_END_DECLS
