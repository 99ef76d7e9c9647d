/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-plan.h"

#include "core/sme-addon.h"
#include "core/sme-enums.h"
#include "core/sme-money.h"
#include "core/sme-plan-cycle.h"
#include "core/sme-price-step.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "service_id", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "service_name", SME_FIELD_TEXT, .max = 200 },
  { "name", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 120, .min = 1 },
  { "blurb", SME_FIELD_TEXT, .max = 500 },
  { "customer_types", SME_FIELD_TEXTS, .type = sme_customer_type_get_type },
  { "features", SME_FIELD_TEXTS },
  { "model", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_price_model_get_type },
  { "basis", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_price_basis_get_type },
  { "cycles", SME_FIELD_LIST, .type = sme_plan_cycle_get_type },
  { "steps", SME_FIELD_LIST, .type = sme_price_step_get_type },
  { "addons", SME_FIELD_LIST, .type = sme_addon_get_type },
  { "unit", SME_FIELD_TEXT, .max = 60 },
  { "free_units", SME_FIELD_INTEGER },
  { "max_quantity", SME_FIELD_INTEGER },
  { "setup_fee", SME_FIELD_MONEY },
  { "trial_days", SME_FIELD_INTEGER },
  { "vat_rate", SME_FIELD_INTEGER, .min = 0, .max = 100 },
  { "vat_included", SME_FIELD_BOOLEAN },
};

SME_DEFINE_RECORD (SmePlan, sme_plan, fields)

gint64
sme_plan_get_price_once (SmePlan *self)
{
  GListModel *addons = sme_record_get_list (SME_RECORD (self), "addons");
  gint64 sum = sme_record_get_int (SME_RECORD (self), "setup_fee");

  for (guint i = 0; addons != NULL && i < g_list_model_get_n_items (addons); i++)
    {
      g_autoptr (SmeRecord) addon = g_list_model_get_item (addons, i);

      if (sme_record_get_int (addon, "required"))
        sme_money_add (sum, sme_record_get_int (addon, "price"), &sum);
    }
  return sum;
}
