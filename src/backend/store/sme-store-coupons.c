/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-coupons.h"

#include "backend/store/sme-catalog-loader.h"
#include "base/sme-time.h"
#include "core/sme-enums.h"
#include "core/sme-quote.h"
#include "core/sme-record-json.h"

#include <string.h>

void
sme_stored_coupon_free (SmeStoredCoupon *self)
{
  g_free (self->code);
  g_free (self);
}

static int
read_day (JsonObject *object, const char *name)
{
  int day = SME_DATE_NONE;

  sme_date_parse (json_object_get_string_member_with_default (object, name, ""), &day);
  return day;
}

static SmeStoredCoupon *
read_coupon (JsonObject *object)
{
  SmeStoredCoupon *self = g_new0 (SmeStoredCoupon, 1);
  gint64 value = json_object_get_int_member (object, "value");
  gboolean is_percent = g_str_equal (json_object_get_string_member (object, "kind"), "percent");

  self->code = g_strdup (json_object_get_string_member (object, "code"));
  self->once_per_customer =
    json_object_get_boolean_member_with_default (object, "once_per_customer", FALSE);
  self->terms = (SmePricingCoupon){
    .code = self->code,
    .percent = is_percent ? (int) value : 0,
    .amount = is_percent ? 0 : value,
    .first_cycle_only =
      json_object_get_boolean_member_with_default (object, "first_cycle_only", FALSE),
    .minimum = json_object_get_int_member_with_default (object, "minimum", 0),
    .valid_from = read_day (object, "valid_from"),
    .valid_until = read_day (object, "valid_to"),
  };
  return self;
}

static SmeStoredCoupon *
find_in_file (const char *code, GError **error)
{
  g_autoptr (JsonNode) root = sme_catalog_loader_read ("coupons.json", error);
  g_autofree char *typed = g_strstrip (g_ascii_strup (code, -1));
  JsonArray *items;

  if (root == NULL)
    return NULL;
  items = json_object_get_array_member (json_node_get_object (root), "items");
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);

      if (g_str_equal (json_object_get_string_member (item, "code"), typed))
        return read_coupon (item);
    }
  return NULL;
}

static gboolean
has_discount (const char *json, const char *code)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (SmeRecord) quote =
    sme_record_from_bytes (SME_TYPE_QUOTE, bytes, SME_DECODE_PARTIAL, NULL, NULL);
  GListModel *lines = quote != NULL ? sme_record_get_list (quote, "lines") : NULL;

  for (guint i = 0; lines != NULL && i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (SmeRecord) line = g_list_model_get_item (lines, i);

      if (sme_record_get_int (line, "kind") == SME_LINE_DISCOUNT &&
          g_strcmp0 (sme_record_get_text (line, "label"), code) == 0)
        return TRUE;
    }
  return FALSE;
}

/* An order that is priced anew has not used the coupon against itself, nor have those for more
 * people that are made from it at once, nor those that get it together to be paid together: that is
 * one purchase. */
static gboolean
is_same_purchase (SmeCall *call, const char *id, gint64 created_at)
{
  const char *const *together = call->operation == SME_OP_PUT_JOINT_COUPON
                                  ? sme_record_get_texts (call->request, "order_ids")
                                  : NULL;

  if (call->path_id != NULL)
    return g_str_equal (id, call->path_id) || created_at == call->now;
  return together != NULL && g_strv_contains (together, id);
}

/* What an order was quoted is what it used, so the quotes are asked. */
static gboolean
is_used (SmeCall *call, const char *code, gboolean *used, GError **error)
{
  g_autofree char *pattern = g_strdup_printf ("%%\"%s\"%%", code);
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  "SELECT id, quote, created_at FROM orders WHERE account_id = :account AND state"
                  " <> 'cancelled' AND quote LIKE :pattern",
                  "account:s", call->principal.account_id, "pattern:s", pattern, NULL);

  *used = FALSE;
  for (guint i = 0; rows != NULL && !*used && i < sme_rows_count (rows); i++)
    *used = !is_same_purchase (call, sme_rows_text (rows, i, "id"),
                               sme_rows_int (rows, i, "created_at")) &&
            has_discount (sme_rows_text (rows, i, "quote"), code);
  return rows != NULL;
}

SmeStoredCoupon *
sme_store_find_coupon (SmeCall *call, const char *code, SmeReason *reason, GError **error)
{
  g_autoptr (SmeStoredCoupon) coupon = find_in_file (code, error);
  gboolean used = FALSE;

  *reason = SME_REASON_COUPON_UNKNOWN;
  if (coupon == NULL)
    return NULL;
  if (coupon->once_per_customer && call->principal.account_id != NULL &&
      !is_used (call, coupon->code, &used, error))
    return NULL;
  *reason = used ? SME_REASON_COUPON_USED : SME_REASON_OK;
  return used ? NULL : g_steal_pointer (&coupon);
}
