/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-context.h"

#include "app/guide/sme-assistant.h"
#include "app/sme-waiting.h"

struct _SmeContext
{
  GObject parent_instance;

  GSettings *settings;
  SmeShop *shop;
  SmeCatalogCache *catalog;
  SmeEcontract *econtract;
  SmeKeyring *keyring;
  SmeVault *vault;
  SmeKnownAccounts *known_accounts;
  SmeLocalBackend *local_backend;
  SmeLocalTools *local_tools;
  SmeWaiting *waiting;
  SmeAssistant *assistant;

  gboolean signed_in;
  GBinding *signed_in_binding;
};

enum
{
  PROP_0,
  PROP_SIGNED_IN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeContext, sme_context, G_TYPE_OBJECT)

static void
sme_context_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SIGNED_IN)
    g_value_set_boolean (value, SME_CONTEXT (object)->signed_in);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* Written by the binding to the shop only. */
static void
sme_context_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SmeContext *self = SME_CONTEXT (object);

  if (id != PROP_SIGNED_IN)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->signed_in == g_value_get_boolean (value))
    return;
  self->signed_in = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
sme_context_dispose (GObject *object)
{
  SmeContext *self = SME_CONTEXT (object);

  g_clear_pointer (&self->signed_in_binding, g_binding_unbind);
  g_clear_object (&self->waiting);
  g_clear_object (&self->assistant);
  g_clear_object (&self->settings);
  g_clear_object ((GObject **) &self->shop);
  g_clear_object ((GObject **) &self->catalog);
  g_clear_object ((GObject **) &self->econtract);
  g_clear_object ((GObject **) &self->keyring);
  g_clear_object ((GObject **) &self->known_accounts);
  g_clear_object ((GObject **) &self->vault);
  g_clear_object ((GObject **) &self->local_backend);
  g_clear_object ((GObject **) &self->local_tools);
  G_OBJECT_CLASS (sme_context_parent_class)->dispose (object);
}

static void
sme_context_class_init (SmeContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sme_context_get_property;
  object_class->set_property = sme_context_set_property;
  object_class->dispose = sme_context_dispose;
  props[PROP_SIGNED_IN] =
    g_param_spec_boolean ("signed-in", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sme_context_init (SmeContext *self)
{
}

SmeContext *
sme_context_new (GSettings *settings)
{
  SmeContext *self = g_object_new (SME_TYPE_CONTEXT, NULL);

  g_set_object (&self->settings, settings);
  return self;
}

GSettings *
sme_context_get_settings (SmeContext *self)
{
  return self->settings;
}

SmeShop *
sme_context_get_shop (SmeContext *self)
{
  return self->shop;
}

SmeEcontract *
sme_context_get_econtract (SmeContext *self)
{
  return self->econtract;
}

SmeCaller *
sme_context_get_catalog (SmeContext *self)
{
  return self->catalog != NULL ? (SmeCaller *) self->catalog : (SmeCaller *) self->shop;
}

SmeCatalogCache *
sme_context_get_catalog_cache (SmeContext *self)
{
  return self->catalog;
}

SmeKeyring *
sme_context_get_keyring (SmeContext *self)
{
  return self->keyring;
}

SmeVault *
sme_context_get_vault (SmeContext *self)
{
  return self->vault;
}

SmeKnownAccounts *
sme_context_get_known_accounts (SmeContext *self)
{
  return self->known_accounts;
}

SmeLocalBackend *
sme_context_get_local_backend (SmeContext *self)
{
  return self->local_backend;
}

SmeLocalTools *
sme_context_get_local_tools (SmeContext *self)
{
  return self->local_tools;
}

SmeWaiting *
sme_context_get_waiting (SmeContext *self)
{
  if (self->waiting == NULL)
    self->waiting = sme_waiting_new (self);
  return self->waiting;
}

SmeAssistant *
sme_context_get_assistant (SmeContext *self)
{
  g_return_val_if_fail (SME_IS_CONTEXT (self), NULL);
  if (self->assistant == NULL)
    self->assistant = sme_assistant_new (sme_guide_choose_language ());
  return self->assistant;
}

gboolean
sme_context_is_signed_in (SmeContext *self)
{
  return self->signed_in;
}

gboolean
sme_context_is_local (SmeContext *self)
{
  return self->local_tools != NULL;
}

static void
set_part (gpointer part, gpointer object)
{
  g_set_object ((GObject **) part, object);
}

void
sme_context_set_shop (SmeContext *self, SmeShop *shop)
{
  g_clear_pointer (&self->signed_in_binding, g_binding_unbind);
  set_part (&self->shop, shop);
  if (shop != NULL)
    self->signed_in_binding =
      g_object_bind_property (shop, "signed-in", self, "signed-in", G_BINDING_SYNC_CREATE);
}

void
sme_context_set_catalog_cache (SmeContext *self, SmeCatalogCache *catalog)
{
  set_part (&self->catalog, catalog);
}

void
sme_context_set_econtract (SmeContext *self, SmeEcontract *econtract)
{
  set_part (&self->econtract, econtract);
}

void
sme_context_set_keyring (SmeContext *self, SmeKeyring *keyring)
{
  set_part (&self->keyring, keyring);
}

void
sme_context_set_vault (SmeContext *self, SmeVault *vault)
{
  set_part (&self->vault, vault);
}

void
sme_context_set_known_accounts (SmeContext *self, SmeKnownAccounts *accounts)
{
  set_part (&self->known_accounts, accounts);
}

void
sme_context_set_local_backend (SmeContext *self, SmeLocalBackend *backend)
{
  set_part (&self->local_backend, backend);
}

void
sme_context_set_local_tools (SmeContext *self, SmeLocalTools *tools)
{
  set_part (&self->local_tools, tools);
}
