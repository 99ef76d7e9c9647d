/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-signing-step.h"

#include "core/sme-problem.h"

#include <glib/gi18n.h>

typedef struct
{
  SmeSigningFlow *flow;
} SmeSigningStepPrivate;

enum
{
  PROP_0,
  PROP_FLOW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SmeSigningStep, sme_signing_step, SME_TYPE_STEP)

#define PRIVATE(self) ((SmeSigningStepPrivate *) sme_signing_step_get_instance_private (self))

/* Errors that led to another state are told there. */
static gboolean
sme_signing_step_real_take_error (SmeStep *step, const GError *error)
{
  return g_error_matches (error, SME_PROBLEM, SME_PROBLEM_SIGNING_LOCKED) ||
         sme_signing_flow_get_state (PRIVATE (SME_SIGNING_STEP (step))->flow) == SME_SIGNING_ENDED;
}

static void
sme_signing_step_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FLOW)
    g_value_set_object (value, PRIVATE (SME_SIGNING_STEP (object))->flow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_signing_step_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FLOW)
    PRIVATE (SME_SIGNING_STEP (object))->flow = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_signing_step_dispose (GObject *object)
{
  g_clear_object (&PRIVATE (SME_SIGNING_STEP (object))->flow);
  G_OBJECT_CLASS (sme_signing_step_parent_class)->dispose (object);
}

static void
sme_signing_step_class_init (SmeSigningStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sme_signing_step_get_property;
  object_class->set_property = sme_signing_step_set_property;
  object_class->dispose = sme_signing_step_dispose;
  SME_STEP_CLASS (klass)->take_error = sme_signing_step_real_take_error;
  props[PROP_FLOW] =
    g_param_spec_object ("flow", NULL, NULL, SME_TYPE_SIGNING_FLOW,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sme_signing_step_init (SmeSigningStep *self)
{
}

SmeSigningFlow *
sme_signing_step_get_flow (SmeSigningStep *self)
{
  g_return_val_if_fail (SME_IS_SIGNING_STEP (self), NULL);
  return PRIVATE (self)->flow;
}

const char *
sme_signing_step_pick (SmeSigningStep *self, const char *contract, const char *record)
{
  SmeSigningFlow *flow;

  g_return_val_if_fail (SME_IS_SIGNING_STEP (self), contract);
  flow = PRIVATE (self)->flow;
  return flow != NULL && sme_signing_flow_get_kind (flow) == SME_DOSSIER_ACCEPTANCE ? record
                                                                                    : contract;
}

SmeCasePlace
sme_signing_step_get_case_place (SmeSigningStep *self)
{
  SmeSigningFlow *flow = sme_signing_step_get_flow (self);

  return sme_signing_flow_is_of_signer (flow)
           ? sme_case_place_of_dossier (SME_CALLER (sme_signing_flow_get_econtract (flow)),
                                        sme_signing_flow_get_dossier_id (flow))
           : sme_case_place_of_order (SME_PAGE (self), sme_signing_flow_get_order_id (flow));
}

char *
sme_signing_step_make_hotline_text (SmeSigningStep *self, const char *text)
{
  SmeContext *context = sme_page_get_context (SME_PAGE (self));

  if (context == NULL || !sme_context_is_local (context))
    return g_strdup (text);
  return g_strconcat (_ ("This order exists on this computer only."), " ", text, NULL);
}
