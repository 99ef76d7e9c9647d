/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of places, with the keyboard alone. */
#include "app/order/sme-division-picker.h"

#include "app-fixture.h"
#include "app-keys.h"
#include "app/form/sme-picker-row.h"
#include "app/order/sme-profile-form.h"

#define PLACE(code, name) \
  "{\"code\":\"" code "\",\"name\":\"" name "\",\"type\":\"Tỉnh\",\"level\":1}"
#define PROVINCES \
  "{\"items\":[" PLACE ("04", "Cao Bằng") "," PLACE ("11", "Điện Biên") "," PLACE ( \
    "15", "Lào Cai") "],\"total\":3}"

typedef struct
{
  AppFixture app;
  GtkWidget *form;
  GtkWidget *row; /* of the form: the province */
} Fixture;

static GtkWidget *
get_focus (Fixture *f)
{
  return gtk_root_get_focus (GTK_ROOT (f->app.window));
}

static gboolean
is_ready (gpointer data)
{
  Fixture *f = data;

  return app_shows (f->form, "Tỉnh Lào Cai") &&
         app_find (f->form, GTK_TYPE_SEARCH_ENTRY, NULL) != NULL;
}

static void
open_picker (Fixture *f)
{
  g_signal_emit_by_name (f->row, "open");
  app_run_until (is_ready, f);
  app_run_idle ();
}

static void
set_up (Fixture *f, gconstpointer data)
{
  app_fixture_set_up (&f->app, data);
  fake_shop_answer (f->app.shop, SME_OP_LIST_DIVISIONS, NULL, PROVINCES);
  f->form = sme_profile_form_new (f->app.context, SME_CUSTOMER_PERSON);
  app_fixture_show (&f->app, f->form, 360, 800);
  f->row = app_find (f->form, SME_TYPE_PICKER_ROW, NULL);
  open_picker (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  app_fixture_tear_down (&f->app, data);
}

/* What has the focus is a row that says @data, and the ring shows it. */
typedef struct
{
  Fixture *f;
  const char *name;
} Wanted;

static gboolean
is_on_row (gpointer data)
{
  Wanted *wanted = data;
  GtkWidget *focus = get_focus (wanted->f);

  return GTK_IS_LIST_BOX_ROW (focus) && app_shows (focus, wanted->name) &&
         (gtk_widget_get_state_flags (focus) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0;
}

static gboolean
is_in_search (gpointer data)
{
  Fixture *f = data;
  GtkWidget *search = app_find (f->form, GTK_TYPE_SEARCH_ENTRY, NULL), *focus = get_focus (f);

  return search != NULL && focus != NULL && gtk_widget_is_ancestor (focus, search);
}

static gboolean
is_on_form (gpointer data)
{
  Fixture *f = data;
  GtkWidget *focus = get_focus (f);

  return app_find (f->form, GTK_TYPE_SEARCH_ENTRY, NULL) == NULL && focus != NULL &&
         gtk_widget_is_ancestor (focus, f->row);
}

static void
test_down (Fixture *f, gconstpointer data)
{
  gtk_window_set_focus_visible (GTK_WINDOW (f->app.window), FALSE);
  if (!app_press_keys ("Down", NULL))
    return;
  app_run_until (is_on_row, &(Wanted){ f, "Cao Bằng" });
  app_press_keys ("Down", NULL);
  app_run_until (is_on_row, &(Wanted){ f, "Điện Biên" });
  app_press_keys ("Return", NULL);
  app_run_until (is_on_form, f);
  g_assert_cmpstr (sme_picker_row_get_label (SME_PICKER_ROW (f->row)), ==, "Tỉnh Điện Biên");
}

static void
test_up (Fixture *f, gconstpointer data)
{
  if (!app_press_keys ("Down", NULL))
    return;
  app_run_until (is_on_row, &(Wanted){ f, "Cao Bằng" });
  app_press_keys ("Up", NULL);
  app_run_until (is_in_search, f);
}

static gboolean
searches (gpointer data)
{
  Fixture *f = data;
  GtkWidget *search = app_find (f->form, GTK_TYPE_SEARCH_ENTRY, NULL);

  return is_in_search (f) && !app_shows (f->form, "Cao Bằng") &&
         !app_shows (f->form, "Điện Biên") &&
         g_str_equal (gtk_editable_get_text (GTK_EDITABLE (search)), "lao");
}

/* What is typed on a row goes on with the search, behind what stands there. */
static void
test_typing (Fixture *f, gconstpointer data)
{
  if (!app_press_keys ("l", "Down", NULL))
    return;
  app_run_until (is_on_row, &(Wanted){ f, "Lào Cai" });
  app_press_keys ("a", "o", NULL);
  app_run_until (searches, f);
}

static void
test_escape (Fixture *f, gconstpointer data)
{
  if (!app_press_keys ("Down", NULL))
    return;
  app_run_until (is_on_row, &(Wanted){ f, "Cao Bằng" });
  app_press_keys ("Escape", NULL);
  app_run_until (is_on_form, f);
  g_assert_null (sme_picker_row_get_label (SME_PICKER_ROW (f->row)));
  /* From the entry too. */
  open_picker (f);
  app_press_keys ("Escape", NULL);
  app_run_until (is_on_form, f);
}

/* Going back leaves the list, and only then the form. */
static void
test_back (Fixture *f, gconstpointer data)
{
  g_assert_true (sme_profile_form_close_picker (SME_PROFILE_FORM (f->form)));
  g_assert_true (is_on_form (f));
  g_assert_false (sme_profile_form_close_picker (SME_PROFILE_FORM (f->form)));
}

/* The errors of the form are in sight. */
static void
test_check (Fixture *f, gconstpointer data)
{
  g_assert_false (sme_profile_form_check_all (SME_PROFILE_FORM (f->form)));
  g_assert_null (app_find (f->form, GTK_TYPE_SEARCH_ENTRY, NULL));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a22/places-by-keyboard/down-and-return", test_down);
  ADD ("/a22/places-by-keyboard/up-to-the-search", test_up);
  ADD ("/a22/places-by-keyboard/typing-goes-on-searching", test_typing);
  ADD ("/a22/places-by-keyboard/escape", test_escape);
  ADD ("/a22/places-by-keyboard/back", test_back);
  ADD ("/a22/places-by-keyboard/errors-are-in-sight", test_check);
  return g_test_run ();
}
