/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-consent-text.h"

#include <glib/gi18n.h>

static const struct
{
  const char *purpose;
  const char *text;
} purposes[] = {
  { "service", N_ ("I have read and agree to the terms of service") },
  { "personal-data",
    N_ ("I agree that my personal data are processed to conclude and perform the contract") },
  { "marketing", N_ ("I would like to receive news and promotions by e-mail") },
};

static const char *const effects[] = {
  [SME_EFFECT_NO_MARKETING] = N_ ("No news and promotions are sent any more."),
  [SME_EFFECT_NO_NEW_ORDERS] = N_ ("Nothing can be ordered or declared until you agree again."),
  [SME_EFFECT_OPEN_ORDERS_CANCELLED] =
    N_ ("Orders that are not paid yet are cancelled, and what was declared for them is erased."),
  [SME_EFFECT_CONTRACTS_GO_ON] = N_ ("What was paid or signed goes on."),
  [SME_EFFECT_ACCOUNT_MUST_END] =
    N_ ("There is no account without it; it ends when the account is deleted."),
};

static const struct
{
  const char *text;
  const char *route;
} kinds[] = {
  [SME_DATA_ACCOUNT] = { NC_ ("data", "Account"), "change-name" },
  [SME_DATA_CONSENTS] = { NC_ ("data", "Consents"), "consents" },
  [SME_DATA_SESSIONS] = { NC_ ("data", "Sign-ins"), "account" },
  [SME_DATA_ORDERS] = { NC_ ("data", "Orders"), "orders" },
  [SME_DATA_PAYMENTS] = { NC_ ("data", "Payments"), "orders" },
  [SME_DATA_CONTRACTS] = { NC_ ("data", "Contracts"), "lookup" },
  [SME_DATA_SIGNATURES] = { NC_ ("data", "Drawn signatures"), NULL },
  [SME_DATA_SUBSCRIPTIONS] = { NC_ ("data", "Subscriptions"), "subscriptions" },
  [SME_DATA_REVIEWS] = { NC_ ("data", "Reviews"), NULL },
  [SME_DATA_LIKES] = { NC_ ("data", "Likes"), NULL },
  [SME_DATA_MESSAGES] = { NC_ ("data", "Letters sent to you"), "held:messages" },
  [SME_DATA_HISTORY] = { NC_ ("data", "History of what was done"), "held:history" },
  [SME_DATA_CASES] = { NC_ ("data", "Requests to the support"), NULL },
  [SME_DATA_INVOICES] = { NC_ ("data", "Invoices"), "orders" },
  [SME_DATA_REFUND_REQUESTS] = { NC_ ("data", "Requests for money back"), "orders" },
  [SME_DATA_EVIDENCE] = { NC_ ("data", "Evidence of signing"), "lookup" },
  [SME_DATA_CERTIFICATES] = { NC_ ("data", "Digital certificates"), "subscriptions" },
  [SME_DATA_ECONTRACT] = { NC_ ("data", "User name for eContract"), "lookup" },
  [SME_DATA_NEGOTIATIONS] = { NC_ ("data", "What was written about contracts"), "lookup" },
  [SME_DATA_FAREWELL] = { NC_ ("data", "The letter that confirms the deletion"), NULL },
  [SME_DATA_SIGNERS] = { NC_ ("data", "People invited to sign"), "orders" },
};

static const char *const grounds[] = {
  [SME_GROUND_CONTRACT] = N_ ("to perform the contract with you"),
  [SME_GROUND_CONSENT] = N_ ("because you agreed"),
  [SME_GROUND_SECURITY] = N_ ("for the safety of your account"),
  [SME_GROUND_ACCOUNTING_LAW] = N_ ("because the accounting law asks for it"),
  [SME_GROUND_E_TRANSACTIONS_LAW] = N_ ("because the law on e-transactions asks for it"),
  [SME_GROUND_DATA_PROTECTION_LAW] = N_ ("because the data protection law asks for it"),
};

char *
sme_consent_text (const char *purpose)
{
  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    if (g_str_equal (purposes[i].purpose, purpose))
      return g_strdup (_ (purposes[i].text));
  /* Translators: %s is the name of a purpose as the server calls it. */
  return g_strdup_printf (_ ("I agree to the terms for the purpose “%s”"), purpose);
}

const char *
sme_consent_effect_text (SmeConsentEffect effect)
{
  g_return_val_if_fail (effect < G_N_ELEMENTS (effects), "");
  return _ (effects[effect]);
}

const char *
sme_data_kind_text (SmeDataKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), "");
  return g_dpgettext2 (NULL, "data", kinds[kind].text);
}

const char *
sme_data_kind_route (SmeDataKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);
  return kinds[kind].route;
}

const char *
sme_data_ground_text (SmeDataGround ground)
{
  g_return_val_if_fail (ground < G_N_ELEMENTS (grounds), "");
  return _ (grounds[ground]);
}
