/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-own-password.h"
#include "backend/flow/sme-audit.h"
#include "backend/flow/sme-open-orders.h"
#include "backend/http/sme-handlers.h"
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/store/sme-store-accounts.h"
#include "backend/store/sme-store-cases.h"
#include "backend/store/sme-store-certificates.h"
#include "backend/store/sme-store-consents.h"
#include "backend/store/sme-store-dossiers.h"
#include "backend/store/sme-store-econtract.h"
#include "backend/store/sme-store-erase.h"
#include "backend/store/sme-store-evidence.h"
#include "backend/store/sme-store-holdings.h"
#include "backend/store/sme-store-invoices.h"
#include "backend/store/sme-store-order-list.h"
#include "backend/store/sme-store-personal.h"
#include "backend/store/sme-store-messages.h"
#include "backend/store/sme-store-reviews.h"
#include "backend/store/sme-store-signers.h"
#include "backend/store/sme-store-subscriptions.h"
#include "backend/store/sme-store-tokens.h"
#include "core/sme-problem.h"

/* Paid, and the other side is still owed something that takes the account. */
#define IS_UNFINISHED SME_ORDER_IS_PAID " AND state NOT IN ('active', 'cancelled', 'refunded')"
#define ALL 10000

static SmeAccount *
make_account (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredAccount) account =
    sme_store_find_account (call, call->principal.account_id, error);

  return account != NULL ? sme_store_make_account (call, account, error) : NULL;
}

/* Takes @list over; FALSE for NULL. */
static gboolean
put (gpointer record, const char *name, GListModel *list)
{
  g_autoptr (GListModel) owned = list;

  if (owned != NULL)
    sme_record_set_list (SME_RECORD (record), name, owned);
  return owned != NULL;
}

SmeReply *
sme_handle_get_my_data (SmeCall *call, GError **error)
{
  const char *account_id = call->principal.account_id;
  g_autoptr (SmePersonalData) data = sme_personal_data_new ();
  g_autoptr (SmeAccount) account = make_account (call, error);
  gboolean intact = FALSE;

  if (account == NULL ||
      !put (data, "consents", sme_store_list_consents (call, account_id, FALSE, error)) ||
      !put (data, "holdings", sme_store_list_holdings (call, account_id, FALSE, error)) ||
      !sme_store_check_history (call, account_id, &intact, error))
    return NULL;
  sme_record_set_object (SME_RECORD (data), "account", account);
  sme_record_set_int (SME_RECORD (data), "history_intact", intact);
  sme_record_set_int (SME_RECORD (data), "generated_at", call->now);
  return sme_reply_new_record (200, SME_RECORD (data));
}

static gboolean
put_signatures (SmeCall *call, SmeRecord *export, GError **error)
{
  GListModel *dossiers = sme_record_get_list (export, "dossiers");

  for (guint i = 0; i < g_list_model_get_n_items (dossiers); i++)
    {
      g_autoptr (SmeRecord) dossier = g_list_model_get_item (dossiers, i);
      const char *id = sme_record_get_text (dossier, "id");
      g_autoptr (SmeStoredDossier) stored = sme_store_find_dossier (call, id, error);
      g_autoptr (SmeExportedSignature) item = sme_exported_signature_new ();

      if (stored == NULL)
        return FALSE;
      if (stored->signature == NULL)
        continue;
      sme_record_set_text (SME_RECORD (item), "dossier_id", id);
      sme_record_set_object (SME_RECORD (item), "signature", stored->signature);
      sme_record_append (export, "signatures", item);
    }
  return TRUE;
}

static gboolean
put_business (SmeCall *call, SmeDataExport *export, GError **error)
{
  const char *account_id = call->principal.account_id;
  g_autoptr (SmeOrderQuery) orders = sme_order_query_new ();
  g_autoptr (SmeSubscriptionQuery) query = sme_subscription_query_new ();
  g_autofree char *next = NULL;
  gint64 total;

  sme_record_set_int (SME_RECORD (orders), "limit", ALL);
  sme_record_set_int (SME_RECORD (query), "limit", ALL);
  return put (export, "orders",
              sme_store_list_orders (call, account_id, orders, &total, &next, error)) &&
         put (export, "subscriptions",
              sme_store_list_subscriptions (call, query, &total, &next, error)) &&
         put (export, "dossiers",
              sme_store_list_dossiers (call, ALL, NULL, &total, &next, error)) &&
         put_signatures (call, SME_RECORD (export), error);
}

/* NULL without error where there is none. */
static char *
find_econtract_name (SmeCall *call, GError **error)
{
  g_autoptr (SmeEcontractUser) user =
    sme_store_find_econtract_user (call, call->principal.account_id, NULL, error);

  return user != NULL ? g_strdup (user->username) : NULL;
}

static gboolean
put_certificate (SmeCall *call, SmeRecord *export, const char *order_id, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_order (call, order_id, NULL, error);
  g_autoptr (SmeStoredCertificate) certificate =
    order != NULL ? sme_store_find_certificate (call, order, error) : NULL;

  if (certificate != NULL)
    sme_record_append (export, "certificates", certificate->record);
  return certificate != NULL;
}

static gboolean
put_certificates (SmeCall *call, SmeRecord *export, GError **error)
{
  GListModel *orders = sme_record_get_list (export, "orders");

  for (guint i = 0; i < g_list_model_get_n_items (orders); i++)
    {
      g_autoptr (SmeRecord) order = g_list_model_get_item (orders, i);
      const char *id = sme_record_get_text (order, "id");
      g_autoptr (GError) local = NULL;
      gboolean any = sme_store_has_certificate (call, id, &local);

      if (local == NULL && any)
        put_certificate (call, export, id, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return TRUE;
}

/* What was typed, and what was made of it. */
static gboolean
put_papers (SmeCall *call, SmeDataExport *export, GError **error)
{
  const char *account_id = call->principal.account_id;
  g_autoptr (GError) local = NULL;
  g_autofree char *username = find_econtract_name (call, &local);
  g_autofree char *next = NULL;
  gint64 total;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  sme_record_set_text (SME_RECORD (export), "econtract_username", username);
  return put (export, "drafts", sme_store_list_drafts (call, account_id, error)) &&
         put (export, "invoices",
              sme_store_list_invoices (call, account_id, NULL, ALL, NULL, &total, &next, error)) &&
         put (export, "evidence", sme_store_list_evidence (call, account_id, error)) &&
         put_certificates (call, SME_RECORD (export), error);
}

static gboolean
put_rest (SmeCall *call, SmeDataExport *export, GError **error)
{
  const char *account_id = call->principal.account_id;
  g_auto (GStrv) likes = sme_store_list_likes (call, account_id, error);

  if (likes == NULL)
    return FALSE;
  sme_record_set_texts (SME_RECORD (export), "likes", (const char *const *) likes);
  return put (export, "consents", sme_store_list_consents (call, account_id, FALSE, error)) &&
         put (export, "sessions", sme_store_list_families (call, account_id, error)) &&
         put (export, "cases", sme_store_list_cases_of (call, account_id, error)) &&
         put (export, "signers", sme_store_list_signers (call, account_id, error)) &&
         put (export, "negotiations", sme_store_list_messages_of (call, account_id, error)) &&
         put (export, "reviews", sme_store_list_reviews_of (call, account_id, error)) &&
         put (export, "messages", sme_store_list_messages (call, account_id, error)) &&
         put (export, "history", sme_store_list_history (call, account_id, error));
}

SmeReply *
sme_handle_export_my_data (SmeCall *call, GError **error)
{
  g_autoptr (SmeDataExport) export = sme_data_export_new ();
  g_autoptr (SmeAccount) account = make_account (call, error);

  if (account == NULL || !put_business (call, export, error) || !put_papers (call, export, error) ||
      !put_rest (call, export, error))
    return NULL;
  sme_record_set_int (SME_RECORD (export), "generated_at", call->now);
  sme_record_set_object (SME_RECORD (export), "account", account);
  return sme_reply_new_record (200, SME_RECORD (export));
}

/* Takes @numbers over. */
static gboolean
put_numbers (SmeRecord *record, const char *name, GStrv numbers)
{
  g_auto (GStrv) owned = numbers;

  if (owned != NULL)
    sme_record_set_texts (record, name, (const char *const *) owned);
  return owned != NULL;
}

static SmeAccountDeletion *
plan_deletion (SmeCall *call, GError **error)
{
  const char *account_id = call->principal.account_id;
  g_autoptr (SmeAccountDeletion) plan = sme_account_deletion_new ();
  g_autofree const char **erased = sme_store_list_erased_kinds ();
  SmeRecord *record = SME_RECORD (plan);

  sme_record_set_texts (record, "erased", erased);
  if (!put_numbers (record, "blocked_by",
                    sme_flow_list_orders_that (call, account_id, IS_UNFINISHED, error)) ||
      !put_numbers (record, "cancelled_orders",
                    sme_flow_list_orders_that (call, account_id, SME_ORDER_IS_OPEN, error)) ||
      !put (plan, "kept", sme_store_list_holdings (call, account_id, TRUE, error)))
    return NULL;
  return g_steal_pointer (&plan);
}

SmeReply *
sme_handle_preview_deletion (SmeCall *call, GError **error)
{
  g_autoptr (SmeAccountDeletion) plan = plan_deletion (call, error);

  return plan != NULL ? sme_reply_new_record (200, SME_RECORD (plan)) : NULL;
}

gboolean
sme_prepare_delete_me (SmeCall *call, GError **error)
{
  return sme_own_password_prepare (call, "password", NULL, error);
}

static gboolean
is_blocked (SmeAccountDeletion *plan)
{
  const char *const *numbers = sme_record_get_texts (SME_RECORD (plan), "blocked_by");

  return numbers != NULL && numbers[0] != NULL;
}

static gboolean
erase (SmeCall *call, SmeStoredAccount *account, SmeRecord *answer, GError **error)
{
  return put_numbers (answer, "cancelled_orders",
                      sme_flow_cancel_open_orders (call, account->id, error)) &&
         sme_flow_end_services (call, account->id, error) &&
         sme_store_end_everything (call, account->id, error) &&
         sme_audit_account (call, account->id, "account.delete", NULL, error) &&
         sme_store_erase_account (call, account->id, error);
}

SmeReply *
sme_handle_delete_me (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredAccount) account = sme_own_password_confirm (call, "password", error);
  g_autoptr (SmeAccountDeletion) plan = account != NULL ? plan_deletion (call, error) : NULL;

  if (plan == NULL)
    return NULL;
  if (is_blocked (plan))
    {
      sme_problem_set (error, SME_PROBLEM_ORDERS_UNFINISHED, NULL);
      return NULL;
    }
  /* What is kept is counted again: deleting is part of the history. */
  if (!erase (call, account, SME_RECORD (plan), error) ||
      !put (plan, "kept", sme_store_list_holdings (call, account->id, TRUE, error)) ||
      !sme_outbox_send_account_deleted (call, account, plan, error))
    return NULL;
  sme_record_set_int (SME_RECORD (plan), "deleted_at", call->now);
  return sme_reply_new_record (200, SME_RECORD (plan));
}
