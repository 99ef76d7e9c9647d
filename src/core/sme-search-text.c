/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-search-text.h"

static void
append_line (GString *text, SmeRecord *record, const char *field)
{
  const char *line = sme_record_get_text (record, field);

  if (line != NULL)
    g_string_append_printf (text, "%s\n", line);
}

static void
append_plans (GString *text, SmeRecord *service)
{
  GListModel *plans = sme_record_get_list (service, "plans");

  for (guint i = 0; plans != NULL && i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (SmeRecord) plan = g_list_model_get_item (plans, i);

      append_line (text, plan, "name");
      append_line (text, plan, "blurb");
    }
}

void
sme_search_text_append (GString *text, SmeRecord *service)
{
  const char *const *overview = sme_record_get_texts (service, "overview");
  gint64 number = sme_record_get_int (service, "portal_id");

  if (number > 0)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "\n", number);
  append_line (text, service, "summary");
  append_line (text, service, "category_name");
  for (guint i = 0; overview != NULL && overview[i] != NULL; i++)
    g_string_append_printf (text, "%s\n", overview[i]);
  append_plans (text, service);
}
