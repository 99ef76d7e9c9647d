/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-plan-facts.h"

#include "app/catalog/sme-price-text.h"
#include "app/catalog/sme-service-text.h"
#include "base/sme-format.h"
#include "core/sme-enums.h"

#include <glib/gi18n.h>

#include <string.h>

typedef struct
{
  char *title;
  char **values; /* one per plan; NULL for none */
} Row;

struct _SmePlanFacts
{
  guint n_plans;
  GPtrArray *rows; /* Row */
};

static void
row_free (gpointer data, guint n)
{
  Row *row = data;

  for (guint i = 0; i < n; i++)
    g_free (row->values[i]);
  g_free (row->values);
  g_free (row->title);
  g_free (row);
}

static Row *
find_row (SmePlanFacts *self, const char *title)
{
  Row *row;

  for (guint i = 0; i < self->rows->len; i++)
    {
      row = g_ptr_array_index (self->rows, i);
      if (g_str_equal (row->title, title))
        return row;
    }
  row = g_new0 (Row, 1);
  row->title = g_strdup (title);
  row->values = g_new0 (char *, self->n_plans);
  g_ptr_array_add (self->rows, row);
  return row;
}

/* @value: (transfer full) (nullable) */
static void
say (SmePlanFacts *self, guint plan, const char *title, char *value)
{
  Row *row;

  if (value == NULL)
    return;
  row = find_row (self, title);
  g_free (row->values[plan]);
  row->values[plan] = value;
}

static char *
describe_cycle (SmePlan *plan, SmeRecord *cycle)
{
  int months = (int) sme_record_get_int (cycle, "months");
  const char *unit = sme_price_text_unit (plan);
  g_autofree char *length = sme_service_text_cycle (months);
  g_autofree char *money = sme_format_money (sme_record_get_int (cycle, "price"));

  if (unit != NULL && sme_record_get_int (SME_RECORD (plan), "model") != SME_MODEL_STAIR_STEP)
    return g_strdup_printf ("%s: %s/%s", length, money, unit);
  return g_strdup_printf ("%s: %s", length, money);
}

static char *
describe_price (SmePlan *plan)
{
  GListModel *cycles = sme_record_get_list (SME_RECORD (plan), "cycles");
  guint n = cycles != NULL ? g_list_model_get_n_items (cycles) : 0;
  GString *text = g_string_new (NULL);

  if (n == 0)
    g_string_append (text, _ ("Price on request"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) cycle = g_list_model_get_item (cycles, i);
      g_autofree char *line = describe_cycle (plan, cycle);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_steps (SmePlan *plan)
{
  guint n = sme_price_text_n_steps (plan);
  char *model = sme_price_text_model (plan);
  g_autoptr (GString) text = g_string_new (model);

  if (n == 0)
    return model;
  g_free (model);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *range = sme_price_text_step_range (plan, i);
      g_autofree char *price = sme_price_text_step_price (plan, i);

      g_string_append_printf (text, "\n%s: %s", range, price);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_addons (SmePlan *plan)
{
  GListModel *addons = sme_record_get_list (SME_RECORD (plan), "addons");
  guint n = addons != NULL ? g_list_model_get_n_items (addons) : 0;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) addon = g_list_model_get_item (addons, i);
      g_autofree char *line = sme_price_text_addon (addon);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (text, text->len == 0);
}

static char *
describe_vat (SmePlan *plan)
{
  if (sme_record_get_int (SME_RECORD (plan), "model") == SME_MODEL_CONTACT)
    return NULL;
  return g_strdup (sme_record_get_int (SME_RECORD (plan), "vat_included") ? _ ("VAT included")
                                                                          : _ ("VAT not included"));
}

static char *
describe_basis (SmePlan *plan)
{
  return g_strdup (sme_price_text_mark (SME_RECORD (plan)));
}

static void
say_features (SmePlanFacts *self, guint index, SmePlan *plan)
{
  const char *const *features = sme_record_get_texts (SME_RECORD (plan), "features");

  for (guint i = 0; features != NULL && features[i] != NULL; i++)
    {
      const char *colon = strstr (features[i], ": ");
      g_autofree char *title = colon != NULL
                                 ? g_strndup (features[i], (gsize) (colon - features[i]))
                                 : g_strdup (features[i]);

      say (self, index, title, g_strdup (colon != NULL ? colon + 2 : ""));
    }
}

static char *
describe_audience (SmePlan *plan)
{
  g_autofree char *text = sme_service_text_plan_audience (plan);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static char *
describe_blurb (SmePlan *plan)
{
  return g_strdup (sme_record_get_text (SME_RECORD (plan), "blurb"));
}

SmePlanFacts *
sme_plan_facts_new (GPtrArray *plans)
{
  const struct
  {
    const char *title;
    char *(*describe) (SmePlan *plan);
  } rows[] = {
    { _ ("For whom"), describe_blurb },
    { _ ("Who can order"), describe_audience },
    { C_ ("comparison", "Price"), describe_price },
    { _ ("VAT"), describe_vat },
    { _ ("Kind of price"), describe_basis },
    { _ ("How it is charged"), describe_steps },
    { _ ("Also"), sme_price_text_extras },
    { _ ("Add-ons"), describe_addons },
  };
  SmePlanFacts *self = g_new0 (SmePlanFacts, 1);

  self->n_plans = plans->len;
  self->rows = g_ptr_array_new ();
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    for (guint i = 0; i < plans->len; i++)
      say (self, i, rows[row].title, rows[row].describe (g_ptr_array_index (plans, i)));
  for (guint i = 0; i < plans->len; i++)
    say_features (self, i, g_ptr_array_index (plans, i));
  return self;
}

void
sme_plan_facts_free (SmePlanFacts *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    row_free (g_ptr_array_index (self->rows, i), self->n_plans);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

guint
sme_plan_facts_get_n_rows (SmePlanFacts *self)
{
  return self->rows->len;
}

const char *
sme_plan_facts_get_title (SmePlanFacts *self, guint row)
{
  return ((Row *) g_ptr_array_index (self->rows, row))->title;
}

const char *
sme_plan_facts_get_value (SmePlanFacts *self, guint row, guint plan)
{
  return ((Row *) g_ptr_array_index (self->rows, row))->values[plan];
}
