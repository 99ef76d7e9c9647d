/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of SmeSigningFlow share. */
#pragma once

#include "app/signing/sme-ink-keeper.h"
#include "app/signing/sme-open-contract.h"
#include "app/signing/sme-signing-flow.h"

G_BEGIN_DECLS

struct _SmeSigningFlow
{
  GObject parent_instance;

  SmeShop *shop; /* NULL: a holder signs who was invited */
  SmeEcontract *econtract;
  SmeVault *vault;
  char *order_id;   /* NULL for the holder, */
  char *dossier_id; /* who has this */
  SmeDossierKind kind;

  SmeSigningState state;
  gboolean password_required;
  char *username; /* of eContract; NULL: not known */
  SmeDossier *dossier;
  GPtrArray *documents;
  SmeInkKeeper *keeper;
  SmeSignatureDraft *draft; /* comes with the keeper */
  SmeInkPath *outline;      /* of the typed name that is saved; NULL: what is saved was drawn */
  SmeInkImage *image;       /* that is saved; NULL likewise */
  int attempts_left;
  char *sent_to;
  SmeOtpCountdown *countdown; /* of the last code of this session; NULL: none is valid */
  gboolean code_sent;         /* in this session */
};

void sme_signing_flow_set_state (SmeSigningFlow *self, SmeSigningState state);
void sme_signing_flow_set_attempts_left (SmeSigningFlow *self, int attempts_left);
/* All transfer full. */
void sme_signing_flow_take_documents (SmeSigningFlow *self, GPtrArray *documents);
void
sme_signing_flow_take_keeper (SmeSigningFlow *self, SmeInkKeeper *keeper, SmeSignatureDraft *draft);
void sme_signing_flow_take_dossier (SmeSigningFlow *self, SmeDossier *dossier);
/* NULL: none is valid any more. */
void sme_signing_flow_set_otp (SmeSigningFlow *self, SmeOtpState *otp, gint64 asked_at);
void sme_signing_flow_set_wait (SmeSigningFlow *self, guint seconds);

/* Where the dossier's state puts us; @otherwise if it can be signed. */
SmeSigningState sme_signing_flow_judge (SmeSigningFlow *self, SmeSigningState otherwise);

/* Of the calls to eContract: a task for one, its end, and where an error leads; the last takes
 * @task and @error over. */
GTask *sme_signing_flow_begin_call (SmeSigningFlow *self,
                                    gpointer tag,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean sme_signing_flow_finish_call (SmeSigningFlow *self, GAsyncResult *result, GError **error);
void sme_signing_flow_return_error (GTask *task, GError *error);

G_END_DECLS
