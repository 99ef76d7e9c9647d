/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/order/sme-order-review.h"

#include "app-fixture.h"
#include "app/form/sme-field-row.h"
#include "app/order/sme-billing-keeper.h"
#include "client/sme-vault.h"
#include "core/sme-account.h"
#include "core/sme-enums.h"
#include "core/sme-order.h"
#include "core/sme-record-json.h"

#include <string.h>

#define PROFILE \
  "\"profile\":{\"full_name\":\"Nguyễn Thị Lan\",\"id_type\":\"citizen_id\"," \
  "\"id_number\":\"031186004567\",\"id_issued_on\":\"2022-05-10\"," \
  "\"id_issued_by\":\"Bộ Công an\",\"born_on\":\"1986-02-03\",\"sex\":\"female\"," \
  "\"phone\":\"+84912345678\",\"email\":\"lan@vidu.vn\"," \
  "\"address\":{\"edition\":\"2025\",\"province_code\":\"31\",\"commune_code\":\"11455\"," \
  "\"street\":\"Khu 3\",\"line\":\"14, Phường Đồ Sơn, Thành phố Hải Phòng\"," \
  "\"printed\":\"14, Phường Hải Sơn, Quận Đồ Sơn, Hải Phòng\"}}"
#define ORGANISATION \
  "\"profile\":{\"full_name\":\"Nguyễn Thị Lan\",\"phone\":\"+84912345678\"," \
  "\"email\":\"lan@vidu.vn\",\"address\":{\"edition\":\"2025\",\"line\":\"Hà Nội\"}," \
  "\"organisation\":{\"name\":\"Công ty Biển Xanh\",\"tax_code\":\"0100684378\"," \
  "\"registration_number\":\"0100684378\",\"representative\":\"Lê Văn Cả\"," \
  "\"position\":\"Giám đốc\"}}"
#define ORDER(rest) \
  "{\"id\":\"o1\",\"number\":\"OSM1\",\"state\":\"declared\"," \
  "\"created_at\":\"2026-11-22T00:00:00Z\"," rest "}"

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
  GtkWidget *review = sme_order_review_new (f->context, order);

  app_fixture_show (f, review, 640, 900);
  return review;
}

static SmeFieldRow *
find_field (GtkWidget *widget, const char *title)
{
  if (SME_IS_FIELD_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return SME_FIELD_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      SmeFieldRow *found = find_field (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_shows (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeOrder) order = read_order (ORDER (PROFILE));
  GtkWidget *review = show (f, order);

  g_assert_true (app_shows (review, "Invoice information"));
  g_assert_true (app_shows (review, "Customer information"));
  g_assert_true (app_shows (review, "Contact person"));
  g_assert_true (app_shows (review, "14, Phường Đồ Sơn, Thành phố Hải Phòng"));
  g_assert_true (app_shows (review, "14, Phường Hải Sơn, Quận Đồ Sơn, Hải Phòng"));
  g_assert_true (app_shows (review, "0912 345 678"));
  app_assert_named (review);
}

static void
test_organisation (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeOrder) order = read_order (ORDER (ORGANISATION));
  GtkWidget *review = show (f, order);

  g_assert_true (app_shows (review, "Công ty Biển Xanh"));
  g_assert_true (app_shows (review, "0100684378"));
  g_assert_true (app_shows (review, "Lê Văn Cả"));
  g_assert_true (app_shows (review, "Head office"));
}

static gboolean
is_done (gpointer review)
{
  return !sme_order_review_get_editing (review);
}

/* "Sửa thông tin", another kind of invoice, "Xác nhận". */
static void
test_edit (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeOrder) order = read_order (ORDER (PROFILE));
  GtkWidget *review = show (f, order);
  SmeRecord *sent;

  app_click (review, "Edit information");
  app_run_idle ();
  g_assert_true (sme_order_review_get_editing (SME_ORDER_REVIEW (review)));
  app_assert_named (review);
  app_click (review, "Organisation");
  app_run_idle ();
  /* A person's name and address are no organisation's. */
  g_assert_cmpstr (sme_field_row_get_text (find_field (review, "Name on the invoice")), ==, "");
  g_assert_cmpstr (sme_field_row_get_text (find_field (review, "Address on the invoice")), ==, "");
  sme_field_row_set_text (find_field (review, "Name on the invoice"), "Công ty Biển Xanh");
  sme_field_row_set_text (find_field (review, "Address on the invoice"), "Hà Nội");
  app_click (review, "Confirm");
  /* The tax code is missing: nothing is sent. */
  g_assert_nonnull (sme_field_row_get_error (find_field (review, "Tax code")));
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_PUT_BILLING), ==, 0);
  sme_field_row_set_text (find_field (review, "Tax code"), "0100684378");
  g_assert_null (sme_field_row_get_error (find_field (review, "Tax code")));
  fake_shop_answer (f->shop, SME_OP_PUT_BILLING, "o1",
                    ORDER (PROFILE ",\"billing\":{\"invoice\":{\"kind\":\"organisation\","
                                   "\"name\":\"Công ty Biển Xanh\",\"tax_code\":\"0100684378\","
                                   "\"address\":\"Hà Nội\"}}"));
  app_click (review, "Confirm");
  app_run_until (is_done, review);
  sent = sme_record_get_object (fake_shop_get_body (f->shop, SME_OP_PUT_BILLING), "invoice");
  g_assert_cmpint (sme_record_get_int (sent, "kind"), ==, SME_INVOICE_ORGANISATION);
  g_assert_cmpstr (sme_record_get_text (sent, "tax_code"), ==, "0100684378");
  g_assert_false (sme_record_has (sent, "personal_number"));
  g_assert_true (app_shows (review, "Công ty Biển Xanh"));
}

static const char *
read_field (GtkWidget *review, const char *title)
{
  return sme_field_row_get_text (find_field (review, title));
}

/* Each kind has texts of its own, and has them again when one comes back to it. */
static void
test_kinds (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeOrder) order = read_order (ORDER (PROFILE));
  GtkWidget *review = show (f, order);

  app_click (review, "Edit information");
  g_assert_cmpstr (read_field (review, "Name on the invoice"), ==, "Nguyễn Thị Lan");
  sme_field_row_set_text (find_field (review, "Address on the invoice"), "Nhà riêng");
  app_click (review, "Organisation");
  g_assert_cmpstr (read_field (review, "Email address for the invoice"), ==, "");
  sme_field_row_set_text (find_field (review, "Name on the invoice"), "Công ty Biển Xanh");
  app_click (review, "Consumer, no data");
  g_assert_cmpstr (read_field (review, "Email address for the invoice"), ==, "lan@vidu.vn");
  app_click (review, "Person");
  g_assert_cmpstr (read_field (review, "Name on the invoice"), ==, "Nguyễn Thị Lan");
  g_assert_cmpstr (read_field (review, "Address on the invoice"), ==, "Nhà riêng");
  app_click (review, "Organisation");
  g_assert_cmpstr (read_field (review, "Name on the invoice"), ==, "Công ty Biển Xanh");
  g_assert_cmpstr (read_field (review, "Address on the invoice"), ==, "");
}

/* A company's invoice begins with what the company is, and goes to its own address. */
static void
test_company (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeOrder) order = read_order (ORDER (ORGANISATION));
  g_autoptr (SmeAccount) account = NULL;
  GtkWidget *review;

  fake_shop_set_signed_in (f->shop, TRUE);
  g_object_get (f->shop, "account", &account, NULL);
  sme_record_set_int (SME_RECORD (account), "customer_type", SME_CUSTOMER_ENTERPRISE);
  sme_record_set_text (SME_RECORD (account), "email", "ketoan@bienxanh.vn");
  review = show (f, order);
  g_assert_true (app_shows (review, "ketoan@bienxanh.vn"));
  app_click (review, "Edit information");
  g_assert_cmpstr (read_field (review, "Name on the invoice"), ==, "Công ty Biển Xanh");
  g_assert_cmpstr (read_field (review, "Tax code"), ==, "0100684378");
  g_assert_cmpstr (read_field (review, "Address on the invoice"), ==, "Hà Nội");
  g_assert_cmpstr (read_field (review, "Email address for the invoice"), ==, "ketoan@bienxanh.vn");
  /* Who signs for it lives elsewhere. */
  app_click (review, "Person");
  g_assert_cmpstr (read_field (review, "Name on the invoice"), ==, "Nguyễn Thị Lan");
  g_assert_cmpstr (read_field (review, "Address on the invoice"), ==, "");
}

/* What was asked for stands there as it was asked for, without what was left out. */
static void
test_asked (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeOrder) order = read_order (
    ORDER (PROFILE ",\"billing\":{\"invoice\":{\"kind\":\"organisation\",\"name\":\"Sao Mai\","
                   "\"tax_code\":\"0100684378\",\"address\":\"Hà Nội\"}}"));
  GtkWidget *review = show (f, order);

  app_click (review, "Edit information");
  g_assert_cmpstr (read_field (review, "Name on the invoice"), ==, "Sao Mai");
  g_assert_cmpstr (read_field (review, "Email address for the invoice"), ==, "");
  app_click (review, "Person");
  g_assert_cmpstr (read_field (review, "Name on the invoice"), ==, "Nguyễn Thị Lan");
  g_assert_cmpstr (read_field (review, "Personal number"), ==, "031186004567");
}

/* What is wrong is said together with what a right one looks like. */
static void
test_messages (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeOrder) order = read_order (ORDER (PROFILE));
  GtkWidget *review = show (f, order);
  SmeFieldRow *phone, *tax;

  app_click (review, "Edit information");
  phone = find_field (review, "Contact's phone number");
  sme_field_row_set_text (phone, "02812345");
  g_signal_emit_by_name (phone, "left");
  g_assert_cmpstr (sme_field_row_get_error (phone), ==,
                   "This has 8 digits. A landline number has 11 with its area code, for example"
                   " 024 3825 4567.");
  app_click (review, "Organisation");
  tax = find_field (review, "Tax code");
  sme_field_row_set_text (tax, "01006843781");
  g_signal_emit_by_name (tax, "left");
  g_assert_true (
    g_str_has_prefix (sme_field_row_get_error (tax), "This has 11 digits. A tax code"));
}

static void
test_cancel (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeOrder) order = read_order (ORDER (PROFILE));
  GtkWidget *review = show (f, order);

  app_click (review, "Edit information");
  app_run_idle ();
  app_click (review, "Consumer, no data");
  app_click (review, "Cancel");
  app_run_idle ();
  g_assert_false (sme_order_review_get_editing (SME_ORDER_REVIEW (review)));
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_PUT_BILLING), ==, 0);
  g_assert_true (app_shows (review, "Nguyễn Thị Lan"));
}

/* What was typed stays where the server can't be reached. */
static void
test_failure (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeOrder) order = read_order (ORDER (PROFILE));
  GtkWidget *review = show (f, order);
  GtkWidget *confirm;

  app_click (review, "Edit information");
  app_run_idle ();
  fake_shop_refuse (f->shop, SME_OP_PUT_BILLING, SME_PROBLEM_UNREACHABLE);
  confirm = app_find (review, GTK_TYPE_BUTTON, "Confirm");
  app_click (review, "Confirm");
  app_run_until ((AppCondition) gtk_widget_is_sensitive, confirm);
  g_assert_true (sme_order_review_get_editing (SME_ORDER_REVIEW (review)));
}

/* In memory only: there is no keyring here. */
static void
make_vault (AppFixture *f)
{
  g_autoptr (SmeKeyring) keyring = sme_keyring_new ();
  g_autoptr (SmeVault) vault = sme_vault_new (keyring, "/nonexistent");
  g_autoptr (SmeAccount) account = NULL;

  sme_context_set_vault (f->context, vault);
  fake_shop_set_signed_in (f->shop, TRUE);
  g_object_get (f->shop, "account", &account, NULL);
  sme_record_set_text (SME_RECORD (account), "id", "a1");
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static SmeBilling *
load_kept (AppFixture *f)
{
  g_autoptr (SmeBillingKeeper) keeper = sme_billing_keeper_new (f->context, "o1");
  g_autoptr (GAsyncResult) result = NULL;

  sme_billing_keeper_load_async (keeper, NULL, keep_result, &result);
  app_run_until (has_result, &result);
  return sme_billing_keeper_load_finish (keeper, result, NULL);
}

static void
wait_until_kept (AppFixture *f)
{
  g_autoptr (SmeBilling) kept = NULL;

  while (kept == NULL)
    kept = load_kept (f);
}

/* The review goes, as with the program. */
static void
end (AppFixture *f)
{
  app_fixture_show (f, gtk_label_new (NULL), 640, 900);
}

static gboolean
is_editing (gpointer review)
{
  return sme_order_review_get_editing (review);
}

/* Typed, and the program ended before it was confirmed: it goes on there. */
static void
test_kept (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeOrder) order = read_order (ORDER (PROFILE));
  GtkWidget *review;

  make_vault (f);
  review = show (f, order);
  app_click (review, "Edit information");
  app_click (review, "Organisation");
  sme_field_row_set_text (find_field (review, "Tax code"), "01006");
  wait_until_kept (f);
  end (f);
  review = show (f, order);
  app_run_until (is_editing, review);
  g_assert_cmpstr (sme_field_row_get_text (find_field (review, "Tax code")), ==, "01006");
  /* Given up, it is gone. */
  app_click (review, "Cancel");
  end (f);
  g_assert_null (load_kept (f));
}

/* What only stands there was not typed. */
static void
test_nothing_kept (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeOrder) order = read_order (ORDER (PROFILE));
  GtkWidget *review;

  make_vault (f);
  review = show (f, order);
  app_click (review, "Edit information");
  end (f);
  g_assert_null (load_kept (f));
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a30/review-shows-invoice-customer-and-contact", test_shows);
  ADD ("/a30/review-of-an-organisation", test_organisation);
  ADD ("/a31/edit-and-confirm", test_edit);
  ADD ("/a30/each-kind-of-invoice-has-its-own-texts", test_kinds);
  ADD ("/a30/the-invoice-of-a-company", test_company);
  ADD ("/a30/the-invoice-that-was-asked-for", test_asked);
  ADD ("/a30/messages-say-what-is-right", test_messages);
  ADD ("/a31/edit-and-cancel", test_cancel);
  ADD ("/a31/a-failure-keeps-what-was-typed", test_failure);
  ADD ("/a31/what-is-typed-survives-the-end-of-the-program", test_kept);
  ADD ("/a31/what-only-stands-there-is-not-kept", test_nothing_kept);
  return g_test_run ();
}
