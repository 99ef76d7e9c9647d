/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-notices.h"

#include <gio/gio.h>
#include <string.h>

#define SERVICE "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"
#define NUMBER 7
#define PATIENCE (120 * G_TIME_SPAN_SECOND)

struct _JourneyNotices
{
  Journey *journey;
  GDBusConnection *bus;
  guint object;
  guint name;
  gboolean owned;
  char *body;
  char *action; /* of the first button */
};

static const char interface[] =
  "<node><interface name='" SERVICE "'>"
  "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='as' direction='in'/><arg type='a{sv}' direction='in'/>"
  "<arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
  "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
  "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
  "<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>"
  "</interface></node>";

static void
take (JourneyNotices *self, GVariant *parameters)
{
  g_autofree const char **actions = NULL;

  g_free (self->body);
  g_variant_get (parameters, "(&su&s&ss^a&s@a{sv}i)", NULL, NULL, NULL, NULL, &self->body, &actions,
                 NULL, NULL);
  /* Pairs of a key and a label; "default" is the notification itself. */
  for (guint i = 0; actions[i] != NULL; i += 2)
    if (!g_str_equal (actions[i], "default"))
      {
        g_free (self->action);
        self->action = g_strdup (actions[i]);
      }
}

static void
on_called (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *interface_name,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  GVariant *answer = NULL;

  if (g_str_equal (method, "Notify"))
    {
      take (data, parameters);
      answer = g_variant_new ("(u)", NUMBER);
    }
  else if (g_str_equal (method, "GetCapabilities"))
    answer = g_variant_new ("(as)", NULL);
  g_dbus_method_invocation_return_value (invocation, answer);
}

static void
on_owned (GDBusConnection *bus, const char *name, gpointer data)
{
  ((JourneyNotices *) data)->owned = TRUE;
}

static gboolean
on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Turns the loop until @is_there. */
static void
wait_for (JourneyNotices *self,
          gboolean (*is_there) (JourneyNotices *, const char *),
          const char *about)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  guint tick = g_timeout_add (200, on_tick, NULL);

  while (!is_there (self, about))
    {
      if (g_get_monotonic_time () > deadline)
        journey_fail (self->journey, "No notification with “%s”", about);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (tick);
}

static gboolean
is_owned (JourneyNotices *self, const char *about)
{
  return self->owned;
}

static gboolean
is_shown (JourneyNotices *self, const char *about)
{
  return self->body != NULL && strstr (self->body, about) != NULL && self->action != NULL;
}

JourneyNotices *
journey_notices_new (Journey *journey)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_called };
  JourneyNotices *self = g_new0 (JourneyNotices, 1);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface, NULL);
  g_autoptr (GError) error = NULL;

  self->journey = journey;
  self->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  self->object = g_dbus_connection_register_object (self->bus, PATH, node->interfaces[0], &vtable,
                                                    self, NULL, &error);
  g_assert_no_error (error);
  self->name = g_bus_own_name_on_connection (self->bus, SERVICE, G_BUS_NAME_OWNER_FLAGS_NONE,
                                             on_owned, NULL, self, NULL);
  wait_for (self, is_owned, SERVICE);
  return self;
}

void
journey_notices_free (JourneyNotices *self)
{
  g_bus_unown_name (self->name);
  g_dbus_connection_unregister_object (self->bus, self->object);
  g_object_unref (self->bus);
  g_free (self->body);
  g_free (self->action);
  g_free (self);
}

void
journey_notices_see (JourneyNotices *self, const char *body)
{
  wait_for (self, is_shown, body);
}

void
journey_notices_press (JourneyNotices *self)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (self->bus, NULL, PATH, SERVICE, "ActionInvoked",
                                 g_variant_new ("(us)", NUMBER, self->action), &error);
  g_assert_no_error (error);
  g_dbus_connection_flush_sync (self->bus, NULL, &error);
  g_assert_no_error (error);
}
