/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of an order with all that can stand on them: how narrow a window may be, with usual
 * letters and with letters twice as large, in the language of ONESME_TEST_LANGUAGE. */
#include "account-fixture.h"
#include "app/sme-routes.h"
#include "catalog-samples.h"
#include "config.h"
#include "core/sme-account.h"
#include "core/sme-enums.h"

#include <libintl.h>
#include <locale.h>

#define ADDRESS "Số 14, Khu Đoàn Kết 3, Phường Nam Đồ Sơn, Thành phố Hải Phòng"
#define PROFILE \
  "\"profile\":{\"full_name\":\"Nguyễn Thị Phương Lan\",\"id_type\":\"citizen_id\"," \
  "\"id_number\":\"031186004567\",\"id_issued_on\":\"2022-05-10\",\"id_issued_by\":" \
  "\"Cục Cảnh sát quản lý hành chính về trật tự xã hội\",\"born_on\":\"1986-02-03\"," \
  "\"sex\":\"female\",\"phone\":\"+84912345678\",\"email\":\"nguyenthiphuonglan@bienxanh.vn\"," \
  "\"address\":{\"edition\":\"2025\",\"province_code\":\"31\",\"commune_code\":\"11455\"," \
  "\"street\":\"Khu Đoàn Kết 3\",\"line\":\"" ADDRESS "\",\"printed\":\"Quận Đồ Sơn\"}," \
  "\"organisation\":{\"name\":\"Công ty Trách nhiệm hữu hạn Thương mại Biển Xanh\"," \
  "\"tax_code\":\"0100684378-001\",\"registration_number\":\"0100684378\"," \
  "\"representative\":\"Lê Văn Cả\",\"position\":\"Giám đốc\"}}"
#define PRICED \
  "{\"plan_id\":\"basic\",\"cycle_months\":12,\"quantity\":1,\"basis\":\"assumed\"," \
  "\"lines\":[{\"kind\":\"plan\",\"label\":\"SMARTCA DOANH NGHIỆP CƠ BẢN\",\"quantity\":3," \
  "\"unit_price\":1273000,\"amount\":3819000},{\"kind\":\"discount\",\"label\":\"TRINHDIEN10\"," \
  "\"quantity\":1,\"unit_price\":-381900,\"amount\":-381900}],\"discount\":381900," \
  "\"net\":3124636,\"vat_rate\":10,\"vat\":312464,\"total\":3437100," \
  "\"starts_on\":\"2026-12-22\",\"ends_on\":\"2027-12-21\"}"
#define QUOTE "\"quote\":" PRICED
#define ORDER(id, state, actions, more) \
  "{\"id\":\"" id "\",\"number\":\"12726\",\"state\":\"" state "\",\"next_actions\":[" actions \
  "]," \
  "\"created_at\":\"2026-11-22T03:15:00Z\",\"updated_at\":\"2026-11-22T03:15:00Z\"," \
  "\"terms_version\":\"2026-11\",\"plan\":" SAMPLE_PLAN_BASIC "," QUOTE more "}"
#define PAYMENT(state) \
  "{\"id\":\"p1\",\"order_id\":\"o1\",\"order_ids\":[\"o1\"],\"state\":\"" state "\"," \
  "\"method\":\"vietqr\",\"amount\":3437100,\"received\":1000000," \
  "\"created_at\":\"2026-11-22T03:15:00Z\",\"server_time\":\"2026-11-22T03:15:00Z\"," \
  "\"expires_at\":\"2026-11-22T03:30:00Z\",\"vietqr\":{\"payload\":\"00020101\",\"bank_bin\":" \
  "\"970499\"," \
  "\"account\":\"OSM0000000000012726\",\"account_name\":\"CONG TY CO PHAN CONG NGHE BIEN XANH\"," \
  "\"bank_name\":\"Ngân hàng trình diễn\",\"reference\":\"OSM12726ABCDEFGH\"}," \
  "\"receipts\":[{\"id\":\"c1\",\"amount\":1000000,\"state\":\"applied\"," \
  "\"received_at\":\"2026-11-22T03:17:00Z\"}]}"
#define INVOICES \
  SAMPLE_LIST ("{\"id\":\"i1\",\"series\":\"1C26TOS\",\"number\":7,\"order_id\":\"o1\"," \
               "\"payment_id\":\"p1\",\"total\":3437100,\"issued_at\":\"2026-11-22T03:16:00Z\"}", \
               1)
#define SERVICE "{" SAMPLE_CARD_FIELDS ",\"plans\":[" SAMPLE_PLAN_BASIC "," SAMPLE_PLAN_PS "]}"

/* What the program asks for while a page is shown. */
typedef struct
{
  const char *what;
  const char *json;
} Answer;

/* @press: in English, what opens the part that is measured; NULL for the page as it is */
typedef struct
{
  const char *name;
  const char *route;
  const char *press;
  int most; /* pixels, with large letters */
  Answer answers[4];
} Row;

static const Row rows[] = {
  { "buy",
    "buy:basic?service=smartca-on&months=12",
    NULL,
    640,
    { { "GET /v1/services/smartca-on", SERVICE }, { "POST /v1/quotes", PRICED } } },
  { "declare",
    "order:o1?step=declare",
    NULL,
    640,
    { { "GET /v1/orders/o1", ORDER ("o1", "draft", "\"declare\"", "") },
      { "GET /v1/orders/o1/draft", "{\"full_name\":\"Nguyễn Thị Phương Lan\"}" },
      { "GET /v1/orders", SAMPLE_LIST (ORDER ("o9", "active", "", "," PROFILE), 1) } } },
  { "declare-with-its-errors",
    "order:o1?step=declare",
    "Update",
    640,
    { { "GET /v1/orders/o1", ORDER ("o1", "draft", "\"declare\"", "") },
      { "GET /v1/orders/o1/draft", "{\"full_name\":\"3\"}" },
      { "GET /v1/orders", SAMPLE_LIST ("", 0) } } },
  { "review",
    "order:o1",
    NULL,
    640,
    { { "GET /v1/orders/o1", ORDER ("o1", "declared", "\"pay\",\"cancel\"", "," PROFILE) } } },
  { "review-as-it-is-edited",
    "order:o1",
    "Edit information",
    640,
    { { "GET /v1/orders/o1", ORDER ("o1", "declared", "\"pay\",\"cancel\"", "," PROFILE) } } },
  { "payment",
    "order:o1",
    NULL,
    640,
    { { "GET /v1/orders/o1", ORDER ("o1",
                                    "awaiting_payment",
                                    "\"pay\"",
                                    "," PROFILE ",\"payments\":[" PAYMENT ("underpaid") "]") },
      { "GET /v1/payments/p1", PAYMENT ("underpaid") } } },
  { "orders",
    "orders",
    NULL,
    360,
    { { "GET /v1/orders",
        SAMPLE_LIST (ORDER ("o1", "draft", "\"declare\",\"cancel\"", "") "," ORDER (
                       "o2",
                       "awaiting_payment",
                       "\"pay\",\"cancel\"",
                       "," PROFILE) "," ORDER ("o3",
                                               "declared",
                                               "\"pay\",\"cancel\"",
                                               "," PROFILE) "," ORDER ("o4",
                                                                       "signing",
                                                                       "\"sign_contract\"",
                                                                       "," PROFILE),
                     4) } } },
  { "payments",
    "payments:o1",
    NULL,
    640,
    { { "GET /v1/orders/o1", ORDER ("o1",
                                    "awaiting_payment",
                                    "\"pay\",\"cancel\"",
                                    "," PROFILE ",\"payments\":[" PAYMENT ("underpaid") "]") },
      { "GET /v1/invoices", INVOICES } } },
  { "people", "people:o1", NULL, 640, { { "GET /v1/orders/o1/draft", "{}" } } },
};

#define USUAL_DPI (96 * 1024)

static int
measure (SmePage *page, int dpi)
{
  int width;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  app_run_idle ();
  gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

/* The widest child all the way down, for who has to mend it. */
static void
explain (GtkWidget *widget, int depth)
{
  GtkWidget *widest = NULL;
  int most = 0, width;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_child_visible (child) || !gtk_widget_get_visible (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      if (width > most)
        {
          most = width;
          widest = child;
        }
    }
  if (widest == NULL)
    return;
  g_test_message ("%*s%s %d %s", depth, "", G_OBJECT_TYPE_NAME (widest), most,
                  GTK_IS_LABEL (widest) ? gtk_label_get_label (GTK_LABEL (widest)) : "");
  explain (widest, depth + 1);
}

static void
press (SmePage *page, const char *label)
{
  if (label == NULL)
    return;
  app_click (GTK_WIDGET (page), g_dgettext (NULL, label));
  app_run_idle ();
}

/* A company has the most to declare. */
static void
set_up (AccountFixture *f, gconstpointer data)
{
  const Row *row = data;
  g_autoptr (SmeAccount) account = NULL;

  account_fixture_set_up (f, data);
  account_fixture_sign_in (f);
  g_object_get (f->shop, "account", &account, NULL);
  sme_record_set_int (SME_RECORD (account), "customer_type", SME_CUSTOMER_ENTERPRISE);
  for (guint i = 0; i < G_N_ELEMENTS (row->answers) && row->answers[i].json != NULL; i++)
    test_server_reply_always (f->server, row->answers[i].what,
                              (TestReply){ 200, row->answers[i].json });
}

static void
test_widths (AccountFixture *f, gconstpointer data)
{
  const Row *row = data;
  g_autoptr (SmeRoute) route = sme_route_parse (row->route);
  SmePage *page = app_fixture_show_page (
    &f->app, sme_routes_find (sme_route_get_name (route))->type (), row->route);
  int usual, large;

  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  press (page, row->press);
  usual = measure (page, USUAL_DPI);
  large = measure (page, 2 * USUAL_DPI);
  g_test_message ("%d, %d", usual, large);
  if (usual > 360 || large > row->most)
    explain (GTK_WIDGET (page), 0);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", USUAL_DPI, NULL);
  g_assert_cmpint (usual, <=, 360);
  g_assert_cmpint (large, <=, row->most);
}

int
main (int argc, char *argv[])
{
  const char *language = g_getenv ("ONESME_TEST_LANGUAGE");

  g_setenv ("LANGUAGE", language != NULL ? language : "en", TRUE);
  setlocale (LC_ALL, "");
  app_test_init (&argc, &argv);
  bindtextdomain (SME_GETTEXT_DOMAIN, SME_BUILD_LOCALE_DIR);
  bind_textdomain_codeset (SME_GETTEXT_DOMAIN, "UTF-8");
  textdomain (SME_GETTEXT_DOMAIN);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/page-states/a82/large-letters/", rows[i].name, NULL);

      g_test_add (path, AccountFixture, &rows[i], set_up, test_widths, account_fixture_tear_down);
    }
  return g_test_run ();
}
