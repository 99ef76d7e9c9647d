/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The money of an order: what was paid, what goes back, invoices;
 * the way back from the gateway. */
#include "app/order/sme-payments-page.h"

#include "app-fixture.h"
#include "app/order/sme-payment-methods.h"
#include "app/order/sme-payment-return-page.h"
#include "app/order/sme-payment-view.h"
#include "core/sme-enums.h"
#include "core/sme-payment.h"
#include "manage-samples.h"

#include <string.h>

#define PAYMENT(id, state, method, more) \
  "{\"id\":\"" id "\",\"order_id\":\"o1\",\"order_ids\":[\"o1\"],\"state\":\"" state \
  "\",\"method\":\"" method "\",\"amount\":220000,\"received\":0," \
  "\"created_at\":\"2026-11-22T03:15:00Z\"" more "}"
#define REFUND \
  ",\"refunds\":[{\"id\":\"f1\",\"amount\":80000,\"state\":\"sent\",\"reason\":\"surplus\"," \
  "\"created_at\":\"2026-11-22T03:16:00Z\"}]"
#define INVOICE \
  "{\"id\":\"i1\",\"series\":\"1C26TOS\",\"number\":7,\"order_id\":\"o1\",\"payment_id\":\"p1\"," \
  "\"total\":220000,\"issued_at\":\"2026-11-22T03:16:00Z\"}"
#define PAID(actions, more) \
  SAMPLE_ORDER_MORE ("o1", "paid", actions, \
                     ",\"updated_at\":\"2026-11-22T03:16:00Z\",\"payments\":[" PAYMENT ( \
                       "p1", "succeeded", "vietqr", REFUND) "]" more)
#define UNPAID(id) \
  SAMPLE_ORDER_MORE (id, "awaiting_payment", "\"pay\",\"cancel\"", ",\"terms_version\":\"2026-11\"")

static SmePage *
show (AppFixture *f, const char *order, const char *invoices)
{
  SmePage *page;

  fake_shop_answer (f->shop, SME_OP_GET_ORDER, "o1", order);
  fake_shop_answer (f->shop, SME_OP_LIST_INVOICES, NULL, invoices);
  page = app_fixture_show_page (f, SME_TYPE_PAYMENTS_PAGE, "payments:o1");
  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  return page;
}

static void
test_shows_the_money (AppFixture *f, gconstpointer data)
{
  GtkWidget *page =
    GTK_WIDGET (show (f, PAID ("\"sign_contract\"", ""), SAMPLE_ITEMS (INVOICE, 1)));

  g_assert_true (app_shows (page, "Bank transfer by VietQR"));
  g_assert_true (app_shows (page, "Payment successful"));
  g_assert_true (app_shows (page, "80.000\302\240₫"));
  g_assert_true (app_shows (page, "More than was asked for had come"));
  g_assert_true (app_shows (page, "Sent back"));
  g_assert_true (app_shows (page, "Invoice 1C26TOS-00000007"));
  g_assert_null (app_find (page, GTK_TYPE_BUTTON, "_Ask for the money back…"));
  app_click (page, "Open");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open invoice:i1");
  app_assert_named (page);
}

#define WITH_PAYMENT(order_state, payment) \
  SAMPLE_ORDER_MORE ("o1", order_state, "\"pay\"", ",\"payments\":[" payment "]")
#define RECEIPT(id, amount, state) \
  "{\"id\":\"" id "\",\"amount\":" amount ",\"state\":\"" state \
  "\",\"received_at\":\"2026-11-22T03:17:00Z\"}"
#define RECEIPT_WITH_TEXT(id, amount, state, text) \
  "{\"id\":\"" id "\",\"amount\":" amount ",\"state\":\"" state \
  "\",\"received_at\":\"2026-11-22T03:17:00Z\",\"text\":\"" text "\"}"
#define WITH_RECEIPTS(state, received) \
  "{\"id\":\"p1\",\"order_id\":\"o1\",\"order_ids\":[\"o1\"],\"state\":\"" state \
  "\",\"method\":\"vietqr\",\"amount\":220000,\"received\":" received \
  ",\"created_at\":\"2026-11-22T03:15:00Z\",\"receipts\":["

/* Each with what became of it. */
static void
test_shows_what_came (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (show (
    f,
    WITH_PAYMENT (
      "paid", WITH_RECEIPTS ("succeeded", "220000") RECEIPT ("c1", "50000", "applied") "," RECEIPT (
                "c2", "171000", "excess") "," RECEIPT ("c3", "90000", "duplicate") "]}"),
    SAMPLE_ITEMS ("", 0)));

  g_assert_true (app_shows (page, "Money received"));
  g_assert_true (app_shows (page, "50.000\302\240₫"));
  g_assert_true (app_shows (page, "Counted for the payment · "));
  g_assert_true (app_shows (page, "171.000\302\240₫"));
  g_assert_true (app_shows (page, "More than was asked for; the rest goes back · "));
  g_assert_true (app_shows (page, "90.000\302\240₫"));
  g_assert_true (app_shows (page, "Paid a second time; it goes back · "));
  g_assert_false (app_shows (page, "still missing"));
  g_assert_null (app_find (page, GTK_TYPE_BUTTON, "Continue the payment"));
}

/* As the bank gave it: nothing of it is ours to read as markup. */
static void
test_shows_the_text (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (
    show (f,
          WITH_PAYMENT ("awaiting_payment",
                        WITH_RECEIPTS ("expired", "0") RECEIPT_WITH_TEXT (
                          "c1", "220000", "late", "FT26 <b>&OSMK7P2QX</b> Chuyen tien") "]}"),
          SAMPLE_ITEMS ("", 0)));

  g_assert_true (app_shows (page, "Came too late to count; it goes back · "));
  g_assert_true (app_shows (page, "Transfer text: FT26 <b>&OSMK7P2QX</b> Chuyen tien"));
}

static void
test_says_what_is_missing (AppFixture *f, gconstpointer data)
{
  GtkWidget *page =
    GTK_WIDGET (show (f,
                      WITH_PAYMENT ("awaiting_payment", WITH_RECEIPTS ("underpaid", "50000")
                                                          RECEIPT ("c1", "50000", "applied") "]}"),
                      SAMPLE_ITEMS ("", 0)));

  g_assert_true (
    app_shows (page, "50.000\302\240₫ has arrived, 170.000\302\240₫ is still missing"));
  app_assert_named (page);
  app_click (page, "Continue the payment");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open order:o1");
}

/* Of what nobody waits for any more nothing is missing, and nothing leads there. */
static void
test_replaced_goes_back (AppFixture *f, gconstpointer data)
{
  GtkWidget *page =
    GTK_WIDGET (show (f,
                      WITH_PAYMENT ("awaiting_payment", WITH_RECEIPTS ("replaced", "0")
                                                          RECEIPT ("c1", "50000", "applied") "]}"),
                      SAMPLE_ITEMS ("", 0)));

  g_assert_true (app_shows (page, "Another payment took its place; it goes back · "));
  g_assert_false (app_shows (page, "Counted for the payment"));
  g_assert_false (app_shows (page, "still missing"));
  g_assert_null (app_find (page, GTK_TYPE_BUTTON, "Continue the payment"));
}

static void
test_leads_back_to_paying (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (
    show (f, WITH_PAYMENT ("awaiting_payment", PAYMENT ("p1", "pending", "gateway", "")),
          SAMPLE_ITEMS ("", 0)));

  g_assert_false (app_shows (page, "Money received"));
  app_click (page, "Continue the payment");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open order:o1");
  /* Cancelled meanwhile: nothing is to be paid. */
  fake_shop_answer (f->shop, SME_OP_GET_ORDER, "o1",
                    WITH_PAYMENT ("cancelled", PAYMENT ("p1", "pending", "gateway", "")));
  sme_page_reload (SME_PAGE (page));
  app_run_idle ();
  g_assert_null (app_find (page, GTK_TYPE_BUTTON, "Continue the payment"));
}

static GtkWindow *
find_dialog (AppFixture *f)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

/* What was chosen and typed for a request that did not arrive stays (A82). */
static void
test_asks_again (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (
    show (f, PAID ("\"sign_contract\",\"request_refund\"", ""), SAMPLE_ITEMS (INVOICE, 1)));
  GtkWindow *first;
  GtkWidget *entry;

  fake_shop_refuse (f->shop, SME_OP_REQUEST_REFUND, SME_PROBLEM_UNREACHABLE);
  app_click (page, "_Ask for the money back…");
  entry = app_find (GTK_WIDGET (find_dialog (f)), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Đặt nhầm gói");
  first = find_dialog (f);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (first), "ask");
  gtk_window_destroy (first);
  app_run_idle ();
  g_assert_nonnull (find_dialog (f));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_dialog (f))),
                            "No connection to the server"));
  entry = app_find (GTK_WIDGET (find_dialog (f)), GTK_TYPE_ENTRY, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Đặt nhầm gói");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog (f)), "keep");
  app_run_idle ();
}

static void
test_asks_the_money_back (AppFixture *f, gconstpointer data)
{
  GtkWidget *page =
    GTK_WIDGET (show (f,
                      PAID ("\"sign_contract\",\"request_refund\"",
                            ",\"refund_grounds\":[\"changed_mind\",\"wrong_information\"]"),
                      SAMPLE_ITEMS (INVOICE, 1)));

  fake_shop_answer (f->shop, SME_OP_REQUEST_REFUND, "o1",
                    "{\"id\":\"r1\",\"ground\":\"changed_mind\",\"state\":\"granted\"}");
  app_click (page, "_Ask for the money back…");
  g_assert_nonnull (find_dialog (f));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog (f)), "ask");
  app_run_idle ();
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_REQUEST_REFUND), ==, 1);
  g_assert_cmpint (
    sme_record_get_int (fake_shop_get_body (f->shop, SME_OP_REQUEST_REFUND), "ground"), ==,
    SME_GROUND_CHANGED_MIND);
}

/* The grounds are the server's; where there is one, nothing is to be chosen (A46). */
static void
test_of_a_refused_certificate (AppFixture *f, gconstpointer data)
{
  GtkWidget *page =
    GTK_WIDGET (show (f,
                      PAID ("\"activate\",\"request_refund\"",
                            ",\"refund_grounds\":[\"certificate_refused\"],\"case_number\":"
                            "\"482913\""),
                      SAMPLE_ITEMS (INVOICE, 1)));

  g_assert_true (app_shows (page, "Case 482 913. Tell this number when you call the hotline"));
  fake_shop_answer (f->shop, SME_OP_REQUEST_REFUND, "o1",
                    "{\"id\":\"r1\",\"ground\":\"certificate_refused\",\"state\":\"asked\"}");
  app_click (page, "_Ask for the money back…");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_dialog (f))),
                            "the certificate is refused through no fault of yours"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog (f)), "ask");
  app_run_idle ();
  g_assert_cmpint (
    sme_record_get_int (fake_shop_get_body (f->shop, SME_OP_REQUEST_REFUND), "ground"), ==,
    SME_GROUND_CERTIFICATE_REFUSED);
}

static void
test_says_where_a_request_stands (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (
    show (f,
          PAID ("\"contact_support\"",
                ",\"refund_request\":{\"id\":\"r1\",\"ground\":\"wrong_information\",\"state\":"
                "\"refused\",\"note\":\"Giá đúng\",\"created_at\":\"2026-11-22T03:16:00Z\"}"),
          SAMPLE_ITEMS ("", 0)));

  g_assert_true (app_shows (page, "found no ground"));
  g_assert_true (app_shows (page, "Giá đúng"));
  /* Nobody is left alone with a refusal. */
  app_assert_named (page);
  app_click (page, "Contact support");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open support:o1");
}

#define ASKED(state) \
  PAID ("\"sign_contract\"", \
        ",\"refund_request\":{\"id\":\"r1\",\"ground\":\"wrong_information\"," \
        "\"state\":\"" state "\",\"created_at\":\"2026-11-22T03:16:00Z\"}")

/* With the local backend the support's decision is a button; with another one it is not there. */
static void
test_operator_decides (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (show (f, ASKED ("asked"), SAMPLE_ITEMS ("", 0)));

  g_assert_true (app_shows (page, "The support is looking into it"));
  g_assert_null (app_find (page, GTK_TYPE_BUTTON, "Refuse the request"));
  sme_context_set_local_tools (f->context, (SmeLocalTools *) f->shop);
  sme_page_reload (SME_PAGE (page));
  app_run_until_state (SME_PAGE (page), SME_PAGE_CONTENT);
  app_run_idle ();
  app_assert_named (page);
  fake_shop_refuse (f->shop, SME_OP_LOCAL_DECIDE_REFUND, SME_PROBLEM_UNREACHABLE);
  app_click (page, "Refuse the request");
  app_run_idle ();
  g_assert_true (app_shows (page, "No connection to the server"));
  fake_shop_answer (f->shop, SME_OP_LOCAL_DECIDE_REFUND, "r1",
                    "{\"id\":\"r1\",\"ground\":\"wrong_information\",\"state\":\"refused\"}");
  fake_shop_answer (f->shop, SME_OP_GET_ORDER, "o1", ASKED ("refused"));
  app_click (page, "Refuse the request");
  app_run_idle ();
  g_assert_cmpstr (
    sme_record_get_nick (fake_shop_get_body (f->shop, SME_OP_LOCAL_DECIDE_REFUND), "outcome"), ==,
    "unchanged");
  g_assert_true (app_shows (page, "found no ground"));
  /* The order itself goes on. */
  app_click (page, "Complete the contract");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open sign:o1");
  sme_context_set_local_tools (f->context, NULL);
}

static void
test_cancels (AppFixture *f, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (show (f, UNPAID ("o1"), SAMPLE_ITEMS ("", 0)));

  fake_shop_answer (f->shop, SME_OP_CANCEL_ORDER, "o1", SAMPLE_ORDER ("o1", "cancelled", ""));
  g_assert_true (app_shows (page, "Nothing has been paid for this order yet."));
  app_click (page, "_Cancel the order…");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog (f)), "keep");
  app_run_idle ();
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_CANCEL_ORDER), ==, 0);
  app_click (page, "_Cancel the order…");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog (f)), "cancel-order");
  app_run_idle ();
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_CANCEL_ORDER), ==, 1);
}

static void
test_return_leads_to_the_order (AppFixture *f, gconstpointer data)
{
  fake_shop_answer (f->shop, SME_OP_GET_PAYMENT, "p1", PAYMENT ("p1", "pending", "gateway", ""));
  app_fixture_show_page (f, SME_TYPE_PAYMENT_RETURN_PAGE, "payment-return:p1");
  app_run_idle ();
  g_assert_cmpstr (app_fixture_last_action (f), ==, "replace order:o1");
}

static SmePayment *
make_payment (SmePaymentState state, int failure)
{
  SmePayment *payment = sme_payment_new ();
  SmeRecord *record = SME_RECORD (payment);

  sme_record_set_text (record, "id", "p1");
  sme_record_set_int (record, "state", state);
  sme_record_set_int (record, "method", SME_METHOD_GATEWAY);
  sme_record_set_int (record, "amount", 220000);
  if (state == SME_PAYMENT_PENDING)
    sme_record_set_text (record, "redirect_url", "http://127.0.0.1:9/pay");
  if (failure >= 0)
    sme_record_set_int (record, "failure", failure);
  return payment;
}

/* Each state has its words and its next step, and nothing is offered while the bank is asked. */
static void
test_gateway_states (AppFixture *f, gconstpointer data)
{
  static const struct
  {
    SmePaymentState state;
    int failure;
    const char *words;
    const char *button;
  } states[] = {
    { SME_PAYMENT_PENDING, -1, "opened in your browser", "Open the payment page again" },
    { SME_PAYMENT_CHECKING, -1, "need not pay again", NULL },
    { SME_PAYMENT_FAILED, SME_FAILURE_NO_FUNDS, "not enough money", "Pay again" },
    { SME_PAYMENT_FAILED, SME_FAILURE_OTHER, "1800 1260 (free) before you pay again", "Pay again" },
    { SME_PAYMENT_FAILED, -1, "1800 1260 (free) before you pay again", "Pay again" },
    { SME_PAYMENT_EXPIRED, -1, "If you already paid, wait", "Pay again" },
    { SME_PAYMENT_EXPIRED, SME_FAILURE_NOT_BEGUN, "knows of no payment", "Pay again" },
    { SME_PAYMENT_REPLACED, -1, "taken the place", "Pay again" },
  };
  GtkWidget *view = sme_payment_view_new (f->context);

  app_fixture_show (f, view, 400, 600);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (SmePayment) payment = make_payment (states[i].state, states[i].failure);

      sme_payment_view_check (SME_PAYMENT_VIEW (view), payment);
      g_assert_true (app_shows (view, "Checking with the bank…"));
      g_assert_null (app_find (view, GTK_TYPE_BUTTON, NULL));
      sme_payment_view_set_payment (SME_PAYMENT_VIEW (view), payment);
      g_assert_true (app_shows (view, states[i].words));
      g_assert_true (app_shows (view, "Call 1800 1260 (free)") ==
                     (strstr (states[i].words, "1800 1260") != NULL));
      g_assert_cmpint (app_find (view, GTK_TYPE_BUTTON, NULL) != NULL, ==,
                       states[i].button != NULL);
      g_assert_cmpint (app_find (view, GTK_TYPE_BUTTON, "Pay in another way") != NULL, ==,
                       states[i].state == SME_PAYMENT_PENDING);
      if (states[i].button != NULL)
        g_assert_nonnull (app_find (view, GTK_TYPE_BUTTON, states[i].button));
    }
}

static void
test_methods (AppFixture *f, gconstpointer data)
{
  GtkWidget *methods = sme_payment_methods_new (220000);

  app_fixture_show (f, methods, 400, 300);
  g_assert_cmpint (sme_payment_methods_get (SME_PAYMENT_METHODS (methods)), ==, SME_METHOD_VIETQR);
  sme_payment_methods_set (SME_PAYMENT_METHODS (methods), SME_METHOD_GATEWAY);
  g_assert_cmpint (sme_payment_methods_get (SME_PAYMENT_METHODS (methods)), ==, SME_METHOD_GATEWAY);
  g_assert_true (app_shows (methods, "Card or bank account"));
  app_assert_named (methods);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  ADD ("/a33/payments/shows-the-money", test_shows_the_money);
  ADD ("/a33/payments/shows-what-came", test_shows_what_came);
  ADD ("/a33/payments/shows-the-text-of-a-transfer", test_shows_the_text);
  ADD ("/a33/payments/says-what-is-missing", test_says_what_is_missing);
  ADD ("/a33/payments/what-was-replaced-goes-back", test_replaced_goes_back);
  ADD ("/a33/payments/leads-back-to-paying", test_leads_back_to_paying);
  ADD ("/a33/payments/asks-the-money-back", test_asks_the_money_back);
  ADD ("/a82/a-request-that-failed-keeps-its-words", test_asks_again);
  ADD ("/a46/payments/of-a-refused-certificate", test_of_a_refused_certificate);
  ADD ("/a33/payments/says-where-a-request-stands", test_says_where_a_request_stands);
  ADD ("/a33/payments/the-operator-decides-a-request", test_operator_decides);
  ADD ("/a33/payments/cancels-an-unpaid-order", test_cancels);
  ADD ("/a32/payments/return-leads-to-the-order", test_return_leads_to_the_order);
  ADD ("/a33/payments/each-state-of-the-gateway", test_gateway_states);
  ADD ("/a32/payments/both-methods", test_methods);
  return g_test_run ();
}
