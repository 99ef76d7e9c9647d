/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-plan-audience.h"

static SmePlan *
make_plan (const char *const *types)
{
  SmePlan *plan = sme_plan_new ();

  if (types != NULL)
    sme_record_set_texts (SME_RECORD (plan), "customer_types", types);
  return plan;
}

static void
test_named_ones (void)
{
  static const char *const types[] = { "enterprise", "household", NULL };
  g_autoptr (SmePlan) plan = make_plan (types);

  g_assert_cmpint (sme_plan_audience_check (plan, SME_CUSTOMER_ENTERPRISE), ==, SME_REASON_OK);
  g_assert_cmpint (sme_plan_audience_check (plan, SME_CUSTOMER_HOUSEHOLD), ==, SME_REASON_OK);
  g_assert_cmpint (sme_plan_audience_check (plan, SME_CUSTOMER_PERSON), ==,
                   SME_REASON_NOT_FOR_CUSTOMER);
  g_assert_true (sme_plan_audience_is_narrow (plan));
}

static void
test_everybody (void)
{
  static const char *const all[] = { "enterprise", "household", "person", NULL };
  static const char *const none[] = { NULL };
  const char *const *lists[] = { all, none, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (SmePlan) plan = make_plan (lists[i]);

      for (int type = SME_CUSTOMER_PERSON; type <= SME_CUSTOMER_ENTERPRISE; type++)
        g_assert_cmpint (sme_plan_audience_check (plan, (SmeCustomerType) type), ==, SME_REASON_OK);
      g_assert_false (sme_plan_audience_is_narrow (plan));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-audience/only-those-that-are-named", test_named_ones);
  g_test_add_func ("/plan-audience/without-a-list-it-is-for-everybody", test_everybody);

  return g_test_run ();
}
