/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/form/sme-country-text.h"

#include "core/sme-division.h"

#include <glib/gi18n.h>

const char *
sme_country_text_name (const SmeCountry *country)
{
  /* Translators: "vi" in Vietnamese; any other language leaves it, since there are names in these
   * two only. */
  return g_str_equal (C_ ("names of countries", "en"), "vi") ? country->vi : country->en;
}

const char *
sme_country_text_describe (const char *code)
{
  const SmeCountry *country = sme_country_find (code);

  return country != NULL ? sme_country_text_name (country) : code;
}

static int
compare (gconstpointer first, gconstpointer second, gpointer data)
{
  return g_utf8_collate (sme_record_get_text ((SmeRecord *) first, "name"),
                         sme_record_get_text ((SmeRecord *) second, "name"));
}

GListModel *
sme_country_text_list (void)
{
  GListStore *list = g_list_store_new (SME_TYPE_DIVISION);
  const SmeCountry *country;

  for (guint i = 0; (country = sme_country_get (i)) != NULL; i++)
    {
      g_autoptr (SmeDivision) division = sme_division_new ();

      sme_record_set_text (SME_RECORD (division), "code", country->code);
      sme_record_set_text (SME_RECORD (division), "name", sme_country_text_name (country));
      g_list_store_append (list, division);
    }
  g_list_store_sort (list, compare, NULL);
  return G_LIST_MODEL (list);
}
