/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/sme-assistant-page.h"
#include "app/guide/sme-assistant-row.h"
#include "app/guide/sme-assistant.h"

#include "app-fixture.h"

static GtkWidget *
show (AppFixture *f)
{
  return GTK_WIDGET (app_fixture_show_page (f, SME_TYPE_ASSISTANT_PAGE, "assistant"));
}

/* The row that has the focus, if it is one of the conversation. */
static GtkWidget *
get_focus_row (AppFixture *f)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (f->window));

  return SME_IS_ASSISTANT_ROW (focus) ? focus : NULL;
}

static gboolean
has_focus_row (gpointer data)
{
  return get_focus_row (data) != NULL;
}

static void
ask (AppFixture *f, GtkWidget *page, const char *question)
{
  GtkWidget *entry = app_find (page, GTK_TYPE_ENTRY, NULL);

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), question);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  app_run_until (has_focus_row, f);
}

static GtkWidget *
find_button (GtkWidget *root, const char *text)
{
  GtkWidget *label = app_find (root, GTK_TYPE_LABEL, text);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

static void
test_answer (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);
  GtkWidget *row;

  g_assert_true (app_shows (page, "Hello!"));
  ask (f, page, "I forgot my password");
  row = get_focus_row (f);
  g_assert_true (app_shows (row, "I forgot my OneSME password"));
  g_signal_emit_by_name (find_button (row, "Reset the password"), "clicked");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open reset-password");
  g_signal_emit_by_name (find_button (row, "Read in the guide"), "clicked");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open article:faq-password");
  app_assert_named (page);
}

/* A screen reader reads the row that gets the focus: all of the reply is its name. */
static void
test_read_aloud (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);
  GtkWidget *row;

  ask (f, page, "what is an otp");
  row = get_focus_row (f);
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
    "Assistant: OTP\nA code for one use, sent by SMS to the registered phone. For signing a "
    "contract it is valid for 5 minutes from sending.");
  gtk_test_accessible_assert_role (app_find (page, GTK_TYPE_LIST_BOX, NULL),
                                   GTK_ACCESSIBLE_ROLE_LOG);
}

static void
test_unknown (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);
  GtkWidget *button;

  ask (f, page, "what is the weather in Hanoi");
  g_assert_true (app_shows (get_focus_row (f), "I do not know"));
  button = find_button (get_focus_row (f), "Call the hotline 1800 1260 (free)");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "page.hotline");
  ask (f, page, "acceptance record failed");
  button = find_button (get_focus_row (f), "Call the hotline 1800 1260 (free), branch 1");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "page.hotline");
}

static gboolean
says_more (gpointer data)
{
  GtkWidget *row = get_focus_row (data);

  return row != NULL && app_shows (row, "Where are user name and password of eContract?");
}

static void
test_follow_up (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);
  SmeAssistant *assistant = sme_context_get_assistant (f->context);

  ask (f, page, "I forgot my password");
  g_signal_emit_by_name (
    find_button (get_focus_row (f), "Where are user name and password of eContract?"), "clicked");
  app_run_until (says_more, f);
  g_assert_cmpuint (g_list_model_get_n_items (sme_assistant_get_messages (assistant)), ==, 5);
}

/* The conversation is still there when one comes back, until it is cleared. */
static void
test_clear (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = show (f);
  SmeAssistant *assistant = sme_context_get_assistant (f->context);
  GtkWidget *clear;

  ask (f, page, "otp");
  page = show (f);
  app_run_until (has_focus_row, f);
  g_assert_true (app_shows (page, "A code for one use"));
  clear = gtk_widget_get_prev_sibling (app_find (page, GTK_TYPE_ENTRY, NULL));
  g_signal_emit_by_name (clear, "clicked");
  app_run_idle ();
  g_assert_cmpuint (g_list_model_get_n_items (sme_assistant_get_messages (assistant)), ==, 1);
  g_assert_false (gtk_widget_get_sensitive (clear));
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a7/answers-with-the-passage-and-its-page", test_answer);
  ADD ("/a7/a-reply-is-read-aloud", test_read_aloud);
  ADD ("/a6/who-does-not-know-offers-the-hotline", test_unknown);
  ADD ("/a7/one-question-leads-to-the-next", test_follow_up);
  ADD ("/assistant-page/stays-until-it-is-cleared", test_clear);
  return g_test_run ();
}
