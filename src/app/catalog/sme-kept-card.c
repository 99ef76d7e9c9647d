/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-kept-card.h"

#include "app/catalog/sme-service-text.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

gboolean
sme_kept_card_may_help (const GError *error)
{
  return g_error_matches (error, SME_PROBLEM, SME_PROBLEM_UNREACHABLE) ||
         g_error_matches (error, SME_PROBLEM, SME_PROBLEM_TIMED_OUT) ||
         g_error_matches (error, SME_PROBLEM, SME_PROBLEM_UNAVAILABLE);
}

static gboolean
is_called (SmeRecord *service, const char *id)
{
  g_autofree char *number =
    g_strdup_printf ("%" G_GINT64_FORMAT, sme_record_get_int (service, "portal_id"));

  return g_strcmp0 (sme_record_get_text (service, "id"), id) == 0 || g_str_equal (number, id);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GListModel) cards =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, &error);

  if (cards == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (cards); i++)
    {
      g_autoptr (SmeRecord) card = g_list_model_get_item (cards, i);

      if (is_called (card, g_task_get_task_data (task)))
        {
          g_task_return_pointer (task, g_steal_pointer (&card), g_object_unref);
          return;
        }
    }
  g_task_return_pointer (task, NULL, NULL);
}

void
sme_kept_card_find_async (SmeCaller *catalog,
                          const char *id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  GTask *task = g_task_new (catalog, cancellable, callback, data);

  g_task_set_source_tag (task, sme_kept_card_find_async);
  g_task_set_task_data (task, g_strdup (id), g_free);
  sme_caller_send_async (catalog, SME_OP_LIST_SERVICES, NULL, NULL, NULL, cancellable, on_listed,
                         task);
}

SmeService *
sme_kept_card_find_finish (SmeCaller *catalog, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, catalog), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
sme_kept_card_describe (SmeService *service)
{
  const char *summary = sme_record_get_text (SME_RECORD (service), "summary");
  g_autofree char *price = sme_service_text_price (service);
  g_autofree char *audience = sme_service_text_audience (service);
  g_autoptr (GString) text = g_string_new (NULL);

  if (summary != NULL)
    g_string_append_printf (text, "%s\n", summary);
  if (price != NULL && *price != '\0')
    g_string_append_printf (text, "%s\n", price);
  if (*audience != '\0')
    g_string_append_printf (text, "%s\n", audience);
  g_string_append_printf (text, "\n%s",
                          _ ("This is what the list says. Plans, reviews, guide and versions of "
                             "this service were not kept; they need the connection."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
