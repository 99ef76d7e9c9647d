/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-flow.h"
#include "backend/paper/sme-paper-events.h"
#include "core/sme-enums.h"

static const char *const order_states[] = {
  "draft",     "declared", "awaiting_payment", "paid",   "signing", "signed",    "activating",
  "accepting", "active",   "cancelled",        "locked", "on_hold", "refunding", "refunded"
};

static gboolean
is_word (GType type, const char *word)
{
  return sme_enum_from_nick (type, word, NULL);
}

static void
test_states_are_words_of_the_wire (void)
{
  static GType (*const types[SME_N_MACHINES]) (void) = {
    [SME_MACHINE_ORDER] = sme_order_state_get_type,
    [SME_MACHINE_PAYMENT] = sme_payment_state_get_type,
    [SME_MACHINE_DOSSIER] = sme_dossier_state_get_type,
    [SME_MACHINE_CERTIFICATE] = sme_certificate_state_get_type,
    [SME_MACHINE_CASE] = sme_case_state_get_type,
    [SME_MACHINE_REFUND] = sme_refund_state_get_type,
    [SME_MACHINE_REFUND_REQUEST] = sme_refund_request_state_get_type,
    [SME_MACHINE_SUBSCRIPTION] = sme_subscription_state_get_type,
  };
  guint n;
  const SmeTransition *table = sme_flow_get_table (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (is_word (types[table[i].machine](), table[i].from));
      g_assert_true (is_word (types[table[i].machine](), table[i].to));
    }
}

/* The evidence of a signing names each of them in words. */
static void
test_events_have_words (void)
{
  static const char *const kinds[SME_N_MACHINES] = {
    [SME_MACHINE_ORDER] = "order",
    [SME_MACHINE_PAYMENT] = "payment",
    [SME_MACHINE_DOSSIER] = "dossier",
    [SME_MACHINE_CERTIFICATE] = "certificate",
    [SME_MACHINE_CASE] = "case",
    [SME_MACHINE_REFUND] = "refund",
    [SME_MACHINE_REFUND_REQUEST] = "refund_request",
    [SME_MACHINE_SUBSCRIPTION] = "subscription",
  };
  guint n;
  const SmeTransition *table = sme_flow_get_table (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *event = g_strdup_printf ("%s.%s", kinds[table[i].machine], table[i].event);

      g_assert_cmpstr (sme_paper_events_describe (event), !=, event);
    }
}

static void
test_no_row_twice (void)
{
  guint n;
  const SmeTransition *table = sme_flow_get_table (&n);

  for (guint i = 0; i < n; i++)
    g_assert_true (sme_flow_find (table[i].machine, table[i].from, table[i].event) == &table[i]);
}

/* What is paid can't be cancelled or edited, and only an order that waits for money can be paid. */
static void
test_order_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_states); i++)
    {
      gboolean unpaid = i <= 2;

      g_assert_cmpint (sme_flow_find (SME_MACHINE_ORDER, order_states[i], "cancel") != NULL, ==,
                       unpaid);
      g_assert_cmpint (sme_flow_find (SME_MACHINE_ORDER, order_states[i], "pay") != NULL, ==,
                       i == 2);
      g_assert_cmpint (sme_flow_find (SME_MACHINE_ORDER, order_states[i], "edit") != NULL, ==,
                       i == 1 || i == 2);
    }
}

/* What was signed can only be superseded and what is locked only be opened or voided by the
 * operator; nothing leads out of a payment that succeeded. */
static void
test_ends_are_ends (void)
{
  guint n;
  const SmeTransition *table = sme_flow_get_table (&n);

  for (guint i = 0; i < n; i++)
    {
      if (table[i].machine == SME_MACHINE_DOSSIER)
        {
          if (g_str_equal (table[i].from, "completed"))
            g_assert_cmpstr (table[i].event, ==, "supersede");
          if (g_str_equal (table[i].from, "locked"))
            g_assert_true (g_str_equal (table[i].event, "unlock") ||
                           g_str_equal (table[i].event, "void"));
          g_assert_cmpstr (table[i].from, !=, "voided");
          g_assert_cmpstr (table[i].from, !=, "superseded");
        }
      if (table[i].machine == SME_MACHINE_PAYMENT)
        g_assert_cmpstr (table[i].from, !=, "succeeded");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/states-are-words", test_states_are_words_of_the_wire);
  g_test_add_func ("/flow/events-have-words", test_events_have_words);
  g_test_add_func ("/flow/no-row-twice", test_no_row_twice);
  g_test_add_func ("/a33/order-rules", test_order_rules);
  g_test_add_func ("/flow/ends-are-ends", test_ends_are_ends);
  return g_test_run ();
}
