/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-bus.h"

#define PREFIX "org.a11y.atspi."
#define REGISTRY "org.a11y.atspi.Registry"
#define TIMEOUT_MS 10000
#define N_WATCHES 2

struct _JourneyBus
{
  GDBusConnection *connection;
  char *program; /* its name on the bus */
  void (*changed) (gpointer data);
  gpointer data;
  guint watches[N_WATCHES];
};

static char *
get_address (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) answer = NULL;
  char *address = NULL;

  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                                        "GetAddress", NULL, G_VARIANT_TYPE ("(s)"),
                                        G_DBUS_CALL_FLAGS_NONE, TIMEOUT_MS, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(s)", &address);
  return address;
}

JourneyBus *
journey_bus_new (void)
{
  JourneyBus *self = g_new0 (JourneyBus, 1);
  g_autofree char *address = get_address ();
  g_autoptr (GError) error = NULL;

  self->connection = g_dbus_connection_new_for_address_sync (
    address,
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, &error);
  g_assert_no_error (error);
  return self;
}

void
journey_bus_free (JourneyBus *self)
{
  /* What was told and not heard yet is not told any more. */
  for (guint i = 0; i < N_WATCHES; i++)
    if (self->watches[i] != 0)
      g_dbus_connection_signal_unsubscribe (self->connection, self->watches[i]);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  g_free (self->program);
  g_free (self);
}

static void
on_signal (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *signal,
           GVariant *parameters,
           gpointer data)
{
  JourneyBus *self = data;

  self->changed (self->data);
}

void
journey_bus_watch (JourneyBus *self, void (*changed) (gpointer data), gpointer data)
{
  static const char *const interfaces[N_WATCHES] = { PREFIX "Event.Object", PREFIX "Event.Window" };

  self->changed = changed;
  self->data = data;
  for (guint i = 0; i < N_WATCHES; i++)
    self->watches[i] =
      g_dbus_connection_signal_subscribe (self->connection, NULL, interfaces[i], NULL, NULL, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, on_signal, self, NULL);
}

static GVariant *
call (JourneyBus *self,
      const char *name,
      const char *path,
      const char *interface,
      const char *method,
      GVariant *parameters)
{
  return g_dbus_connection_call_sync (self->connection, name, path, interface, method, parameters,
                                      NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, TIMEOUT_MS, NULL,
                                      NULL);
}

static GPid
get_process (JourneyBus *self, const char *name)
{
  g_autoptr (GVariant) answer =
    call (self, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
          "GetConnectionUnixProcessID", g_variant_new ("(s)", name));
  guint32 process = 0;

  if (answer != NULL)
    g_variant_get (answer, "(u)", &process);
  return (GPid) process;
}

gboolean
journey_bus_attach (JourneyBus *self, GPid program)
{
  g_autoptr (GVariant) answer =
    call (self, REGISTRY, JOURNEY_BUS_ROOT, PREFIX "Accessible", "GetChildren", NULL);
  g_autoptr (GVariantIter) programs = NULL;
  const char *name, *path;

  g_assert_false (journey_bus_is_attached (self));
  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "(a(so))", &programs);
  while (g_variant_iter_next (programs, "(&s&o)", &name, &path))
    if (get_process (self, name) == program)
      self->program = g_strdup (name);
  return self->program != NULL;
}

void
journey_bus_detach (JourneyBus *self)
{
  g_clear_pointer (&self->program, g_free);
}

gboolean
journey_bus_is_attached (JourneyBus *self)
{
  return self->program != NULL;
}

GVariant *
journey_bus_call (JourneyBus *self,
                  const char *path,
                  const char *interface,
                  const char *method,
                  GVariant *parameters)
{
  g_autofree char *whole = g_strconcat (PREFIX, interface, NULL);

  return call (self, self->program, path, whole, method, parameters);
}

GVariant *
journey_bus_get (JourneyBus *self, const char *path, const char *interface, const char *property)
{
  g_autofree char *whole = g_strconcat (PREFIX, interface, NULL);
  g_autoptr (GVariant) answer = call (self, self->program, path, "org.freedesktop.DBus.Properties",
                                      "Get", g_variant_new ("(ss)", whole, property));
  GVariant *value = NULL;

  if (answer != NULL)
    g_variant_get (answer, "(v)", &value);
  return value;
}

/* One of many questions that are under way. */
typedef struct
{
  GPtrArray *answers;
  guint index;
  guint *n_open;
} Question;

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Question *question = data;

  question->answers->pdata[question->index] =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  (*question->n_open)--;
}

static void
clear_answer (gpointer answer)
{
  if (answer != NULL)
    g_variant_unref (answer);
}

GPtrArray *
journey_bus_call_all (JourneyBus *self,
                      const char *const *paths,
                      guint n_questions,
                      const char *interface,
                      const char *method,
                      GVariant *const *parameters)
{
  g_autofree char *whole = g_strconcat (PREFIX, interface, NULL);
  GPtrArray *answers = g_ptr_array_new_with_free_func (clear_answer);
  guint n_open = n_questions;

  g_ptr_array_set_size (answers, (int) n_questions);
  for (guint i = 0; i < n_questions; i++)
    {
      Question *question = g_new (Question, 1);

      *question = (Question){ answers, i, &n_open };
      g_dbus_connection_call (self->connection, self->program, paths[i], whole, method,
                              parameters != NULL ? parameters[i] : NULL, NULL,
                              G_DBUS_CALL_FLAGS_NO_AUTO_START, TIMEOUT_MS, NULL, on_answer,
                              question);
    }
  while (n_open > 0)
    g_main_context_iteration (NULL, TRUE);
  return answers;
}
