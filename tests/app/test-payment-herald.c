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
  return g_test_run ();
}
