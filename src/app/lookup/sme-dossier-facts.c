/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/lookup/sme-dossier-facts.h"

#include "app/manage/sme-fact-row.h"

#include <glib/gi18n.h>

/* In the order of eContract's own page. */
static const struct
{
  const char *title;
  const char *field;
} facts[] = {
  { N_ ("Contract file set name"), "name" },          { N_ ("Customer"), "customer" },
  { N_ ("Product/service type"), "product_type" },    { N_ ("Template set"), "template" },
  { N_ ("Contract file set code"), "template_code" }, { N_ ("Order number"), "order_number" },
  { N_ ("Transaction code"), "transaction_code" },
};

void
sme_dossier_facts_fill (GtkListBox *list)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    gtk_list_box_append (list, sme_fact_row_new (_ (facts[i].title)));
}

void
sme_dossier_facts_show (GtkListBox *list, SmeDossier *dossier)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    sme_fact_row_set_value (SME_FACT_ROW (gtk_list_box_get_row_at_index (list, (int) i)),
                            sme_record_get_text (SME_RECORD (dossier), facts[i].field));
}
