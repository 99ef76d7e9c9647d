/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-orders.h"

#include "backend/flow/sme-next-actions.h"
#include "backend/paper/sme-paper-terms.h"
#include "backend/store/sme-ids.h"
#include "backend/store/sme-store-cases.h"
#include "backend/store/sme-store-order-list.h"
#include "backend/store/sme-store-payments.h"
#include "backend/store/sme-store-refunds.h"
#include "base/sme-time.h"
#include "core/sme-problem.h"
#include "core/sme-record-json.h"

#include <string.h>

void
sme_stored_order_free (SmeStoredOrder *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->draft);
  g_free (self->account_id);
  g_free (self->state);
  g_free (self->language);
  g_free (self);
}

gboolean
sme_stored_order_is_paid (SmeStoredOrder *self)
{
  return sme_record_has (SME_RECORD (self->record), "subscription_id");
}

/* What we wrote ourselves; NULL for NULL. */
static gpointer
read_part (GType type, const char *json)
{
  g_autoptr (GBytes) bytes = json != NULL ? g_bytes_new_static (json, strlen (json)) : NULL;

  return bytes != NULL ? sme_record_from_bytes (type, bytes, SME_DECODE_PARTIAL, NULL, NULL) : NULL;
}

static void
take_part (SmeOrder *order, const char *name, gpointer part)
{
  g_autoptr (SmeRecord) record = part;

  sme_record_set_object (SME_RECORD (order), name, record);
}

static gboolean
add_payments (SmeCall *call, SmeOrder *order, GError **error)
{
  g_autoptr (GListModel) payments =
    sme_store_list_payments (call, sme_record_get_text (SME_RECORD (order), "id"), error);

  if (payments == NULL)
    return FALSE;
  sme_record_set_list (SME_RECORD (order), "payments", payments);
  return TRUE;
}

static void
add_action (SmeRecord *record, SmeNextAction action)
{
  const char *const *actions = sme_record_get_texts (record, "next_actions");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) more = NULL;

  if (actions != NULL)
    g_strv_builder_addv (builder, (const char **) actions);
  g_strv_builder_add (builder, sme_enum_nick (SME_TYPE_NEXT_ACTION, (int) action));
  more = g_strv_builder_end (builder);
  sme_record_set_texts (record, "next_actions", (const char *const *) more);
}

static void
add_grounds (SmeRecord *record, guint grounds)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (int i = 0; i <= SME_GROUND_CERTIFICATE_REFUSED; i++)
    if ((grounds & (1u << i)) != 0)
      g_strv_builder_add (builder, sme_enum_nick (SME_TYPE_REFUND_GROUND, i));
  all = g_strv_builder_end (builder);
  sme_record_set_texts (record, "refund_grounds", (const char *const *) all);
  add_action (record, SME_NEXT_REQUEST_REFUND);
}

/* What was asked back, and on what grounds it may be. */
static gboolean
add_refund (SmeCall *call, SmeStoredOrder *self, GError **error)
{
  SmeRecord *record = SME_RECORD (self->record);
  g_autoptr (GError) local = NULL;
  g_autoptr (SmeRefundRequest) request = NULL;
  SmeRefundOffer offer = { 0 };

  if (!sme_stored_order_is_paid (self))
    return TRUE;
  request = sme_store_find_last_refund_request (call, sme_record_get_text (record, "id"), &local);
  if (request != NULL)
    sme_record_set_object (record, "refund_request", request);
  if (local == NULL && sme_store_find_refund_offer (call, self, &offer, &local) &&
      offer.grounds != 0)
    add_grounds (record, offer.grounds);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
add_case_number (SmeCall *call, SmeStoredOrder *self, GError **error)
{
  SmeRecord *record = SME_RECORD (self->record);
  g_autofree char *number = NULL;

  if (!sme_store_find_case_number (call, sme_record_get_text (record, "id"), &number, error))
    return FALSE;
  sme_record_set_text (record, "case_number", number);
  return TRUE;
}

void
sme_stored_order_read_parts (SmeOrder *order, SmeRows *rows, guint i)
{
  take_part (order, "plan", read_part (SME_TYPE_PLAN, sme_rows_text (rows, i, "plan")));
  take_part (order, "profile", read_part (SME_TYPE_PROFILE, sme_rows_text (rows, i, "profile")));
}

SmeStoredOrder *
sme_stored_order_read (SmeCall *call, SmeRows *rows, guint i, GError **error)
{
  g_autoptr (SmeStoredOrder) self = g_new0 (SmeStoredOrder, 1);
  SmeRecord *record;

  self->record = sme_order_new ();
  record = SME_RECORD (self->record);
  self->account_id = g_strdup (sme_rows_text (rows, i, "account_id"));
  self->state = g_strdup (sme_rows_text (rows, i, "state"));
  self->version = sme_rows_int (rows, i, "version");
  self->total = sme_rows_int (rows, i, "total");
  self->language = g_strdup (sme_rows_text (rows, i, "language"));
  self->draft = read_part (SME_TYPE_PROFILE, sme_rows_text (rows, i, "draft"));
  sme_record_set_text (record, "id", sme_rows_text (rows, i, "id"));
  sme_record_set_text (record, "number", sme_rows_text (rows, i, "number"));
  sme_record_set_nick (record, "state", self->state);
  sme_stored_order_read_parts (self->record, rows, i);
  take_part (self->record, "quote", read_part (SME_TYPE_QUOTE, sme_rows_text (rows, i, "quote")));
  take_part (self->record, "billing",
             read_part (SME_TYPE_BILLING, sme_rows_text (rows, i, "billing")));
  sme_record_set_text (record, "terms_version",
                       sme_rows_is_null (rows, i, "terms_version")
                         ? SME_TERMS_CURRENT_VERSION
                         : sme_rows_text (rows, i, "terms_version"));
  sme_record_set_text (record, "dossier_id", sme_rows_text (rows, i, "dossier_id"));
  sme_record_set_text (record, "acceptance_dossier_id",
                       sme_rows_text (rows, i, "acceptance_dossier_id"));
  sme_record_set_text (record, "subscription_id", sme_rows_text (rows, i, "subscription_id"));
  sme_record_set_int (record, "created_at", sme_rows_int (rows, i, "created_at"));
  sme_record_set_int (record, "updated_at", sme_rows_int (rows, i, "updated_at"));
  if (!add_payments (call, self->record, error))
    return NULL;
  sme_next_actions_set (record, self->state, sme_stored_order_is_paid (self));
  return add_refund (call, self, error) && add_case_number (call, self, error)
           ? g_steal_pointer (&self)
           : NULL;
}

SmeStoredOrder *
sme_store_find_order (SmeCall *call, const char *id, const char *account_id, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT * FROM orders WHERE id = :id", "id:s", id, NULL);

  if (rows == NULL)
    return NULL;
  /* Somebody else's order is no order. */
  if (sme_rows_count (rows) == 0 ||
      (account_id != NULL && !g_str_equal (sme_rows_text (rows, 0, "account_id"), account_id)))
    {
      sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
      return NULL;
    }
  return sme_stored_order_read (call, rows, 0, error);
}

static gboolean
version_matches (SmeCall *call, SmeStoredOrder *order)
{
  g_autofree char *etag = g_strdup_printf ("\"v%" G_GINT64_FORMAT "\"", order->version);

  return g_str_equal (call->if_match, etag);
}

SmeStoredOrder *
sme_store_find_own_order (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order =
    sme_store_find_order (call, call->path_id, call->principal.account_id, error);

  if (order != NULL && (sme_call_get_operation (call)->flags & SME_OP_IF_MATCH) != 0 &&
      !version_matches (call, order))
    {
      sme_problem_set (error, SME_PROBLEM_PRECONDITION_FAILED, NULL);
      return NULL;
    }
  return g_steal_pointer (&order);
}

/* OSM, the day in Vietnam, and a count: "OSM2611220001". */
static char *
next_number (SmeCall *call, GError **error)
{
  int date = sme_date_from_time (call->now);
  g_autofree char *day = g_strdup_printf ("%06d", date % 1000000);
  g_autoptr (SmeRows) rows = NULL;

  rows = sme_db_query (call->db, error,
                       "INSERT INTO order_number (day, last) VALUES (:day, 1) ON CONFLICT (day)"
                       " DO UPDATE SET last = order_number.last + 1 RETURNING last",
                       "day:s", day, NULL);
  if (rows == NULL)
    return NULL;
  return g_strdup_printf ("OSM%s%04" G_GINT64_FORMAT, day, sme_rows_int (rows, 0, "last"));
}

char *
sme_store_insert_order (SmeCall *call,
                        SmeOrderRequest *request,
                        SmePlan *plan,
                        SmeQuote *quote,
                        GError **error)
{
  g_autofree char *id = sme_id_new ();
  g_autofree char *number = next_number (call, error);
  g_autofree char *request_json = sme_record_to_json (SME_RECORD (request));
  g_autofree char *plan_json = sme_record_to_json (SME_RECORD (plan));
  g_autofree char *quote_json = sme_record_to_json (SME_RECORD (quote));

  if (number == NULL ||
      !sme_db_run (
        call->db, NULL, error,
        "INSERT INTO orders (id, number, account_id, state, version, language, service_id,"
        " request, plan, quote, total, created_at, updated_at) VALUES (:id, :number, :account,"
        " 'draft', 1, :language, :service, :request, :plan, :quote, :total, :now, :now)",
        "id:s", id, "number:s", number, "account:s", call->principal.account_id, "language:s",
        call->language, "service:s", sme_record_get_text (SME_RECORD (plan), "service_id"),
        "request:s", request_json, "plan:s", plan_json, "quote:s", quote_json, "total:i",
        sme_record_get_int (SME_RECORD (quote), "total"), "now:i", call->now, NULL) ||
      !sme_store_fold_order (call->db, id, error))
    return NULL;
  return g_steal_pointer (&id);
}

gboolean
sme_store_set_order_part (SmeCall *call,
                          const char *id,
                          const char *column,
                          SmeRecord *value,
                          GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE orders SET %s = :value WHERE id = :id", column);
  g_autofree char *json = value != NULL ? sme_record_to_json (value) : NULL;

  return sme_db_run (call->db, NULL, error, sql, "value:s", json, "id:s", id, NULL) &&
         (!g_str_equal (column, "profile") || sme_store_fold_order (call->db, id, error));
}

SmeOrderRequest *
sme_store_read_order_request (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT request FROM orders WHERE id = :id", "id:s", id, NULL);

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) == 0)
    {
      sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
      return NULL;
    }
  return (SmeOrderRequest *) read_part (SME_TYPE_ORDER_REQUEST, sme_rows_text (rows, 0, "request"));
}

gboolean
sme_store_set_order_price (SmeCall *call,
                           const char *id,
                           SmeOrderRequest *request,
                           SmeQuote *quote,
                           GError **error)
{
  g_autofree char *request_json = sme_record_to_json (SME_RECORD (request));
  g_autofree char *quote_json = sme_record_to_json (SME_RECORD (quote));

  return sme_db_run (
    call->db, NULL, error,
    "UPDATE orders SET request = :request, quote = :quote, total = :total WHERE id = :id",
    "request:s", request_json, "quote:s", quote_json, "total:i",
    sme_record_get_int (SME_RECORD (quote), "total"), "id:s", id, NULL);
}

gboolean
sme_store_agree_terms (SmeCall *call, const char *id, const char *version, GError **error)
{
  return sme_db_run (
    call->db, NULL, error,
    "UPDATE orders SET terms_version = :version, terms_agreed_at = :now WHERE id = :id",
    "version:s", version, "now:i", call->now, "id:s", id, NULL);
}
