/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document says of itself and where its links lead, as data. Nothing of it is ever done by
 * reading it: actions that start programs, scripts or films are not even kept. */
#include "viewer/sme-poppler-private.h"

#include "viewer/sme-document-error.h"
#include "viewer/sme-document-limits.h"
#include "viewer/sme-page-text.h"

#include <math.h>
#include <string.h>

/* From a place of the file to one of the page as it is shown, 0 to 1 from the top. */
static double
get_top (SmePoppler *self, guint page, const PopplerDest *dest)
{
  double height = self->sizes[page].height / self->shrinks[page];

  if (!isfinite (dest->top) || height <= 0 || (dest->type == POPPLER_DEST_XYZ && !dest->change_top))
    return 0;
  if (dest->type != POPPLER_DEST_XYZ && dest->type != POPPLER_DEST_FITH &&
      dest->type != POPPLER_DEST_FITBH && dest->type != POPPLER_DEST_FITR)
    return 0;
  return CLAMP (1 - dest->top / height, 0, 1);
}

/* Returns: %FALSE where it leads nowhere. */
static gboolean
resolve (SmePoppler *self, const PopplerDest *dest, guint *page, double *top)
{
  PopplerDest *found = NULL;

  if (dest != NULL && dest->type == POPPLER_DEST_NAMED && dest->named_dest != NULL)
    dest = found = poppler_document_find_dest (self->document, dest->named_dest);
  if (dest != NULL && dest->page_num >= 1 && (guint) dest->page_num <= self->n_pages)
    {
      *page = (guint) dest->page_num - 1;
      *top = get_top (self, *page, dest);
    }
  g_clear_pointer (&found, poppler_dest_free);
  return *page != G_MAXUINT;
}

/* The pages that readers name without a place. */
static guint
resolve_name (SmePoppler *self, const char *name, guint from)
{
  if (g_strcmp0 (name, "FirstPage") == 0)
    return 0;
  if (g_strcmp0 (name, "LastPage") == 0)
    return self->n_pages - 1;
  if (g_strcmp0 (name, "NextPage") == 0)
    return MIN (from + 1, self->n_pages - 1);
  if (g_strcmp0 (name, "PrevPage") == 0)
    return from > 0 ? from - 1 : 0;
  return G_MAXUINT;
}

static gboolean
read_action (SmePoppler *self, const PopplerAction *action, guint from, SmePageLink *link)
{
  link->page = G_MAXUINT;
  switch (action->type)
    {
    case POPPLER_ACTION_GOTO_DEST:
      return resolve (self, action->goto_dest.dest, &link->page, &link->top);
    case POPPLER_ACTION_NAMED:
      link->page = resolve_name (self, action->named.named_dest, from);
      return link->page != G_MAXUINT;
    case POPPLER_ACTION_URI:
      if (action->uri.uri == NULL || action->uri.uri[0] == '\0')
        return FALSE;
      link->uri =
        g_utf8_make_valid (action->uri.uri, (gssize) strnlen (action->uri.uri, SME_LINK_MAX_BYTES));
      return TRUE;
    default:
      return FALSE;
    }
}

/* poppler counts from the lower left corner of what is shown. */
static void
read_rect (SmePoppler *self, guint index, const PopplerRectangle *area, graphene_rect_t *rect)
{
  double shrink = self->shrinks[index];
  double height = self->sizes[index].height;

  graphene_rect_init (rect, (float) (MIN (area->x1, area->x2) * shrink),
                      (float) (height - MAX (area->y1, area->y2) * shrink),
                      (float) (ABS (area->x2 - area->x1) * shrink),
                      (float) (ABS (area->y2 - area->y1) * shrink));
}

/* From the top down, and from the left in a line: the order in which Tab goes through them. */
static int
compare_links (gconstpointer a, gconstpointer b)
{
  const graphene_rect_t *first = &((const SmePageLink *) a)->rect;
  const graphene_rect_t *second = &((const SmePageLink *) b)->rect;

  if (first->origin.y + first->size.height <= second->origin.y)
    return -1;
  if (second->origin.y + second->size.height <= first->origin.y)
    return 1;
  return (first->origin.x > second->origin.x) - (first->origin.x < second->origin.x);
}

static GVariant *
pack_links (GArray *links)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ddddsud)"));
  for (guint i = 0; i < links->len; i++)
    {
      const SmePageLink *link = &g_array_index (links, SmePageLink, i);
      const graphene_rect_t *rect = &link->rect;

      g_variant_builder_add (&builder, "(ddddsud)", (double) rect->origin.x,
                             (double) rect->origin.y, (double) rect->size.width,
                             (double) rect->size.height, link->uri != NULL ? link->uri : "",
                             link->page, link->top);
    }
  return g_variant_builder_end (&builder);
}

GVariant *
sme_poppler_read_links (SmePoppler *self, PopplerPage *page, guint index)
{
  GList *mappings = poppler_page_get_link_mapping (page);
  g_autoptr (GArray) links = sme_page_links_new ();

  for (GList *l = mappings; l != NULL && links->len < SME_PAGE_MAX_LINKS; l = l->next)
    {
      PopplerLinkMapping *mapping = l->data;
      SmePageLink link = { .page = G_MAXUINT };

      if (mapping->action == NULL || !read_action (self, mapping->action, index, &link))
        continue;
      read_rect (self, index, &mapping->area, &link.rect);
      g_array_append_val (links, link);
    }
  poppler_page_free_link_mapping (mappings);
  g_array_sort (links, compare_links);
  return pack_links (links);
}

typedef struct
{
  SmePoppler *poppler;
  GVariantBuilder *headings;
  guint left; /* headings that may still be read */
} Reading;

/* Reads the headings beside and below @iter; a file may have them without end. */
static void
read_headings (Reading *reading, PopplerIndexIter *iter, guint depth)
{
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *below = NULL;
      g_autofree char *title = NULL;
      SmePageLink link = { .page = G_MAXUINT };

      if (action != NULL)
        {
          read_action (reading->poppler, action, 0, &link);
          title = sme_poppler_clean_line (action->any.title);
          g_clear_pointer (&link.uri, g_free); /* a table of contents leads to pages only */
          poppler_action_free (action);
        }
      g_variant_builder_add (reading->headings, "(usud)", depth, title != NULL ? title : "",
                             link.page, link.top);
      reading->left--;

      if (depth < SME_OUTLINE_MAX_DEPTH && reading->left > 0)
        below = poppler_index_iter_get_child (iter);
      if (below != NULL)
        read_headings (reading, below, depth + 1);
      g_clear_pointer (&below, poppler_index_iter_free);
    }
  while (reading->left > 0 && poppler_index_iter_next (iter));
}

GVariant *
sme_poppler_get_outline (SmePoppler *self)
{
  GVariantBuilder headings;
  Reading reading = { self, &headings, SME_OUTLINE_MAX_ITEMS };
  PopplerIndexIter *iter = poppler_index_iter_new (self->document);

  g_variant_builder_init (&headings, G_VARIANT_TYPE ("a(usud)"));
  if (iter != NULL)
    read_headings (&reading, iter, 1);
  g_clear_pointer (&iter, poppler_index_iter_free);
  return g_variant_builder_end (&headings);
}

/* The fonts of the first pages that the file does not carry: they are drawn with others. */
static char *
list_missing_fonts (SmePoppler *self)
{
  PopplerFontInfo *info = poppler_font_info_new (self->document);
  g_autoptr (GString) names = g_string_new (NULL);
  PopplerFontsIter *iter = NULL;

  if (poppler_font_info_scan (info, (int) MIN (self->n_pages, SME_FACTS_MAX_FONT_PAGES), &iter) &&
      iter != NULL)
    do
      {
        g_autofree char *name = sme_poppler_clean_line (poppler_fonts_iter_get_name (iter));

        if (poppler_fonts_iter_is_embedded (iter) || name[0] == '\0' || names->len > 200)
          continue;
        g_string_append_printf (names, names->len > 0 ? ", %s" : "%s", name);
      }
    while (poppler_fonts_iter_next (iter));
  g_clear_pointer (&iter, poppler_fonts_iter_free);
  g_object_unref (info);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static GVariant *
take_line (char *text)
{
  g_autofree char *owned = text;

  return g_variant_new_take_string (sme_poppler_clean_line (owned));
}

static GVariant *
take_time (GDateTime *time)
{
  g_autoptr (GDateTime) owned = time;
  char *text = owned != NULL ? g_date_time_format_iso8601 (owned) : NULL;

  return g_variant_new_take_string (text != NULL ? text : g_strdup (""));
}

GVariant *
sme_poppler_get_facts (SmePoppler *self)
{
  PopplerDocument *document = self->document;
  GVariantBuilder facts;

  g_variant_builder_init (&facts, G_VARIANT_TYPE ("(ssssssssss)"));
  g_variant_builder_add (&facts, "s", self->title);
  g_variant_builder_add_value (&facts, take_line (poppler_document_get_author (document)));
  g_variant_builder_add_value (&facts, take_line (poppler_document_get_subject (document)));
  g_variant_builder_add_value (&facts, take_line (poppler_document_get_keywords (document)));
  g_variant_builder_add_value (&facts, take_line (poppler_document_get_creator (document)));
  g_variant_builder_add_value (&facts, take_line (poppler_document_get_producer (document)));
  g_variant_builder_add_value (&facts,
                               take_line (poppler_document_get_pdf_version_string (document)));
  g_variant_builder_add_value (&facts, g_variant_new_take_string (list_missing_fonts (self)));
  g_variant_builder_add_value (&facts,
                               take_time (poppler_document_get_creation_date_time (document)));
  g_variant_builder_add_value (&facts,
                               take_time (poppler_document_get_modification_date_time (document)));
  return g_variant_builder_end (&facts);
}

GArray *
sme_poppler_get_signature_rects (SmePoppler *self, guint index)
{
  GArray *rects = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  g_autoptr (Page) page = NULL;
  GList *mappings;

  page = index < self->n_pages ? poppler_document_get_page (self->document, (int) index) : NULL;
  mappings = page != NULL ? poppler_page_get_form_field_mapping (page) : NULL;
  for (GList *l = mappings; l != NULL; l = l->next)
    {
      PopplerFormFieldMapping *mapping = l->data;
      graphene_rect_t rect;

      if (poppler_form_field_get_field_type (mapping->field) != POPPLER_FORM_FIELD_SIGNATURE)
        continue;
      read_rect (self, index, &mapping->area, &rect);
      g_array_append_val (rects, rect);
    }
  poppler_page_free_form_field_mapping (mappings);
  return rects;
}
