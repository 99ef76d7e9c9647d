/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-store-accounts.h"
#include "backend/store/sme-store-catalog.h"
#include "backend/store/sme-store-reviews.h"
#include "core/sme-problem.h"

/* The service's own id, whichever id it was asked for by. */
static char *
find_service_id (SmeCall *call, GError **error)
{
  g_autoptr (SmeService) service = sme_store_find_service (call, call->path_id, error);

  return service != NULL ? g_strdup (sme_record_get_text (SME_RECORD (service), "id")) : NULL;
}

SmeReply *
sme_handle_list_reviews (SmeCall *call, GError **error)
{
  SmeRecord *query = call->query_record;
  guint limit = sme_record_has (query, "limit") ? (guint) sme_record_get_int (query, "limit") : 50;
  g_autofree char *service_id = find_service_id (call, error);
  g_autofree char *next = NULL;
  g_autoptr (GListModel) list = NULL;
  gint64 total = 0;

  if (service_id == NULL)
    return NULL;
  list = sme_store_list_reviews (call, service_id, limit, sme_record_get_text (query, "after"),
                                 &total, &next, error);
  return list != NULL ? sme_reply_new_list (list, total, next) : NULL;
}

static gboolean
require_customer (SmeCall *call, const char *service_id, GError **error)
{
  gboolean bought = FALSE;

  if (!sme_store_has_bought (call, service_id, &bought, error))
    return FALSE;
  if (!bought)
    sme_problem_set (error, SME_PROBLEM_NOT_A_CUSTOMER, NULL);
  return bought;
}

static void
tidy (SmeRecord *input)
{
  const char *text = sme_record_get_text (input, "text");
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  sme_record_set_text (input, "text", stripped != NULL && *stripped != '\0' ? stripped : NULL);
}

SmeReply *
sme_handle_put_review (SmeCall *call, GError **error)
{
  g_autofree char *service_id = find_service_id (call, error);
  g_autoptr (SmeStoredAccount) account = NULL;
  g_autoptr (SmeReview) review = NULL;
  g_autofree char *author = NULL;

  if (service_id == NULL || !require_customer (call, service_id, error))
    return NULL;
  account = sme_store_find_account (call, call->principal.account_id, error);
  if (account == NULL)
    return NULL;
  author = sme_review_make_author (account);
  tidy (call->request);
  if (!sme_store_put_review (call, service_id, author, call->request, error))
    return NULL;
  review = sme_store_find_review (call, service_id, error);
  return review != NULL ? sme_reply_new_record (200, SME_RECORD (review)) : NULL;
}

SmeReply *
sme_handle_delete_review (SmeCall *call, GError **error)
{
  g_autofree char *service_id = find_service_id (call, error);
  gint64 n_deleted = 0;

  if (service_id == NULL || !sme_store_delete_review (call, service_id, &n_deleted, error))
    return NULL;
  if (n_deleted > 0)
    return sme_reply_new_empty ();
  sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
  return NULL;
}
