/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is declared is what the dialog repeats, and the dialog repeats what the contract will say.
 */
#include "app/order/sme-declare-step.h"

#include "app-fixture.h"
#include "app/form/sme-field-row.h"
#include "app/order/sme-declaration-text.h"
#include "core/sme-order.h"
#include "core/sme-profile-rules.h"
#include "core/sme-record-json.h"

#include <string.h>

#define TODAY 20261123

/* As people type: letters and marks apart, blanks where they don't belong. */
#define TYPED \
  "\"full_name\":\"  Nguye\xcc\x82\xcc\x83n  Thi\xcc\xa3 Lan \",\"id_type\":\"citizen_id\"," \
  "\"id_number\":\"031 186 004567\",\"id_issued_on\":\"2022-05-10\"," \
  "\"id_expires_on\":\"2031-02-03\",\"id_issued_by\":\"Bộ  Công an\"," \
  "\"born_on\":\"1986-02-03\",\"sex\":\"female\",\"phone\":\"+84 912.345.678\"," \
  "\"email\":\"lan@VIDU.vn\",\"address\":{\"edition\":\"2025\",\"province_code\":\"31\"," \
  "\"commune_code\":\"11455\",\"street\":\"Khu Đoàn Kết 3\",\"house_number\":\"14\"," \
  "\"line\":\"14, Khu Đoàn Kết 3, Phường Đồ Sơn, Thành phố Hải Phòng\"," \
  "\"printed\":\"14,  Phường Hải Sơn, Quận Đồ Sơn, Hải Phòng\"}"
#define ORGANISATION \
  "\"organisation\":{\"name\":\"Công ty  Biển Xanh\",\"tax_code\":\"0100684378\"," \
  "\"registration_number\":\"0100684378\",\"representative\":\"Lê Văn Cả\"," \
  "\"position\":\"Giám đốc\"}"

#define PERSON_LINES \
  "Full name: Nguyễn Thị Lan\n" \
  "Date of birth: 03/02/1986\n" \
  "Sex: Female\n" \
  "Nationality: Vietnam\n" \
  "Identity paper: Identity card\n" \
  "Document number: 031186004567\n" \
  "Date of issue: 10/05/2022\n" \
  "Valid until: 03/02/2031\n" \
  "Place of issue: Bộ Công an\n" \
  "Address: 14, Khu Đoàn Kết 3, Phường Đồ Sơn, Thành phố Hải Phòng\n" \
  "Address as printed on the paper: 14, Phường Hải Sơn, Quận Đồ Sơn, Hải Phòng\n" \
  "Phone number: 0912 345 678\n" \
  "Email address: lan@vidu.vn"

#define COMPANY_LINES \
  "Name of the organisation: Công ty Biển Xanh\n" \
  "Tax code: 0100684378\n" \
  "Registration number: 0100684378\n" \
  "Head office: 14, Khu Đoàn Kết 3, Phường Đồ Sơn, Thành phố Hải Phòng\n" \
  "Address as printed on the paper: 14, Phường Hải Sơn, Quận Đồ Sơn, Hải Phòng\n" \
  "Representative: Lê Văn Cả\n" \
  "Position: Giám đốc\n" \
  "Declared by: Nguyễn Thị Lan\n" \
  "Date of birth: 03/02/1986\n" \
  "Sex: Female\n" \
  "Nationality: South Korea\n" \
  "Identity paper: Passport\n" \
  "Document number: M12345678\n" \
  "Date of issue: 10/05/2022\n" \
  "Valid until: 03/02/2031\n" \
  "Place of issue: Bộ Công an\n" \
  "Phone number: 0912 345 678\n" \
  "Email address: lan@vidu.vn"

static SmeRecord *
read_record (GType type, const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  SmeRecord *record = sme_record_from_bytes (type, bytes, SME_DECODE_PARTIAL, NULL, &error);

  g_assert_no_error (error);
  return record;
}

static void
test_person (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeProfile) profile =
    SME_PROFILE (read_record (SME_TYPE_PROFILE, "{" TYPED "," ORGANISATION "}"));
  g_autofree char *text = NULL;

  sme_profile_normalize (profile, TODAY);
  text = sme_declaration_text_describe (profile, SME_CUSTOMER_PERSON);
  g_assert_cmpstr (text, ==, PERSON_LINES);
}

static void
test_company (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeProfile) profile =
    SME_PROFILE (read_record (SME_TYPE_PROFILE, "{" TYPED "," ORGANISATION "}"));
  g_autofree char *text = NULL;

  sme_record_set_int (SME_RECORD (profile), "id_type", SME_ID_PASSPORT);
  sme_record_set_text (SME_RECORD (profile), "id_number", "m12345678");
  sme_record_set_text (SME_RECORD (profile), "nationality", "KR");
  sme_profile_normalize (profile, TODAY);
  text = sme_declaration_text_describe (profile, SME_CUSTOMER_ENTERPRISE);
  g_assert_cmpstr (text, ==, COMPANY_LINES);
}

/* ---- The step */

typedef struct
{
  SmeStep *step;
  gboolean applied;
  gboolean ended;
} Desk;

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  Desk *desk = data;

  desk->applied = sme_step_apply_finish (SME_STEP (source), result, NULL);
  desk->ended = TRUE;
}

static gboolean
is_ended (gpointer data)
{
  return ((Desk *) data)->ended;
}

static SmeStep *
show_in (AppFixture *f, const char *draft, int width)
{
  g_autoptr (SmeOrder) order = SME_ORDER (read_record (SME_TYPE_ORDER, "{\"id\":\"o1\"}"));
  SmeStep *step;

  fake_shop_set_signed_in (f->shop, TRUE);
  fake_shop_answer (f->shop, SME_OP_GET_DRAFT, "o1", draft);
  fake_shop_answer (f->shop, SME_OP_PUT_DRAFT, "o1", "{}");
  fake_shop_answer (f->shop, SME_OP_PUT_PROFILE, "o1",
                    "{\"id\":\"o1\",\"number\":\"OSM1\",\"state\":\"declared\","
                    "\"created_at\":\"2026-11-22T00:00:00Z\"}");
  step = sme_declare_step_new (f->context, order);
  app_fixture_show (f, GTK_WIDGET (step), width, 800);
  sme_page_enter (SME_PAGE (step));
  app_run_until_state (SME_PAGE (step), SME_PAGE_CONTENT);
  return step;
}

static SmeStep *
show (AppFixture *f, const char *draft)
{
  return show_in (f, draft, 640);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return find_dialog () == NULL;
}

static void
answer_dialog (const char *label)
{
  g_assert_nonnull (find_dialog ());
  app_click (find_dialog (), label);
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

static SmeRecord *
get_sent (AppFixture *f)
{
  return fake_shop_get_body (f->shop, SME_OP_PUT_PROFILE);
}

static void
test_declares (AppFixture *f, gconstpointer data)
{
  SmeStep *step = show (f, "{" TYPED "}");
  Desk desk = { .step = step };
  g_autofree char *text = NULL;

  sme_step_apply_async (step, NULL, on_applied, &desk);
  app_run_until (has_dialog, NULL);
  g_assert_true (app_shows (find_dialog (), PERSON_LINES));
  g_assert_true (app_shows (find_dialog (), "The OTP will be sent to 0912 345 678"));
  app_assert_named (find_dialog ());
  answer_dialog ("Confirm");
  app_run_until (is_ended, &desk);
  g_assert_true (desk.applied);
  text = sme_declaration_text_describe (SME_PROFILE (get_sent (f)), SME_CUSTOMER_PERSON);
  g_assert_cmpstr (text, ==, PERSON_LINES);
  g_assert_cmpstr (sme_record_get_text (get_sent (f), "phone"), ==, "+84912345678");
  app_run_until (has_no_dialog, NULL);
}

static gboolean
is_laid_out (gpointer data)
{
  return find_dialog () != NULL && gtk_widget_get_width (find_dialog ()) > 0;
}

/* As wide as what it repeats on a wide window, and no wider than a narrow one. */
static void
check_width (AppFixture *f, int width, int least, int most)
{
  SmeStep *step = show_in (f, "{" TYPED "}", width);
  Desk desk = { .step = step };
  int minimum, natural;

  sme_step_apply_async (step, NULL, on_applied, &desk);
  app_run_until (is_laid_out, NULL);
  app_run_idle ();
  gtk_widget_measure (find_dialog (), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL,
                      NULL);
  g_test_message ("in %d: %d, %d, is %d x %d", width, minimum, natural,
                  gtk_widget_get_width (find_dialog ()), gtk_widget_get_height (find_dialog ()));
  g_assert_cmpint (gtk_widget_get_width (find_dialog ()), >=, least);
  g_assert_cmpint (gtk_widget_get_width (find_dialog ()), <=, most);
  answer_dialog ("Cancel");
  app_run_until (is_ended, &desk);
  app_run_until (has_no_dialog, NULL);
}

static void
test_width (AppFixture *f, gconstpointer data)
{
  check_width (f, 1000, 480, 640);
  check_width (f, 360, 300, 360);
}

/* Another computer's change reaches the form while the dialog stands before it: nothing is declared
 * that was not repeated. */
static void
test_changed_behind (AppFixture *f, gconstpointer data)
{
  SmeStep *step = show (f, "{" TYPED "}");
  Desk desk = { .step = step };

  sme_step_apply_async (step, NULL, on_applied, &desk);
  app_run_until (has_dialog, NULL);
  sme_field_row_set_text (find_field (GTK_WIDGET (step), "Full name"), "Nguyễn Thị Lan Anh");
  answer_dialog ("Confirm");
  app_run_idle ();
  g_assert_null (get_sent (f));
  g_assert_false (desk.ended);
  app_run_until (has_dialog, NULL);
  g_assert_true (app_shows (find_dialog (), "Full name: Nguyễn Thị Lan Anh\n"));
  answer_dialog ("Confirm");
  app_run_until (is_ended, &desk);
  g_assert_true (desk.applied);
  g_assert_cmpstr (sme_record_get_text (get_sent (f), "full_name"), ==, "Nguyễn Thị Lan Anh");
  app_run_until (has_no_dialog, NULL);
}

static void
test_cancelled (AppFixture *f, gconstpointer data)
{
  SmeStep *step = show (f, "{" TYPED "}");
  Desk desk = { .step = step };

  sme_step_apply_async (step, NULL, on_applied, &desk);
  app_run_until (has_dialog, NULL);
  answer_dialog ("Cancel");
  app_run_until (is_ended, &desk);
  g_assert_false (desk.applied);
  g_assert_null (get_sent (f));
  app_run_until (has_no_dialog, NULL);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a24/the-dialog-repeats-the-contract-of-a-person", test_person);
  ADD ("/a24/the-dialog-repeats-the-contract-of-a-company", test_company);
  ADD ("/a24/what-is-sent-is-what-was-repeated", test_declares);
  ADD ("/a24/what-changed-behind-the-dialog-is-asked-anew", test_changed_behind);
  ADD ("/a24/the-dialog-is-as-wide-as-its-content", test_width);
  ADD ("/a24/nothing-is-sent-without-confirmation", test_cancelled);
  return g_test_run ();
}
