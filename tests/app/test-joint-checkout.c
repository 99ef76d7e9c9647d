/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The review before one payment for several orders. */
#include "app/order/sme-pay-together-page.h"

#include "app-fixture.h"
#include "app/form/sme-field-row.h"
#include "app/order/sme-billing-keeper.h"
#include "client/sme-vault.h"
#include "core/sme-account.h"
#include "core/sme-enums.h"

#define LINE(kind, label, amount) \
  "{\"kind\":\"" kind "\",\"label\":\"" label "\",\"quantity\":1,\"unit_price\":" amount \
  ",\"amount\":" amount "}"
#define QUOTE(discount, net, vat, total, lines) \
  "\"quote\":{\"plan_id\":\"p1\",\"cycle_months\":12,\"quantity\":1,\"discount\":" discount \
  ",\"net\":" net ",\"vat_rate\":10,\"vat\":" vat ",\"total\":" total ",\"lines\":[" lines "]}"
#define PLAIN QUOTE ("0", "200000", "20000", "220000", LINE ("plan", "Cơ bản", "220000"))
#define CHEAPER \
  QUOTE ("22000", "180000", "18000", "198000", \
         LINE ("plan", "Cơ bản", "220000") "," LINE ("discount", "TRINHDIEN10", "-22000"))
#define PERSON(name, email) \
  "\"profile\":{\"full_name\":\"" name "\",\"id_type\":\"citizen_id\"," \
  "\"id_number\":\"031090001234\",\"id_issued_on\":\"2022-05-10\",\"id_issued_by\":\"Bộ Công " \
  "an\"," \
  "\"born_on\":\"1990-02-03\",\"sex\":\"male\",\"phone\":\"+84987654321\",\"email\":\"" email \
  "\"," \
  "\"address\":{\"edition\":\"2025\",\"province_code\":\"31\",\"commune_code\":\"11455\"," \
  "\"street\":\"Khu 3\",\"line\":\"Khu 3, Hải Phòng\"},\"organisation\":{\"name\":\"Biển Xanh\"," \
  "\"tax_code\":\"0100684378\",\"registration_number\":\"0100684378\"," \
  "\"representative\":\"Lê Văn Cả\",\"position\":\"Giám đốc\"}}"
#define BILLING \
  ",\"billing\":{\"invoice\":{\"kind\":\"organisation\",\"name\":\"Biển Xanh\"," \
  "\"tax_code\":\"0100684378\",\"address\":\"Khu 3, Hải Phòng\",\"email\":\"ketoan@vidu.vn\"}," \
  "\"contact\":{\"name\":\"Lan\",\"phone\":\"+84912345678\",\"email\":\"lan@vidu.vn\"}}"
#define ORDER(id, name, quote, more) \
  "{\"id\":\"" id "\",\"number\":\"OSM-" id "\",\"state\":\"declared\"," \
  "\"next_actions\":[\"pay\"],\"created_at\":\"2026-11-22T03:15:00Z\"," \
  "\"terms_version\":\"2026-11\"," PERSON (name, id "@vidu.vn") "," quote more "}"
#define BOTH(quote, more) \
  ORDER ("o1", "Nguyễn Văn An", quote, more) "," ORDER ("o2", "Trần Thị Bình", quote, more)
#define LIST(items) "{\"items\":[" items "],\"total\":2}"
#define ANSWER(items) "{\"orders\":[" items "]}"

static GtkWidget *
show (AppFixture *f)
{
  SmePage *page = app_fixture_show_page (f, SME_TYPE_PAY_TOGETHER_PAGE, "pay-together");

  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  return GTK_WIDGET (page);
}

static GtkWidget *
show_both (AppFixture *f)
{
  fake_shop_answer (f->shop, SME_OP_LIST_ORDERS, NULL, LIST (BOTH (PLAIN, "")));
  return show (f);
}

static SmeFieldRow *
find_field (GtkWidget *widget, const char *title)
{
  if (SME_IS_FIELD_ROW (widget) && gtk_widget_get_mapped (widget) &&
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

static GtkWidget *
find_check (GtkWidget *root, const char *label)
{
  if (GTK_IS_CHECK_BUTTON (root) &&
      g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_check (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Whom for, every line, the sum with its tax, who gets the invoices. */
static void
test_shows (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show_both (f);

  g_assert_true (app_shows (page, "Order OSM-o1 · Nguyễn Văn An"));
  g_assert_true (app_shows (page, "Full name: Trần Thị Bình"));
  g_assert_true (app_shows (page, "Tax code: 0100684378"));
  g_assert_true (app_shows (page, "Before VAT"));
  g_assert_true (app_shows (page, "2 orders, 440.000"));
  g_assert_true (app_shows (page, "400.000\302\240₫ before VAT, 40.000\302\240₫ VAT"));
  g_assert_true (app_shows (page, "Invoice information"));
  g_assert_true (app_shows (page, "Contact person"));
  /* The people have addresses of their own. */
  g_assert_true (app_shows (page, "The orders differ."));
  g_assert_true (app_shows (page, "o2@vidu.vn"));
  g_assert_true (app_shows (page, "Please read and agree to the terms of service."));
  app_assert_named (page);
}

static gboolean
shows_new_contact (gpointer page)
{
  return app_shows (page, "lan@vidu.vn");
}

static void
be_business (AppFixture *f)
{
  g_autoptr (SmeAccount) account = NULL;

  fake_shop_set_signed_in (f->shop, TRUE);
  fake_shop_set_customer_type (f->shop, SME_CUSTOMER_ENTERPRISE);
  g_object_get (f->shop, "account", &account, NULL);
  sme_record_set_text (SME_RECORD (account), "id", "a1");
  sme_record_set_text (SME_RECORD (account), "email", "ketoan@vidu.vn");
}

/* One form, and all orders get what is in it. */
static void
test_one_invoice (AppFixture *f, gconstpointer data)
{
  GtkWidget *page, *agree;
  SmeRecord *sent;
  const char *const *ids;

  be_business (f);
  page = show_both (f);
  agree = find_check (page, "I have read and agree to the terms of service");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (agree), TRUE);
  app_click (page, "Edit information");
  app_run_idle ();
  /* Whoever orders gets the invoices, not the first of the people. */
  g_assert_cmpstr (sme_field_row_get_text (find_field (page, "Email address for the invoice")), ==,
                   "ketoan@vidu.vn");
  g_assert_cmpstr (sme_field_row_get_text (find_field (page, "Tax code")), ==, "0100684378");
  /* Not paid before it is settled. */
  g_assert_true (app_shows (page, "Please confirm or cancel what is being edited."));
  g_assert_false (gtk_widget_get_sensitive (app_find (page, GTK_TYPE_BUTTON, "Pay")));
  sme_field_row_set_text (find_field (page, "Contact's name"), "Lan");
  sme_field_row_set_text (find_field (page, "Contact's phone number"), "0912345678");
  sme_field_row_set_text (find_field (page, "Contact's email address"), "lan@vidu.vn");
  fake_shop_answer (f->shop, SME_OP_PUT_JOINT_BILLING, NULL, ANSWER (BOTH (PLAIN, BILLING)));
  app_click (page, "Confirm");
  app_run_until (shows_new_contact, page);
  sent = fake_shop_get_body (f->shop, SME_OP_PUT_JOINT_BILLING);
  ids = sme_record_get_texts (sent, "order_ids");
  g_assert_cmpuint (g_strv_length ((GStrv) ids), ==, 2);
  g_assert_cmpstr (sme_record_get_text (sme_record_get_object (sent, "contact"), "email"), ==,
                   "lan@vidu.vn");
  g_assert_false (app_shows (page, "The orders differ."));
  g_assert_true (gtk_widget_get_sensitive (app_find (page, GTK_TYPE_BUTTON, "Pay")));
  app_assert_named (page);
}

static gboolean
can_confirm (gpointer page)
{
  return gtk_widget_is_sensitive (app_find (page, GTK_TYPE_BUTTON, "Confirm"));
}

/* Nothing is half shown: the form stays with what was typed, and the orders are as they were. */
static void
test_refused (AppFixture *f, gconstpointer data)
{
  GtkWidget *page;

  be_business (f);
  page = show_both (f);
  app_click (page, "Edit information");
  sme_field_row_set_text (find_field (page, "Contact's name"), "Lan");
  sme_field_row_set_text (find_field (page, "Contact's phone number"), "0912345678");
  sme_field_row_set_text (find_field (page, "Contact's email address"), "lan@vidu.vn");
  fake_shop_refuse_field (f->shop, SME_OP_PUT_JOINT_BILLING, "/invoice/tax_code", "check-digit");
  app_click (page, "Confirm");
  app_run_until (can_confirm, page);
  g_assert_nonnull (sme_field_row_get_error (find_field (page, "Tax code")));
  fake_shop_refuse (f->shop, SME_OP_PUT_JOINT_BILLING, SME_PROBLEM_UNREACHABLE);
  app_click (page, "Confirm");
  app_run_until (can_confirm, page);
  g_assert_cmpstr (sme_field_row_get_text (find_field (page, "Contact's name")), ==, "Lan");
  app_click (page, "Cancel");
  app_run_idle ();
  g_assert_true (app_shows (page, "The orders differ."));
}

static gboolean
has_coupon (gpointer page)
{
  return app_shows (page, "Coupon TRINHDIEN10") && app_shows (page, "2 orders, 396.000");
}

static gboolean
has_no_coupon (gpointer page)
{
  return app_shows (page, "2 orders, 440.000");
}

/* Every price says it: the rows, the lines, the sum. */
static void
test_coupon (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show_both (f);
  const char *const *ids;

  sme_field_row_set_text (find_field (page, "Coupon"), "TRINHDIEN10");
  fake_shop_answer (f->shop, SME_OP_PUT_JOINT_COUPON, NULL, ANSWER (BOTH (CHEAPER, "")));
  app_click (page, "Apply");
  app_run_until (has_coupon, page);
  ids = sme_record_get_texts (fake_shop_get_body (f->shop, SME_OP_PUT_JOINT_COUPON), "order_ids");
  g_assert_cmpuint (g_strv_length ((GStrv) ids), ==, 2);
  g_assert_true (app_shows (page, "44.000\302\240₫ off"));
  g_assert_true (app_shows (page, "198.000"));
  fake_shop_answer (f->shop, SME_OP_PUT_JOINT_COUPON, NULL, ANSWER (BOTH (PLAIN, "")));
  app_click (page, "Remove");
  app_run_until (has_no_coupon, page);
  g_assert_false (sme_record_has (fake_shop_get_body (f->shop, SME_OP_PUT_JOINT_COUPON), "coupon"));
}

static gboolean
has_error (gpointer row)
{
  return sme_field_row_get_error (row) != NULL;
}

/* One is too small: which. */
static void
test_coupon_refused (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show_both (f);
  SmeFieldRow *field = find_field (page, "Coupon");

  sme_field_row_set_text (field, "TRINHDIEN50K");
  fake_shop_refuse_field (f->shop, SME_OP_PUT_JOINT_COUPON, "/order_ids/1", "coupon-minimum");
  app_click (page, "Apply");
  app_run_until (has_error, field);
  g_assert_true (g_str_has_prefix (sme_field_row_get_error (field), "Order OSM-o2: "));
  g_assert_true (app_shows (page, "2 orders, 440.000"));
}

static gboolean
is_typed (gpointer page)
{
  SmeFieldRow *row = find_field (page, "Contact's name");

  return row != NULL && g_str_equal (sme_field_row_get_text (row), "Hoa");
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

static gboolean
is_kept (AppFixture *f)
{
  g_autoptr (SmeBillingKeeper) keeper = sme_billing_keeper_new (f->context, "joint");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SmeBilling) billing = NULL;

  sme_billing_keeper_load_async (keeper, NULL, keep_result, &result);
  app_run_until (has_result, &result);
  billing = sme_billing_keeper_load_finish (keeper, result, NULL);
  return billing != NULL;
}

/* The page goes, as with the program, and what was typed goes on there. */
static void
test_kept (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeKeyring) keyring = sme_keyring_new ();
  g_autoptr (SmeVault) vault = sme_vault_new (keyring, "/nonexistent");
  GtkWidget *page;

  sme_context_set_vault (f->context, vault);
  be_business (f);
  page = show_both (f);
  app_click (page, "Edit information");
  sme_field_row_set_text (find_field (page, "Contact's name"), "Hoa");
  while (!is_kept (f))
    ;
  app_fixture_show (f, gtk_label_new (NULL), 640, 900);
  page = show (f);
  app_run_until (is_typed, page);
  /* A reload asks for the orders again, not for what is typed. */
  sme_page_reload (SME_PAGE (page));
  app_run_until_state (SME_PAGE (page), SME_PAGE_CONTENT);
  app_run_until (is_typed, page);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("/a30/joint-review/says-all-of-it", test_shows);
  ADD ("/a31/joint-review/one-invoice-for-all", test_one_invoice);
  ADD ("/a31/joint-review/a-refusal-changes-nothing", test_refused);
  ADD ("/a30/joint-review/one-coupon-for-all", test_coupon);
  ADD ("/a30/joint-review/says-which-order-a-coupon-does-not-fit", test_coupon_refused);
  ADD ("/a31/joint-review/what-is-typed-survives", test_kept);
  return g_test_run ();
}
