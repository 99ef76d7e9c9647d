/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-catalog-records.h"

#include "core/sme-record-json.h"

static JsonNode *localize (JsonNode *node, const char *language);

/* A text is an object of one string per language and nothing else. */
static gboolean
is_text (JsonObject *object)
{
  return json_object_get_size (object) == 2 && json_object_has_member (object, "vi") &&
         json_object_has_member (object, "en");
}

static JsonNode *
localize_object (JsonObject *object, const char *language)
{
  g_autoptr (JsonObject) copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (is_text (object))
    return json_node_copy (json_object_get_member (object, language));
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &member))
    json_object_set_member (copy, name, localize (member, language));
  return json_node_init_object (json_node_alloc (), copy);
}

static JsonNode *
localize_array (JsonArray *array, const char *language)
{
  g_autoptr (JsonArray) copy = json_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    json_array_add_element (copy, localize (json_array_get_element (array, i), language));
  return json_node_init_array (json_node_alloc (), copy);
}

/* A copy with each text replaced by its string in @language. */
static JsonNode *
localize (JsonNode *node, const char *language)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return localize_object (json_node_get_object (node), language);
  if (JSON_NODE_HOLDS_ARRAY (node))
    return localize_array (json_node_get_array (node), language);
  return json_node_copy (node);
}

gpointer
sme_catalog_make_record (GType type, JsonNode *source, const char *language)
{
  g_autoptr (JsonNode) node = localize (source, language);
  g_autoptr (GPtrArray) errors = NULL;
  gpointer record = sme_record_from_node (type, node, SME_DECODE_PARTIAL, &errors);

  /* The files are compiled in and checked by a test. */
  if (record == NULL)
    g_error ("The catalog is wrong at %s",
             sme_record_get_text (g_ptr_array_index (errors, 0), "pointer"));
  return record;
}

/* A price by the piece is no price of the service, unless it has no other. */
static gboolean
is_by_the_piece (SmeRecord *plan)
{
  return sme_record_has (plan, "unit") &&
         sme_record_get_int (plan, "model") != SME_MODEL_STAIR_STEP;
}

/* The lowest price leads, as a card says "from 330.000"; 0 where a plan is free. */
static void
note_price (SmeRecord *service, SmeRecord *plan)
{
  GListModel *cycles = sme_record_get_list (plan, "cycles");
  gint64 basis = sme_record_get_int (plan, "basis");

  for (guint i = 0; cycles != NULL && i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (SmeRecord) cycle = g_list_model_get_item (cycles, i);
      gint64 price = sme_record_get_int (cycle, "price");

      if (sme_record_has (service, "price_from") &&
          sme_record_get_int (service, "price_from") <= price)
        continue;
      sme_record_set_int (service, "price_from", price);
      sme_record_set_int (service, "price_cycle_months", sme_record_get_int (cycle, "months"));
      sme_record_set_int (service, "price_once", sme_plan_get_price_once (SME_PLAN (plan)));
      sme_record_set_int (service, "demonstration_price",
                          basis == SME_BASIS_DERIVED || basis == SME_BASIS_ASSUMED);
    }
}

static void
note_prices (SmeRecord *service, gboolean by_the_piece)
{
  GListModel *plans = sme_record_get_list (service, "plans");

  for (guint i = 0; plans != NULL && i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (SmeRecord) plan = g_list_model_get_item (plans, i);

      if (is_by_the_piece (plan) == by_the_piece)
        note_price (service, plan);
    }
}

static void
complete_plans (SmeRecord *service)
{
  GListModel *plans = sme_record_get_list (service, "plans");
  gboolean orderable = FALSE, free_trial = FALSE;

  for (guint i = 0; plans != NULL && i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (SmeRecord) plan = g_list_model_get_item (plans, i);

      sme_record_set_text (plan, "service_id", sme_record_get_text (service, "id"));
      sme_record_set_text (plan, "service_name", sme_record_get_text (service, "name"));
      if (sme_record_get_int (plan, "model") == SME_MODEL_CONTACT)
        continue;
      orderable = TRUE;
      /* What costs nothing anyway is not tried. */
      free_trial = free_trial || sme_record_get_int (plan, "trial_days") > 0;
    }
  note_prices (service, FALSE);
  if (!sme_record_has (service, "price_from"))
    note_prices (service, TRUE);
  if (sme_record_has (service, "price_from"))
    sme_record_set_int (service, "price_per_month",
                        sme_service_get_price_per_month (SME_SERVICE (service)));
  sme_record_set_int (service, "priced_on_request", !orderable);
  sme_record_set_int (service, "free_trial", free_trial);
}

SmeService *
sme_catalog_make_service (JsonNode *source, const char *category_name, const char *language)
{
  SmeService *service = sme_catalog_make_record (SME_TYPE_SERVICE, source, language);

  sme_record_set_text (SME_RECORD (service), "category_name", category_name);
  complete_plans (SME_RECORD (service));
  return service;
}
