/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-signing-visit.h"

#include <glib/gi18n.h>

static gboolean
is_of_signer (SmePage *page)
{
  return g_str_equal (sme_route_get_name (sme_page_get_route (page)), "sign-invited");
}

static const char *
get_id (SmePage *page)
{
  return sme_route_get_id (sme_page_get_route (page));
}

static void
show_signed_out (SmePage *page)
{
  g_autofree char *route = sme_route_build ("lookup", get_id (page), NULL);
  g_autofree char *action = g_strdup_printf ("win.replace('%s')", route);

  sme_page_show_empty (page, "onesme-lookup-symbolic", _ ("Not signed in to eContract"),
                       _ ("Sign in with the user name from the invitation to sign this contract."));
  sme_page_set_empty_action (page, _ ("Sign in to eContract"), action);
}

gboolean
sme_signing_visit_check (SmePage *page)
{
  SmeEcontract *econtract = sme_context_get_econtract (sme_page_get_context (page));

  if (!is_of_signer (page) || sme_econtract_get_is_signer (econtract))
    return TRUE;
  show_signed_out (page);
  return FALSE;
}

SmeSigningFlow *
sme_signing_visit_begin (SmePage *page, SmeDossierKind kind)
{
  SmeContext *context = sme_page_get_context (page);
  SmeShop *shop = sme_context_get_shop (context);
  SmeEcontract *lookup = sme_context_get_econtract (context);
  SmeVault *vault = sme_context_get_vault (context);
  /* Of its own: its token opens this contract only, and goes with the page. */
  g_autoptr (SmeEcontract) econtract = NULL;

  if (is_of_signer (page))
    {
      econtract = sme_econtract_new_signing (lookup);
      return sme_signing_flow_new_for_signer (econtract, vault, get_id (page), kind);
    }
  econtract = sme_econtract_new (sme_econtract_get_base_url (lookup), NULL);
  sme_econtract_follow (econtract, shop);
  return sme_signing_flow_new (shop, econtract, vault, get_id (page), kind);
}

void
sme_signing_visit_sign_in_again (SmePage *page, SmeSigningFlow *flow)
{
  SmeContext *context = sme_page_get_context (page);
  g_autofree char *route = sme_route_build ("lookup", sme_signing_flow_get_dossier_id (flow), NULL);

  sme_econtract_sign_out_async (sme_context_get_econtract (context), NULL, NULL, NULL);
  sme_page_replace (page, route);
}
