/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Money that came while the program was closed is told of at the next start. */
#include "app/order/sme-payment-herald.h"

#include "app-fixture.h"
#include "manage-samples.h"

static GApplication *
make_application (void)
{
  GApplication *application = g_application_new ("vn.onesme.Test", G_APPLICATION_NON_UNIQUE);
  g_autoptr (GError) error = NULL;

  g_application_register (application, NULL, &error);
  g_assert_no_error (error);
  return application;
}

static SmeContext *
make_context (AppFixture *f)
{
  g_autoptr (GSettings) settings = g_settings_new ("vn.onesme.Desktop");
  SmeContext *context = sme_context_new (settings);

  g_settings_reset (settings, "awaited-orders");
  sme_context_set_shop (context, fake_shop_as_shop (f->shop));
  return context;
}

static guint
count_awaited (SmeContext *context)
{
  g_auto (GStrv) ids = g_settings_get_strv (sme_context_get_settings (context), "awaited-orders");

  return g_strv_length (ids);
}

static void
start (AppFixture *f, SmeContext *context, const char *order)
{
  g_autoptr (GApplication) application = make_application ();
  g_autoptr (SmePaymentHerald) herald = NULL;

  fake_shop_answer (f->shop, SME_OP_GET_ORDER, "o1", order);
  fake_shop_set_signed_in (f->shop, FALSE);
  herald = sme_payment_herald_new (application, context);
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_GET_ORDER), ==, 0);
  fake_shop_set_signed_in (f->shop, TRUE);
  app_run_idle ();
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_GET_ORDER), ==, 1);
  g_object_run_dispose (G_OBJECT (herald));
}

static void
test_asks_at_sign_in (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeContext) context = make_context (f);

  sme_payment_herald_await (context, "o1");
  sme_payment_herald_await (context, "o1");
  g_assert_cmpuint (count_awaited (context), ==, 1);
  start (f, context, SAMPLE_ORDER ("o1", "paid", "\"sign_contract\""));
  /* Told once. */
  g_assert_cmpuint (count_awaited (context), ==, 0);
}

static void
test_goes_on_waiting (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeContext) context = make_context (f);

  sme_payment_herald_await (context, "o1");
  start (f, context, SAMPLE_ORDER ("o1", "awaiting_payment", "\"pay\""));
  g_assert_cmpuint (count_awaited (context), ==, 1);
  sme_payment_herald_forget (context, "o1");
  g_assert_cmpuint (count_awaited (context), ==, 0);
}

/* ---- What is kept */

static void
test_keeps_the_newest (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeContext) context = make_context (f);
  g_auto (GStrv) ids = NULL;
  guint n;

  for (guint i = 0; i < 130; i++)
    {
      g_autofree char *id = g_strdup_printf ("o%u", i);

      sme_payment_herald_await (context, id);
    }
  ids = g_settings_get_strv (sme_context_get_settings (context), "awaited-orders");
  n = g_strv_length (ids);
  g_assert_cmpuint (n, ==, 100);
  g_assert_cmpstr (ids[0], ==, "o30");
  g_assert_cmpstr (ids[99], ==, "o129");
  /* Nothing else goes with what is forgotten. */
  sme_payment_herald_forget (context, "o60");
  g_assert_cmpuint (count_awaited (context), ==, 99);
}

/* ---- What the desktop shows */

#define SERVICE "org.freedesktop.Notifications"

/* A desktop that notes what it is to show. */
typedef struct
{
  GDBusConnection *bus;
  guint object;
  guint name;
  gboolean owned;
  char *title;
  char *body;
  char *action; /* of the first button */
  char *opened; /* by the program, when it was pressed */
} Desktop;

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
on_called (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *interface_name,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  Desktop *desktop = data;
  g_autofree const char **actions = NULL;

  if (!g_str_equal (method, "Notify"))
    {
      g_dbus_method_invocation_return_value (
        invocation, g_str_equal (method, "GetCapabilities") ? g_variant_new ("(as)", NULL) : NULL);
      return;
    }
  g_assert_null (desktop->title);
  g_variant_get (parameters, "(&su&sss^a&s@a{sv}i)", NULL, NULL, NULL, &desktop->title,
                 &desktop->body, &actions, NULL, NULL);
  /* Pairs of a key and a label; "default" is the notification itself. */
  for (guint i = 0; actions[i] != NULL; i += 2)
    if (!g_str_equal (actions[i], "default"))
      desktop->action = g_strdup (actions[i]);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", 7));
}

static void
on_owned (GDBusConnection *bus, const char *name, gpointer data)
{
  ((Desktop *) data)->owned = TRUE;
}

static gboolean
is_owned (gpointer data)
{
  return ((Desktop *) data)->owned;
}

static void
desktop_begin (Desktop *desktop)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_called };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface, NULL);
  g_autoptr (GError) error = NULL;

  desktop->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  desktop->object =
    g_dbus_connection_register_object (desktop->bus, "/org/freedesktop/Notifications",
                                       node->interfaces[0], &vtable, desktop, NULL, &error);
  g_assert_no_error (error);
  desktop->name = g_bus_own_name_on_connection (desktop->bus, SERVICE, G_BUS_NAME_OWNER_FLAGS_NONE,
                                                on_owned, NULL, desktop, NULL);
  app_run_until (is_owned, desktop);
}

static void
desktop_end (Desktop *desktop)
{
  g_bus_unown_name (desktop->name);
  g_dbus_connection_unregister_object (desktop->bus, desktop->object);
  g_object_unref (desktop->bus);
  g_free (desktop->title);
  g_free (desktop->body);
  g_free (desktop->action);
  g_free (desktop->opened);
}

static void
press_button (Desktop *desktop)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (desktop->bus, NULL, "/org/freedesktop/Notifications", SERVICE,
                                 "ActionInvoked", g_variant_new ("(us)", 7, desktop->action),
                                 &error);
  g_assert_no_error (error);
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ((Desktop *) data)->opened = g_variant_dup_string (parameter, NULL);
}

static gboolean
is_shown (gpointer data)
{
  return ((Desktop *) data)->action != NULL;
}

static gboolean
is_opened (gpointer data)
{
  return ((Desktop *) data)->opened != NULL;
}

/* Starts the program with these orders awaited, and presses the button of what the desktop shows.
 */
static void
hear (AppFixture *f, Desktop *desktop, const char *const *orders)
{
  static const GActionEntry entries[] = {
    { .name = "open", .activate = on_open, .parameter_type = "s" }
  };
  g_autoptr (SmeContext) context = make_context (f);
  g_autoptr (GApplication) application = make_application ();
  g_autoptr (SmePaymentHerald) herald = NULL;

  desktop_begin (desktop);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, 1, desktop);
  for (guint i = 0; orders[i] != NULL; i++)
    sme_payment_herald_await (context, orders[i]);
  fake_shop_set_signed_in (f->shop, TRUE);
  herald = sme_payment_herald_new (application, context);
  app_run_until (is_shown, desktop);
  press_button (desktop);
  app_run_until (is_opened, desktop);
  g_object_run_dispose (G_OBJECT (herald));
}

static void
test_shows_one (AppFixture *f, gconstpointer data)
{
  const char *const orders[] = { "o1", "o2", NULL };
  Desktop desktop = { 0 };

  fake_shop_answer (f->shop, SME_OP_GET_ORDER, "o1",
                    SAMPLE_ORDER ("o1", "paid", "\"sign_contract\""));
  fake_shop_answer (f->shop, SME_OP_GET_ORDER, "o2",
                    SAMPLE_ORDER ("o2", "awaiting_payment", "\"pay\""));
  hear (f, &desktop, orders);
  g_assert_cmpstr (desktop.title, ==, "Payment received");
  g_assert_true (
    g_str_has_suffix (desktop.body, "is paid. The next step is to sign the contract."));
  g_assert_cmpstr (desktop.opened, ==, "onesme://sign/o1");
  desktop_end (&desktop);
}

/* One payment of several orders is told once. */
static void
test_shows_several (AppFixture *f, gconstpointer data)
{
  const char *const orders[] = { "o1", "o2", "o3", NULL };
  Desktop desktop = { 0 };

  fake_shop_answer (f->shop, SME_OP_GET_ORDER, "o1",
                    SAMPLE_ORDER ("o1", "paid", "\"sign_contract\""));
  fake_shop_answer (f->shop, SME_OP_GET_ORDER, "o2",
                    SAMPLE_ORDER ("o2", "paid", "\"sign_contract\""));
  fake_shop_answer (f->shop, SME_OP_GET_ORDER, "o3",
                    SAMPLE_ORDER ("o3", "paid", "\"sign_contract\""));
  hear (f, &desktop, orders);
  g_assert_cmpstr (desktop.body, ==, "3 orders are paid. The next step is to sign the contracts.");
  g_assert_cmpstr (desktop.opened, ==, "onesme://orders");
  desktop_end (&desktop);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  /* Nobody shows notifications here, and GLib warns of that. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  ADD ("/a33/herald/asks-at-sign-in", test_asks_at_sign_in);
  ADD ("/a33/herald/goes-on-waiting", test_goes_on_waiting);
  ADD ("/a33/herald/keeps-the-newest", test_keeps_the_newest);
  ADD ("/a33/herald/shows-a-notification", test_shows_one);
  ADD ("/a33/herald/shows-one-notification-for-several", test_shows_several);
  return g_test_run ();
}
