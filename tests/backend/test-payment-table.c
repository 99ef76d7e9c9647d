/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A payment as a table: every event in every state, by both methods, and notices in every order.
 * The table here is written down once more, apart from the backend's. */
#include "payment-fixture.h"

#include "backend/flow/sme-flow.h"
#include "core/sme-enums.h"

#include <string.h>

#define ALLOWED(from, event, to) \
  { \
    from, event, to \
  }

typedef struct
{
  const char *from;
  const char *event;
  const char *to;
} Row;

/* All that may ever happen to a payment; what is not here must be refused. */
static const Row rows[] = {
  ALLOWED ("pending", "receive-part", "underpaid"),
  ALLOWED ("underpaid", "receive-part", "underpaid"),
  ALLOWED ("expired", "receive-part", "underpaid"),
  ALLOWED ("replaced", "receive-part", "underpaid"),
  ALLOWED ("failed", "receive-part", "underpaid"),
  ALLOWED ("checking", "receive-part", "underpaid"),
  ALLOWED ("pending", "receive-all", "succeeded"),
  ALLOWED ("underpaid", "receive-all", "succeeded"),
  ALLOWED ("expired", "receive-all", "succeeded"),
  ALLOWED ("replaced", "receive-all", "succeeded"),
  ALLOWED ("failed", "receive-all", "succeeded"),
  ALLOWED ("checking", "receive-all", "succeeded"),
  ALLOWED ("pending", "expire", "expired"),
  ALLOWED ("pending", "replace", "replaced"),
  ALLOWED ("underpaid", "replace", "replaced"),
  ALLOWED ("expired", "replace", "replaced"),
  ALLOWED ("checking", "replace", "replaced"),
  ALLOWED ("pending", "fail", "failed"),
  ALLOWED ("checking", "fail", "failed"),
  ALLOWED ("pending", "suspect", "checking"),
  ALLOWED ("expired", "suspect", "checking"),
  ALLOWED ("failed", "suspect", "checking"),
  ALLOWED ("replaced", "suspect", "checking"),
};

static const char *const events[] = { "receive-part", "receive-all", "expire",
                                      "replace",      "fail",        "suspect" };

static const char *
find_row (const char *from, const char *event)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].from, from) && g_str_equal (rows[i].event, event))
      return rows[i].to;
  return NULL;
}

static void
test_table_is_this_one (void)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (SME_TYPE_PAYMENT_STATE);
  guint n, n_payments = 0;
  const SmeTransition *table = sme_flow_get_table (&n);

  for (guint i = 0; i < states->n_values; i++)
    for (guint k = 0; k < G_N_ELEMENTS (events); k++)
      {
        const char *from = states->values[i].value_nick;
        const SmeTransition *found = sme_flow_find (SME_MACHINE_PAYMENT, from, events[k]);

        g_assert_cmpstr (found != NULL ? found->to : NULL, ==, find_row (from, events[k]));
      }
  for (guint i = 0; i < n; i++)
    n_payments += table[i].machine == SME_MACHINE_PAYMENT ? 1 : 0;
  g_assert_cmpuint (n_payments, ==, G_N_ELEMENTS (rows));
}

/* Brings a payment into a state by what leads there in life. */
static void
lead_to (Paying *paying, const char *state)
{
  gboolean by_gateway = paying->url != NULL;
  g_autoptr (GHashTable) params = by_gateway ? gateway_new_result (paying, "24", "0") : NULL;
  g_autofree char *told = NULL;
  g_autoptr (Answer) answer = NULL;

  if (g_str_equal (state, "failed"))
    told = gateway_tell (paying, params);
  else if (g_str_equal (state, "checking"))
    {
      g_autofree char *number = g_strconcat ("n", paying->payment, NULL);

      gateway_set (params, "vnp_ResponseCode", "07");
      gateway_set (params, "vnp_TransactionNo", number);
      told = gateway_tell (paying, params);
    }
  else if (g_str_equal (state, "underpaid"))
    answer = paying_transfer (paying, paying->payload, 1000);
  else if (g_str_equal (state, "replaced"))
    answer = paying_ask (paying, by_gateway ? VIETQR_BODY : GATEWAY_BODY);
  else if (g_str_equal (state, "expired"))
    {
      fixture_advance (paying->fixture, 16 * 60);
      g_free (paying->token);
      paying->token = fixture_sign_in (paying->fixture, "an@vidu.vn");
      paying_await_payment (paying, "expired");
    }
  else if (g_str_equal (state, "succeeded") && by_gateway)
    {
      gateway_set (params, "vnp_ResponseCode", "00");
      gateway_set (params, "vnp_TransactionStatus", "00");
      gateway_set (params, "vnp_TransactionNo", paying->order);
      told = gateway_tell (paying, params);
    }
  else if (g_str_equal (state, "succeeded"))
    answer = paying_transfer (paying, paying->payload, PRICE);
  paying_assert_state (paying, state);
}

static gint64
sum_of (Answer *payment, const char *list)
{
  JsonObject *object = json_node_get_object (payment->json);
  JsonArray *array =
    json_object_has_member (object, list) ? json_object_get_array_member (object, list) : NULL;
  gint64 sum = 0;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    sum += json_object_get_int_member (json_array_get_object_element (array, i), "amount");
  return sum;
}

/* Whatever happened: the order is paid if and only if one payment succeeded, and the money that is
 * kept is its price. */
static void
assert_sound (Paying *paying)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s", paying->order);
  g_autoptr (Answer) order = fixture_call (paying->fixture, "GET", path, paying->token, NULL);
  JsonArray *payments =
    json_object_get_array_member (json_node_get_object (order->json), "payments");
  g_autofree char *own = g_strdup (paying->payment);
  guint succeeded = 0;
  gint64 kept = 0, parts = 0;

  for (guint i = 0; i < json_array_get_length (payments); i++)
    {
      JsonObject *payment = json_array_get_object_element (payments, i);
      const char *state = json_object_get_string_member (payment, "state");
      g_autoptr (Answer) found = NULL;

      g_free (paying->payment);
      paying->payment = g_strdup (json_object_get_string_member (payment, "id"));
      found = paying_get (paying);
      g_assert_cmpint (answer_int (found, "received"), ==,
                       sum_of (found, "receipts") - sum_of (found, "refunds"));
      if (g_str_equal (state, "succeeded"))
        {
          succeeded++;
          kept += answer_int (found, "received");
        }
      else
        parts += answer_int (found, "received");
      if (!g_str_equal (state, "underpaid") && !g_str_equal (state, "succeeded"))
        g_assert_cmpint (answer_int (found, "received"), ==, 0);
    }
  g_free (paying->payment);
  paying->payment = g_steal_pointer (&own);
  g_assert_cmpuint (succeeded, <=, 1);
  g_assert_cmpint (kept, ==, succeeded * PRICE);
  g_assert_cmpint (parts, <, PRICE);
  g_assert_cmpint (g_str_equal (answer_text (order, "state"), "paid"), ==, succeeded == 1);
}

typedef struct
{
  const char *name;
  const char *code;   /* of a notice of the gateway */
  gint64 amount;      /* of a transfer */
  const char *event;  /* what it is in the table */
  const char *action; /* something the customer does: ask, cancel, edit */
} Happening;

static const Happening transfers[] = {
  { "the amount", NULL, PRICE, "receive-all", NULL },
  { "a part", NULL, 5000, "receive-part", NULL },
  { "too much", NULL, PRICE + 7000, "receive-all", NULL },
  { "the same method again", NULL, 0, NULL, "vietqr" },
  { "another method", NULL, 0, "replace", "gateway" },
  { "edited", NULL, 0, "replace", "edit" },
  { "cancelled", NULL, 0, "replace", "cancel" },
};

static const Happening notices[] = {
  { "paid", "00", 0, "receive-all", NULL },
  { "refused", "51", 0, "fail", NULL },
  { "suspected", "07", 0, "suspect", NULL },
  { "the same method again", NULL, 0, NULL, "gateway" },
  { "another method", NULL, 0, "replace", "vietqr" },
  { "edited", NULL, 0, "replace", "edit" },
  { "cancelled", NULL, 0, "replace", "cancel" },
};

static void
act (Paying *paying, const char *action)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/cancellation", paying->order);
  g_autofree char *order_path = g_strdup_printf ("/v1/orders/%s", paying->order);
  g_autofree char *profile = g_strconcat (order_path, "/profile", NULL);
  g_autoptr (Answer) answer = NULL, order = NULL;

  if (g_str_equal (action, "cancel"))
    answer = fixture_call (paying->fixture, "POST", path, paying->token, NULL);
  else if (g_str_equal (action, "edit"))
    {
      order = fixture_call (paying->fixture, "GET", order_path, paying->token, NULL);
      answer = fixture_send (paying->fixture, &(Request){ "PUT", profile, fixture_profile,
                                                          paying->token, .if_match = order->etag });
    }
  else
    answer = paying_ask (paying, g_str_equal (action, "vietqr") ? VIETQR_BODY : GATEWAY_BODY);
  g_assert_cmpuint (answer->status, <, 500);
}

static void
happen (Paying *paying, const Happening *what, const char *payload, const char *number)
{
  g_autoptr (GHashTable) params = NULL;
  g_autofree char *told = NULL;
  g_autoptr (Answer) answer = NULL;

  if (what->action != NULL)
    {
      act (paying, what->action);
      return;
    }
  if (what->code != NULL)
    {
      params = gateway_new_result (paying, what->code, number);
      told = gateway_tell (paying, params);
      g_assert_true (g_str_equal (told, "00") || g_str_equal (told, "02"));
      return;
    }
  answer = paying_transfer (paying, payload, what->amount);
  assert_status (answer, 201);
}

/* What the customer does is the order's business: only what can still change follows it. */
static const char *
find_outcome (const char *state, const Happening *what)
{
  gboolean open = g_str_equal (state, "pending") || g_str_equal (state, "underpaid");
  const char *to;

  if (what->event == NULL)
    return state;
  /* Asking for another method leaves what has run out alone, and what is being checked. */
  if (what->action != NULL && !open &&
      (g_str_equal (what->action, "vietqr") || g_str_equal (what->action, "gateway")))
    return state;
  /* Nor is what the bank is checking edited or cancelled. */
  if (what->action != NULL && g_str_equal (state, "checking"))
    return state;
  to = find_row (state, what->event);
  return to != NULL ? to : state;
}

static void
try_all (const char *body, const char *const *states, const Happening *happenings, guint n)
{
  g_autoptr (Paying) paying = paying_new (body);
  guint tried = 0;

  for (guint i = 0; states[i] != NULL; i++)
    for (guint k = 0; k < n; k++)
      {
        g_autofree char *payload = NULL, *number = NULL;

        paying_renew (paying, body);
        payload = g_strdup (paying->payload);
        number = g_strconcat ("n", paying->payment, NULL);
        lead_to (paying, states[i]);
        g_test_message ("%s: %s", states[i], happenings[k].name);
        happen (paying, &happenings[k], payload, number);
        paying_assert_state (paying, find_outcome (states[i], &happenings[k]));
        assert_sound (paying);
        /* Once more: nothing of it counts twice. */
        happen (paying, &happenings[k], payload, number);
        assert_sound (paying);
        tried++;
      }
  g_print ("# %u events tried\n", tried);
}

static void
test_every_event_vietqr (void)
{
  static const char *const states[] = { "pending",  "underpaid", "expired",
                                        "replaced", "succeeded", NULL };

  try_all (VIETQR_BODY, states, transfers, G_N_ELEMENTS (transfers));
}

static void
test_every_event_gateway (void)
{
  static const char *const states[] = { "pending",  "checking",  "failed", "expired",
                                        "replaced", "succeeded", NULL };

  try_all (GATEWAY_BODY, states, notices, G_N_ELEMENTS (notices));
}

/* The next order of the digits, as in a dictionary; FALSE after the last one. */
static gboolean
next_order (char *order)
{
  int n = (int) strlen (order), i = n - 2, k = n - 1;

  while (i >= 0 && order[i] >= order[i + 1])
    i--;
  if (i < 0)
    return FALSE;
  while (order[k] <= order[i])
    k--;
  {
    char swapped = order[i];

    order[i] = order[k];
    order[k] = swapped;
  }
  for (int a = i + 1, b = n - 1; a < b; a++, b--)
    {
      char swapped = order[a];

      order[a] = order[b];
      order[b] = swapped;
    }
  return TRUE;
}

/* Paid by one transaction and by another, both told twice, a failure and a suspicion: in every
 * order the order is paid, and each transaction is in the books once. */
static void
test_every_order_of_notices (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  char order[] = "001123";
  guint tried = 0;

  do
    {
      g_autoptr (Answer) payment = NULL;

      paying_renew (paying, GATEWAY_BODY);
      for (const char *p = order; *p != '\0'; p++)
        {
          static const char *const codes[] = { "00", "00", "24", "07" };
          g_autofree char *number = g_strdup_printf ("%c%s", *p, paying->payment);
          g_autoptr (GHashTable) params = gateway_new_result (paying, codes[*p - '0'], number);
          g_autofree char *told = gateway_tell (paying, params);

          g_assert_true (g_str_equal (told, "00") || g_str_equal (told, "02"));
        }
      payment = paying_get (paying);
      g_assert_cmpstr (answer_text (payment, "state"), ==, "succeeded");
      g_assert_cmpint (sum_of (payment, "receipts"), ==, 2 * PRICE);
      assert_sound (paying);
      tried++;
    }
  while (next_order (order));
  g_print ("# %u orders tried\n", tried);
  g_assert_cmpuint (tried, ==, 180);
}

/* Transfers of all sizes in every order: what is needed is kept, all else goes back. */
static void
test_every_order_of_transfers (void)
{
  static const gint64 amounts[] = { 100000, PRICE, PRICE + 1, 120000 };
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  char order[] = "00123";
  guint tried = 0;

  do
    {
      g_autoptr (Answer) payment = NULL;

      paying_renew (paying, VIETQR_BODY);
      for (const char *p = order; *p != '\0'; p++)
        {
          g_autoptr (Answer) receipt = paying_transfer (paying, paying->payload, amounts[*p - '0']);

          assert_status (receipt, 201);
        }
      payment = paying_get (paying);
      g_assert_cmpstr (answer_text (payment, "state"), ==, "succeeded");
      g_assert_cmpint (sum_of (payment, "receipts"), ==, 200000 + 2 * PRICE + 1 + 120000);
      assert_sound (paying);
      tried++;
    }
  while (next_order (order));
  g_print ("# %u orders tried\n", tried);
  g_assert_cmpuint (tried, ==, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a33/table/is-this-one", test_table_is_this_one);
  g_test_add_func ("/a33/table/every-event-vietqr", test_every_event_vietqr);
  g_test_add_func ("/a33/table/every-event-gateway", test_every_event_gateway);
  g_test_add_func ("/a33/table/every-order-of-notices", test_every_order_of_notices);
  g_test_add_func ("/a33/table/every-order-of-transfers", test_every_order_of_transfers);
  return g_test_run ();
}
