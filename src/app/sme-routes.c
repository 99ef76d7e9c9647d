/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-routes.h"

#include "app/account/sme-account-page.h"
#include "app/account/sme-activate-page.h"
#include "app/account/sme-consents-page.h"
#include "app/account/sme-contact-page.h"
#include "app/account/sme-deletion-page.h"
#include "app/account/sme-held-page.h"
#include "app/account/sme-my-data-page.h"
#include "app/account/sme-name-page.h"
#include "app/account/sme-password-page.h"
#include "app/account/sme-register-page.h"
#include "app/account/sme-reset-password-page.h"
#include "app/account/sme-sign-in-page.h"
#include "app/account/sme-terms-page.h"
#include "app/catalog/sme-buy-page.h"
#include "app/catalog/sme-compare-page.h"
#include "app/catalog/sme-categories-page.h"
#include "app/catalog/sme-home-page.h"
#include "app/catalog/sme-news-page.h"
#include "app/catalog/sme-search-page.h"
#include "app/catalog/sme-service-list-page.h"
#include "app/catalog/sme-service-page.h"
#include "app/guide/sme-article-page.h"
#include "app/guide/sme-assistant-page.h"
#include "app/guide/sme-guide-page.h"
#include "app/signing/sme-continue-page.h"
#include "app/signing/sme-contract-page.h"
#include "app/signing/sme-signing-page.h"
#include "app/support/sme-attachment-page.h"
#include "app/support/sme-inbox-page.h"
#include "app/lookup/sme-document-page.h"
#include "app/lookup/sme-dossier-page.h"
#include "app/lookup/sme-kept-page.h"
#include "app/lookup/sme-lookup-page.h"
#include "app/support/sme-support-page.h"
#include "app/manage/sme-certificate-page.h"
#include "app/manage/sme-orders-page.h"
#include "app/manage/sme-signer-page.h"
#include "app/manage/sme-subscription-page.h"
#include "app/manage/sme-subscriptions-page.h"
#include "app/order/sme-order-page.h"
#include "app/order/sme-people-page.h"
#include "app/order/sme-invoice-page.h"
#include "app/order/sme-pay-together-page.h"
#include "app/order/sme-payment-return-page.h"
#include "app/order/sme-payments-page.h"
#include "app/verify/sme-verify-page.h"

/* A page becomes reachable by one line here (and its include above). */
/* clang-format off */
static const SmeRouteEntry entries[] = {
  { "home", sme_home_page_get_type, SME_ROUTE_TOP | SME_ROUTE_SHOP, "home" },
  { "categories", sme_categories_page_get_type, SME_ROUTE_TOP | SME_ROUTE_SHOP, "categories" },
  { "category", sme_service_list_page_get_type, SME_ROUTE_SHOP, "categories" },
  { "services", sme_service_list_page_get_type, SME_ROUTE_SHOP, "categories" },
  { "service", sme_service_page_get_type, SME_ROUTE_SHOP, "categories" },
  { "compare", sme_compare_page_get_type, SME_ROUTE_SHOP, "categories" },
  { "search", sme_search_page_get_type, SME_ROUTE_SHOP, NULL },
  { "news", sme_news_page_get_type, SME_ROUTE_TOP | SME_ROUTE_SHOP, "news" },
  { "earn", sme_news_page_get_type, SME_ROUTE_TOP | SME_ROUTE_SHOP, "earn" },
  { "buy", sme_buy_page_get_type, SME_ROUTE_SIGNED_IN, "orders" },
  { "contract", sme_contract_page_get_type, SME_ROUTE_SIGNED_IN, "orders" },
  { "sign", sme_signing_page_get_type, SME_ROUTE_SIGNED_IN, "orders" },
  { "sign-invited", sme_signing_page_get_type, SME_ROUTE_PLAIN, "lookup" },
  { "signer", sme_signer_page_get_type, SME_ROUTE_SIGNED_IN, "orders" },
  { "continue-signing", sme_continue_page_get_type, SME_ROUTE_SIGNED_IN, "orders" },
  { "certificate", sme_certificate_page_get_type, SME_ROUTE_SIGNED_IN, "orders" },
  { "support", sme_support_page_get_type, SME_ROUTE_SIGNED_IN, "orders" },
  /* Looked into in the middle of something else, which stays below as it was. */
  { "guide", sme_guide_page_get_type, SME_ROUTE_HERE, "guide" },
  { "article", sme_article_page_get_type, SME_ROUTE_HERE, "guide" },
  { "assistant", sme_assistant_page_get_type, SME_ROUTE_HERE, "assistant" },
  /* On the way too: with the local backend the activation mail is there. */
  { "inbox", sme_inbox_page_get_type, SME_ROUTE_ACCOUNT, "inbox" },
  { "attachment", sme_attachment_page_get_type, SME_ROUTE_ACCOUNT, "inbox" },
  { "order", sme_order_page_get_type, SME_ROUTE_SIGNED_IN, "orders" },
  { "people", sme_people_page_get_type, SME_ROUTE_SIGNED_IN, "orders" },
  { "payments", sme_payments_page_get_type, SME_ROUTE_SIGNED_IN, "orders" },
  { "pay-together", sme_pay_together_page_get_type, SME_ROUTE_SIGNED_IN, "orders" },
  { "invoice", sme_invoice_page_get_type, SME_ROUTE_SIGNED_IN, "orders" },
  { "payment-return", sme_payment_return_page_get_type, SME_ROUTE_SIGNED_IN, "orders" },
  { "orders", sme_orders_page_get_type, SME_ROUTE_TOP | SME_ROUTE_SIGNED_IN, "orders" },
  { "subscriptions", sme_subscriptions_page_get_type, SME_ROUTE_TOP | SME_ROUTE_SIGNED_IN, "subscriptions" },
  { "subscription", sme_subscription_page_get_type, SME_ROUTE_SIGNED_IN, "subscriptions" },
  { "account", sme_account_page_get_type, SME_ROUTE_SIGNED_IN, NULL },
  { "change-name", sme_name_page_get_type, SME_ROUTE_SIGNED_IN, NULL },
  { "change-email", sme_contact_page_get_type, SME_ROUTE_SIGNED_IN, NULL },
  { "change-phone", sme_contact_page_get_type, SME_ROUTE_SIGNED_IN, NULL },
  { "change-password", sme_password_page_get_type, SME_ROUTE_SIGNED_IN, NULL },
  { "consents", sme_consents_page_get_type, SME_ROUTE_SIGNED_IN, NULL },
  { "my-data", sme_my_data_page_get_type, SME_ROUTE_SIGNED_IN, NULL },
  { "held", sme_held_page_get_type, SME_ROUTE_SIGNED_IN, NULL },
  { "delete-account", sme_deletion_page_get_type, SME_ROUTE_SIGNED_IN, NULL },
  { "dossier", sme_dossier_page_get_type, SME_ROUTE_PLAIN, "lookup" },
  { "document", sme_document_page_get_type, SME_ROUTE_PLAIN, "lookup" },
  { "kept", sme_kept_page_get_type, SME_ROUTE_PLAIN, "lookup" },
  { "verify", sme_verify_page_get_type, SME_ROUTE_HERE, "lookup" },
  { "lookup", sme_lookup_page_get_type, SME_ROUTE_TOP, "lookup" },
  { "sign-in", sme_sign_in_page_get_type, SME_ROUTE_ACCOUNT, NULL },
  { "reset-password", sme_reset_password_page_get_type, SME_ROUTE_ACCOUNT, NULL },
  { "reset-econtract", sme_reset_password_page_get_type, SME_ROUTE_HERE, "lookup" },
  { "register", sme_register_page_get_type, SME_ROUTE_ACCOUNT, NULL },
  { "activate", sme_activate_page_get_type, SME_ROUTE_ACCOUNT, NULL },
  { "terms", sme_terms_page_get_type, SME_ROUTE_ACCOUNT, NULL },
};
/* clang-format on */

const SmeRouteEntry *
sme_routes_find (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (entries); i++)
    if (g_str_equal (entries[i].name, name))
      return &entries[i];
  return NULL;
}

const SmeRouteEntry *
sme_routes_list (guint *n_entries)
{
  *n_entries = G_N_ELEMENTS (entries);
  return entries;
}
