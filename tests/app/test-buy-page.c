/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalog/sme-buy-page.h"

#include "app-fixture.h"
#include "app/form/sme-field-row.h"
#include "catalog-samples.h"
#include "core/sme-enums.h"

#define PLAN_UNITS \
  "{\"id\":\"hrm\",\"service_id\":\"hr\",\"service_name\":\"HRM\",\"name\":\"Theo người dùng\"," \
  "\"model\":\"volume\",\"basis\":\"assumed\",\"unit\":\"người dùng\",\"max_quantity\":5000," \
  "\"vat_rate\":10,\"vat_included\":true,\"setup_fee\":330000,\"trial_days\":30," \
  "\"cycles\":[{\"months\":12,\"price\":1000},{\"months\":24,\"price\":1900}]," \
  "\"steps\":[{\"up_to\":10,\"price\":1000},{\"up_to\":0,\"price\":800}]," \
  "\"addons\":[{\"id\":\"camera\",\"name\":\"Camera\",\"price\":660000,\"required\":true}," \
  "{\"id\":\"card\",\"name\":\"Thẻ nhớ\",\"price\":165000,\"required\":false}]}"
#define PLAN_FIRMS \
  "{\"id\":\"firm\",\"service_id\":\"hr\",\"service_name\":\"HRM\",\"name\":\"Tổ chức\"," \
  "\"customer_types\":[\"enterprise\",\"household\"],\"model\":\"flat\",\"basis\":\"assumed\"," \
  "\"max_quantity\":1,\"vat_rate\":10,\"vat_included\":true,\"setup_fee\":0,\"trial_days\":0," \
  "\"cycles\":[{\"months\":12,\"price\":1273000}]}"
#define SERVICE \
  "{" SAMPLE_CARD_FIELDS ",\"plans\":[" SAMPLE_PLAN_BASIC "," PLAN_UNITS "," PLAN_FIRMS \
  "," SAMPLE_PLAN_CONTACT "]}"
#define QUOTE(plan, total) \
  "{\"plan_id\":\"" plan "\",\"cycle_months\":12,\"quantity\":1,\"basis\":\"assumed\",\"lines\":[" \
  "{\"kind\":\"plan\",\"label\":\"Gói\",\"quantity\":3,\"unit_price\":800,\"amount\":2400}," \
  "{\"kind\":\"setup\",\"label\":\"x\",\"quantity\":1,\"unit_price\":330000,\"amount\":330000}," \
  "{\"kind\":\"discount\",\"label\":\"TRINHDIEN10\",\"quantity\":1,\"unit_price\":-33240," \
  "\"amount\":-33240}]," \
  "\"discount\":33240,\"net\":271964,\"vat_rate\":10,\"vat\":27196,\"total\":" #total "," \
  "\"starts_on\":\"2026-12-22\",\"ends_on\":\"2027-12-21\"}"

static SmePage *
show (AppFixture *f, const char *route)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, SERVICE);
  page = app_fixture_show_page (f, SME_TYPE_BUY_PAGE, route);
  app_run_until_state (page, SME_PAGE_CONTENT);
  return page;
}

static SmeRecord *
get_asked (AppFixture *f)
{
  return fake_shop_get_body (f->shop, SME_OP_CREATE_QUOTE);
}

static gboolean
is_priced (gpointer page)
{
  return app_shows (page, "299.160");
}

static gboolean
was_asked (gpointer data)
{
  return *app_fixture_last_action (data) != '\0';
}

static void
test_buy (AppFixture *f, gconstpointer data)
{
  SmePage *page;
  SmeRecord *body;

  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE ("basic", 299160));
  fake_shop_answer (f->shop, SME_OP_CREATE_ORDER, NULL, SAMPLE_ORDER ("o1", "\"declare\""));
  page = show (f, "buy:basic?service=smartca-on&months=24");
  app_run_until (is_priced, page);
  /* One of a kind: its number isn't asked. */
  g_assert_null (app_find (GTK_WIDGET (page), GTK_TYPE_SPIN_BUTTON, NULL));
  app_assert_named (GTK_WIDGET (page));
  app_click (GTK_WIDGET (page), "Next");
  app_run_until (was_asked, f);
  body = fake_shop_get_body (f->shop, SME_OP_CREATE_ORDER);
  g_assert_cmpstr (sme_record_get_text (body, "plan_id"), ==, "basic");
  g_assert_cmpint (sme_record_get_int (body, "cycle_months"), ==, 24);
  g_assert_false (sme_record_has (body, "quantity"));
  g_assert_false (sme_record_has (body, "coupon"));
  g_assert_cmpstr (app_fixture_last_action (f), ==, "replace order:o1?step=declare");
}

static void
test_lines (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE ("hrm", 299160));
  page = show (f, "buy:hrm?service=smartca-on&months=12");
  app_run_until (is_priced, page);
  g_assert_true (app_shows (GTK_WIDGET (page), "3 × 800"));
  g_assert_true (app_shows (GTK_WIDGET (page), "Set-up fee"));
  g_assert_true (app_shows (GTK_WIDGET (page), "Coupon TRINHDIEN10"));
  g_assert_true (app_shows (GTK_WIDGET (page), "-33.240"));
  g_assert_true (app_shows (GTK_WIDGET (page), "Paid for: 22/12/2026 to 21/12/2027"));
  g_assert_true (app_shows (GTK_WIDGET (page), "Rounded to whole đồng"));
  g_assert_true (app_shows (GTK_WIDGET (page), "Demonstration price"));
  /* How the price comes about. */
  g_assert_true (app_shows (GTK_WIDGET (page), "All pieces are charged"));
  g_assert_true (app_shows (GTK_WIDGET (page), "1 – 10"));
  g_assert_true (app_shows (GTK_WIDGET (page), "from 11"));
  g_assert_true (app_shows (GTK_WIDGET (page), "Free to try for 30 days"));
}

static void
test_choices (AppFixture *f, gconstpointer data)
{
  SmePage *page;
  GtkWidget *spin, *row;
  const char *const *addons;

  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE ("hrm", 299160));
  page = show (f, "buy:hrm?service=smartca-on&months=12");
  app_run_until (is_priced, page);
  g_assert_false (sme_record_has (get_asked (f), "addons"));
  spin = app_find (GTK_WIDGET (page), GTK_TYPE_SPIN_BUTTON, NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 12);
  g_assert_cmpint (sme_record_get_int (get_asked (f), "quantity"), ==, 12);
  row = app_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "Thẻ nhớ");
  row = gtk_widget_get_ancestor (row, ADW_TYPE_ACTION_ROW);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  addons = sme_record_get_texts (get_asked (f), "addons");
  g_assert_cmpstr (addons[0], ==, "card");
  g_assert_null (addons[1]);
}

/* Volume pricing: 10 at 1.000 cost more than 11 at 800, and it is said before it is ordered. */
static void
test_cheaper (AppFixture *f, gconstpointer data)
{
  SmePage *page;
  GtkWidget *spin;

  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE ("hrm", 299160));
  page = show (f, "buy:hrm?service=smartca-on&months=12");
  app_run_until (is_priced, page);
  spin = app_find (GTK_WIDGET (page), GTK_TYPE_SPIN_BUTTON, NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 8);
  g_assert_false (app_shows (GTK_WIDGET (page), "cost less than"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 10);
  g_assert_true (app_shows (GTK_WIDGET (page), "11 người dùng cost less than 10 người dùng: "
                                               "8.800\302\240₫ instead of 10.000\302\240₫."));
  app_click (GTK_WIDGET (page), "Take 11 người dùng");
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==, 11);
  g_assert_cmpint (sme_record_get_int (get_asked (f), "quantity"), ==, 11);
  g_assert_false (app_shows (GTK_WIDGET (page), "cost less than"));
}

static gboolean
is_refused (gpointer page)
{
  return app_shows (page, "Please check this field.");
}

static void
test_coupon (AppFixture *f, gconstpointer data)
{
  SmePage *page;
  GtkWidget *entry;
  guint asked;

  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE ("basic", 299160));
  page = show (f, "buy:basic?service=smartca-on&months=12");
  app_run_until (is_priced, page);
  entry = app_find (GTK_WIDGET (page), GTK_TYPE_TEXT, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), " trinhdien10 ");
  asked = fake_shop_count (f->shop, SME_OP_CREATE_QUOTE);
  app_click (GTK_WIDGET (page), "Apply");
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_CREATE_QUOTE), ==, asked + 1);
  g_assert_cmpstr (sme_record_get_text (get_asked (f), "coupon"), ==, "trinhdien10");
}

#define CHEAPER \
  "{\"plan_id\":\"basic\",\"cycle_months\":12,\"quantity\":1,\"discount\":22000,\"net\":180000," \
  "\"vat_rate\":10,\"vat\":18000,\"total\":198000,\"lines\":[{\"kind\":\"plan\"," \
  "\"label\":\"Basic\",\"quantity\":1,\"unit_price\":220000,\"amount\":220000}," \
  "{\"kind\":\"discount\",\"label\":\"TIETKIEM22K\",\"quantity\":1,\"unit_price\":-22000," \
  "\"amount\":-22000}]}"

static gboolean
is_cheaper (gpointer page)
{
  return app_shows (page, "Coupon TIETKIEM22K");
}

/* The discount goes as soon as the code differs; blanks around it are no difference. */
static void
test_coupon_changed (AppFixture *f, gconstpointer data)
{
  SmePage *page;
  GtkWidget *entry;
  guint asked;
  int end = 11;

  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE ("basic", 299160));
  page = show (f, "buy:basic?service=smartca-on&months=12");
  app_run_until (is_priced, page);
  entry = app_find (GTK_WIDGET (page), GTK_TYPE_TEXT, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "TIETKIEM22K");
  g_assert_true (app_shows (GTK_WIDGET (page), "Press “Apply” to see the price"));
  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, CHEAPER);
  app_click (GTK_WIDGET (page), "Apply");
  app_run_until (is_cheaper, page);
  asked = fake_shop_count (f->shop, SME_OP_CREATE_QUOTE);
  gtk_editable_insert_text (GTK_EDITABLE (entry), " ", -1, &end);
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_CREATE_QUOTE), ==, asked);
  g_assert_true (is_cheaper (page));
  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE ("basic", 299160));
  end = 11;
  gtk_editable_insert_text (GTK_EDITABLE (entry), "0", -1, &end);
  g_assert_false (is_cheaper (page));
  g_assert_false (sme_record_has (get_asked (f), "coupon"));
  app_run_until (is_priced, page);
  g_assert_false (is_cheaper (page));
}

static SmeRoute *
parse (const char *text)
{
  SmeRoute *route = sme_route_parse (text);

  g_assert_nonnull (route);
  return route;
}

/* Chosen on the card of the plan after the page was put aside. */
static void
test_other_cycle (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeRoute) other = parse ("buy:hrm?service=smartca-on&months=24");
  g_autoptr (SmeRoute) none = parse ("buy:hrm?service=smartca-on&months=7");
  SmePage *page;
  GtkWidget *spin, *entry;

  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE ("hrm", 299160));
  page = show (f, "buy:hrm?service=smartca-on&months=12");
  app_run_until (is_priced, page);
  spin = app_find (GTK_WIDGET (page), GTK_TYPE_SPIN_BUTTON, NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 12);
  entry = gtk_widget_get_ancestor (app_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "Coupon"),
                                   SME_TYPE_FIELD_ROW);
  sme_field_row_set_text (SME_FIELD_ROW (entry), "HALF-TYPED");
  sme_page_set_route (page, other);
  g_assert_cmpint (sme_page_get_state (page), ==, SME_PAGE_CONTENT);
  g_assert_cmpint (sme_record_get_int (get_asked (f), "cycle_months"), ==, 24);
  g_assert_cmpint (sme_record_get_int (get_asked (f), "quantity"), ==, 12);
  g_assert_cmpstr (sme_field_row_get_text (SME_FIELD_ROW (entry)), ==, "HALF-TYPED");
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==, 12);
  /* A cycle that it does not have. */
  sme_page_set_route (page, none);
  app_run_until_state (page, SME_PAGE_CONTENT);
}

static GtkWidget *
find_coupon (SmePage *page)
{
  return gtk_widget_get_ancestor (app_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "Coupon"),
                                  SME_TYPE_FIELD_ROW);
}

/* All that can be chosen and typed, none of it as at first. */
static void
choose (SmePage *page)
{
  GtkWidget *spin = app_find (GTK_WIDGET (page), GTK_TYPE_SPIN_BUTTON, NULL);
  GtkWidget *row = app_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "Thẻ nhớ");

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 12);
  row = gtk_widget_get_ancestor (row, ADW_TYPE_ACTION_ROW);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  sme_field_row_set_text (SME_FIELD_ROW (find_coupon (page)), "TRINHDIEN10");
  app_click (GTK_WIDGET (page), "Apply");
  sme_field_row_set_text (SME_FIELD_ROW (find_coupon (page)), "HALF-TYPED");
  app_run_until (is_priced, page);
}

static void
assert_chosen (AppFixture *f, SmePage *page, int months)
{
  SmeRecord *asked = get_asked (f);
  GtkWidget *spin = app_find (GTK_WIDGET (page), GTK_TYPE_SPIN_BUTTON, NULL);

  g_assert_cmpint (sme_record_get_int (asked, "cycle_months"), ==, months);
  g_assert_cmpint (sme_record_get_int (asked, "quantity"), ==, 12);
  g_assert_cmpstr (sme_record_get_texts (asked, "addons")[0], ==, "card");
  /* What was applied is not what stands there now. */
  g_assert_false (sme_record_has (asked, "coupon"));
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==, 12);
  g_assert_cmpstr (sme_field_row_get_text (SME_FIELD_ROW (find_coupon (page))), ==, "HALF-TYPED");
  g_assert_true (sme_page_get_keeps_input (page));
}

/* F5, also one that fails at first. */
static void
test_reload (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE ("hrm", 299160));
  page = show (f, "buy:hrm?service=smartca-on&months=12");
  app_run_until (is_priced, page);
  choose (page);
  sme_page_reload (page);
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_until (is_priced, page);
  assert_chosen (f, page, 12);
  fake_shop_refuse (f->shop, SME_OP_GET_SERVICE, SME_PROBLEM_TIMED_OUT);
  sme_page_reload (page);
  app_run_until_state (page, SME_PAGE_ERROR);
  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, SERVICE);
  app_click (GTK_WIDGET (page), "Try again");
  app_run_until (is_priced, page);
  assert_chosen (f, page, 12);
}

/* The cycle that was chosen on the page is not that of the route; a route with another one is. */
static void
test_reload_cycle (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeRoute) other = parse ("buy:hrm?service=smartca-on&months=12");
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE ("hrm", 299160));
  page = show (f, "buy:hrm?service=smartca-on&months=24");
  app_run_until (is_priced, page);
  choose (page);
  fake_shop_refuse (f->shop, SME_OP_GET_SERVICE, SME_PROBLEM_TIMED_OUT);
  sme_page_reload (page);
  app_run_until_state (page, SME_PAGE_ERROR);
  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, SERVICE);
  sme_page_set_route (page, other);
  app_run_until (is_priced, page);
  assert_chosen (f, page, 12);
}

static gboolean
is_made_with_coupon (gpointer data)
{
  AppFixture *f = data;
  SmeRecord *body = fake_shop_get_body (f->shop, SME_OP_CREATE_ORDER);

  return body != NULL && g_strcmp0 (sme_record_get_text (body, "coupon"), "HETHAN") == 0;
}

/* What is in the field counts, whether "Apply" was pressed or not; refused, it says why there. */
static void
test_coupon_refused (AppFixture *f, gconstpointer data)
{
  SmePage *page;
  GtkWidget *entry;

  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE ("basic", 299160));
  fake_shop_refuse_field (f->shop, SME_OP_CREATE_ORDER, "/coupon", "coupon-expired");
  page = show (f, "buy:basic?service=smartca-on&months=12");
  app_run_until (is_priced, page);
  entry = app_find (GTK_WIDGET (page), GTK_TYPE_TEXT, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "HETHAN");
  app_click (GTK_WIDGET (page), "Next");
  app_run_until (is_made_with_coupon, f);
  app_run_idle ();
  g_assert_false (is_refused (page));
  g_assert_true (app_shows (GTK_WIDGET (page), "This coupon has expired."));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "HETHAN");
  g_assert_false (sme_record_has (get_asked (f), "coupon"));
  g_assert_cmpstr (app_fixture_last_action (f), ==, "");
}

/* Beyond the limit it isn't corrected behind one's back. */
static void
test_too_many (AppFixture *f, gconstpointer data)
{
  SmePage *page;
  GtkWidget *spin;

  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE ("hrm", 299160));
  page = show (f, "buy:hrm?service=smartca-on&months=12");
  app_run_until (is_priced, page);
  spin = app_find (GTK_WIDGET (page), GTK_TYPE_SPIN_BUTTON, NULL);
  gtk_editable_set_text (GTK_EDITABLE (spin), "9999");
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  g_assert_true (app_shows (GTK_WIDGET (page), "9.999 are too many: at most 5.000"));
  g_assert_cmpint (sme_record_get_int (get_asked (f), "quantity"), ==, 5000);
  /* Nothing is ordered by the click that left the field. */
  g_assert_false (gtk_widget_is_sensitive (app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Next")));
  app_run_idle ();
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 12);
  g_assert_false (app_shows (GTK_WIDGET (page), "too many"));
  gtk_editable_set_text (GTK_EDITABLE (spin), "0");
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  g_assert_true (app_shows (GTK_WIDGET (page), "0 are too few: at least 1 can"));
}

/* Each add-on says for what its price is. */
static void
test_addon_prices (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE ("hrm", 299160));
  page = show (f, "buy:hrm?service=smartca-on&months=12");
  g_assert_true (app_shows (GTK_WIDGET (page), "₫ once per order, required"));
  g_assert_nonnull (app_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "165.000\u00a0₫ once per order"));
}

static void
activate_row (SmePage *page, const char *title)
{
  GtkWidget *label = app_find (GTK_WIDGET (page), GTK_TYPE_LABEL, title);

  g_assert_nonnull (label);
  gtk_widget_activate (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW));
}

/* Whom a plan is for is said before anything is ordered, and there are ways on. */
static void
test_not_for_me (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_set_signed_in (f->shop, TRUE);
  fake_shop_set_customer_type (f->shop, SME_CUSTOMER_PERSON);
  page = show (f, "buy:firm?service=smartca-on&months=12");
  g_assert_true (app_shows (GTK_WIDGET (page), "This plan is not for your kind of account"));
  g_assert_true (app_shows (GTK_WIDGET (page), "ordered by: Enterprise · Household business"));
  g_assert_true (app_shows (GTK_WIDGET (page), "lan@example.vn"));
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_CREATE_QUOTE), ==, 0);
  app_assert_named (GTK_WIDGET (page));
  activate_row (page, "Theo người dùng");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "replace buy:hrm?service=smartca-on&months=12");
  activate_row (page, "Sign in with another account");
  g_assert_cmpstr (app_fixture_last_action (f), ==,
                   "use-account ('', ['buy:firm?service=smartca-on&months=12'])");
  activate_row (page, "Register an account of an enterprise");
  g_assert_cmpstr (app_fixture_last_action (f), ==,
                   "use-account ('', ['buy:firm?service=smartca-on&months=12', "
                   "'register?type=enterprise'])");
  g_assert_null (
    app_find (GTK_WIDGET (page), GTK_TYPE_LABEL, "Register an account of an individual"));
  activate_row (page, "All services");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open services");
}

static void
test_for_me (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_set_signed_in (f->shop, TRUE);
  fake_shop_set_customer_type (f->shop, SME_CUSTOMER_HOUSEHOLD);
  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE ("firm", 299160));
  page = show (f, "buy:firm?service=smartca-on&months=12");
  app_run_until (is_priced, page);
  g_assert_true (app_shows (GTK_WIDGET (page), "Can be ordered by: Enterprise · Household"));
}

/* The server has the last word, which is shown. */
static void
test_refused_by_the_server (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE ("firm", 299160));
  fake_shop_refuse_field (f->shop, SME_OP_CREATE_ORDER, "/plan_id", "not-for-customer");
  page = show (f, "buy:firm?service=smartca-on&months=12");
  app_run_until (is_priced, page);
  app_click (GTK_WIDGET (page), "Next");
  while (!app_shows (GTK_WIDGET (page), "This plan is not for your kind of account."))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (app_fixture_last_action (f), ==, "");
}

static void
test_retry (AppFixture *f, gconstpointer data)
{
  SmePage *page;

  fake_shop_refuse (f->shop, SME_OP_GET_SERVICE, SME_PROBLEM_TIMED_OUT);
  page = app_fixture_show_page (f, SME_TYPE_BUY_PAGE, "buy:basic?service=smartca-on&months=12");
  app_run_until_state (page, SME_PAGE_ERROR);
  fake_shop_answer (f->shop, SME_OP_CREATE_QUOTE, NULL, QUOTE ("basic", 299160));
  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, SERVICE);
  app_click (GTK_WIDGET (page), "Try again");
  app_run_until (is_priced, page);
}

static void
test_by_hand (AppFixture *f, gconstpointer data)
{
  static const char *const bad[] = { "buy",
                                     "buy:basic",
                                     "buy:basic?months=12",
                                     "buy:basic?service=smartca-on&months=0",
                                     "buy:basic?service=smartca-on&months=99",
                                     "buy:basic?service=smartca-on&months=1x",
                                     "buy:his?service=smartca-on&months=12",
                                     "buy:nothing?service=smartca-on&months=12" };

  fake_shop_answer (f->shop, SME_OP_GET_SERVICE, NULL, SERVICE);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      SmePage *page = app_fixture_show_page (f, SME_TYPE_BUY_PAGE, bad[i]);

      app_run_until_state (page, SME_PAGE_ERROR);
    }
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_CREATE_ORDER), ==, 0);
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_CREATE_QUOTE), ==, 0);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/buy-page/a30/more-that-costs-less-is-told", test_cheaper);
  ADD ("/a20/next-makes-the-order-and-goes-on-to-the-form", test_buy);
  ADD ("/a30/every-line-of-the-price-is-shown", test_lines);
  ADD ("/buy-page/a30/each-choice-is-priced", test_choices);
  ADD ("/buy-page/a30/a-coupon-is-priced-when-applied", test_coupon);
  ADD ("/buy-page/a30/a-changed-coupon-takes-its-discount-along", test_coupon_changed);
  ADD ("/buy-page/a30/a-refused-coupon-says-why", test_coupon_refused);
  ADD ("/buy-page/a30/more-than-possible-is-said-at-the-field", test_too_many);
  ADD ("/buy-page/a30/an-add-on-says-for-what-its-price-is", test_addon_prices);
  ADD ("/buy-page/a13-a15/for-others-only-and-what-else-is-possible", test_not_for_me);
  ADD ("/buy-page/a13-a15/says-whom-it-is-for", test_for_me);
  ADD ("/buy-page/a13-a15/the-server-refuses-in-words", test_refused_by_the_server);
  ADD ("/buy-page/a15-a30/another-cycle-keeps-what-was-typed", test_other_cycle);
  ADD ("/buy-page/a82/loading-again-keeps-what-was-typed", test_reload);
  ADD ("/buy-page/a82/a-route-with-another-cycle-does-too", test_reload_cycle);
  ADD ("/a82/a-purchase-that-failed-can-be-tried-again", test_retry);
  ADD ("/buy-page/a-made-up-route-buys-nothing", test_by_hand);
  return g_test_run ();
}
