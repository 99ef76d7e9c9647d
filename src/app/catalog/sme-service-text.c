/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-service-text.h"

#include "base/sme-format.h"
#include "core/sme-enums.h"
#include "core/sme-match.h"
#include "core/sme-search-rank.h"

#include <glib/gi18n.h>
#include <string.h>

#define BULLET "• "

char *
sme_service_text_cycle (int months)
{
  return g_strdup_printf (ngettext ("%d month", "%d months", (gulong) months), months);
}

char *
sme_service_text_per_cycle (int months)
{
  if (months == 12)
    return g_strdup (C_ ("price", "/year"));
  if (months == 1)
    return g_strdup (C_ ("price", "/month"));
  return g_strdup_printf (C_ ("price", "/%d months"), months);
}

char *
sme_service_text_price (SmeService *service)
{
  SmeRecord *record = SME_RECORD (service);
  g_autofree char *money = NULL;
  g_autofree char *cycle = NULL;
  g_autofree char *once = NULL;

  if (!sme_record_has (record, "price_from"))
    return g_strdup (_ ("Price on request"));
  money = sme_format_money (sme_record_get_int (record, "price_from"));
  cycle = sme_record_has (record, "price_cycle_months")
            ? sme_service_text_per_cycle ((int) sme_record_get_int (record, "price_cycle_months"))
            : g_strdup ("");
  if (sme_record_get_int (record, "price_once") == 0)
    return g_strdup_printf (C_ ("price", "from %s%s"), money, cycle);
  once = sme_format_money (sme_record_get_int (record, "price_once"));
  /* Translators: a price, "/year", and what has to be paid once besides */
  return g_strdup_printf (C_ ("price", "from %s%s, plus %s once"), money, cycle, once);
}

/* One decimal, in the language of the program rather than of the system's numbers. */
static char *
format_stars (SmeRecord *record)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  char *point;

  g_ascii_formatd (digits, sizeof digits, "%.1f", sme_record_get_number (record, "rating"));
  point = strchr (digits, '.');
  *point = '\0';
  /* Translators: the decimal mark of "4.5 stars": a point or a comma */
  return g_strconcat (digits, C_ ("decimal mark", "."), point + 1, NULL);
}

/* Stars are often given without a word; the portal counts those who wrote. */
static char *
count_reviews (SmeRecord *record)
{
  int written = (int) sme_record_get_int (record, "review_count");
  int given = (int) sme_record_get_int (record, "rating_count");

  if (written > 0)
    return g_strdup_printf (ngettext ("%d review", "%d reviews", (gulong) written), written);
  return g_strdup_printf (ngettext ("%d rating", "%d ratings", (gulong) given), given);
}

char *
sme_service_text_rating (SmeService *service)
{
  SmeRecord *record = SME_RECORD (service);
  g_autofree char *stars = NULL, *count = NULL;

  if (!sme_record_has (record, "rating") || sme_record_get_int (record, "rating_count") == 0)
    return NULL;
  stars = format_stars (record);
  count = count_reviews (record);
  return g_strdup_printf ("%s (%s)", stars, count);
}

char *
sme_service_text_rating_spoken (SmeService *service)
{
  SmeRecord *record = SME_RECORD (service);
  int count = (int) sme_record_get_int (record, "rating_count");
  int written = (int) sme_record_get_int (record, "review_count");
  g_autofree char *stars = NULL, *given = NULL, *texts = NULL;

  if (!sme_record_has (record, "rating") || count == 0)
    return g_strdup (_ ("No ratings yet"));
  stars = format_stars (record);
  /* Translators: the first number is one like 4.5 */
  given = g_strdup_printf (
    ngettext ("%s of 5 stars, %d rating", "%s of 5 stars, %d ratings", (gulong) count), stars,
    count);
  if (written == 0)
    return g_steal_pointer (&given);
  texts = g_strdup_printf (ngettext ("%d review", "%d reviews", (gulong) written), written);
  return g_strdup_printf ("%s, %s", given, texts);
}

const char *
sme_service_text_demonstration (SmeService *service)
{
  SmeRecord *record = SME_RECORD (service);
  gboolean price = sme_record_get_int (record, "demonstration_price") != 0;
  gboolean reviews = sme_record_get_int (record, "demonstration_count") > 0;

  if (price && reviews)
    return _ ("Demonstration price and reviews");
  return price ? _ ("Demonstration price") : reviews ? _ ("Demonstration reviews") : NULL;
}

char *
sme_service_text_likes (SmeService *service)
{
  SmeRecord *record = SME_RECORD (service);
  g_autofree char *count = sme_format_number (sme_record_get_int (record, "likes"));

  return g_strdup_printf (
    "%s %s",
    sme_record_get_int (record, "liked") ? C_ ("service", "Liked") : C_ ("service", "Like"), count);
}

const char *
sme_service_text_customer (SmeCustomerType type)
{
  switch (type)
    {
    case SME_CUSTOMER_ENTERPRISE:
      return _ ("Enterprise");
    case SME_CUSTOMER_HOUSEHOLD:
      return _ ("Household business");
    case SME_CUSTOMER_PERSON:
    default:
      return _ ("Individual");
    }
}

static const char *
audience_name (const char *nick)
{
  int type;

  if (!sme_enum_from_nick (SME_TYPE_CUSTOMER_TYPE, nick, &type))
    return nick;
  return sme_service_text_customer ((SmeCustomerType) type);
}

static char *
describe_audience (SmeRecord *record)
{
  const char *const *nicks = sme_record_get_texts (record, "customer_types");
  GString *text = g_string_new (NULL);

  for (guint i = 0; nicks != NULL && nicks[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", audience_name (nicks[i]));
  return g_string_free (text, FALSE);
}

char *
sme_service_text_audience (SmeService *service)
{
  return describe_audience (SME_RECORD (service));
}

char *
sme_service_text_plan_audience (SmePlan *plan)
{
  return describe_audience (SME_RECORD (plan));
}

char *
sme_service_text_points (SmeService *service)
{
  const char *const *points = sme_record_get_texts (SME_RECORD (service), "overview");
  const char *summary = sme_record_get_text (SME_RECORD (service), "summary");
  GString *text;

  if (points == NULL || points[0] == NULL)
    return g_strdup (summary != NULL ? summary : "");
  text = g_string_new (NULL);
  for (guint i = 0; points[i] != NULL && i < SME_SERVICE_CARD_POINTS; i++)
    g_string_append_printf (text, "%s" BULLET "%s", i > 0 ? "\n" : "", points[i]);
  return g_string_free (text, FALSE);
}

char *
sme_service_text_spoken (SmeService *service)
{
  SmeRecord *record = SME_RECORD (service);
  g_autofree char *rating = sme_service_text_rating_spoken (service);
  g_autofree char *audience = sme_service_text_audience (service);
  g_autofree char *price = sme_service_text_price (service);
  const char *demonstration = sme_service_text_demonstration (service);

  return g_strdup_printf ("%s, %s. %s. %s. %s%s%s", sme_record_get_text (record, "name"),
                          sme_record_get_text (record, "provider"), rating, audience, price,
                          demonstration != NULL ? ". " : "",
                          demonstration != NULL ? demonstration : "");
}

/* Positions on the wire count characters; Pango counts bytes. @text stands at byte @at. */
static void
mark (PangoAttrList *marks, const char *text, gsize at, gint64 start, gint64 length)
{
  glong characters = g_utf8_strlen (text, -1);
  PangoAttribute *attributes[2];
  const char *begin, *end;

  if (start < 0 || length <= 0 || start > characters || length > characters - start)
    return;
  begin = g_utf8_offset_to_pointer (text, (glong) start);
  end = g_utf8_offset_to_pointer (begin, (glong) length);
  attributes[0] = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  attributes[1] = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      attributes[i]->start_index = (guint) (at + (gsize) (begin - text));
      attributes[i]->end_index = (guint) (at + (gsize) (end - text));
      pango_attr_list_insert (marks, attributes[i]);
    }
}

/* Makes @marks when there is something to mark. */
static void
add_marks (PangoAttrList **marks,
           SmeService *service,
           const char *field,
           const char *text,
           gsize at)
{
  GListModel *matches = sme_record_get_list (SME_RECORD (service), "matches");
  guint n = matches != NULL ? g_list_model_get_n_items (matches) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) match = g_list_model_get_item (matches, i);

      if (g_strcmp0 (sme_record_get_text (match, "field"), field) != 0)
        continue;
      if (*marks == NULL)
        *marks = pango_attr_list_new ();
      mark (*marks, text, at, sme_record_get_int (match, "start"),
            sme_record_get_int (match, "length"));
    }
}

PangoAttrList *
sme_service_text_marks (SmeService *service, const char *field, const char *text)
{
  PangoAttrList *marks = NULL;

  add_marks (&marks, service, field, text, 0);
  return marks;
}

PangoAttrList *
sme_service_text_point_marks (SmeService *service)
{
  const char *const *points = sme_record_get_texts (SME_RECORD (service), "overview");
  const char *summary = sme_record_get_text (SME_RECORD (service), "summary");
  PangoAttrList *marks = NULL;
  gsize at = 0;

  if (points == NULL || points[0] == NULL)
    return sme_service_text_marks (service, "summary", summary != NULL ? summary : "");
  for (guint i = 0; points[i] != NULL && i < SME_SERVICE_CARD_POINTS; i++)
    {
      g_autofree char *field = g_strdup_printf (SME_SEARCH_ITEM_FORMAT, "overview", i);

      at += strlen (i > 0 ? "\n" BULLET : BULLET);
      add_marks (&marks, service, field, points[i], at);
      at += strlen (points[i]);
    }
  return marks;
}

char *
sme_service_text_link (SmeService *service)
{
  SmeRecord *record = SME_RECORD (service);

  if (sme_record_has (record, "portal_id"))
    return g_strdup_printf ("https://onesme.vn/enterprise/service/%" G_GINT64_FORMAT,
                            sme_record_get_int (record, "portal_id"));
  return g_strdup_printf ("onesme://service/%s", sme_record_get_text (record, "id"));
}
