/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/order/sme-payment-view.h"

#include "app-fixture.h"
#include "app/order/sme-qr-code.h"
#include "core/sme-enums.h"
#include "core/sme-vietqr-details.h"

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

static SmePayment *
make_transfer (void)
{
  SmePayment *payment = make_payment ();
  SmeRecord *record = SME_RECORD (payment);
  g_autoptr (SmeRecord) vietqr = SME_RECORD (sme_vietqr_details_new ());

  sme_record_set_nick (record, "method", "vietqr");
  sme_record_unset (record, "redirect_url");
  sme_record_set_text (vietqr, "payload", "00020101");
  sme_record_set_text (vietqr, "reference", "OSM12726");
  sme_record_set_text (vietqr, "account", "0123456789");
  sme_record_set_text (vietqr, "bank_name", "VietinBank");
  sme_record_set_text (vietqr, "account_name", "CONG TY BIEN XANH");
  sme_record_set_object (record, "vietqr", vietqr);
  return payment;
}

typedef struct
{
  GtkWidget *view;
  const char *text;
} Wanted;

static gboolean
shows (gpointer data)
{
  Wanted *wanted = data;

  return app_shows (wanted->view, wanted->text);
}

static void
search (GtkWidget *view, const char *query, const char *shown)
{
  Wanted wanted = { view, shown };
  GtkWidget *entry = app_find (view, GTK_TYPE_SEARCH_ENTRY, NULL);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), query);
  app_run_until (shows, &wanted);
}

/* Below the code, opened in place, searched without diacritics. */
static void
test_banks (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmePayment) payment = make_transfer ();
  GtkWidget *view = sme_payment_view_new (f->context);
  GtkWidget *toggle, *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  sme_payment_view_set_payment (SME_PAYMENT_VIEW (view), payment);
  app_fixture_show (f, scrolled, 360, 640);
  g_assert_null (app_find (view, GTK_TYPE_SEARCH_ENTRY, NULL));
  toggle = app_find (view, GTK_TYPE_TOGGLE_BUTTON, NULL);
  g_assert_nonnull (toggle);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  app_run_idle ();
  app_assert_named (view);
  g_assert_true (app_shows (view, "Vietcombank"));
  /* Of these one can only receive. */
  g_assert_false (app_shows (view, "HSBC"));
  search (view, "ngoai thuong", "1 bank or wallet");
  g_assert_true (app_shows (view, "Vietcombank"));
  g_assert_false (app_shows (view, "Techcombank"));
  search (view, "tcb", "Techcombank");
  search (view, "hsbc", "No bank or wallet of this name");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), FALSE);
  g_assert_null (app_find (view, GTK_TYPE_SEARCH_ENTRY, NULL));
}

static void
on_text (GObject *source, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_read (gpointer text)
{
  return *(char **) text != NULL;
}

/* The button with @name, by what it says to those who point at it. */
static GtkWidget *
find_button (GtkWidget *widget, const char *name)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_copies (GtkWidget *view, const char *name, const char *expected)
{
  g_autofree char *text = NULL;

  g_signal_emit_by_name (find_button (view, name), "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (view), NULL, on_text, &text);
  app_run_until (is_read, &text);
  g_assert_cmpstr (text, ==, expected);
}

/* What a transfer by hand needs is there to read and to copy, with the account's holder. */
static void
test_details (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmePayment) payment = make_transfer ();
  GtkWidget *view = sme_payment_view_new (f->context);

  sme_payment_view_set_payment (SME_PAYMENT_VIEW (view), payment);
  app_fixture_show (f, view, 640, 720);
  app_assert_named (view);
  g_assert_true (app_shows (view, "VietinBank"));
  g_assert_true (app_shows (view, "CONG TY BIEN XANH"));
  assert_copies (view, "Copy the account holder", "CONG TY BIEN XANH");
  assert_copies (view, "Copy the account number", "0123456789");
  assert_copies (view, "Copy the amount", "220000");
  assert_copies (view, "Copy the transfer text", "OSM12726");
  sme_record_set_int (SME_RECORD (payment), "received", 50000);
  assert_copies (view, "Copy the amount", "170000");
}

/* The sum and the code come first: they are in sight in a window that is not high, and where the
 * keyboard begins does not scroll them away. */
static void
test_top (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmePayment) payment = make_transfer ();
  GtkWidget *view = sme_payment_view_new (f->context), *scroller = gtk_scrolled_window_new ();
  GtkWidget *code;
  graphene_rect_t bounds;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  sme_payment_view_set_payment (SME_PAYMENT_VIEW (view), payment);
  app_fixture_show (f, scroller, 600, 480);
  g_assert_true (app_shows (view, "220.000\302\240₫"));
  code = app_find (view, SME_TYPE_QR_CODE, NULL);
  gtk_root_set_focus (GTK_ROOT (f->window), NULL);
  gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_has_focus (code));
  app_run_idle ();
  g_assert_true (gtk_widget_compute_bounds (code, scroller, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 480);
  g_assert_cmpfloat (
    gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))),
    ==, 0);
}

/* By card there is no code to read. */
static void
test_no_banks (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmePayment) payment = make_payment ();
  GtkWidget *view = sme_payment_view_new (f->context);

  sme_payment_view_set_payment (SME_PAYMENT_VIEW (view), payment);
  app_fixture_show (f, view, 640, 720);
  g_assert_null (app_find (view, GTK_TYPE_TOGGLE_BUTTON, NULL));
}

/* The heading says that part has come, the line below it how much, and how much has not. */
static void
test_sums (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmePayment) payment = make_transfer ();
  SmeRecord *record = SME_RECORD (payment);
  GtkWidget *view = sme_payment_view_new (f->context);

  sme_payment_view_set_payment (SME_PAYMENT_VIEW (view), payment);
  app_fixture_show (f, view, 640, 720);
  g_assert_false (app_shows (view, "still missing"));
  sme_record_set_int (record, "received", 50000);
  sme_record_set_nick (record, "state", "underpaid");
  g_assert_true (app_shows (view, "Part of the amount has arrived. The code now shows the rest."));
  g_assert_true (
    app_shows (view, "50.000\302\240₫ has arrived, 170.000\302\240₫ is still missing"));
  sme_record_set_int (record, "received", 120000);
  g_assert_true (
    app_shows (view, "120.000\302\240₫ has arrived, 100.000\302\240₫ is still missing"));
  sme_payment_view_check (SME_PAYMENT_VIEW (view), payment);
  g_assert_false (app_shows (view, "still missing"));
  sme_payment_view_set_payment (SME_PAYMENT_VIEW (view), payment);
  sme_record_set_int (record, "received", 220000);
  sme_record_set_nick (record, "state", "succeeded");
  g_assert_false (app_shows (view, "still missing"));
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add ("/a32/time-left-is-the-servers", AppFixture, NULL, app_fixture_set_up, test_countdown,
              app_fixture_tear_down);
  g_test_add ("/a32/no-time-left", AppFixture, NULL, app_fixture_set_up, test_no_time_left,
              app_fixture_tear_down);
  g_test_add ("/a32/banks-that-read-the-code-are-listed", AppFixture, NULL, app_fixture_set_up,
              test_banks, app_fixture_tear_down);
  g_test_add ("/a32/what-a-transfer-needs-is-copied", AppFixture, NULL, app_fixture_set_up,
              test_details, app_fixture_tear_down);
  g_test_add ("/a32/sum-and-code-come-first", AppFixture, NULL, app_fixture_set_up, test_top,
              app_fixture_tear_down);
  g_test_add ("/a32/no-banks-beside-a-card", AppFixture, NULL, app_fixture_set_up, test_no_banks,
              app_fixture_tear_down);
  g_test_add ("/a33/what-came-and-what-is-missing-is-said", AppFixture, NULL, app_fixture_set_up,
              test_sums, app_fixture_tear_down);
  return g_test_run ();
}
