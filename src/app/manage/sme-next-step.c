/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/manage/sme-next-step.h"

#include "app/sme-route.h"

#include <glib/gi18n.h>

/* Editing and cancelling are done on the order's own page. */
static const struct
{
  SmeNextAction action;
  const char *label;
  const char *page; /* NULL: the hotline */
  const char *param, *value;
} steps[] = {
  { SME_NEXT_DECLARE, N_ ("Declare information"), "order", "step", "declare" },
  { SME_NEXT_PAY, N_ ("Pay"), "order", NULL, NULL },
  { SME_NEXT_CHECK_PAYMENT, N_ ("Check the payment"), "order", NULL, NULL },
  { SME_NEXT_SIGN_CONTRACT, N_ ("Complete the contract"), "sign", NULL, NULL },
  { SME_NEXT_VIEW_CONTRACT, N_ ("View contract"), "contract", NULL, NULL },
  { SME_NEXT_ACTIVATE, N_ ("Show the next step"), "certificate", NULL, NULL },
  { SME_NEXT_RENEW, N_ ("Renew"), "buy", NULL, NULL },
  { SME_NEXT_SIGN_ACCEPTANCE, N_ ("Sign the acceptance record"), "sign", "purpose", "acceptance" },
  { SME_NEXT_CONTACT_SUPPORT, N_ ("Contact support"), "support", NULL, NULL },
};

static int
find_index (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (sme_enum_nick (SME_TYPE_NEXT_ACTION, (int) steps[i].action), nick))
      return (int) i;
  return -1;
}

gboolean
sme_next_step_find (SmeRecord *record, SmeNextStep *step)
{
  const char *const *actions = sme_record_get_texts (record, "next_actions");

  for (guint i = 0; actions != NULL && actions[i] != NULL; i++)
    {
      int index = find_index (actions[i]);

      if (index < 0)
        continue;
      *step = (SmeNextStep){ steps[index].action, _ (steps[index].label) };
      return TRUE;
    }
  return FALSE;
}

gboolean
sme_next_step_allows (SmeRecord *record, SmeNextAction action)
{
  const char *const *actions = sme_record_get_texts (record, "next_actions");

  return actions != NULL &&
         g_strv_contains (actions, sme_enum_nick (SME_TYPE_NEXT_ACTION, (int) action));
}

char *
sme_next_step_build_route (SmeNextAction action, const char *order_id)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].action == action && steps[i].page != NULL)
      return sme_route_build (steps[i].page, order_id, steps[i].param, steps[i].value, NULL);
  return NULL;
}

/* The target first: it has to fit the action as soon as that is named. */
void
sme_next_step_set_route (GtkActionable *button, const char *route)
{
  GVariant *before = gtk_actionable_get_action_target_value (button);

  if (route != NULL && before != NULL && g_str_equal (g_variant_get_string (before, NULL), route))
    return;
  gtk_actionable_set_action_name (button, NULL);
  gtk_actionable_set_action_target_value (button,
                                          route != NULL ? g_variant_new_string (route) : NULL);
  gtk_actionable_set_action_name (button, route != NULL ? "win.open" : "page.hotline");
}

char *
sme_next_step_build_renewal (SmeRecord *subscription)
{
  gint64 cycle = sme_record_get_int (subscription, "cycle_months");
  g_autofree char *months = g_strdup_printf ("%" G_GINT64_FORMAT, cycle);
  const char *plan = sme_record_get_text (subscription, "plan_id");
  const char *service = sme_record_get_text (subscription, "service_id");

  if (plan == NULL || service == NULL)
    return g_strdup ("categories");
  return sme_route_build ("buy", plan, "service", service, "months", months, NULL);
}

void
sme_next_step_fill_button (GtkButton *button, SmeRecord *record, const char *order_id)
{
  SmeNextStep step;
  g_autofree char *route = NULL;
  gboolean found = sme_next_step_find (record, &step);

  gtk_widget_set_visible (GTK_WIDGET (button), found);
  if (!found)
    return;
  route = step.action == SME_NEXT_RENEW ? sme_next_step_build_renewal (record)
                                        : sme_next_step_build_route (step.action, order_id);
  gtk_button_set_label (button, step.label);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (button)), TRUE);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (button)), GTK_JUSTIFY_CENTER);
  sme_next_step_set_route (GTK_ACTIONABLE (button), route);
}
