/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-otp-countdown.h"
#include "app/signing/sme-shown-document.h"
#include "app/signing/sme-signature-draft.h"
#include "client/sme-vault.h"
#include "core/sme-enums.h"
#include "ink/sme-ink-path.h"
#include "ink/sme-ink.h"

G_BEGIN_DECLS

/**
 * SmeSigningState:
 * @SME_SIGNING_LOADING: the contract is not open yet
 * @SME_SIGNING_READING: the contract is read; nothing is asked for
 * @SME_SIGNING_PASSWORD: first eContract use: the mailed password is replaced (A41)
 * @SME_SIGNING_OTP: a code is sent and entered (A42 to A44)
 * @SME_SIGNING_DRAWING: the signature is drawn (A45)
 * @SME_SIGNING_FINISHING: the signature is saved; the last word is the person's (A46)
 * @SME_SIGNING_DONE: signed and sealed
 * @SME_SIGNING_LOCKED: three wrong codes; only the hotline can help
 * @SME_SIGNING_ENDED: the session is over; sme_signing_flow_restart_async() begins another (A48)
 */
typedef enum
{
  SME_SIGNING_LOADING,
  SME_SIGNING_READING,
  SME_SIGNING_PASSWORD,
  SME_SIGNING_OTP,
  SME_SIGNING_DRAWING,
  SME_SIGNING_FINISHING,
  SME_SIGNING_DONE,
  SME_SIGNING_LOCKED,
  SME_SIGNING_ENDED,
} SmeSigningState;

#define SME_TYPE_SIGNING_STATE (sme_signing_state_get_type ())
GType sme_signing_state_get_type (void);

#define SME_TYPE_SIGNING_FLOW (sme_signing_flow_get_type ())
G_DECLARE_FINAL_TYPE (SmeSigningFlow, sme_signing_flow, SME, SIGNING_FLOW, GObject)

/**
 * SmeSigningFlow:
 *
 * How one contract is signed, without a widget: the steps, what the servers are told, what the
 * person's tries and times are. Where it stands follows from the servers' answers, so a signing
 * that was left goes on at the right step on any computer (A47).
 *
 * Properties that notify: "state" (#SmeSigningState), "attempts-left" (int; -1 unknown),
 * "documents" (other files than before; see sme_signing_flow_get_documents()), "ink".
 * Signal "otp-changed": a code was sent or became void, or the time to wait changed.
 */
SmeSigningFlow *sme_signing_flow_new (SmeShop *shop,
                                      SmeEcontract *econtract, /* its token is the flow's alone */
                                      SmeVault *vault,         /* nullable */
                                      const char *order_id,
                                      SmeDossierKind kind);

/* The same for a holder who was invited and has a sign-in of their own; there is no shop, and no
 * order: a session that ends is begun by signing in to eContract again. */
SmeSigningFlow *sme_signing_flow_new_for_signer (SmeEcontract *econtract,
                                                 SmeVault *vault, /* nullable */
                                                 const char *dossier_id,
                                                 SmeDossierKind kind);
gboolean sme_signing_flow_is_of_signer (SmeSigningFlow *self);
SmeEcontract *sme_signing_flow_get_econtract (SmeSigningFlow *self);
/* Of a signer; else NULL. */
const char *sme_signing_flow_get_dossier_id (SmeSigningFlow *self);

/* What is signed: the contract, or the acceptance record (A50). */
SmeDossierKind sme_signing_flow_get_kind (SmeSigningFlow *self);
const char *sme_signing_flow_get_order_id (SmeSigningFlow *self);

SmeSigningState sme_signing_flow_get_state (SmeSigningFlow *self);
/* NULL while loading. */
SmeDossier *sme_signing_flow_get_dossier (SmeSigningFlow *self);
/* (element-type SmeShownDocument) (nullable): what is signed is what this holds. */
GPtrArray *sme_signing_flow_get_documents (SmeSigningFlow *self);
/* What is drawn on; NULL while loading. Strokes are kept in the vault until it is signed. */
SmeInk *sme_signing_flow_get_ink (SmeSigningFlow *self);

/* The name that is typed, the picture, and which way was chosen; NULL while loading. */
SmeSignatureDraft *sme_signing_flow_get_draft (SmeSigningFlow *self);

/* (nullable): the letters of the name that is saved as the signature, in a box of
 * SME_SIGNATURE_TYPED_WIDTH by _HEIGHT; NULL when it was drawn. */
const SmeInkPath *sme_signing_flow_get_outline (SmeSigningFlow *self);
/* (nullable): the picture that is saved as the signature. */
SmeInkImage *sme_signing_flow_get_image (SmeSigningFlow *self);

/* Asks what became of the dossier elsewhere; the state follows. */
void sme_signing_flow_look_again (SmeSigningFlow *self);
/* (nullable): of the eContract account that signs, where the provider told it. */
const char *sme_signing_flow_get_username (SmeSigningFlow *self);

/* Of the last code: the masked number (nullable), tries (-1 unknown), seconds. */
const char *sme_signing_flow_get_sent_to (SmeSigningFlow *self);
int sme_signing_flow_get_attempts_left (SmeSigningFlow *self);
guint sme_signing_flow_get_valid_seconds (SmeSigningFlow *self);
guint sme_signing_flow_get_wait_seconds (SmeSigningFlow *self);
/* Whether a code that can still be entered was sent in this session; whether none was sent yet. */
gboolean sme_signing_flow_has_code (SmeSigningFlow *self);
gboolean sme_signing_flow_needs_code (SmeSigningFlow *self);

/* READING -> PASSWORD or OTP; FINISHING -> DRAWING. */
void sme_signing_flow_confirm_read (SmeSigningFlow *self);
void sme_signing_flow_draw_again (SmeSigningFlow *self);

/*
 * The calls. One at a time; each ends in the state that its answer leads to. An error leaves
 * everything as it was, so the same call can be made again, but for these: NO_SESSION of eContract
 * leads to ENDED, SIGNING_LOCKED and the last wrong code to LOCKED, DOCUMENT_CHANGED to READING
 * with the new files, WRONG_STATE to where the server says we are.
 */
#define SME_SIGNING_CALL(name, ...) \
  void sme_signing_flow_##name##_async (SmeSigningFlow *self, ##__VA_ARGS__, \
                                        GCancellable *cancellable, GAsyncReadyCallback callback, \
                                        gpointer user_data); \
  gboolean sme_signing_flow_##name##_finish (SmeSigningFlow *self, GAsyncResult *result, \
                                             GError **error);

/* Opens the contract: LOADING -> READING, DONE or LOCKED. */
SME_SIGNING_CALL (load)
/* A new session after ENDED -> OTP (PASSWORD where that is still to do), DONE or LOCKED. */
SME_SIGNING_CALL (restart)
/* The files once more, for what changed by being signed. */
SME_SIGNING_CALL (fetch_documents)
/* PASSWORD -> OTP. */
SME_SIGNING_CALL (set_password, const char *password)
/* In OTP: sends a code, or another one that voids the one before. */
SME_SIGNING_CALL (send_otp)
/* OTP -> DRAWING. */
SME_SIGNING_CALL (verify_otp, const char *code)
/* DRAWING -> FINISHING. Errors: %SME_INK_ERROR too, when what is drawn is no signature. */
SME_SIGNING_CALL (save_signature)
/* The same with the name, typed. */
SME_SIGNING_CALL (save_typed, const char *name)
/* The same with a picture. */
SME_SIGNING_CALL (save_image, SmeInkImage *image)
/* FINISHING -> DONE. */
SME_SIGNING_CALL (complete)

#undef SME_SIGNING_CALL

G_END_DECLS
