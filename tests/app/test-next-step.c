/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/manage/sme-next-step.h"

#include "app-fixture.h"
#include "core/sme-order.h"

static SmeRecord *
make_order (const char *const *actions)
{
  SmeRecord *order = SME_RECORD (sme_order_new ());

  sme_record_set_texts (order, "next_actions", actions);
  return order;
}

static void
test_first (void)
{
  g_autoptr (SmeRecord) order = make_order ((const char *const[]){ "pay", "edit", "cancel", NULL });
  g_autoptr (SmeRecord) other = make_order ((const char *const[]){ "cancel", "edit", NULL });
  g_autoptr (SmeRecord) nothing = SME_RECORD (sme_order_new ());
  SmeNextStep step;

  g_assert_true (sme_next_step_find (order, &step));
  g_assert_cmpint (step.action, ==, SME_NEXT_PAY);
  g_assert_true (sme_next_step_allows (order, SME_NEXT_CANCEL));
  g_assert_false (sme_next_step_allows (order, SME_NEXT_SIGN_CONTRACT));
  g_assert_false (sme_next_step_find (other, &step));
  g_assert_false (sme_next_step_find (nothing, &step));
  g_assert_false (sme_next_step_allows (nothing, SME_NEXT_PAY));
}

static void
test_routes (void)
{
  static const struct
  {
    SmeNextAction action;
    const char *route;
  } expected[] = {
    { SME_NEXT_DECLARE, "order:o1?step=declare" },
    { SME_NEXT_PAY, "order:o1" },
    { SME_NEXT_SIGN_CONTRACT, "sign:o1" },
    { SME_NEXT_VIEW_CONTRACT, "contract:o1" },
    { SME_NEXT_SIGN_ACCEPTANCE, "sign:o1?purpose=acceptance" },
    { SME_NEXT_ACTIVATE, "certificate:o1" },
    { SME_NEXT_CONTACT_SUPPORT, "support:o1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *route = sme_next_step_build_route (expected[i].action, "o1");

      g_assert_cmpstr (route, ==, expected[i].route);
    }
}

static void
fill (GtkButton *button, const char *action)
{
  g_autoptr (SmeRecord) order = make_order ((const char *const[]){ action, NULL });

  sme_next_step_fill_button (button, order, "o1");
}

/* One button goes through the life of an order, on the screen. */
static void
test_button (AppFixture *f, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new ();

  gtk_box_append (GTK_BOX (box), button);
  fill (GTK_BUTTON (button), "pay");
  app_fixture_show (f, box, 300, 100);
  app_click (box, "Pay");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open order:o1");
  fill (GTK_BUTTON (button), "sign_contract");
  app_click (box, "Complete the contract");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open sign:o1");
  fill (GTK_BUTTON (button), "contact_support");
  app_click (box, "Contact support");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open support:o1");
  fill (GTK_BUTTON (button), "cancel");
  g_assert_false (gtk_widget_get_visible (button));
  fill (GTK_BUTTON (button), "sign_contract");
  app_run_idle ();
  app_click (box, "Complete the contract");
  g_assert_cmpstr (app_fixture_last_action (f), ==, "open sign:o1");
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/next-step/is-the-first-that-leads-somewhere", test_first);
  g_test_add_func ("/next-step/leads-to-its-page", test_routes);
  g_test_add ("/next-step/a-button-does-it", AppFixture, NULL, app_fixture_set_up, test_button,
              app_fixture_tear_down);
  return g_test_run ();
}
