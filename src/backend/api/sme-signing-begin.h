/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-econtract.h"
#include "backend/store/sme-store-orders.h"
#include "core/sme-enums.h"

G_BEGIN_DECLS

/* Whether the order waits for the dossier of @kind to be signed. */
gboolean sme_signing_can_begin (SmeStoredOrder *order, SmeDossierKind kind);

/* What belonged to the session before is void; the strokes stay. */
gboolean sme_signing_begin (SmeCall *call,
                            const char *order_id,
                            const char *dossier_id,
                            SmeDossierKind kind,
                            GError **error);

/* A holder who was invited signs in: an older session of theirs is over, and what can be signed
 * begins again. */
gboolean sme_signing_begin_for_signer (SmeCall *call, SmeEcontractUser *user, GError **error);

/* A row in the chain of whom the password belongs to: the account, or the order of a signer. */
gboolean sme_signing_note_password (SmeCall *call, SmeEcontractUser *user, GError **error);

G_END_DECLS
