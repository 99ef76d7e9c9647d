/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/order/sme-profile-form.h"

#include "app-fixture.h"
#include "app/form/sme-field-row.h"
#include "app/form/sme-picker-row.h"

#define WIDTH 360
#define PROVINCES \
  "{\"items\":[{\"code\":\"31\",\"name\":\"Hải Phòng\",\"type\":\"Thành phố\",\"level\":1}]," \
  "\"total\":1}"

#define DISTRICTS \
  "{\"items\":[{\"code\":\"308\",\"name\":\"Đồ Sơn\",\"type\":\"Quận\",\"level\":2}],\"total\":1}"
#define COMMUNES \
  "{\"items\":[{\"code\":\"11458\",\"name\":\"Hải Sơn\",\"type\":\"Phường\",\"level\":3}," \
  "{\"code\":\"11452\",\"name\":\"Ngọc Xuyên\",\"type\":\"Phường\",\"level\":3}],\"total\":2}"
#define NEW_WARD \
  "{\"code\":\"11455\",\"parent_code\":\"31\",\"name\":\"Đồ " \
  "Sơn\",\"type\":\"Phường\",\"level\":2," \
  "\"parent_name\":\"Thành phố Hải Phòng\"}"
#define OTHER_WARD \
  "{\"code\":\"11443\",\"parent_code\":\"31\",\"name\":\"Nam Đồ Sơn\",\"type\":\"Phường\"," \
  "\"level\":2,\"parent_name\":\"Thành phố Hải Phòng\"}"

static SmeProfileForm *
show_for (AppFixture *f, SmeCustomerType type)
{
  GtkWidget *form = sme_profile_form_new (f->context, type);

  fake_shop_answer (f->shop, SME_OP_LIST_DIVISIONS, NULL, PROVINCES);
  app_fixture_show (f, form, WIDTH, 900);
  return SME_PROFILE_FORM (form);
}

static SmeProfileForm *
show (AppFixture *f)
{
  return show_for (f, SME_CUSTOMER_PERSON);
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

/* Nine digits, then a look at the keyboard. */
static void
test_unfinished_number (AppFixture *f, gconstpointer data)
{
  SmeProfileForm *form = show (f);
  SmeFieldRow *number = find_field (GTK_WIDGET (form), "Document number");
  SmeFieldRow *street = find_field (GTK_WIDGET (form), "Street");

  sme_field_row_focus (number);
  sme_field_row_set_text (number, "031190001");
  sme_profile_form_judge (form);
  g_assert_null (sme_field_row_get_error (number));
  sme_field_row_focus (street);
  app_run_idle ();
  g_assert_nonnull (sme_field_row_get_error (number));
  sme_field_row_focus (number);
  sme_field_row_set_text (number, "031190001234");
  sme_profile_form_judge (form);
  g_assert_null (sme_field_row_get_error (number));
}

static int
get_bottom (GtkWidget *widget, GtkWidget *within)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, within, &bounds));
  return (int) (bounds.origin.y + bounds.size.height);
}

/* Where they can be pressed for the field that they are meant for. */
static void
test_issuers (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = GTK_WIDGET (show (f));
  SmeFieldRow *issuer = find_field (form, "Place of issue");
  GtkWidget *suggestion =
    app_find (form, GTK_TYPE_BUTTON, "Cục Cảnh sát quản lý hành chính về trật tự xã hội");
  int below = get_bottom (suggestion, form);

  g_assert_cmpint (below, >, get_bottom (GTK_WIDGET (issuer), form));
  g_assert_cmpint (below, <, get_bottom (GTK_WIDGET (find_field (form, "Date of birth")), form));
  app_click (form, "Cục Cảnh sát quản lý hành chính về trật tự xã hội");
  g_assert_cmpstr (sme_field_row_get_text (issuer), ==,
                   "Cục Cảnh sát quản lý hành chính về trật tự xã hội");
}

/* A suggestion is pressed while the date still has the focus: it must be there when the date has
 * been left. */
static void
test_issuers_stay (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = GTK_WIDGET (show (f));
  SmeFieldRow *date = find_field (form, "Date of issue");
  GtkWidget *suggestion;

  sme_field_row_focus (date);
  sme_field_row_set_text (date, "01/02/2018");
  g_signal_emit_by_name (date, "edited");
  suggestion = app_find (form, GTK_TYPE_BUTTON, "Cục Cảnh sát ĐKQL cư trú và DLQG về dân cư");
  g_assert_nonnull (suggestion);
  g_object_add_weak_pointer (G_OBJECT (suggestion), (gpointer *) &suggestion);
  g_signal_emit_by_name (date, "left");
  g_assert_nonnull (suggestion);
  g_object_remove_weak_pointer (G_OBJECT (suggestion), (gpointer *) &suggestion);
}

static gboolean
has_list (gpointer form)
{
  return app_shows (form, "Thành phố Hải Phòng");
}

static void
test_narrow (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = GTK_WIDGET (show (f));
  int minimum;

  gtk_widget_measure (form, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, WIDTH);
  g_signal_emit_by_name (app_find (form, SME_TYPE_PICKER_ROW, NULL), "open");
  app_run_until (has_list, form);
  gtk_widget_measure (form, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, WIDTH);
}

static gboolean
has_list_row (gpointer form)
{
  GtkWidget *row = app_find (form, GTK_TYPE_LIST_BOX_ROW, NULL);

  return row != NULL && !ADW_IS_PREFERENCES_ROW (row);
}

static GtkWidget *
find_place (GtkWidget *widget, const char *title)
{
  if (SME_IS_PICKER_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_place (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
shows_form (gpointer form)
{
  return find_field (form, "Street") != NULL &&
         gtk_widget_get_mapped (GTK_WIDGET (find_field (form, "Street")));
}

typedef struct
{
  GtkWidget *form;
  const char *text;
} Wanted;

static gboolean
shows_text (gpointer data)
{
  Wanted *wanted = data;

  return app_shows (wanted->form, wanted->text);
}

static void
wait_for (GtkWidget *form, const char *text)
{
  Wanted wanted = { form, text };

  app_run_until (shows_text, &wanted);
}

/* Opens the list of @title and takes the first that @query leaves, as fast as keys can. */
static void
pick (AppFixture *f, GtkWidget *form, const char *title, const char *divisions, const char *query)
{
  GtkWidget *search;

  fake_shop_answer (f->shop, SME_OP_LIST_DIVISIONS, NULL, divisions);
  g_signal_emit_by_name (find_place (form, title), "open");
  app_run_until (has_list_row, form);
  search = app_find (form, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), query);
  g_signal_emit_by_name (search, "activate");
  app_run_until (shows_form, form);
}

static void
on_waited (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

/* What stands in the list is what the search says, at every moment: a row that has the focus must
 * not be taken away by what was typed 150 ms before. */
static void
test_search_at_once (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = GTK_WIDGET (show (f));
  GtkWidget *search, *row;
  gboolean waited = FALSE;

  fake_shop_answer (f->shop, SME_OP_LIST_DIVISIONS, NULL,
                    "{\"items\":[{\"code\":\"01\",\"name\":\"Hà Nội\",\"type\":\"Thành phố\","
                    "\"level\":1},{\"code\":\"31\",\"name\":\"Hải Phòng\",\"type\":\"Thành phố\","
                    "\"level\":1}],\"total\":2}");
  g_signal_emit_by_name (find_place (form, "City/province"), "open");
  app_run_until (has_list_row, form);
  search = app_find (form, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "hai ph");
  row = app_find (form, GTK_TYPE_LIST_BOX_ROW, NULL);
  g_assert_true (app_shows (row, "Thành phố Hải Phòng"));
  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  gtk_widget_grab_focus (row);
  /* Longer than GtkSearchEntry waits. */
  g_timeout_add_once (300, on_waited, &waited);
  app_run_until (is_set, &waited);
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_has_focus (row));
  g_object_remove_weak_pointer (G_OBJECT (row), (gpointer *) &row);
  gtk_widget_activate (row);
  app_run_until (shows_form, form);
  g_assert_true (app_shows (form, "Thành phố Hải Phòng"));
}

static void
pick_old_ward (AppFixture *f, GtkWidget *form)
{
  app_click (form, "Three levels, as on older papers");
  sme_field_row_set_text (find_field (form, "Street"), "Khu Đoàn Kết 3");
  sme_field_row_set_text (find_field (form, "House number"), "14");
  pick (f, form, "City/province", PROVINCES, "");
  pick (f, form, "District", DISTRICTS, "do son");
  pick (f, form, "Ward/commune", COMMUNES, "hai son");
}

static void
test_conversion (AppFixture *f, gconstpointer data)
{
  SmeProfileForm *form = show (f);
  g_autoptr (SmeProfile) profile = NULL;
  SmeRecord *address;

  fake_shop_answer (f->shop, SME_OP_LIST_SUCCESSORS, "308", "{\"items\":[],\"total\":0}");
  fake_shop_answer (f->shop, SME_OP_LIST_SUCCESSORS, "11458",
                    "{\"items\":[" NEW_WARD "],\"total\":1}");
  pick_old_ward (f, GTK_WIDGET (form));
  wait_for (GTK_WIDGET (form), "Since 01/07/2025 this is: Phường Đồ Sơn, Thành phố Hải Phòng.");
  g_assert_true (
    app_shows (GTK_WIDGET (form), "14, Khu Đoàn Kết 3, Phường Hải Sơn, Quận Đồ Sơn, Hải Phòng"));
  profile = sme_profile_form_get_profile (form);
  address = sme_record_get_object (SME_RECORD (profile), "address");
  g_assert_cmpint (sme_record_get_int (address, "edition"), ==, SME_EDITION_2024);
  g_assert_cmpstr (sme_record_get_text (address, "district_code"), ==, "308");
  app_click (GTK_WIDGET (form), "Use the present address");
  app_run_idle ();
  g_clear_object (&profile);
  profile = sme_profile_form_get_profile (form);
  address = sme_record_get_object (SME_RECORD (profile), "address");
  g_assert_cmpint (sme_record_get_int (address, "edition"), ==, SME_EDITION_2025);
  g_assert_cmpstr (sme_record_get_text (address, "province_code"), ==, "31");
  g_assert_cmpstr (sme_record_get_text (address, "commune_code"), ==, "11455");
  g_assert_false (sme_record_has (address, "district_code"));
  g_assert_cmpstr (sme_record_get_text (address, "line"), ==,
                   "14, Khu Đoàn Kết 3, Phường Đồ Sơn, Thành phố Hải Phòng");
  g_assert_cmpstr (sme_record_get_text (address, "printed"), ==,
                   "14, Khu Đoàn Kết 3, Phường Hải Sơn, Quận Đồ Sơn, Hải Phòng");
}

static const char *
get_printed (SmeProfileForm *form)
{
  return sme_field_row_get_text (find_field (GTK_WIDGET (form), "Address as printed on the paper"));
}

/* The old ward was the wrong one. */
static void
convert_again (AppFixture *f, SmeProfileForm *form, const char *query)
{
  GtkWidget *widget = GTK_WIDGET (form);
  gboolean first = g_str_equal (query, "hai son");

  pick (f, widget, "Ward/commune", COMMUNES, query);
  wait_for (widget, first ? "Since 01/07/2025 this is: Phường Đồ Sơn"
                          : "Since 01/07/2025 this is: Phường Nam Đồ Sơn");
  app_click (widget, "Use the present address");
  app_run_idle ();
}

/* What the form wrote there itself follows the address, also in a draft that comes back; what a
 * person wrote stays. */
static void
test_printed_follows (AppFixture *f, gconstpointer data)
{
  static const char first[] = "14, Khu Đoàn Kết 3, Phường Hải Sơn, Quận Đồ Sơn, Hải Phòng";
  static const char second[] = "14, Khu Đoàn Kết 3, Phường Ngọc Xuyên, Quận Đồ Sơn, Hải Phòng";
  SmeProfileForm *form = show (f);
  g_autoptr (SmeProfile) draft = NULL;

  fake_shop_answer (f->shop, SME_OP_LIST_SUCCESSORS, "308", "{\"items\":[],\"total\":0}");
  fake_shop_answer (f->shop, SME_OP_LIST_SUCCESSORS, "11458",
                    "{\"items\":[" NEW_WARD "],\"total\":1}");
  fake_shop_answer (f->shop, SME_OP_LIST_SUCCESSORS, "11452",
                    "{\"items\":[" OTHER_WARD "],\"total\":1}");
  pick_old_ward (f, GTK_WIDGET (form));
  convert_again (f, form, "hai son");
  g_assert_cmpstr (get_printed (form), ==, first);
  app_click (GTK_WIDGET (form), "Three levels, as on older papers");
  convert_again (f, form, "ngoc");
  g_assert_cmpstr (get_printed (form), ==, second);
  /* As a draft, in a form that knows nothing of it. */
  app_click (GTK_WIDGET (form), "Three levels, as on older papers");
  draft = sme_profile_form_get_profile (form);
  form = show (f);
  sme_profile_form_set_profile (form, draft);
  g_assert_cmpstr (get_printed (form), ==, second);
  convert_again (f, form, "hai son");
  g_assert_cmpstr (get_printed (form), ==, first);
  app_click (GTK_WIDGET (form), "Three levels, as on older papers");
  sme_field_row_set_text (find_field (GTK_WIDGET (form), "Address as printed on the paper"),
                          "Tổ 3, Hải Sơn");
  convert_again (f, form, "ngoc");
  g_assert_cmpstr (get_printed (form), ==, "Tổ 3, Hải Sơn");
}

static void
type_in (SmeProfileForm *form, const char *title, const char *text)
{
  SmeFieldRow *row = find_field (GTK_WIDGET (form), title);

  sme_field_row_set_text (row, text);
  g_signal_emit_by_name (row, "edited");
}

/* The unit first, then the conversion, and only then where in it. */
static void
test_printed_follows_street (AppFixture *f, gconstpointer data)
{
  SmeProfileForm *form = show (f);
  GtkWidget *widget = GTK_WIDGET (form);
  g_autoptr (SmeProfile) profile = NULL;
  SmeRecord *address;

  fake_shop_answer (f->shop, SME_OP_LIST_SUCCESSORS, "308", "{\"items\":[],\"total\":0}");
  fake_shop_answer (f->shop, SME_OP_LIST_SUCCESSORS, "11458",
                    "{\"items\":[" NEW_WARD "],\"total\":1}");
  app_click (widget, "Three levels, as on older papers");
  pick (f, widget, "City/province", PROVINCES, "");
  pick (f, widget, "District", DISTRICTS, "do son");
  convert_again (f, form, "hai son");
  g_assert_cmpstr (get_printed (form), ==, "Phường Hải Sơn, Quận Đồ Sơn, Hải Phòng");
  type_in (form, "Street", "Khu Đoàn Kết 3");
  g_assert_cmpstr (get_printed (form), ==,
                   "Khu Đoàn Kết 3, Phường Hải Sơn, Quận Đồ Sơn, Hải Phòng");
  type_in (form, "House number", "14");
  profile = sme_profile_form_get_profile (form);
  address = sme_record_get_object (SME_RECORD (profile), "address");
  g_assert_cmpstr (sme_record_get_text (address, "printed"), ==,
                   "14, Khu Đoàn Kết 3, Phường Hải Sơn, Quận Đồ Sơn, Hải Phòng");
  g_assert_cmpstr (sme_record_get_text (address, "line"), ==,
                   "14, Khu Đoàn Kết 3, Phường Đồ Sơn, Thành phố Hải Phòng");
  type_in (form, "Address as printed on the paper", "Tổ 3, Hải Sơn");
  type_in (form, "House number", "15");
  g_assert_cmpstr (get_printed (form), ==, "Tổ 3, Hải Sơn");
  /* Emptied by hand it is not filled in again either. */
  type_in (form, "Address as printed on the paper", "");
  type_in (form, "House number", "16");
  g_assert_cmpstr (get_printed (form), ==, "");
}

static void
test_question (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = GTK_WIDGET (show (f));
  g_autoptr (SmeProfile) profile = NULL;

  fake_shop_answer (f->shop, SME_OP_LIST_SUCCESSORS, NULL, "{\"items\":[],\"total\":0}");
  fake_shop_answer (f->shop, SME_OP_LIST_SUCCESSORS, "11458",
                    "{\"items\":[" NEW_WARD "," OTHER_WARD "],\"total\":2}");
  pick_old_ward (f, form);
  wait_for (form, "This ward or commune was divided");
  app_click (form, "Phường Nam Đồ Sơn, Thành phố Hải Phòng");
  profile = sme_profile_form_get_profile (SME_PROFILE_FORM (form));
  g_assert_cmpstr (
    sme_record_get_text (sme_record_get_object (SME_RECORD (profile), "address"), "commune_code"),
    ==, "11443");
}

/* A draft with an old address comes back as it was. */
static void
test_old_address_comes_back (AppFixture *f, gconstpointer data)
{
  SmeProfileForm *form = show (f);
  g_autoptr (SmeProfile) profile = NULL, again = NULL;

  fake_shop_answer (f->shop, SME_OP_LIST_SUCCESSORS, NULL,
                    "{\"items\":[" NEW_WARD "],\"total\":1}");
  pick_old_ward (f, GTK_WIDGET (form));
  profile = sme_profile_form_get_profile (form);
  sme_profile_form_set_profile (form, profile);
  again = sme_profile_form_get_profile (form);
  g_assert_true (sme_record_equal (SME_RECORD (profile), SME_RECORD (again)));
  wait_for (GTK_WIDGET (form), "Since 01/07/2025 this is");
}

static void
test_first_error (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = GTK_WIDGET (show_for (f, SME_CUSTOMER_ENTERPRISE));
  SmeFieldRow *tax = find_field (form, "Tax code");

  g_assert_false (sme_profile_form_check_all (SME_PROFILE_FORM (form)));
  g_assert_true (sme_field_row_is_focused (find_field (form, "Name of the organisation")));
  g_assert_nonnull (sme_field_row_get_error (find_field (form, "Position")));
  sme_field_row_set_text (find_field (form, "Name of the organisation"), "Công ty Biển Xanh");
  sme_field_row_set_text (tax, "0100684379");
  g_assert_false (sme_profile_form_check_all (SME_PROFILE_FORM (form)));
  g_assert_true (sme_field_row_is_focused (tax));
  g_assert_true (app_shows (form, "the check digit does not match"));
  /* Who has typed the tax code has typed the registration number. */
  sme_field_row_set_text (tax, "0100684378");
  g_signal_emit_by_name (tax, "left");
  g_assert_cmpstr (sme_field_row_get_text (find_field (form, "Registration number")), ==,
                   "0100684378");
}

/* The order of the form, not that of its kinds of fields: sex stands before the telephone. */
static void
test_first_error_is_a_choice (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = GTK_WIDGET (show (f));

  sme_field_row_set_text (find_field (form, "Full name"), "Nguyễn Thị Lan");
  sme_field_row_set_text (find_field (form, "Document number"), "031190001234");
  sme_field_row_set_text (find_field (form, "Date of issue"), "10/05/2022");
  sme_field_row_set_text (find_field (form, "Place of issue"), "Bộ Công an");
  sme_field_row_set_text (find_field (form, "Date of birth"), "03/02/1990");
  g_assert_false (sme_profile_form_check_all (SME_PROFILE_FORM (form)));
  g_assert_true (gtk_widget_has_focus (app_find (form, GTK_TYPE_TOGGLE_BUTTON, "Male")));
}

static void
test_household (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = GTK_WIDGET (show_for (f, SME_CUSTOMER_HOUSEHOLD));

  g_assert_true (app_shows (form, "Household business"));
  g_assert_true (app_shows (form, "Head office"));
  g_assert_true (app_shows (form, "Enter exactly the business registration address"));
  sme_field_row_set_text (find_field (form, "Tax code"), "031190001234");
  sme_profile_form_check_all (SME_PROFILE_FORM (form));
  g_assert_null (sme_field_row_get_error (find_field (form, "Tax code")));
  g_assert_null (sme_field_row_get_error (find_field (form, "Position")));
}

static void
test_warnings (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = GTK_WIDGET (show (f));
  SmeFieldRow *number = find_field (form, "Document number");

  sme_field_row_set_text (number, "031190001234");
  g_signal_emit_by_name (number, "left");
  g_assert_true (app_shows (form, "The number says: born in 1990, female, birth registered in:"
                                  " Hải Phòng."));
  sme_field_row_set_text (find_field (form, "Date of birth"), "03/02/1991");
  g_signal_emit_by_name (find_field (form, "Date of birth"), "left");
  g_assert_true (app_shows (form, "The number names another year of birth."));
  g_assert_null (sme_field_row_get_error (number));
  sme_field_row_set_text (number, "097190001234");
  g_signal_emit_by_name (number, "left");
  g_assert_nonnull (sme_field_row_get_error (number));
}

static void
test_passport (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = GTK_WIDGET (show (f));
  SmeFieldRow *number = find_field (form, "Document number");
  g_autoptr (SmeProfile) profile = NULL, foreigner = NULL;

  g_assert_false (gtk_widget_get_visible (find_place (form, "Nationality")));
  app_click (form, "Passport");
  app_run_idle ();
  sme_field_row_set_text (number, "m12345678");
  g_signal_emit_by_name (number, "left");
  g_assert_nonnull (sme_field_row_get_error (number));
  pick (f, form, "Nationality", PROVINCES, "SOUTH ko");
  g_assert_cmpstr (sme_picker_row_get_label (SME_PICKER_ROW (find_place (form, "Nationality"))), ==,
                   "South Korea");
  g_assert_null (sme_field_row_get_error (number));
  foreigner = sme_profile_form_get_profile (SME_PROFILE_FORM (form));
  g_assert_cmpstr (sme_record_get_text (SME_RECORD (foreigner), "nationality"), ==, "KR");
  /* Who turns to the identity card again is no foreigner. */
  app_click (form, "Identity card");
  profile = sme_profile_form_get_profile (SME_PROFILE_FORM (form));
  g_assert_false (sme_record_has (SME_RECORD (profile), "nationality"));
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a20/a-number-is-not-an-old-card-while-it-is-typed", test_unfinished_number);
  ADD ("/a21/issuers-are-offered-below-their-field", test_issuers);
  ADD ("/a21/issuers-stay-when-the-date-is-left", test_issuers_stay);
  ADD ("/a22/the-list-of-places-is-no-wider-than-the-form", test_narrow);
  ADD ("/a22/the-list-of-places-follows-the-search-at-once", test_search_at_once);
  ADD ("/a22/an-old-ward-becomes-the-new-one", test_conversion);
  ADD ("/a22/the-old-address-follows-unless-a-person-wrote-it", test_printed_follows);
  ADD ("/a22/the-old-address-follows-the-street-typed-later", test_printed_follows_street);
  ADD ("/a22/a-divided-ward-asks", test_question);
  ADD ("/a22/an-old-address-comes-back", test_old_address_comes_back);
  ADD ("/a20-a23/update-goes-to-the-first-error", test_first_error);
  ADD ("/a20/the-first-error-may-be-a-choice", test_first_error_is_a_choice);
  ADD ("/a23/a-household-declares-its-own-fields", test_household);
  ADD ("/a21/what-the-number-says-is-told", test_warnings);
  ADD ("/a21/a-foreign-passport-asks-the-nationality", test_passport);
  return g_test_run ();
}
