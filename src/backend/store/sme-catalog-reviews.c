/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-catalog-reviews.h"

#include "base/sme-time.h"

#define HOUR_MS (G_GINT64_CONSTANT (3600000))
/* A date has no hour; nine in the morning in Vietnam is as good as any. */
#define MORNING (9 * HOUR_MS - SME_VIETNAM_OFFSET_MS)

/* The files are compiled in, and a test has judged them. */
static gint64
read_time (JsonObject *review)
{
  int date = SME_DATE_NONE;

  sme_date_parse (json_object_get_string_member (review, "given_on"), &date);
  return sme_date_days_between (19700101, date) * 24 * HOUR_MS + MORNING;
}

static const char *
get_text (JsonObject *review, const char *language)
{
  JsonObject *text =
    json_object_has_member (review, "text") ? json_object_get_object_member (review, "text") : NULL;

  return text != NULL ? json_object_get_string_member (text, language) : NULL;
}

static gboolean
insert (SmeDb *db, const char *service_id, guint i, JsonObject *review, GError **error)
{
  /* One review per account: each stands for one that does not exist. */
  g_autofree char *account = g_strdup_printf ("demonstration-%u", i);
  g_autofree char *id = g_strdup_printf ("%s-%s", account, service_id);

  return sme_db_run (
    db, NULL, error,
    "INSERT INTO review (id, service_id, account_id, author, stars, body, body_en, created_at,"
    " updated_at, demonstration) VALUES (:id, :service, :account, :author, :stars, :body, :body_en,"
    " :time, :time, 1)",
    "id:s", id, "service:s", service_id, "account:s", account, "author:s",
    json_object_get_string_member (review, "author"), "stars:i",
    json_object_get_int_member (review, "stars"), "body:s", get_text (review, "vi"), "body_en:s",
    get_text (review, "en"), "time:i", read_time (review), NULL);
}

gboolean
sme_catalog_reviews_clear (SmeDb *db, GError **error)
{
  return sme_db_run (db, NULL, error, "DELETE FROM review WHERE demonstration = 1", NULL);
}

gboolean
sme_catalog_reviews_add (SmeDb *db, JsonObject *service, GError **error)
{
  JsonArray *reviews = json_object_has_member (service, "reviews")
                         ? json_object_get_array_member (service, "reviews")
                         : NULL;
  guint n = reviews != NULL ? json_array_get_length (reviews) : 0;

  for (guint i = 0; i < n; i++)
    if (!insert (db, json_object_get_string_member (service, "id"), i,
                 json_array_get_object_element (reviews, i), error))
      return FALSE;
  return TRUE;
}
