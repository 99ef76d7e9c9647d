/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/verify/sme-issuers.h"

#include "client/sme-econtract.h"

#include <string.h>

GPtrArray *
sme_issuers_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sme_seal_certificate_unref);
}

static gboolean
add_pem (GPtrArray *issuers, GBytes *pem, GError **error)
{
  g_autoptr (GPtrArray) read = sme_seal_certificate_list_from_pem (pem, error);

  for (guint i = 0; read != NULL && i < read->len; i++)
    g_ptr_array_add (issuers, sme_seal_certificate_ref (g_ptr_array_index (read, i)));
  return read != NULL;
}

void
sme_issuers_add_authorities (GPtrArray *issuers, GListModel *authorities)
{
  for (guint i = 0; i < g_list_model_get_n_items (authorities); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (authorities, i);
      const char *text = sme_record_get_text (item, "pem");
      g_autoptr (GBytes) pem = NULL;

      if (text == NULL)
        continue;
      pem = g_bytes_new (text, strlen (text));
      add_pem (issuers, pem, NULL);
    }
}

gboolean
sme_issuers_add_file (GPtrArray *issuers, const char *path, GError **error)
{
  char *contents;
  gsize length;
  g_autoptr (GBytes) pem = NULL;

  if (!g_file_get_contents (path, &contents, &length, error))
    return FALSE;
  pem = g_bytes_new_take (contents, length);
  return add_pem (issuers, pem, error);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (GListModel) authorities =
    sme_econtract_list_finish (SME_ECONTRACT (source), result, NULL, NULL, &error);
  GPtrArray *issuers;

  if (authorities == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  issuers = sme_issuers_new ();
  sme_issuers_add_authorities (issuers, authorities);
  g_task_return_pointer (task, issuers, (GDestroyNotify) g_ptr_array_unref);
}

void
sme_issuers_fetch_async (SmeEcontract *econtract,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (econtract, cancellable, callback, user_data);

  g_task_set_source_tag (task, sme_issuers_fetch_async);
  if (econtract != NULL)
    {
      sme_econtract_call_async (econtract, SME_OP_LIST_AUTHORITIES, NULL, NULL, NULL, cancellable,
                                on_listed, task);
      return;
    }
  g_task_return_pointer (task, sme_issuers_new (), (GDestroyNotify) g_ptr_array_unref);
  g_object_unref (task);
}

GPtrArray *
sme_issuers_fetch_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
