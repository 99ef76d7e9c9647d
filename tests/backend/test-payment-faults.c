/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backend dies as in a power cut between any two steps of paying, for each step of both
 * methods; the client dies too, or goes on with what it knows. Whoever comes back pays on as the
 * program does, the bank repeats what nobody acknowledged, and then the books are read. */
#include "fault-fixture.h"
#include "listener.h"
#include "payment-fixture.h"

#include <string.h>

#define MAX_ROUNDS 12
#define PATIENCE (20 * G_USEC_PER_SEC)

/* The steps of a method, by the names of their operations. */
static const char *const transfer_steps[] = { "create_payment", "get_payment", "get_order",
                                              "local_transfer", NULL };
static const char *const gateway_steps[] = {
  "create_payment",     "get_payment",          "get_order",
  "local_gateway_page", "local_gateway_submit", "gateway_notice",
  "gateway_return",     "gateway_told",         NULL
};
static guint n_tried, n_losses;

typedef struct
{
  Fixture *fixture;
  char *token;
  char *order;
  char *key;
  gboolean by_gateway;
  char *scanned; /* by the payer: what the bank goes on telling until it is acknowledged */
  const char *die_after;
  gboolean died;
} Try;

static void
forget (Try *self)
{
  g_free (self->key);
  self->key = g_uuid_string_random ();
  g_free (self->token);
  self->token = fixture_sign_in (self->fixture, "an@vidu.vn");
}

static gboolean
dies_after (Try *self, const char *step)
{
  if (self->died || g_strcmp0 (self->die_after, step) != 0)
    return FALSE;
  self->died = TRUE;
  return TRUE;
}

/* NULL when the backend died; or when the client does, right after the answer came. */
static Answer *
ask (Try *self, const char *step, const Request *request)
{
  g_autoptr (Answer) answer = fixture_try_send (self->fixture, request, NULL);

  return answer != NULL && dies_after (self, step) ? NULL : g_steal_pointer (&answer);
}

static Answer *
get (Try *self, const char *step, const char *folder, const char *id)
{
  g_autofree char *path = g_strconcat (folder, id, NULL);
  Request request = { "GET", path, .token = self->token };

  return ask (self, step, &request);
}

static Answer *
begin_payment (Try *self)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/payments", self->order);
  Request request = { "POST", path, self->by_gateway ? GATEWAY_BODY : VIETQR_BODY, self->token,
                      self->key };

  return ask (self, "create_payment", &request);
}

/* What the bank does until somebody says that it is booked. */
static gboolean
tell_transfer (Try *self)
{
  g_autofree char *body =
    g_strdup_printf ("{\"payload\":\"%s\",\"amount\":%d}", self->scanned, PRICE);
  Request request = { "POST", "/local/bank/transfers", body, LOCAL_TOKEN, NULL };
  g_autoptr (Answer) answer = ask (self, "local_transfer", &request);

  if (answer != NULL)
    g_clear_pointer (&self->scanned, g_free);
  return answer != NULL;
}

static gboolean
transfer (Try *self, const char *payload)
{
  /* A person pays once and waits; it is the bank that repeats. */
  if (self->scanned == NULL)
    self->scanned = g_strdup (payload);
  return tell_transfer (self);
}

static gboolean
pay_in_browser (Try *self, const char *url)
{
  g_autoptr (Browser) browser = browser_new ("vi");

  if (!browser_try_open (browser, url) || dies_after (self, "local_gateway_page"))
    return FALSE;
  /* It ended before: nothing to press any more. */
  return strstr (browser->page, "name=\"csrf\"") == NULL ||
         (browser_try_press (browser, "00") && !dies_after (self, "local_gateway_submit"));
}

/* Waits for the notice; FALSE when the backend is gone. */
static gboolean
await_notice (Try *self)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;
  g_autoptr (Listener) listener = listener_new (self->fixture, self->token);

  while (listener != NULL && g_get_monotonic_time () < deadline)
    {
      g_autoptr (Answer) order = get (self, "get_order", "/v1/orders/", self->order);

      if (order == NULL)
        return FALSE;
      if (g_str_equal (answer_text (order, "state"), "paid"))
        return TRUE;
      if (!listener_wait (listener))
        return FALSE;
    }
  return FALSE;
}

static gboolean
pay (Try *self, Answer *payment)
{
  JsonObject *object = json_node_get_object (payment->json);

  if (self->by_gateway)
    return !json_object_has_member (object, "redirect_url") ||
           (pay_in_browser (self, answer_text (payment, "redirect_url")) && await_notice (self));
  return transfer (self, answer_text (payment, "vietqr.payload"));
}

/* The program: looks at the order, then at its payment, and begins one only when there is none. */
static gboolean
go_on (Try *self, gboolean *done)
{
  g_autoptr (Answer) order = get (self, "get_order", "/v1/orders/", self->order);
  g_autoptr (Answer) begun = NULL, payment = NULL;

  if (order == NULL)
    return FALSE;
  *done = g_str_equal (answer_text (order, "state"), "paid");
  if (*done)
    return TRUE;
  begun = begin_payment (self);
  if (begun == NULL)
    return FALSE;
  g_assert_true (begun->status == 200 || begun->status == 201);
  payment = get (self, "get_payment", "/v1/payments/", answer_text (begun, "id"));
  return payment != NULL && pay (self, payment);
}

#define OF_ORDER \
  " WHERE payment_id IN (SELECT payment_id FROM payment_order WHERE order_id = :order)"

/* Paid once, everything else is on its way back, and what comes with it is there once. */
static gboolean
are_books_right (Try *self)
{
  static const struct
  {
    const char *what;
    const char *sql;
    gint64 wanted;
  } entries[] = {
    { "paid orders", "SELECT COUNT (*) AS n FROM orders WHERE id = :order AND state = 'paid'", 1 },
    { "payments that succeeded",
      "SELECT COUNT (*) AS n FROM payment p JOIN payment_order o ON o.payment_id = p.id WHERE"
      " o.order_id = :order AND p.state = 'succeeded'",
      1 },
    { "payments still open",
      "SELECT COUNT (*) AS n FROM payment p JOIN payment_order o ON o.payment_id = p.id WHERE"
      " o.order_id = :order AND p.state IN ('pending', 'underpaid', 'checking')",
      0 },
    { "money kept",
      "SELECT SUM (p.received) AS n FROM payment p JOIN payment_order o ON o.payment_id = p.id"
      " WHERE o.order_id = :order",
      PRICE },
    { "receipts less refunds",
      "SELECT (SELECT COALESCE (SUM (amount), 0) FROM receipt" OF_ORDER
      ") - (SELECT COALESCE (SUM (amount), 0) FROM refund" OF_ORDER ") AS n",
      PRICE },
    { "subscriptions", "SELECT COUNT (*) AS n FROM subscription WHERE order_id = :order", 1 },
    { "invoices", "SELECT COUNT (*) AS n FROM invoice WHERE order_id = :order", 1 },
    { "contracts", "SELECT COUNT (*) AS n FROM dossier WHERE order_id = :order", 1 },
    { "times paid",
      "SELECT COUNT (*) AS n FROM audit WHERE scope = 'order:' || :order AND event = 'order.pay'",
      1 },
  };
  g_autoptr (SmeDb) db = fault_open_books (self->fixture);
  gboolean right = fault_is_chain_whole (db, self->order);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      gint64 found = fault_read_number (db, entries[i].sql, self->order);

      if (found != entries[i].wanted)
        g_test_message ("%s: %" G_GINT64_FORMAT, entries[i].what, found);
      right = right && found == entries[i].wanted;
    }
  return right;
}

static void
come_back (Try *self, Client client)
{
  if (client != CLIENT_DIES_ALONE)
    fault_restart (self->fixture, NULL);
  if (client != CLIENT_GOES_ON)
    forget (self);
}

static void
try_once (Paying *paying, gboolean by_gateway, const char *step, const char *moment, Client client)
{
  g_autofree char *fault = g_strconcat (step, ".", moment, NULL);
  Try try = { .fixture = paying->fixture,
              .token = g_strdup (paying->token),
              .key = g_uuid_string_random (),
              .by_gateway = by_gateway,
              .die_after = client == CLIENT_DIES_ALONE ? step : NULL };
  gboolean done = FALSE;
  guint rounds;

  try.order = paying_add_order (paying);
  if (client != CLIENT_DIES_ALONE)
    fault_restart (paying->fixture, fault);
  for (rounds = 0; !done && rounds < MAX_ROUNDS; rounds++)
    if (!go_on (&try, &done))
      come_back (&try, client);
  if (paying->fixture->option[0] != NULL)
    fault_restart (paying->fixture, NULL);
  /* What nobody acknowledged the bank says again, also of an order that is paid. */
  if (try.scanned != NULL)
    g_assert_true (tell_transfer (&try));
  n_tried++;
  if (!done || !are_books_right (&try))
    {
      n_losses++;
      g_test_message ("LOST: %s, client %d", fault, client);
    }
  g_free (paying->token);
  paying->token = try.token;
  g_free (try.order);
  g_free (try.key);
}

static void
try_all (gboolean by_gateway, const char *const *steps)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  guint before_tried = n_tried, before_losses = n_losses, n_steps = g_strv_length ((GStrv) steps);

  for (guint i = 0; i < n_steps; i++)
    {
      for (guint k = 0; k < FAULT_N_MOMENTS; k++)
        for (Client client = CLIENT_GOES_ON; client <= CLIENT_DIES_TOO; client++)
          try_once (paying, by_gateway, steps[i], fault_moments[k], client);
      try_once (paying, by_gateway, steps[i], "after", CLIENT_DIES_ALONE);
    }
  g_print ("# %s: %u steps x %u faults = %u tried, losses %u\n", by_gateway ? "gateway" : "VietQR",
           n_steps, 2 * FAULT_N_MOMENTS + 1, n_tried - before_tried, n_losses - before_losses);
  g_assert_cmpuint (n_losses, ==, before_losses);
}

static void
test_transfer (void)
{
  try_all (FALSE, transfer_steps);
}

static void
test_gateway (void)
{
  try_all (TRUE, gateway_steps);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a33/faults/vietqr", test_transfer);
  g_test_add_func ("/a33/faults/gateway", test_gateway);
  return g_test_run ();
}
