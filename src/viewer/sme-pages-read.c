/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the process for pages reads of a document, taken as data. */
#include "viewer/sme-pages-private.h"

#include "viewer/sme-document-limits.h"

#include <math.h>

/* Seconds of the processor. */
#define READ_SECONDS 8

static GVariant *
ask (SmePages *self, SmePageOp op, guint page, GCancellable *cancellable, GError **error)
{
  SmePageRequest request = { .op = op, .area = { .page = page } };
  SmePageBounds bounds = { cancellable, READ_SECONDS, FALSE };

  return sme_pages_call (self, &request, -1, &bounds, error);
}

static double
clamp (double value, double max)
{
  return isfinite (value) ? CLAMP (value, 0, max) : 0;
}

static guint
clamp_page (SmePages *self, guint page)
{
  return page < self->n_pages ? page : G_MAXUINT;
}

static GArray *
take_links (SmePages *self, GVariant *packed)
{
  GArray *links = sme_page_links_new ();
  GVariantIter iter;
  double x, y, width, height, top;
  const char *uri;
  guint page;

  g_variant_iter_init (&iter, packed);
  while (g_variant_iter_next (&iter, "(dddd&sud)", &x, &y, &width, &height, &uri, &page, &top) &&
         links->len < SME_PAGE_MAX_LINKS)
    {
      SmePageLink link = { .page = clamp_page (self, page), .top = clamp (top, 1) };

      if (uri[0] != '\0')
        link.uri = g_strdup (uri);
      if (link.uri == NULL && link.page == G_MAXUINT)
        continue;
      graphene_rect_init (
        &link.rect, (float) clamp (x, SME_PAGE_MAX_POINTS), (float) clamp (y, SME_PAGE_MAX_POINTS),
        (float) clamp (width, SME_PAGE_MAX_POINTS), (float) clamp (height, SME_PAGE_MAX_POINTS));
      g_array_append_val (links, link);
    }
  return links;
}

static void
make_finite (graphene_rect_t *boxes, gsize n_boxes)
{
  for (gsize i = 0; i < n_boxes; i++)
    {
      graphene_rect_t *box = &boxes[i];

      if (!isfinite (box->origin.x) || !isfinite (box->origin.y) || !isfinite (box->size.width) ||
          !isfinite (box->size.height))
        *box = GRAPHENE_RECT_INIT (0, 0, 0, 0);
    }
}

SmePageText *
sme_pages_get_text (SmePages *self, guint page, GCancellable *cancellable, GError **error)
{
  g_autoptr (GVariant) answer = ask (self, SME_PAGE_OP_TEXT, page, cancellable, error);
  g_autoptr (GVariant) packed = NULL;
  g_autoptr (GVariant) links = NULL;
  g_autofree graphene_rect_t *boxes = NULL;
  const char *text;
  SmePageText *result;
  gsize size;

  if (answer == NULL)
    return NULL;
  g_variant_get (answer, "(&s@ay@a(ddddsud))", &text, &packed, &links);
  boxes = g_memdup2 (g_variant_get_fixed_array (packed, &size, 1), g_variant_get_size (packed));
  make_finite (boxes, size / sizeof boxes[0]);
  result = sme_page_text_new (text, boxes, (guint) (size / sizeof boxes[0]), &self->sizes[page]);
  sme_page_text_take_links (result, take_links (self, links));
  return result;
}

/* The headings come in order with their depths; those deeper than the last one are below it. */
SmeOutlineItem *
sme_pages_get_outline (SmePages *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GVariant) answer = ask (self, SME_PAGE_OP_OUTLINE, 0, cancellable, error);
  SmeOutlineItem *open[SME_OUTLINE_MAX_DEPTH + 1]; /* the last heading of each depth */
  guint depth, page, last = 0, n = 0;
  GVariantIter iter;
  const char *title;
  double top;

  if (answer == NULL)
    return NULL;
  open[0] = sme_outline_item_new ("", G_MAXUINT, 0);
  g_variant_iter_init (&iter, answer);
  while (g_variant_iter_next (&iter, "(u&sud)", &depth, &title, &page, &top) &&
         n++ < SME_OUTLINE_MAX_ITEMS)
    {
      g_autoptr (SmeOutlineItem) item =
        sme_outline_item_new (title, clamp_page (self, page), clamp (top, 1));

      depth = CLAMP (depth, 1, MIN (last + 1, SME_OUTLINE_MAX_DEPTH));
      sme_outline_item_add (open[depth - 1], item);
      open[depth] = item; /* the one above holds it */
      last = depth;
    }
  return open[0];
}

SmeDocumentFacts *
sme_pages_get_facts (SmePages *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GVariant) answer = ask (self, SME_PAGE_OP_FACTS, 0, cancellable, error);
  const char *created, *modified;
  SmeDocumentFacts *facts;

  if (answer == NULL)
    return NULL;
  facts = g_new0 (SmeDocumentFacts, 1);
  g_variant_get (answer, "(ssssssss&s&s)", &facts->title, &facts->author, &facts->subject,
                 &facts->keywords, &facts->creator, &facts->producer, &facts->version,
                 &facts->fonts_missing, &created, &modified);
  facts->created = g_date_time_new_from_iso8601 (created, NULL);
  facts->modified = g_date_time_new_from_iso8601 (modified, NULL);
  facts->n_pages = self->n_pages;
  facts->n_bytes = g_bytes_get_size (self->bytes);
  facts->first_page = self->sizes[0];
  return facts;
}
