/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/order/sme-people-page.h"

#include "app-fixture.h"
#include "app/order/sme-earlier-list.h"
#include "core/sme-account.h"
#include "core/sme-enums.h"
#include "core/sme-profile.h"

#include <glib/gstdio.h>

#define HEAD \
  "Full name;Document number;Date of issue;Place of issue;Date of birth;Sex;Phone number;" \
  "Email address\r\n"
#define AN \
  "Nguyễn Văn An;031086004567;10/05/2022;Bộ Công an;03/02/1986;Nam;0912345678;an@vidu.vn\r\n"
#define ZWICK \
  "Jeff Zwick;031086004567;10/05/2022;Bộ Công an;03/02/1986;Nam;0912345678;an@vidu.vn\r\n"
#define BINH \
  "Trần Thị Bình;079190000001;01/06/2022;Bộ Công an;31/12/1990;Nữ;0912345679;b@vidu.vn\r\n"
#define COMMON \
  "{\"organisation\":{\"name\":\"Biển Xanh\",\"tax_code\":\"0100684378\"," \
  "\"registration_number\":\"0100684378\",\"representative\":\"Lê Văn Cả\"," \
  "\"position\":\"Giám đốc\"},\"address\":{\"edition\":\"2025\",\"province_code\":\"31\"," \
  "\"commune_code\":\"11455\",\"street\":\"Khu 3\"}}"

typedef struct
{
  GtkWidget *root;
  const char *text;
} Wanted;

static gboolean
shows_text (gpointer data)
{
  Wanted *wanted = data;

  return app_shows (wanted->root, wanted->text);
}

static void
wait_for (gpointer root, const char *text)
{
  Wanted wanted = { root, text };

  app_run_until (shows_text, &wanted);
}

static SmePage *
show (AppFixture *f, const char *draft)
{
  fake_shop_set_signed_in (f->shop, TRUE);
  fake_shop_answer (f->shop, SME_OP_GET_DRAFT, "o1", draft);
  return app_fixture_show_page (f, SME_TYPE_PEOPLE_PAGE, "people:o1");
}

/* The table as a file; read and then gone. */
static void
take (SmePage *page, const char *text, const char *wanted)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  int fd = g_file_open_tmp ("people-XXXXXX.csv", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = g_file_new_for_path (path);
  sme_people_page_take_file (SME_PEOPLE_PAGE (page), file);
  wait_for (page, wanted);
  g_unlink (path);
}

static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (ADW_IS_MESSAGE_DIALOG (item->data) && gtk_widget_get_visible (item->data))
      return item->data;
  return NULL;
}

/* Presses and confirms. */
static void
order (GtkWidget *page)
{
  app_click (page, "Order for 2 people");
  g_assert_nonnull (find_dialog ());
  adw_message_dialog_response (find_dialog (), "confirm");
}

static gboolean
was_sent (gpointer shop)
{
  return fake_shop_count (shop, SME_OP_DECLARE_PEOPLE) > 0;
}

static void
test_people (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, COMMON);
  GListModel *profiles;

  app_assert_named (GTK_WIDGET (page));
  take (page, HEAD AN BINH, "2 people");
  g_assert_true (app_shows (GTK_WIDGET (page), "Trần Thị Bình"));
  app_assert_named (GTK_WIDGET (page));
  fake_shop_answer (f->shop, SME_OP_DECLARE_PEOPLE, "o1", "{\"orders\":[]}");
  order (GTK_WIDGET (page));
  app_run_until (was_sent, f->shop);
  profiles = sme_record_get_list (fake_shop_get_body (f->shop, SME_OP_DECLARE_PEOPLE), "profiles");
  g_assert_cmpuint (g_list_model_get_n_items (profiles), ==, 2);
  app_run_idle ();
}

/* All that the contracts will say is repeated; nothing is ordered without a yes. */
static void
test_repeated (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, COMMON);
  GtkWidget *dialog;

  take (page, HEAD AN BINH, "2 people");
  app_click (GTK_WIDGET (page), "Order for 2 people");
  dialog = GTK_WIDGET (find_dialog ());
  g_assert_nonnull (dialog);
  app_run_idle ();
  g_assert_true (app_shows (dialog, "Nguyễn Văn An"));
  g_assert_true (app_shows (dialog, "Trần Thị Bình"));
  g_assert_true (app_shows (dialog, "0912 345 679"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  app_run_idle ();
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_DECLARE_PEOPLE), ==, 0);
}

#define WITHOUT_FIT \
  "Trần Thị Bình;079190000001;01/06/2022;Bộ Công an;31/12/1991;Nam;0912345679;b@vidu.vn\r\n"

static gboolean
has_description (gpointer widget)
{
  return gtk_test_accessible_has_property (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* Warned of, never refused; the head office is nobody's place of birth. */
static void
test_conflicts (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, COMMON);
  GtkWidget *root = GTK_WIDGET (page), *row;

  take (page, HEAD AN BINH, "2 people");
  g_assert_false (app_shows (root, "The number names"));
  g_assert_false (app_shows (root, "does not match"));
  take (page, HEAD AN WITHOUT_FIT, "The document number of 1 person does not match");
  g_assert_true (app_shows (root, "The number names another year of birth."));
  g_assert_true (app_shows (root, "The number names the other sex."));
  g_assert_false (app_shows (root, "another province"));
  row = app_find (root, ADW_TYPE_ACTION_ROW, NULL);
  g_assert_true (app_shows (row, "Nguyễn Văn An"));
  g_assert_false (has_description (row));
  row = gtk_widget_get_next_sibling (row);
  g_assert_true (app_shows (row, "Trần Thị Bình"));
  g_assert_true (has_description (row));
  app_assert_named (root);
  fake_shop_answer (f->shop, SME_OP_DECLARE_PEOPLE, "o1", "{\"orders\":[]}");
  order (root);
  app_run_until (was_sent, f->shop);
  app_run_idle ();
}

/* So do names with letters that Vietnamese has not. */
static void
test_letters (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, COMMON);
  GtkWidget *root = GTK_WIDGET (page), *row;

  take (page, HEAD ZWICK BINH, "The name of 1 person has letters");
  g_assert_true (app_shows (root, "Not in the Vietnamese alphabet: J, F, Z, W."));
  g_assert_false (app_shows (root, "does not match"));
  row = app_find (root, ADW_TYPE_ACTION_ROW, NULL);
  g_assert_true (app_shows (row, "Jeff Zwick"));
  g_assert_true (has_description (row));
  g_assert_false (has_description (gtk_widget_get_next_sibling (row)));
}

/* The first answer was lost on its way, so the person presses again. */
static void
test_ordered_before (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, COMMON);

  take (page, HEAD AN BINH, "2 people");
  fake_shop_refuse (f->shop, SME_OP_DECLARE_PEOPLE, SME_PROBLEM_WRONG_STATE);
  order (GTK_WIDGET (page));
  wait_for (page, "This table has been ordered for already");
  g_assert_null (app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Order for 2 people"));
  g_assert_nonnull (app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Orders"));
  app_assert_named (GTK_WIDGET (page));
}

static void
test_bad_cells (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, COMMON);

  take (page,
        HEAD AN "Trần Thị Bình;79190000001;31/02/2022;Bộ Công an;31/12/1990;Nữ;09;b@vidu.vn\r\n",
        "Please correct the table");
  g_assert_true (app_shows (GTK_WIDGET (page), "Row 3, column “Document number”"));
  g_assert_true (app_shows (GTK_WIDGET (page), "Row 3, column “Date of issue”"));
  g_assert_true (app_shows (GTK_WIDGET (page), "Row 3, column “Phone number”"));
  g_assert_null (app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Order for 1 person"));
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_DECLARE_PEOPLE), ==, 0);
  /* Corrected and chosen again. */
  take (page, HEAD AN BINH, "2 people");
}

static void
test_no_table (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, COMMON);

  take (page, "\xff\xd8\xff\xe0", "The letters can't be read");
  take (page, "a,\"b", "A quotation mark is not closed");
}

static void
test_incomplete (AppFixture *f, gconstpointer data)
{
  SmePage *page = show (f, "{}");

  take (page, HEAD AN, "The organisation is not complete yet");
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_DECLARE_PEOPLE), ==, 0);
}

/* The table was chosen before the organisation was filled in: what is missing is named, and the
 * table waits for it. */
static void
test_table_first (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeAccount) account = NULL;
  SmePage *page = show (f, "{\"organisation\":{\"name\":\"Biển Xanh\",\"tax_code\":\"1\"}}");

  g_object_get (f->shop, "account", &account, NULL);
  sme_record_set_int (SME_RECORD (account), "customer_type", SME_CUSTOMER_ENTERPRISE);
  take (page, HEAD AN BINH, "The organisation is not complete yet");
  g_assert_true (app_shows (GTK_WIDGET (page),
                            "missing or wrong: Tax code, Registration number, Representative,"
                            " Position, City/province, Ward/commune, Street."));
  g_assert_true (sme_page_get_keeps_input (page));
  app_click (GTK_WIDGET (page), "Back to the form");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "back");
  sme_page_leave (page);
  fake_shop_answer (f->shop, SME_OP_GET_DRAFT, "o1", COMMON);
  sme_page_enter (page);
  wait_for (page, "2 people");
  g_assert_nonnull (app_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, "Order for 2 people"));
  /* Ordered, nothing is kept. */
  fake_shop_answer (f->shop, SME_OP_DECLARE_PEOPLE, "o1", "{\"orders\":[]}");
  order (GTK_WIDGET (page));
  app_run_until (was_sent, f->shop);
  app_run_idle ();
  g_assert_false (sme_page_get_keeps_input (page));
}

#define PROFILE(name, number) \
  "\"profile\":{\"full_name\":\"" name "\",\"id_type\":\"citizen_id\",\"id_number\":\"" number \
  "\",\"id_issued_on\":\"2022-05-10\",\"id_issued_by\":\"Bộ Công an\"," \
  "\"born_on\":\"1986-02-03\",\"sex\":\"female\",\"phone\":\"+84912345678\"," \
  "\"email\":\"lan@vidu.vn\",\"address\":{\"edition\":\"2025\",\"province_code\":\"31\"," \
  "\"commune_code\":\"11455\",\"street\":\"Khu 3\"}}"
#define ORDER(id, rest) \
  "{\"id\":\"" id "\",\"number\":\"OSM1\",\"state\":\"declared\"," \
  "\"created_at\":\"2026-11-22T00:00:00Z\"" rest "}"

static void
on_chosen (SmeEarlierList *list, SmeProfile *profile, gpointer data)
{
  g_set_object ((SmeProfile **) data, profile);
}

/* Each person once, not of this order, not in full. */
static void
test_earlier (AppFixture *f, gconstpointer data)
{
  GtkWidget *list = sme_earlier_list_new (f->context, "o1");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (SmeProfile) chosen = NULL;

  fake_shop_answer (
    f->shop, SME_OP_LIST_ORDERS, NULL,
    "{\"items\":[" ORDER ("o1", "," PROFILE ("Mai", "031186004560")) "," ORDER (
      "o2", "," PROFILE (
              "Lan",
              "031186004567")) "," ORDER ("o3",
                                          "," PROFILE (
                                            "Lan",
                                            "031186004567")) "," ORDER ("o4", "") "],\"total\":4}");
  gtk_box_append (GTK_BOX (box), gtk_label_new ("Form"));
  gtk_box_append (GTK_BOX (box), list);
  app_fixture_show (f, box, 360, 600);
  g_signal_connect (list, "chosen", G_CALLBACK (on_chosen), &chosen);
  sme_earlier_list_load (SME_EARLIER_LIST (list));
  wait_for (list, "Lan");
  g_assert_false (app_shows (list, "Mai"));
  g_assert_true (app_shows (list, "031••••••567"));
  app_assert_named (list);
  app_click (list, "Use");
  g_assert_cmpstr (sme_record_get_text (SME_RECORD (chosen), "id_number"), ==, "031186004567");
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a24/what-the-contracts-will-say-is-repeated", test_repeated);
  ADD ("/a23/a-table-orders-for-several-people", test_people);
  ADD ("/a23/a-number-that-does-not-fit-is-told", test_conflicts);
  ADD ("/a21-a23/letters-that-are-not-vietnamese-are-told", test_letters);
  ADD ("/a23/a-table-is-ordered-for-once", test_ordered_before);
  ADD ("/a23/every-bad-cell-is-named", test_bad_cells);
  ADD ("/a23/what-is-no-table", test_no_table);
  ADD ("/a23/the-organisation-comes-first", test_incomplete);
  ADD ("/a23/a-table-waits-for-the-organisation", test_table_first);
  ADD ("/a24/whom-one-declared-before", test_earlier);
  return g_test_run ();
}
