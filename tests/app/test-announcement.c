/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader is told of errors, listened to on the accessibility bus: of a widget, that
 * its description is another now. Screen readers speak that of the widget that has the focus. */
#include "app/form/sme-announcement.h"

#include "app-fixture.h"
#include "app/form/sme-choice-row.h"
#include "app/form/sme-field-row.h"

#define ERROR "Please check how this is written."

/* Waits for a description. */
typedef struct
{
  GDBusConnection *bus;
  guint subscription;
  const char *wanted;
  char *sender, *path; /* of the widget that has it */
  char *name;
} Ear;

static GDBusConnection *
connect_to_bus (void)
{
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
    session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", NULL,
    G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  const char *address;
  GDBusConnection *bus;

  g_assert_no_error (error);
  g_variant_get (answer, "(&s)", &address);
  bus = g_dbus_connection_new_for_address_sync (address,
                                                G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                NULL, NULL, &error);
  g_assert_no_error (error);
  return bus;
}

static void ask_name (Ear *ear);

/* Widgets can be asked as soon as the registry knows the program. */
static void
on_name (GObject *source, GAsyncResult *result, gpointer data)
{
  Ear *ear = data;
  g_autoptr (GVariant) answer =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariant) name = NULL;

  if (answer == NULL)
    {
      ask_name (ear);
      return;
    }
  g_variant_get (answer, "(v)", &name);
  ear->name = g_variant_dup_string (name, NULL);
}

/* GTK answers in this same loop, so it is asked without waiting. */
static void
ask_name (Ear *ear)
{
  g_dbus_connection_call (ear->bus, ear->sender, ear->path, "org.freedesktop.DBus.Properties",
                          "Get", g_variant_new ("(ss)", "org.a11y.atspi.Accessible", "Name"),
                          G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_name, ear);
}

static void
on_described (GDBusConnection *bus,
              const char *sender,
              const char *path,
              const char *interface,
              const char *signal,
              GVariant *parameters,
              gpointer data)
{
  Ear *ear = data;
  g_autoptr (GVariant) value = NULL;

  g_variant_get_child (parameters, 3, "v", &value);
  if (g_strcmp0 (g_variant_get_string (value, NULL), ear->wanted) != 0 || ear->path != NULL)
    return;
  ear->sender = g_strdup (sender);
  ear->path = g_strdup (path);
  ask_name (ear);
}

static void
ear_open (Ear *ear)
{
  ear->bus = connect_to_bus ();
  ear->subscription = g_dbus_connection_signal_subscribe (
    ear->bus, NULL, "org.a11y.atspi.Event.Object", "PropertyChange", NULL, "accessible-description",
    G_DBUS_SIGNAL_FLAGS_NONE, on_described, ear, NULL);
}

static void
ear_close (Ear *ear)
{
  g_dbus_connection_signal_unsubscribe (ear->bus, ear->subscription);
  g_dbus_connection_close_sync (ear->bus, NULL, NULL);
  app_run_idle ();
  g_object_unref (ear->bus);
}

static gboolean
is_heard (gpointer data)
{
  return ((Ear *) data)->name != NULL;
}

/* Call before what is to be heard. */
static void
listen_for (Ear *ear, const char *text)
{
  ear->wanted = text;
}

/* @name: of the widget that speaks */
static void
assert_heard_from (Ear *ear, const char *name)
{
  app_run_until (is_heard, ear);
  g_assert_cmpstr (ear->name, ==, name);
  g_clear_pointer (&ear->name, g_free);
  g_clear_pointer (&ear->sender, g_free);
  g_clear_pointer (&ear->path, g_free);
}

typedef struct
{
  SmeFieldRow *email, *phone;
} Form;

static Form
show (AppFixture *f)
{
  GtkWidget *group = adw_preferences_group_new ();
  Form form = { SME_FIELD_ROW (sme_field_row_new ("Email address", TRUE)),
                SME_FIELD_ROW (sme_field_row_new ("Phone number", TRUE)) };

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (form.email));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (form.phone));
  app_fixture_show (f, group, 400, 300);
  return form;
}

/* After a pause: the field has the focus still. */
static void
test_where_one_types (AppFixture *f, gconstpointer data)
{
  Ear ear = { 0 };
  Form form = show (f);

  ear_open (&ear);
  sme_field_row_focus (form.email);
  listen_for (&ear, ERROR);
  sme_field_row_set_error (form.email, ERROR);
  assert_heard_from (&ear, "Email address");
  listen_for (&ear, "");
  sme_field_row_set_error (form.email, NULL);
  assert_heard_from (&ear, "Email address");
  ear_close (&ear);
}

/* When it is left: the next field has the focus, and says it before its own note. */
static void
test_what_was_left (AppFixture *f, gconstpointer data)
{
  Ear ear = { 0 };
  Form form = show (f);

  ear_open (&ear);
  sme_field_row_focus (form.phone);
  listen_for (&ear, "For the OTP.");
  sme_field_row_set_note (form.phone, "For the OTP.");
  assert_heard_from (&ear, "Phone number");
  listen_for (&ear, "Email address: " ERROR " For the OTP.");
  sme_field_row_set_error (form.email, ERROR);
  assert_heard_from (&ear, "Phone number");
  /* It is said once: whoever comes back hears the field itself. */
  listen_for (&ear, "For the OTP.");
  sme_field_row_focus (form.email);
  assert_heard_from (&ear, "Phone number");
  ear_close (&ear);
}

static void
test_warning (AppFixture *f, gconstpointer data)
{
  Ear ear = { 0 };
  Form form = show (f);

  ear_open (&ear);
  sme_field_row_focus (form.phone);
  listen_for (&ear, "Email address: Please check both.");
  sme_field_row_set_warning (form.email, "Please check both.");
  assert_heard_from (&ear, "Phone number");
  ear_close (&ear);
}

/* "Update" with nothing filled in: not a speech, but how much it is. */
static void
test_many (AppFixture *f, gconstpointer data)
{
  Ear ear = { 0 };
  Form form = show (f);
  GtkWidget *button = gtk_button_new_with_label ("Update");

  ear_open (&ear);
  adw_preferences_group_set_header_suffix (
    ADW_PREFERENCES_GROUP (gtk_window_get_child (GTK_WINDOW (f->window))), button);
  app_run_idle ();
  gtk_widget_grab_focus (button);
  listen_for (&ear, "2 fields have messages.");
  sme_field_row_set_error (form.email, ERROR);
  sme_field_row_set_error (form.phone, ERROR);
  assert_heard_from (&ear, "Update");
  ear_close (&ear);
}

/* Not typed, but chosen: the description of the group is not that of what has the focus. */
static void
test_choice (AppFixture *f, gconstpointer data)
{
  Ear ear = { 0 };
  Form form = show (f);
  GtkWidget *sex = sme_choice_row_new ("Sex", TRUE);

  ear_open (&ear);
  sme_choice_row_append (SME_CHOICE_ROW (sex), "Male");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (gtk_window_get_child (GTK_WINDOW (f->window))),
                             sex);
  app_run_idle ();
  sme_field_row_focus (form.phone);
  listen_for (&ear, "Sex: Please fill in this field.");
  sme_choice_row_set_error (SME_CHOICE_ROW (sex), "Please fill in this field.");
  assert_heard_from (&ear, "Phone number");
  ear_close (&ear);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a20/announced/where-one-types", test_where_one_types);
  ADD ("/a20/announced/what-was-left", test_what_was_left);
  ADD ("/a21/announced/a-warning", test_warning);
  ADD ("/a20/announced/a-choice", test_choice);
  ADD ("/a20/announced/many-at-once", test_many);
  return g_test_run ();
}
