/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-sign-in-intro.h"

#include "client/sme-shop.h"

#include <glib/gi18n.h>

gboolean
sme_sign_in_intro_is_another (SmePage *page)
{
  return g_strcmp0 (sme_route_get_id (sme_page_get_route (page)), "another") == 0;
}

static const char *
say_what_comes_then (SmeRoute *route)
{
  const char *then = sme_route_get_param (route, "then");

  if (g_strcmp0 (then, "order") == 0)
    return _ ("Then the order goes on with the other account.");
  if (g_strcmp0 (then, "catalog") == 0)
    return _ ("Then the other account begins at the page of the catalog that is open.");
  return _ ("Then the other account begins at the home page.");
}

char *
sme_sign_in_intro_new (SmePage *page)
{
  SmeContext *context = sme_page_get_context (page);
  SmeAccount *account = sme_shop_get_account (sme_context_get_shop (context));
  SmeRoute *route = sme_page_get_route (page);
  gboolean typed = sme_route_get_param (route, "typed") != NULL;
  g_autofree char *stays = NULL;

  if (!sme_sign_in_intro_is_another (page) || !sme_context_is_signed_in (context))
    return g_strdup (_ ("Sign in with your OneSME account. You then go on where you were."));
  /* Translators: %s is the name of a person. */
  stays = g_strdup_printf (_ ("You stay signed in as %s until you have signed in with the other "
                              "account; going back shows the page as it was."),
                           account != NULL ? sme_record_get_text (SME_RECORD (account), "full_name")
                                           : "");
  return g_strjoin (" ", stays, say_what_comes_then (route),
                    typed ? _ ("What you typed on the open pages and did not send is not taken "
                               "along.")
                          : NULL,
                    NULL);
}
