/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/order/sme-payment-view.h"

#include "app-fixture.h"
#include "core/sme-enums.h"

#define SERVER_TIME G_GINT64_CONSTANT (4000000000000) /* far from any clock here */
#define MINUTE_MS 60000

static SmePayment *
make_payment (void)
{
  SmePayment *payment = sme_payment_new ();
  SmeRecord *record = SME_RECORD (payment);

  sme_record_set_text (record, "id", "p-1");
  sme_record_set_nick (record, "state", "pending");
  sme_record_set_nick (record, "method", "gateway");
  sme_record_set_int (record, "amount", 220000);
  sme_record_set_int (record, "server_time", SERVER_TIME);
  sme_record_set_int (record, "expires_at", SERVER_TIME + 15 * MINUTE_MS);
  sme_record_set_text (record, "redirect_url", "https://pay.example/1");
  return payment;
}

static gboolean
counts_fifteen (GtkWidget *view)
{
  /* A slow machine may take the first second to draw. */
  return app_shows (view, "15:00") || app_shows (view, "14:5");
}

/* Whatever this computer's clock says; each answer of the server begins anew. */
static void
test_countdown (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmePayment) payment = make_payment ();
  GtkWidget *view = sme_payment_view_new (f->context);

  sme_payment_view_set_payment (SME_PAYMENT_VIEW (view), payment);
  app_fixture_show (f, view, 640, 720);
  g_assert_true (counts_fifteen (view));
  sme_record_set_int (SME_RECORD (payment), "server_time", SERVER_TIME + 10 * MINUTE_MS);
  g_assert_true (app_shows (view, "5:00") || app_shows (view, "4:5"));
  g_assert_false (counts_fifteen (view));
}

/* Over by the server's time, although its state is not told yet. */
static void
test_no_time_left (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmePayment) payment = make_payment ();
  GtkWidget *view = sme_payment_view_new (f->context);

  sme_record_set_int (SME_RECORD (payment), "server_time", SERVER_TIME + 16 * MINUTE_MS);
  sme_payment_view_set_payment (SME_PAYMENT_VIEW (view), payment);
  app_fixture_show (f, view, 640, 720);
  g_assert_false (app_shows (view, "valid for another"));
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add ("/a32/time-left-is-the-servers", AppFixture, NULL, app_fixture_set_up, test_countdown,
              app_fixture_tear_down);
  g_test_add ("/a32/no-time-left", AppFixture, NULL, app_fixture_set_up, test_no_time_left,
              app_fixture_tear_down);
  return g_test_run ();
}
