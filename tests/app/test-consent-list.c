/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-consent-list.h"

#include "app-fixture.h"
#include "app/account/sme-consent-row.h"
#include "core/sme-registration.h"

static GListModel *
make_terms (const char *version)
{
  static const char *const purposes[] = { "service", "personal-data", "marketing" };
  GListStore *terms = g_list_store_new (SME_TYPE_TERMS_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
    {
      g_autoptr (SmeRecord) item = SME_RECORD (sme_terms_item_new ());
      g_autofree char *own = g_strdup_printf ("%s-%s", purposes[i], version);

      sme_record_set_text (item, "purpose", purposes[i]);
      sme_record_set_text (item, "version", own);
      sme_record_set_int (item, "required", i < 2);
      g_list_store_append (terms, item);
    }
  return G_LIST_MODEL (terms);
}

static SmeConsentList *
show (AppFixture *f)
{
  SmeConsentList *list = SME_CONSENT_LIST (sme_consent_list_new ());
  g_autoptr (GListModel) terms = make_terms ("2026-11");

  sme_consent_list_set_terms (list, terms);
  app_fixture_show (f, GTK_WIDGET (list), 500, 400);
  return list;
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
get_checks (SmeConsentList *list)
{
  GPtrArray *checks = g_ptr_array_new ();

  collect (GTK_WIDGET (list), GTK_TYPE_CHECK_BUTTON, checks);
  return checks;
}

static void
tick (SmeConsentList *list, guint index)
{
  g_autoptr (GPtrArray) checks = get_checks (list);

  gtk_check_button_set_active (g_ptr_array_index (checks, index), TRUE);
}

static void
test_unticked (AppFixture *f, gconstpointer data)
{
  SmeConsentList *list = show (f);
  g_autoptr (GPtrArray) checks = get_checks (list);

  g_assert_cmpuint (checks->len, ==, 3);
  for (guint i = 0; i < checks->len; i++)
    g_assert_false (gtk_check_button_get_active (g_ptr_array_index (checks, i)));
  gtk_test_accessible_assert_property (g_ptr_array_index (checks, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "I have read and agree to the terms of service");
  app_assert_named (GTK_WIDGET (list));
}

static void
test_required (AppFixture *f, gconstpointer data)
{
  SmeConsentList *list = show (f);
  const char *message = "Please read these and agree to those with a star.";

  g_assert_false (sme_consent_list_check (list, TRUE));
  g_assert_true (app_shows (GTK_WIDGET (list), message));
  tick (list, 0);
  g_assert_true (app_shows (GTK_WIDGET (list), message));
  tick (list, 1);
  g_assert_false (app_shows (GTK_WIDGET (list), message));
  g_assert_true (sme_consent_list_check (list, TRUE));
}

/* Marked as in the other forms, and said. */
static void
test_star (AppFixture *f, gconstpointer data)
{
  SmeConsentList *list = show (f);
  g_autoptr (GPtrArray) checks = get_checks (list);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint stars = 0;

  collect (GTK_WIDGET (list), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (!g_str_equal (gtk_label_get_text (GTK_LABEL (label)), "*"))
        continue;
      g_assert_true (gtk_widget_has_css_class (label, "error"));
      stars += gtk_widget_get_opacity (label) > 0 ? 1 : 0;
    }
  g_assert_cmpuint (stars, ==, 2);
  gtk_test_accessible_assert_property (g_ptr_array_index (checks, 0),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Required");
  gtk_test_accessible_assert_property (g_ptr_array_index (checks, 0),
                                       GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE);
  gtk_test_accessible_assert_property (g_ptr_array_index (checks, 2),
                                       GTK_ACCESSIBLE_PROPERTY_REQUIRED, FALSE);
}

static void
test_given (AppFixture *f, gconstpointer data)
{
  SmeConsentList *list = show (f);
  g_autoptr (SmeRecord) request = SME_RECORD (sme_registration_new ());
  g_autoptr (SmeRecord) consent = NULL;

  tick (list, 2);
  sme_consent_list_add_to (list, request, "consents");
  g_assert_cmpuint (g_list_model_get_n_items (sme_record_get_list (request, "consents")), ==, 1);
  consent = g_list_model_get_item (sme_record_get_list (request, "consents"), 0);
  g_assert_cmpstr (sme_record_get_text (consent, "purpose"), ==, "marketing");
  g_assert_cmpstr (sme_record_get_text (consent, "version"), ==, "marketing-2026-11");
}

/* The same terms loaded again keep the answers; new terms ask anew. */
static void
test_again (AppFixture *f, gconstpointer data)
{
  SmeConsentList *list = show (f);
  g_autoptr (GListModel) same = make_terms ("2026-11");
  g_autoptr (GListModel) newer = make_terms ("2027-01");
  g_autoptr (SmeRecord) before = SME_RECORD (sme_registration_new ());
  g_autoptr (SmeRecord) after = SME_RECORD (sme_registration_new ());

  tick (list, 0);
  sme_consent_list_set_terms (list, same);
  sme_consent_list_add_to (list, before, "consents");
  g_assert_true (sme_record_has (before, "consents"));
  sme_consent_list_set_terms (list, newer);
  sme_consent_list_add_to (list, after, "consents");
  g_assert_false (sme_record_has (after, "consents"));
}

static void
test_read (AppFixture *f, gconstpointer data)
{
  static const char *const documents[] = { "open terms:service-2026-11",
                                           "open terms:personal-data-2026-11",
                                           "open terms:marketing-2026-11" };
  SmeConsentList *list = show (f);
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  collect (GTK_WIDGET (list), GTK_TYPE_BUTTON, buttons);
  g_assert_cmpuint (buttons->len, ==, G_N_ELEMENTS (documents));
  for (guint i = 0; i < buttons->len; i++)
    {
      g_signal_emit_by_name (g_ptr_array_index (buttons, i), "clicked");
      g_assert_cmpstr (app_fixture_last_action (f), ==, documents[i]);
    }
}

static void
test_error (AppFixture *f, gconstpointer data)
{
  SmeConsentList *list = show (f);
  g_autoptr (GError) ours = NULL;
  g_autoptr (GError) other = NULL;

  sme_problem_set_field (&ours, "/consents/0/version", "unknown-value");
  sme_problem_set_field (&other, "/email", "format");
  g_assert_false (sme_consent_list_take_error (list, other));
  g_assert_true (sme_consent_list_take_error (list, ours));
  g_assert_true (app_shows (GTK_WIDGET (list), "The terms have changed."));
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a32/nothing-is-ticked-beforehand", test_unticked);
  ADD ("/consent-list/asks-for-what-is-required", test_required);
  ADD ("/consent-list/what-is-required-is-marked-and-said", test_star);
  ADD ("/consent-list/gives-what-was-agreed-to", test_given);
  ADD ("/consent-list/new-terms-ask-anew", test_again);
  ADD ("/a32/terms-can-be-read", test_read);
  ADD ("/consent-list/says-that-the-terms-changed", test_error);
  return g_test_run ();
}
