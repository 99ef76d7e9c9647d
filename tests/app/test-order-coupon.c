/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/order/sme-order-coupon.h"

#include "app-fixture.h"
#include "app/form/sme-field-row.h"
#include "app/form/sme-reason-text.h"
#include "base/sme-format.h"
#include "core/sme-field-error.h"
#include "core/sme-record-json.h"

#include <string.h>

#define LINE(kind, label, amount) \
  "{\"kind\":\"" kind "\",\"label\":\"" label "\",\"quantity\":1,\"unit_price\":" amount \
  ",\"amount\":" amount "}"
#define ORDER(lines, total) \
  "{\"id\":\"o1\",\"number\":\"OSM1\",\"state\":\"declared\"," \
  "\"created_at\":\"2026-11-22T00:00:00Z\",\"quote\":{\"plan_id\":\"p\",\"cycle_months\":12," \
  "\"quantity\":1,\"discount\":22000,\"net\":" total ",\"vat_rate\":0,\"vat\":0,\"total\":" total \
  ",\"lines\":[" lines "]}}"
#define WITHOUT ORDER (LINE ("plan", "Gói", "220000"), "220000")
#define WITH \
  ORDER (LINE ("plan", "Gói", "220000") "," LINE ("discount", "TRINHDIEN10", "-22000"), "198000")

static SmeOrder *
read_order (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  SmeOrder *order = sme_record_from_bytes (SME_TYPE_ORDER, bytes, SME_DECODE_PARTIAL, NULL, NULL);

  g_assert_nonnull (order);
  return order;
}

static GtkWidget *
show (AppFixture *f, SmeOrder *order)
{
  GtkWidget *coupon = sme_order_coupon_new (f->context, order);

  app_fixture_show (f, coupon, 480, 400);
  return coupon;
}

static SmeFieldRow *
find_field (GtkWidget *widget)
{
  return SME_FIELD_ROW (app_find (widget, SME_TYPE_FIELD_ROW, NULL));
}

static gboolean
shows_applied (gpointer widget)
{
  return app_shows (widget, "Coupon TRINHDIEN10");
}

static gboolean
shows_entry (gpointer widget)
{
  return !shows_applied (widget);
}

static gboolean
has_error (gpointer row)
{
  return sme_field_row_get_error (row) != NULL;
}

static void
test_apply (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeOrder) order = read_order (WITHOUT);
  GtkWidget *coupon = show (f, order);
  SmeRecord *sent;

  app_assert_named (coupon);
  fake_shop_answer (f->shop, SME_OP_PUT_COUPON, "o1", WITH);
  sme_field_row_set_text (find_field (coupon), " TRINHDIEN10 ");
  app_click (coupon, "Apply");
  app_run_until (shows_applied, coupon);
  g_assert_true (app_shows (coupon, "198.000"));
  sent = fake_shop_get_body (f->shop, SME_OP_PUT_COUPON);
  g_assert_cmpstr (sme_record_get_text (sent, "coupon"), ==, "TRINHDIEN10");
  /* The order has the price. */
  g_assert_cmpint (
    sme_record_get_int (sme_record_get_object (SME_RECORD (order), "quote"), "total"), ==, 198000);
  app_assert_named (coupon);
}

static void
test_remove (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeOrder) order = read_order (WITH);
  GtkWidget *coupon = show (f, order);

  g_assert_true (shows_applied (coupon));
  fake_shop_answer (f->shop, SME_OP_PUT_COUPON, "o1", WITHOUT);
  app_click (coupon, "Remove");
  app_run_until (shows_entry, coupon);
  g_assert_false (sme_record_has (fake_shop_get_body (f->shop, SME_OP_PUT_COUPON), "coupon"));
  g_assert_cmpint (
    sme_record_get_int (sme_record_get_object (SME_RECORD (order), "quote"), "total"), ==, 220000);
}

/* At the field, until something else is typed; the code stays to be corrected. */
static void
test_refused (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeOrder) order = read_order (WITHOUT);
  GtkWidget *coupon = show (f, order);
  SmeFieldRow *field = find_field (coupon);

  app_click (coupon, "Apply");
  g_assert_true (has_error (field));
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_PUT_COUPON), ==, 0);
  sme_field_row_set_text (field, "HETHAN");
  fake_shop_refuse_field (f->shop, SME_OP_PUT_COUPON, "/coupon", "coupon-expired");
  sme_field_row_set_error (field, NULL);
  app_click (coupon, "Apply");
  app_run_until (has_error, field);
  g_assert_cmpstr (sme_field_row_get_text (field), ==, "HETHAN");
  g_assert_nonnull (strstr (sme_field_row_get_error (field), "expired"));
  g_assert_false (shows_applied (coupon));
}

/* An order that is too small is told how much it would have to be, if the server says so. */
static void
test_minimum (void)
{
  g_autoptr (SmeFieldError) error = sme_field_error_new_full ("/coupon", "coupon-minimum");
  g_autofree char *amount = sme_format_money (500000);
  g_autofree char *without = sme_reason_dup_field_text (SME_RECORD (error));
  g_autofree char *with = NULL;

  sme_record_set_int (SME_RECORD (error), "minimum", 500000);
  with = sme_reason_dup_field_text (SME_RECORD (error));
  g_assert_cmpstr (without, ==, sme_reason_text ("coupon-minimum"));
  g_assert_nonnull (strstr (with, amount));
}

/* What can't be reached can be tried again. */
static void
test_failure (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeOrder) order = read_order (WITHOUT);
  GtkWidget *coupon = show (f, order);
  SmeFieldRow *field = find_field (coupon);

  sme_field_row_set_text (field, "TRINHDIEN10");
  fake_shop_refuse (f->shop, SME_OP_PUT_COUPON, SME_PROBLEM_UNREACHABLE);
  app_click (coupon, "Apply");
  app_run_until (has_error, field);
  fake_shop_answer (f->shop, SME_OP_PUT_COUPON, "o1", WITH);
  app_click (coupon, "Apply");
  app_run_until (shows_applied, coupon);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a30/a-coupon-is-put-on-the-order", test_apply);
  ADD ("/a30/a-coupon-is-taken-off-the-order", test_remove);
  ADD ("/a30/a-coupon-is-refused-at-its-field", test_refused);
  g_test_add_func ("/order-coupon/the-least-sum-is-named", test_minimum);
  ADD ("/a30/a-coupon-can-be-tried-again", test_failure);
  return g_test_run ();
}
