/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-account-switcher.h"

#include "app/account/sme-known-address.h"
#include "client/sme-econtract.h"
#include "client/sme-known-accounts.h"
#include "client/sme-shop.h"

#include <glib/gi18n.h>

struct _SmeAccountSwitcher
{
  GObject parent_instance;

  SmeNavigator *navigator; /* weak */
  SmeContext *context;
  char *switching_to; /* id of an account, while it is under way */
  GStrv routes;       /* to open then */
};

G_DEFINE_FINAL_TYPE (SmeAccountSwitcher, sme_account_switcher, G_TYPE_OBJECT)

static void
activate (SmeAccountSwitcher *self, const char *action, const char *target)
{
  if (self->navigator != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->navigator), action, "s", target);
}

static void
open_routes (SmeAccountSwitcher *self, const char *const *routes, const char *otherwise)
{
  if (routes == NULL || routes[0] == NULL)
    activate (self, "win.open", otherwise);
  for (guint i = 0; routes != NULL && routes[i] != NULL; i++)
    activate (self, "win.open", routes[i]);
}

/* The contract system has a sign-in of its own, which is the same person's. */
static void
leave_econtract (SmeAccountSwitcher *self)
{
  SmeEcontract *econtract = sme_context_get_econtract (self->context);

  if (econtract != NULL && sme_econtract_get_signed_in (econtract))
    sme_econtract_sign_out_async (econtract, NULL, NULL, NULL);
}

static void
on_signed_out (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeAccountSwitcher) self = data;
  g_autoptr (GError) error = NULL;
  gboolean told = sme_shop_sign_out_finish (SME_SHOP (source), result, &error);

  activate (self, "win.toast",
            told ? _ ("You are signed out")
                 : _ ("You are signed out here; the server could not be told"));
}

/* The page that asks for the password comes with the address filled in. */
static void
ask_to_sign_in (SmeAccountSwitcher *self, SmeAccount *account, const char *const *routes)
{
  if (account != NULL)
    sme_known_address_set (self->context, sme_record_get_text (SME_RECORD (account), "email"));
  open_routes (self, routes, "sign-in");
}

static void
on_switched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeAccountSwitcher) self = data;
  g_autoptr (GError) error = NULL;
  gboolean signed_in = sme_shop_switch_finish (SME_SHOP (source), result, &error);
  g_autofree char *id = g_steal_pointer (&self->switching_to);
  g_auto (GStrv) routes = g_steal_pointer (&self->routes);
  SmeAccount *account;
  g_autofree char *text = NULL;

  if (self->navigator == NULL || id == NULL)
    return;
  account = sme_known_accounts_find (sme_context_get_known_accounts (self->context), id);
  if (!signed_in)
    {
      ask_to_sign_in (self, account, (const char *const *) routes);
      return;
    }
  /* Translators: %s is the name of a person. */
  text = g_strdup_printf (_ ("You are signed in as %s now"),
                          account != NULL ? sme_record_get_text (SME_RECORD (account), "full_name")
                                          : "");
  if (routes != NULL)
    open_routes (self, (const char *const *) routes, "home");
  activate (self, "win.toast", text);
}

/* Without pages: they are the other account's. */
static void
leave (SmeAccountSwitcher *self)
{
  sme_navigator_clear (self->navigator);
  leave_econtract (self);
}

static void
sme_account_switcher_dispose (GObject *object)
{
  SmeAccountSwitcher *self = SME_ACCOUNT_SWITCHER (object);

  g_clear_weak_pointer (&self->navigator);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sme_account_switcher_parent_class)->dispose (object);
}

static void
sme_account_switcher_finalize (GObject *object)
{
  SmeAccountSwitcher *self = SME_ACCOUNT_SWITCHER (object);

  g_free (self->switching_to);
  g_strfreev (self->routes);
  G_OBJECT_CLASS (sme_account_switcher_parent_class)->finalize (object);
}

static void
sme_account_switcher_class_init (SmeAccountSwitcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_account_switcher_dispose;
  G_OBJECT_CLASS (klass)->finalize = sme_account_switcher_finalize;
}

static void
sme_account_switcher_init (SmeAccountSwitcher *self)
{
}

SmeAccountSwitcher *
sme_account_switcher_new (SmeNavigator *navigator, SmeContext *context)
{
  SmeAccountSwitcher *self = g_object_new (SME_TYPE_ACCOUNT_SWITCHER, NULL);

  g_set_weak_pointer (&self->navigator, navigator);
  g_set_object (&self->context, context);
  return self;
}

/* Leaving of one's own will asks nobody to sign in again. */
void
sme_account_switcher_sign_out (SmeAccountSwitcher *self)
{
  SmeShop *shop = sme_context_get_shop (self->context);

  leave (self);
  if (shop != NULL && sme_context_is_signed_in (self->context))
    sme_shop_sign_out_async (shop, NULL, on_signed_out, g_object_ref (self));
  activate (self, "win.open", "home");
}

void
sme_account_switcher_use (SmeAccountSwitcher *self,
                          const char *account_id,
                          const char *const *routes)
{
  SmeShop *shop = sme_context_get_shop (self->context);
  gboolean nobody = *account_id == '\0';

  if (sme_context_get_known_accounts (self->context) == NULL || self->switching_to != NULL)
    return;
  leave (self);
  if (!nobody)
    {
      self->switching_to = g_strdup (account_id);
      g_clear_pointer (&self->routes, g_strfreev);
      self->routes = g_strdupv ((GStrv) routes);
    }
  sme_shop_switch_async (shop, nobody ? NULL : account_id, NULL, on_switched, g_object_ref (self));
  activate (self, "win.open", "home");
  if (nobody)
    open_routes (self, routes, "sign-in");
}
