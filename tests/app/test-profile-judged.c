/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When and how the declaration judges what is typed. */
#include "app/order/sme-profile-form.h"

#include "app-fixture.h"
#include "app/form/sme-field-row.h"
#include "core/sme-address.h"

static GtkWidget *
show (AppFixture *f, SmeCustomerType type)
{
  GtkWidget *form = sme_profile_form_new (f->context, type);

  app_fixture_show (f, form, 640, 900);
  return form;
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

/* What an input method says of letters that are not decided yet. */
static void
compose (SmeFieldRow *row, const char *preedit)
{
  GtkWidget *entry = app_find (GTK_WIDGET (row), GTK_TYPE_ENTRY, NULL);

  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "preedit-changed",
                         preedit);
}

/* Telex: "Lan3" is no name, but with an s behind it the 3 may still become something else. */
static void
test_preedit (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f, SME_CUSTOMER_PERSON);
  SmeFieldRow *name = find_field (form, "Full name");

  sme_field_row_focus (name);
  compose (name, "n");
  sme_field_row_set_text (name, "Lan3");
  /* The pause that is an error's turn otherwise, and everything else that judges. */
  sme_profile_form_judge (SME_PROFILE_FORM (form));
  g_assert_null (sme_field_row_get_error (name));
  compose (name, "");
  sme_profile_form_judge (SME_PROFILE_FORM (form));
  g_assert_nonnull (sme_field_row_get_error (name));
  /* An error that is mended goes at once, none takes its place. */
  compose (name, "a");
  sme_field_row_set_text (name, "Lan");
  sme_profile_form_judge (SME_PROFILE_FORM (form));
  g_assert_null (sme_field_row_get_error (name));
  sme_field_row_set_text (name, "Lan4");
  sme_profile_form_judge (SME_PROFILE_FORM (form));
  g_assert_null (sme_field_row_get_error (name));
}

static void
test_no_such_day (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f, SME_CUSTOMER_PERSON);
  SmeFieldRow *born = find_field (form, "Date of birth");
  SmeFieldRow *until = find_field (form, "Valid until");

  sme_field_row_set_text (born, "31/02/1990");
  g_signal_emit_by_name (born, "left");
  g_assert_cmpstr (sme_field_row_get_error (born), ==, "There is no such day in the calendar.");
  sme_field_row_set_text (born, "1990");
  g_signal_emit_by_name (born, "left");
  g_assert_true (g_str_has_prefix (sme_field_row_get_error (born), "Please write the date as"));
  /* Also where none is required. */
  sme_field_row_set_text (until, "31/11/2030");
  g_signal_emit_by_name (until, "left");
  g_assert_cmpstr (sme_field_row_get_error (until), ==, "There is no such day in the calendar.");
}

static void
declare_in (GtkWidget *form, const char *number, SmeEdition edition, const char *province)
{
  g_autoptr (SmeProfile) profile = sme_profile_new ();
  g_autoptr (SmeRecord) address = SME_RECORD (sme_address_new ());

  sme_record_set_int (SME_RECORD (profile), "id_type", SME_ID_CITIZEN_ID);
  sme_record_set_text (SME_RECORD (profile), "id_number", number);
  sme_record_set_int (address, "edition", edition);
  sme_record_set_text (address, "province_code", province);
  sme_record_set_text (address, "line", "Tỉnh Nào Đó");
  sme_record_set_object (SME_RECORD (profile), "address", address);
  sme_profile_form_set_profile (SME_PROFILE_FORM (form), profile);
  g_signal_emit_by_name (find_field (form, "Document number"), "left");
}

/* Warned of, never refused: most people live elsewhere than they were born. */
static void
test_province (AppFixture *f, gconstpointer data)
{
  static const char warning[] = "The number names another province than that of the address.";
  GtkWidget *form = show (f, SME_CUSTOMER_PERSON);

  declare_in (form, "031190001234", SME_EDITION_2025, "01");
  g_assert_true (app_shows (form, warning));
  g_assert_null (sme_field_row_get_error (find_field (form, "Document number")));
  declare_in (form, "031190001234", SME_EDITION_2025, "31");
  g_assert_false (app_shows (form, warning));
  /* Hải Dương, which is in Hải Phòng now. */
  declare_in (form, "030190001234", SME_EDITION_2025, "31");
  g_assert_false (app_shows (form, warning));
  declare_in (form, "030190001234", SME_EDITION_2024, "31");
  g_assert_true (app_shows (form, warning));
}

/* F, J, W, Z: warned of on a Vietnamese paper, never refused, and not on a foreigner's passport. */
static void
test_letters (AppFixture *f, gconstpointer data)
{
  static const char warning[] = "Not in the Vietnamese alphabet: J, F, Z, W.";
  GtkWidget *form = show (f, SME_CUSTOMER_PERSON);
  SmeFieldRow *name = find_field (form, "Full name");
  g_autoptr (SmeProfile) profile = sme_profile_new ();

  sme_field_row_set_text (name, "Jeff Zwick");
  g_signal_emit_by_name (name, "left");
  g_assert_true (app_shows (form, warning));
  g_assert_null (sme_field_row_get_error (name));
  sme_field_row_set_text (name, "Nguyễn Thị Lan");
  g_signal_emit_by_name (name, "left");
  g_assert_false (app_shows (form, "Not in the Vietnamese alphabet"));
  sme_record_set_text (SME_RECORD (profile), "full_name", "Jeff Zwick");
  sme_record_set_int (SME_RECORD (profile), "id_type", SME_ID_PASSPORT);
  sme_record_set_text (SME_RECORD (profile), "nationality", "US");
  sme_profile_form_set_profile (SME_PROFILE_FORM (form), profile);
  g_assert_false (app_shows (form, "Not in the Vietnamese alphabet"));
  sme_record_set_text (SME_RECORD (profile), "nationality", "VN");
  sme_profile_form_set_profile (SME_PROFILE_FORM (form), profile);
  g_assert_true (app_shows (form, warning));
  /* No name at all: other writing, other signs. */
  sme_field_row_set_text (name, "王伟");
  g_signal_emit_by_name (name, "left");
  g_assert_nonnull (sme_field_row_get_error (name));
}

/* Each of them, at once when a draft or an earlier declaration is filled in; what is merely missing
 * is not judged then. */
static void
test_all_conflicts (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f, SME_CUSTOMER_PERSON);
  g_autoptr (SmeProfile) profile = sme_profile_new ();
  g_autoptr (SmeRecord) address = SME_RECORD (sme_address_new ());
  SmeRecord *record = SME_RECORD (profile);

  sme_record_set_int (record, "id_type", SME_ID_CITIZEN_ID);
  sme_record_set_text (record, "id_number", "031190001234");
  sme_record_set_int (record, "sex", SME_SEX_MALE);
  sme_record_set_int (record, "born_on", 19910203);
  sme_record_set_int (address, "edition", SME_EDITION_2025);
  sme_record_set_text (address, "province_code", "01");
  sme_record_set_object (record, "address", address);
  sme_profile_form_set_profile (SME_PROFILE_FORM (form), profile);
  g_assert_true (app_shows (form, "The number names another year of birth."));
  g_assert_true (app_shows (form, "The number names the other sex."));
  g_assert_true (app_shows (form, "The number names another province"));
  g_assert_null (sme_field_row_get_error (find_field (form, "Document number")));
  g_assert_null (sme_field_row_get_error (find_field (form, "Full name")));
  /* One that is mended goes, the others stay. */
  sme_field_row_set_text (find_field (form, "Date of birth"), "03/02/1990");
  g_signal_emit_by_name (find_field (form, "Date of birth"), "left");
  g_assert_false (app_shows (form, "another year of birth"));
  g_assert_true (app_shows (form, "The number names the other sex."));
  /* Of another person. */
  sme_record_set_text (record, "id_number", "001091001234");
  sme_profile_form_set_profile (SME_PROFILE_FORM (form), profile);
  g_assert_false (app_shows (form, "The number names"));
}

/* A head office says nothing of who acts for it. */
static void
test_province_of_business (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f, SME_CUSTOMER_ENTERPRISE);

  declare_in (form, "031190001234", SME_EDITION_2025, "01");
  g_assert_false (app_shows (form, "another province"));
}

/* The codes of countries are not known, only where they lie. */
static void
test_born_abroad (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = show (f, SME_CUSTOMER_PERSON);
  SmeFieldRow *number = find_field (form, "Document number");

  sme_field_row_set_text (number, "840190001234");
  g_signal_emit_by_name (number, "left");
  g_assert_null (sme_field_row_get_error (number));
  g_assert_true (app_shows (form, "birth registered in: abroad."));
  sme_field_row_set_text (number, "999190001234");
  g_signal_emit_by_name (number, "left");
  g_assert_null (sme_field_row_get_error (number));
  g_assert_true (app_shows (form, "birth registered in: abroad."));
}

typedef struct
{
  GtkWidget *row;
  GtkWidget *scroller;
} Shown;

static gboolean
is_whole (gpointer data)
{
  Shown *shown = data;
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (shown->row, shown->scroller, &bounds) && bounds.origin.y >= 6 &&
         bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (shown->scroller);
}

/* From the end of the form to its first error: with the caption above the field, and the message
 * below it. */
static void
test_first_error_is_in_sight (AppFixture *f, gconstpointer data)
{
  GtkWidget *form = sme_profile_form_new (f->context, SME_CUSTOMER_PERSON);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  SmeFieldRow *name, *email;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), form);
  app_fixture_show (f, scroller, 360, 400);
  name = find_field (form, "Full name");
  email = find_field (form, "Email address");
  sme_field_row_focus (find_field (form, "House number"));
  app_run_until (is_whole, &(Shown){ GTK_WIDGET (find_field (form, "House number")), scroller });
  g_assert_false (sme_profile_form_check_all (SME_PROFILE_FORM (form)));
  app_run_until (is_whole, &(Shown){ GTK_WIDGET (name), scroller });
  /* By the keyboard too, back from the field below. */
  sme_field_row_focus (email);
  app_run_until (is_whole, &(Shown){ GTK_WIDGET (email), scroller });
  gtk_widget_child_focus (form, GTK_DIR_TAB_BACKWARD);
  g_assert_true (sme_field_row_is_focused (find_field (form, "Phone number")));
  app_run_until (is_whole, &(Shown){ GTK_WIDGET (find_field (form, "Phone number")), scroller });
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a20/nothing-is-judged-during-preedit", test_preedit);
  ADD ("/a21/a-date-may-be-no-day", test_no_such_day);
  ADD ("/a21/the-number-is-compared-with-the-province", test_province);
  ADD ("/a21/letters-that-are-not-vietnamese-are-warned-of", test_letters);
  ADD ("/a21/every-conflict-of-the-number-is-named", test_all_conflicts);
  ADD ("/a21/not-with-that-of-a-head-office", test_province_of_business);
  ADD ("/a21/born-abroad", test_born_abroad);
  ADD ("/a20/the-first-error-is-in-sight-with-its-caption", test_first_error_is_in_sight);
  return g_test_run ();
}
