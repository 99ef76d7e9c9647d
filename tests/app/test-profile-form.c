/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/order/sme-profile-form.h"

#include "app-fixture.h"
#include "app/form/sme-field-row.h"
#include "app/form/sme-picker-row.h"

#define WIDTH 360
#define PROVINCES \
  "{\"items\":[{\"code\":\"31\",\"name\":\"Hải Phòng\",\"type\":\"Thành phố\",\"level\":1}]," \
  "\"total\":1}"

static SmeProfileForm *
show (AppFixture *f)
{
  GtkWidget *form = sme_profile_form_new (f->context, SME_CUSTOMER_PERSON);

  fake_shop_answer (f->shop, SME_OP_LIST_DIVISIONS, NULL, PROVINCES);
  app_fixture_show (f, form, WIDTH, 900);
  return SME_PROFILE_FORM (form);
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
  return g_test_run ();
}
