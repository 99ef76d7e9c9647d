/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-price-text.h"

#include "app/catalog/sme-service-text.h"
#include "base/sme-format.h"
#include "core/sme-enums.h"

#include <glib/gi18n.h>

static SmePriceModel
get_model (SmePlan *plan)
{
  return (SmePriceModel) sme_record_get_int (SME_RECORD (plan), "model");
}

const char *
sme_price_text_unit (SmePlan *plan)
{
  const char *unit = sme_record_get_text (SME_RECORD (plan), "unit");

  return unit != NULL && *unit != '\0' ? unit : NULL;
}

char *
sme_price_text_per (SmePlan *plan, int months)
{
  g_autofree char *per = sme_service_text_per_cycle (months);
  const char *unit = sme_price_text_unit (plan);

  if (unit == NULL || get_model (plan) == SME_MODEL_STAIR_STEP)
    return g_steal_pointer (&per);
  return g_strdup_printf ("/%s%s", unit, per);
}

static char *
explain_units (SmePlan *plan)
{
  g_autofree char *free_units =
    sme_format_number (sme_record_get_int (SME_RECORD (plan), "free_units"));

  if (sme_record_get_int (SME_RECORD (plan), "free_units") == 0)
    /* Translators: %s is what is counted, such as "mailbox" */
    return g_strdup_printf (_ ("Charged for each %s."), sme_price_text_unit (plan));
  /* Translators: a number, and what is counted: "user" */
  return g_strdup_printf (_ ("The first %s cost nothing; charged for each further %s."), free_units,
                          sme_price_text_unit (plan));
}

const char *
sme_price_text_mark (SmeRecord *record)
{
  gint64 basis = sme_record_has (record, "basis") ? sme_record_get_int (record, "basis") : -1;

  return basis == SME_BASIS_ASSUMED || basis == SME_BASIS_DERIVED ? _ ("Demonstration price")
                                                                  : NULL;
}

char *
sme_price_text_model (SmePlan *plan)
{
  if (sme_price_text_unit (plan) == NULL)
    return NULL;
  switch (get_model (plan))
    {
    case SME_MODEL_PER_UNIT:
      return explain_units (plan);
    case SME_MODEL_TIERED:
      return g_strdup (_ ("Each piece is charged at the price of the step it falls into."));
    case SME_MODEL_VOLUME:
      return g_strdup (_ ("All pieces are charged at the price of the step you reach."));
    case SME_MODEL_STAIR_STEP:
      return g_strdup (_ ("One price for the whole step, whatever the number within it."));
    case SME_MODEL_FREE:
    case SME_MODEL_FLAT:
    case SME_MODEL_CONTACT:
    default:
      return NULL;
    }
}

char *
sme_price_text_addon (SmeRecord *addon)
{
  g_autofree char *money = sme_format_money (sme_record_get_int (addon, "price"));

  return g_strdup_printf (sme_record_get_int (addon, "required")
                            /* Translators: the name of an add-on and its price */
                            ? _ ("%s: %s once per order, required")
                            /* Translators: the name of an add-on and its price */
                            : _ ("%s: %s once per order"),
                          sme_record_get_text (addon, "name"), money);
}

char *
sme_price_text_required (SmePlan *plan)
{
  GListModel *addons = sme_record_get_list (SME_RECORD (plan), "addons");
  GString *lines = g_string_new (NULL);

  for (guint i = 0; addons != NULL && i < g_list_model_get_n_items (addons); i++)
    {
      g_autoptr (SmeRecord) addon = g_list_model_get_item (addons, i);
      g_autofree char *line = sme_price_text_addon (addon);

      if (sme_record_get_int (addon, "required"))
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
    }
  return g_string_free (lines, lines->len == 0);
}

char *
sme_price_text_extras (SmePlan *plan)
{
  SmeRecord *record = SME_RECORD (plan);
  gint64 setup = sme_record_get_int (record, "setup_fee");
  int days = (int) sme_record_get_int (record, "trial_days");
  g_autofree char *money = sme_format_money (setup);
  g_autofree char *trial = g_strdup_printf (
    ngettext ("Free to try for %d day", "Free to try for %d days", (gulong) days), days);
  /* Translators: %s is a sum of money */
  g_autofree char *fee = g_strdup_printf (_ ("Set-up fee %s, once"), money);

  if (days > 0 && setup > 0)
    return g_strdup_printf ("%s\n%s", trial, fee);
  if (days > 0)
    return g_steal_pointer (&trial);
  return setup > 0 ? g_steal_pointer (&fee) : NULL;
}

static SmeRecord *
get_step (SmePlan *plan, guint step)
{
  GListModel *steps = sme_record_get_list (SME_RECORD (plan), "steps");

  return steps != NULL ? g_list_model_get_item (steps, step) : NULL;
}

guint
sme_price_text_n_steps (SmePlan *plan)
{
  GListModel *steps = sme_record_get_list (SME_RECORD (plan), "steps");

  return steps != NULL ? g_list_model_get_n_items (steps) : 0;
}

char *
sme_price_text_step_range (SmePlan *plan, guint step)
{
  g_autoptr (SmeRecord) here = get_step (plan, step);
  g_autoptr (SmeRecord) before = step > 0 ? get_step (plan, step - 1) : NULL;
  gint64 first = before != NULL ? sme_record_get_int (before, "up_to") + 1 : 1;
  gint64 last = here != NULL ? sme_record_get_int (here, "up_to") : 0;
  g_autofree char *from = sme_format_number (first), *to = sme_format_number (last);

  if (last == 0)
    /* Translators: a number of pieces: this many or more */
    return g_strdup_printf (C_ ("steps", "from %s"), from);
  return g_strdup_printf ("%s – %s", from, to);
}

char *
sme_price_text_step_price (SmePlan *plan, guint step)
{
  g_autoptr (SmeRecord) here = get_step (plan, step);
  g_autofree char *money = sme_format_money (here != NULL ? sme_record_get_int (here, "price") : 0);

  if (get_model (plan) == SME_MODEL_STAIR_STEP)
    return g_steal_pointer (&money);
  return g_strdup_printf ("%s/%s", money, sme_price_text_unit (plan));
}
