/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-dossiers.h"

G_BEGIN_DECLS

/**
 * sme_signing_guard_find:
 *
 * The dossier of a signing call, when it may be worked on: not locked (423), with the first
 * password changed (403 password-change-required), not left to a holder who was invited (409
 * signer-invited), and of an order that waits for it.
 */
SmeStoredDossier *sme_signing_guard_find (SmeCall *call, GError **error);

/* Whether the running session is the one the code was entered in. */
gboolean
sme_signing_guard_is_same_session (SmeCall *call, SmeStoredDossier *dossier, GError **error);

/* A hash over all documents as they are now; what an OTP is bound to. */
char *sme_signing_guard_digest (SmeStoredDossier *dossier);

SmeReply *sme_signing_guard_answer (SmeCall *call, GError **error);

G_END_DECLS
