/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mock-secrets.h"

#define COLLECTION "/org/freedesktop/secrets/collection/login"
#define SESSION "/org/freedesktop/secrets/session/s1"
#define PROMPT "/org/freedesktop/secrets/prompt/p1"

struct _MockSecrets
{
  GDBusConnection *bus;
  GDBusNodeInfo *info;
  MockBehaviour behaviour;
  guint owner;
  guint ids[3];
  gboolean owned;
  gboolean unlocked;
  guint prompts;
  GPtrArray *unanswered;
};

static const char introspection[] =
  "<node>"
  " <interface name='org.freedesktop.Secret.Service'>"
  "  <method name='OpenSession'><arg name='a' type='s'/><arg name='i' type='v'/>"
  "   <arg name='o' type='v' direction='out'/><arg name='s' type='o' direction='out'/></method>"
  "  <method name='ReadAlias'><arg name='n' type='s'/>"
  "   <arg name='c' type='o' direction='out'/></method>"
  "  <method name='Unlock'><arg name='objects' type='ao'/>"
  "   <arg name='u' type='ao' direction='out'/><arg name='p' type='o' direction='out'/></method>"
  "  <method name='SearchItems'><arg name='a' type='a{ss}'/>"
  "   <arg name='u' type='ao' direction='out'/><arg name='l' type='ao' direction='out'/></method>"
  "  <property name='Collections' type='ao' access='read'/>"
  " </interface>"
  " <interface name='org.freedesktop.Secret.Collection'>"
  "  <property name='Items' type='ao' access='read'/>"
  "  <property name='Label' type='s' access='read'/>"
  "  <property name='Locked' type='b' access='read'/>"
  "  <property name='Created' type='t' access='read'/>"
  "  <property name='Modified' type='t' access='read'/>"
  " </interface>"
  " <interface name='org.freedesktop.Secret.Prompt'>"
  "  <method name='Prompt'><arg name='w' type='s'/></method>"
  "  <method name='Dismiss'/>"
  "  <signal name='Completed'><arg name='d' type='b'/><arg name='r' type='v'/></signal>"
  " </interface>"
  "</node>";

static void
complete_prompt (MockSecrets *self, gboolean dismissed)
{
  const char *unlocked[] = { COLLECTION, NULL };

  self->unlocked = !dismissed;
  g_dbus_connection_emit_signal (
    self->bus, NULL, PROMPT, "org.freedesktop.Secret.Prompt", "Completed",
    g_variant_new ("(bv)", dismissed, g_variant_new_objv (unlocked, dismissed ? 0 : 1)), NULL);
}

static void
on_prompt (MockSecrets *self, GDBusMethodInvocation *invocation)
{
  self->prompts++;
  g_dbus_method_invocation_return_value (invocation, NULL);
  if (self->behaviour != MOCK_PROMPT_UNANSWERED)
    complete_prompt (self, self->behaviour == MOCK_PROMPT_DISMISSED);
}

static void
on_open_session (GDBusMethodInvocation *invocation, GVariant *parameters)
{
  const char *algorithm;

  g_variant_get_child (parameters, 0, "&s", &algorithm);
  if (g_str_equal (algorithm, "plain"))
    g_dbus_method_invocation_return_value (
      invocation, g_variant_new ("(vo)", g_variant_new_string (""), SESSION));
  else
    g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR,
                                                   G_DBUS_ERROR_NOT_SUPPORTED, algorithm);
}

static void
on_call (GDBusConnection *bus,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  MockSecrets *self = user_data;

  if (self->behaviour == MOCK_SERVICE_HANGS)
    {
      g_ptr_array_add (self->unanswered, invocation);
      return;
    }
  if (g_str_equal (method, "OpenSession"))
    on_open_session (invocation, parameters);
  else if (g_str_equal (method, "ReadAlias"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", COLLECTION));
  else if (g_str_equal (method, "Unlock"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(aoo)", NULL, PROMPT));
  else if (g_str_equal (method, "SearchItems"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(aoao)", NULL, NULL));
  else if (g_str_equal (method, "Prompt"))
    on_prompt (self, invocation);
  else
    {
      g_dbus_method_invocation_return_value (invocation, NULL);
      complete_prompt (self, TRUE);
    }
}

static GVariant *
on_get (GDBusConnection *bus,
        const char *sender,
        const char *path,
        const char *interface,
        const char *property,
        GError **error,
        gpointer user_data)
{
  MockSecrets *self = user_data;
  const char *collections[] = { COLLECTION };

  if (g_str_equal (property, "Collections"))
    return g_variant_new_objv (collections, 1);
  if (g_str_equal (property, "Items"))
    return g_variant_new_objv (NULL, 0);
  if (g_str_equal (property, "Label"))
    return g_variant_new_string ("Login");
  if (g_str_equal (property, "Locked"))
    return g_variant_new_boolean (!self->unlocked);
  return g_variant_new_uint64 (0);
}

static void
on_name_acquired (GDBusConnection *bus, const char *name, gpointer user_data)
{
  ((MockSecrets *) user_data)->owned = TRUE;
}

MockSecrets *
mock_secrets_new (MockBehaviour behaviour)
{
  static const GDBusInterfaceVTable vtable = { on_call, on_get, NULL, { 0 } };
  static const char *const paths[] = { "/org/freedesktop/secrets", COLLECTION, PROMPT };
  MockSecrets *self = g_new0 (MockSecrets, 1);
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  self->behaviour = behaviour;
  self->unanswered = g_ptr_array_new_with_free_func (g_object_unref);
  self->info = g_dbus_node_info_new_for_xml (introspection, NULL);
  /* A connection of its own: nobody talks to himself over a bus. */
  self->bus = g_dbus_connection_new_for_address_sync (
    address,
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, NULL);
  g_assert_nonnull (self->bus);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    self->ids[i] = g_dbus_connection_register_object (
      self->bus, paths[i], self->info->interfaces[i], &vtable, self, NULL, NULL);
  self->owner =
    g_bus_own_name_on_connection (self->bus, "org.freedesktop.secrets", G_BUS_NAME_OWNER_FLAGS_NONE,
                                  on_name_acquired, NULL, self, NULL);
  while (!self->owned)
    g_main_context_iteration (NULL, TRUE);
  return self;
}

void
mock_secrets_free (MockSecrets *self)
{
  g_bus_unown_name (self->owner);
  g_ptr_array_unref (self->unanswered);
  for (guint i = 0; i < G_N_ELEMENTS (self->ids); i++)
    g_dbus_connection_unregister_object (self->bus, self->ids[i]);
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_dbus_node_info_unref (self->info);
  g_free (self);
}

void
mock_secrets_set_behaviour (MockSecrets *self, MockBehaviour behaviour)
{
  self->behaviour = behaviour;
}

guint
mock_secrets_count_prompts (MockSecrets *self)
{
  return self->prompts;
}
