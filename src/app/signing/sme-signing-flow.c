/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the flow is; its calls are in sme-signing-flow-load.c and sme-signing-flow-calls.c. */
#include "app/signing/sme-signing-flow-private.h"

#include "core/sme-enums.h"

enum
{
  PROP_0,
  PROP_STATE,
  PROP_ATTEMPTS_LEFT,
  PROP_DOCUMENTS,
  PROP_INK,
  N_PROPS
};

enum
{
  OTP_CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeSigningFlow, sme_signing_flow, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SmeSigningState,
                    sme_signing_state,
                    G_DEFINE_ENUM_VALUE (SME_SIGNING_LOADING, "loading"),
                    G_DEFINE_ENUM_VALUE (SME_SIGNING_READING, "reading"),
                    G_DEFINE_ENUM_VALUE (SME_SIGNING_PASSWORD, "password"),
                    G_DEFINE_ENUM_VALUE (SME_SIGNING_OTP, "otp"),
                    G_DEFINE_ENUM_VALUE (SME_SIGNING_DRAWING, "drawing"),
                    G_DEFINE_ENUM_VALUE (SME_SIGNING_FINISHING, "finishing"),
                    G_DEFINE_ENUM_VALUE (SME_SIGNING_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (SME_SIGNING_LOCKED, "locked"),
                    G_DEFINE_ENUM_VALUE (SME_SIGNING_ENDED, "ended"))

void
sme_signing_flow_set_state (SmeSigningFlow *self, SmeSigningState state)
{
  if (self->state == state)
    return;
  self->state = state;
  if (state == SME_SIGNING_DONE && self->keeper != NULL)
    {
      sme_ink_keeper_forget (self->keeper);
      sme_signature_draft_forget (self->draft);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

void
sme_signing_flow_set_attempts_left (SmeSigningFlow *self, int attempts_left)
{
  if (self->attempts_left == attempts_left)
    return;
  self->attempts_left = attempts_left;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ATTEMPTS_LEFT]);
}

void
sme_signing_flow_take_documents (SmeSigningFlow *self, GPtrArray *documents)
{
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  self->documents = documents;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENTS]);
}

void
sme_signing_flow_take_keeper (SmeSigningFlow *self, SmeInkKeeper *keeper, SmeSignatureDraft *draft)
{
  g_clear_object (&self->keeper);
  g_clear_object (&self->draft);
  self->keeper = keeper;
  self->draft = draft;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INK]);
}

SmeSigningState
sme_signing_flow_judge (SmeSigningFlow *self, SmeSigningState otherwise)
{
  switch (sme_record_get_int (SME_RECORD (self->dossier), "state"))
    {
    case SME_DOSSIER_STATE_COMPLETED:
    case SME_DOSSIER_STATE_SUPERSEDED:
      return SME_SIGNING_DONE;
    case SME_DOSSIER_STATE_LOCKED:
      return SME_SIGNING_LOCKED;
    default:
      return otherwise;
    }
}

static void
take_tries (SmeSigningFlow *self)
{
  SmeRecord *otp = sme_record_get_object (SME_RECORD (self->dossier), "otp");

  if (otp != NULL)
    sme_signing_flow_set_attempts_left (self, (int) sme_record_get_int (otp, "attempts_left"));
}

/* What happened elsewhere: signed on another computer, locked, or unlocked by the hotline. */
static void
on_dossier_state_changed (SmeSigningFlow *self)
{
  gboolean was_locked = self->state == SME_SIGNING_LOCKED;

  if (self->state == SME_SIGNING_LOADING || self->state == SME_SIGNING_DONE)
    return;
  sme_signing_flow_set_state (
    self, sme_signing_flow_judge (self, was_locked ? SME_SIGNING_READING : self->state));
  if (!was_locked || self->state == SME_SIGNING_LOCKED)
    return;
  /* The code that locked it is void, and its tries are given anew. */
  self->code_sent = FALSE;
  sme_signing_flow_set_otp (self, NULL, 0);
  take_tries (self);
}

static void
drop_dossier (SmeSigningFlow *self)
{
  if (self->dossier == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->dossier, self);
  g_clear_object (&self->dossier);
}

void
sme_signing_flow_take_dossier (SmeSigningFlow *self, SmeDossier *dossier)
{
  drop_dossier (self);
  self->dossier = dossier;
  g_signal_connect_object (dossier, "notify::state", G_CALLBACK (on_dossier_state_changed), self,
                           G_CONNECT_SWAPPED);
  take_tries (self);
}

void
sme_signing_flow_set_otp (SmeSigningFlow *self, SmeOtpState *otp, gint64 asked_at)
{
  g_clear_pointer (&self->countdown, sme_otp_countdown_free);
  if (otp == NULL)
    {
      g_signal_emit (self, signals[OTP_CHANGED], 0);
      return;
    }
  self->countdown = sme_otp_countdown_new (otp, asked_at);
  self->code_sent = TRUE;
  g_free (self->sent_to);
  self->sent_to = g_strdup (sme_record_get_text (SME_RECORD (otp), "sent_to"));
  sme_signing_flow_set_attempts_left (self,
                                      (int) sme_record_get_int (SME_RECORD (otp), "attempts_left"));
  g_signal_emit (self, signals[OTP_CHANGED], 0);
}

void
sme_signing_flow_set_wait (SmeSigningFlow *self, guint seconds)
{
  if (self->countdown == NULL)
    return;
  sme_otp_countdown_set_wait (self->countdown, seconds, sme_otp_countdown_now ());
  g_signal_emit (self, signals[OTP_CHANGED], 0);
}

/* The token was refused, by whatever call: what a person is in the middle of cannot go on. */
static void
on_session_ended (SmeSigningFlow *self, gboolean signing)
{
  if (signing && self->state >= SME_SIGNING_PASSWORD && self->state <= SME_SIGNING_FINISHING)
    sme_signing_flow_set_state (self, SME_SIGNING_ENDED);
}

static void
sme_signing_flow_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SmeSigningFlow *self = SME_SIGNING_FLOW (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    case PROP_ATTEMPTS_LEFT:
      g_value_set_int (value, self->attempts_left);
      break;
    case PROP_DOCUMENTS:
      g_value_set_boxed (value, self->documents);
      break;
    case PROP_INK:
      g_value_set_object (value, sme_signing_flow_get_ink (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sme_signing_flow_dispose (GObject *object)
{
  SmeSigningFlow *self = SME_SIGNING_FLOW (object);

  drop_dossier (self);
  if (self->econtract != NULL)
    sme_econtract_set_signing_token (self->econtract, NULL);
  g_clear_object (&self->keeper);
  g_clear_object (&self->draft);
  g_clear_object (&self->vault);
  g_clear_object (&self->econtract);
  g_clear_object (&self->shop);
  G_OBJECT_CLASS (sme_signing_flow_parent_class)->dispose (object);
}

static void
sme_signing_flow_finalize (GObject *object)
{
  SmeSigningFlow *self = SME_SIGNING_FLOW (object);

  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->countdown, sme_otp_countdown_free);
  g_clear_pointer (&self->outline, sme_ink_path_free);
  g_clear_pointer (&self->image, sme_ink_image_unref);
  g_free (self->sent_to);
  g_free (self->username);
  g_free (self->order_id);
  g_free (self->dossier_id);
  G_OBJECT_CLASS (sme_signing_flow_parent_class)->finalize (object);
}

static void
sme_signing_flow_class_init (SmeSigningFlowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sme_signing_flow_get_property;
  object_class->dispose = sme_signing_flow_dispose;
  object_class->finalize = sme_signing_flow_finalize;
  props[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, SME_TYPE_SIGNING_STATE, SME_SIGNING_LOADING, flags);
  props[PROP_ATTEMPTS_LEFT] =
    g_param_spec_int ("attempts-left", NULL, NULL, -1, G_MAXINT, -1, flags);
  props[PROP_DOCUMENTS] = g_param_spec_boxed ("documents", NULL, NULL, G_TYPE_PTR_ARRAY, flags);
  props[PROP_INK] = g_param_spec_object ("ink", NULL, NULL, SME_TYPE_INK, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[OTP_CHANGED] = g_signal_new ("otp-changed", SME_TYPE_SIGNING_FLOW, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sme_signing_flow_init (SmeSigningFlow *self)
{
  self->attempts_left = -1;
}

static SmeSigningFlow *
make (SmeEcontract *econtract, SmeVault *vault, SmeDossierKind kind)
{
  SmeSigningFlow *self = g_object_new (SME_TYPE_SIGNING_FLOW, NULL);

  self->econtract = g_object_ref (econtract);
  g_set_object (&self->vault, vault);
  self->kind = kind;
  g_signal_connect_object (econtract, "session-ended", G_CALLBACK (on_session_ended), self,
                           G_CONNECT_SWAPPED);
  return self;
}

SmeSigningFlow *
sme_signing_flow_new (SmeShop *shop,
                      SmeEcontract *econtract,
                      SmeVault *vault,
                      const char *order_id,
                      SmeDossierKind kind)
{
  SmeSigningFlow *self = make (econtract, vault, kind);

  self->shop = g_object_ref (shop);
  self->order_id = g_strdup (order_id);
  return self;
}

SmeSigningFlow *
sme_signing_flow_new_for_signer (SmeEcontract *econtract,
                                 SmeVault *vault,
                                 const char *dossier_id,
                                 SmeDossierKind kind)
{
  SmeSigningFlow *self = make (econtract, vault, kind);

  self->dossier_id = g_strdup (dossier_id);
  return self;
}
