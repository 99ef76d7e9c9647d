/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-account-switcher.h"

#include "app/account/sme-known-address.h"
#include "app/account/sme-sign-in-intro.h"
#include "app/sme-error-text.h"
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
  gulong going_over;  /* the handler of the shop's signal meanwhile */
  GStrv routes;       /* to open then */
  gboolean order;     /* the first of them is a purchase that is on the way */
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

/* Without pages: they are those of the account before. */
static void
leave (SmeAccountSwitcher *self)
{
  sme_navigator_clear (self->navigator);
  leave_econtract (self);
}

/* Where nobody is signed in that could stay meanwhile. */
static void
ask_to_sign_in (SmeAccountSwitcher *self)
{
  leave (self);
  activate (self, "win.open", "home");
  open_routes (self, (const char *const *) self->routes, "sign-in");
  /* A page of the catalog asks nobody to. */
  activate (self, "win.open", "sign-in");
}

/* Above everything: going back shows it as it was, with whom it was. */
static void
ask_above (SmeAccountSwitcher *self)
{
  gboolean typed = sme_navigator_has_input (self->navigator);
  g_autofree char *route = sme_route_build ("sign-in", "another", "then",
                                            self->order            ? "order"
                                            : self->routes != NULL ? "catalog"
                                                                   : NULL,
                                            "typed", typed ? "yes" : NULL, NULL);

  /* Never two pages that ask who comes next. */
  sme_navigator_back_to (self->navigator, "sign-in:another");
  sme_navigator_open_above (self->navigator, route);
}

static void
say_who (SmeAccountSwitcher *self, SmeAccount *account)
{
  g_autofree char *text =
    /* Translators: %s is the name of a person. */
    g_strdup_printf (_ ("You are signed in as %s now"),
                     account != NULL ? sme_record_get_text (SME_RECORD (account), "full_name")
                                     : "");

  activate (self, "win.toast", text);
}

static void
say_who_has_ended (SmeAccountSwitcher *self, SmeAccount *account)
{
  g_autofree char *text = g_strdup_printf (
    /* Translators: %s is the name of a person. */
    _ ("The session of %s has ended. Please sign in again."),
    account != NULL ? sme_record_get_text (SME_RECORD (account), "full_name") : "");

  activate (self, "win.toast", text);
}

static void
say_what_failed (SmeAccountSwitcher *self, SmeAccount *account, const GError *error)
{
  g_autofree char *reason = sme_error_text_summarize (error);
  g_autofree char *text = g_strdup_printf (
    /* Translators: the name of a person; a sentence about an error */
    _ ("Could not go over to %s; you are signed in as before. %s"),
    account != NULL ? sme_record_get_text (SME_RECORD (account), "full_name") : "", reason);

  activate (self, "win.toast", text);
}

/* The other one is there: the pages are those of the account before. */
static void
on_going_over (SmeAccountSwitcher *self)
{
  if (self->navigator != NULL)
    leave (self);
}

static void
arrive (SmeAccountSwitcher *self, SmeAccount *account)
{
  g_auto (GStrv) routes = g_steal_pointer (&self->routes);

  leave (self);
  activate (self, "win.open", "home");
  if (routes != NULL)
    open_routes (self, (const char *const *) routes, "home");
  say_who (self, account);
}

static void
on_switched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeAccountSwitcher) self = data;
  g_autoptr (GError) error = NULL;
  gboolean signed_in = sme_shop_switch_finish (SME_SHOP (source), result, &error);
  g_autofree char *id = g_steal_pointer (&self->switching_to);
  SmeAccount *account;

  g_clear_signal_handler (&self->going_over, source);
  if (self->navigator == NULL || id == NULL)
    return;
  account = sme_known_accounts_find (sme_context_get_known_accounts (self->context), id);
  if (signed_in)
    {
      arrive (self, account);
      return;
    }
  if (error != NULL && sme_context_is_signed_in (self->context))
    {
      say_what_failed (self, account, error);
      return;
    }
  /* The page that asks for the password comes with the address filled in. */
  if (account != NULL)
    sme_known_address_set (self->context, sme_record_get_text (SME_RECORD (account), "email"));
  if (sme_context_is_signed_in (self->context))
    ask_above (self);
  else
    ask_to_sign_in (self);
  say_who_has_ended (self, account);
}

static gboolean
asks_who_comes_next (SmeAccountSwitcher *self)
{
  SmePage *page = sme_navigator_get_page (self->navigator);

  return page != NULL && g_str_equal (sme_route_get_name (sme_page_get_route (page)), "sign-in") &&
         sme_sign_in_intro_is_another (page);
}

/* What is opened when the other account is there: @routes, or the page of the catalog in front, or
 * what the page that asks who comes next has said. */
static void
remember_routes (SmeAccountSwitcher *self, const char *const *routes)
{
  g_autofree char *here = sme_navigator_dup_catalog_route (self->navigator);
  const char *const only_here[] = { here, NULL };

  if (routes == NULL && asks_who_comes_next (self))
    return;
  self->order = routes != NULL;
  if (routes == NULL && here != NULL && !g_str_equal (here, "home"))
    routes = only_here;
  g_clear_pointer (&self->routes, g_strfreev);
  self->routes = g_strdupv ((GStrv) routes);
}

static void
go_over (SmeAccountSwitcher *self, const char *account_id, const char *const *routes)
{
  SmeShop *shop = sme_context_get_shop (self->context);

  self->switching_to = g_strdup (account_id);
  remember_routes (self, routes);
  self->going_over = g_signal_connect_object (shop, "going-over", G_CALLBACK (on_going_over), self,
                                              G_CONNECT_SWAPPED);
  sme_shop_switch_async (shop, account_id, NULL, on_switched, g_object_ref (self));
}

/* @routes: (nullable): what goes on then, and what is done first, above the sign-in. */
static void
add (SmeAccountSwitcher *self, const char *const *routes)
{
  g_auto (GStrv) first =
    routes != NULL && routes[0] != NULL ? g_strdupv ((GStrv) routes + 1) : NULL;
  const char *const then[] = { routes != NULL ? routes[0] : NULL, NULL };

  /* It was on the way already, and what goes on then is known. */
  if (routes == NULL && sme_navigator_back_to (self->navigator, "sign-in:another"))
    return;
  remember_routes (self, routes != NULL ? then : NULL);
  ask_above (self);
  for (guint i = 0; first != NULL && first[i] != NULL; i++)
    sme_navigator_open_above (self->navigator, first[i]);
}

static gboolean
is_present (SmeAccountSwitcher *self, const char *account_id)
{
  SmeAccount *account = sme_shop_get_account (sme_context_get_shop (self->context));

  return account != NULL &&
         g_strcmp0 (sme_record_get_text (SME_RECORD (account), "id"), account_id) == 0;
}

/* Chosen on the page that asks who comes next: nobody else does. */
static void
stay (SmeAccountSwitcher *self, const char *const *routes)
{
  SmePage *page = sme_navigator_get_page (self->navigator);

  if (routes != NULL)
    open_routes (self, routes, "home");
  else if (page != NULL && g_str_equal (sme_route_get_name (sme_page_get_route (page)), "sign-in"))
    sme_navigator_back (self->navigator);
}

typedef struct
{
  SmeAccountSwitcher *self;
  char *account_id;
  GStrv routes;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->self);
  g_free (question->account_id);
  g_strfreev (question->routes);
  g_free (question);
}

static void
on_answered (AdwMessageDialog *dialog, const char *response, Question *question)
{
  SmeAccountSwitcher *self = question->self;

  if (g_str_equal (response, "go") && self->navigator != NULL && self->switching_to == NULL)
    go_over (self, question->account_id, (const char *const *) question->routes);
}

static void
ask (SmeAccountSwitcher *self, const char *account_id, const char *const *routes)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->navigator));
  Question *question = g_new0 (Question, 1);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
    GTK_WINDOW (root), _ ("Go over to the other account?"),
    _ ("Something is typed on the open pages and not sent. It belongs to the present account and "
       "is not taken along.")));

  question->self = g_object_ref (self);
  question->account_id = g_strdup (account_id);
  question->routes = g_strdupv ((GStrv) routes);
  adw_message_dialog_add_responses (dialog, "stay", _ ("Stay here"), "go", _ ("Go over"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "go", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "stay");
  adw_message_dialog_set_close_response (dialog, "stay");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_answered), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
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
  if (sme_context_get_known_accounts (self->context) == NULL || self->switching_to != NULL)
    return;
  if (*account_id == '\0' && sme_context_is_signed_in (self->context))
    add (self, routes);
  else if (*account_id == '\0')
    open_routes (self, routes, "sign-in");
  else if (is_present (self, account_id))
    stay (self, routes);
  else if (sme_navigator_has_input (self->navigator))
    ask (self, account_id, routes);
  else
    go_over (self, account_id, routes);
}

void
sme_account_switcher_take_over (SmeAccountSwitcher *self)
{
  arrive (self, sme_shop_get_account (sme_context_get_shop (self->context)));
}
