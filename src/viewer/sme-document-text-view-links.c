/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links in the text: with the pointer, and with Tab and Enter. Nothing is opened here. */
#include "viewer/sme-document-text-view-private.h"

#include <glib/gi18n.h>

#define LINK "sme-link"

typedef struct
{
  char *uri; /* NULL: inside of the document */
  guint page;
  double top;
} Link;

static void
free_link (gpointer data)
{
  Link *link = data;

  g_free (link->uri);
  g_free (link);
}

static GtkTextTag *
add_tag (SmeDocumentTextView *self, const SmePageLink *link)
{
  GtkTextTag *tag = gtk_text_buffer_create_tag (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)),
                                                NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  Link *kept = g_new0 (Link, 1);

  kept->uri = g_strdup (link->uri);
  kept->page = link->page;
  kept->top = link->top;
  g_object_set_data_full (G_OBJECT (tag), LINK, kept, free_link);
  return tag;
}

/* What a link without letters (a picture) is called. */
static void
append_link (SmeDocumentTextView *self, const SmePageLink *link)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autofree char *where =
    link->uri != NULL ? g_strdup (link->uri) : g_strdup_printf (_ ("To page %u"), link->page + 1);
  g_autofree char *text = g_strdup_printf (_ ("Link: %s"), where);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, "\n", 1);
  gtk_text_buffer_insert_with_tags (buffer, &end, text, -1, add_tag (self, link), self->link_style,
                                    NULL);
}

/* From the beginning of its first line to the end of its last. */
static void
find_range (SmePageText *text, const SmePageLink *link, SmeTextRange *range)
{
  const graphene_rect_t *rect = &link->rect;
  double inset = MIN (rect->size.height / 2, 4);

  range->start = sme_page_text_get_boundary_at (text, rect->origin.x + 0.5, rect->origin.y + inset);
  range->end = sme_page_text_get_boundary_at (text, rect->origin.x + rect->size.width - 0.5,
                                              rect->origin.y + rect->size.height - inset);
}

/* Whether the letters of a range stand where the link is: the nearest boundary of an empty place
 * may be anywhere. */
static gboolean
is_on (SmePageText *text, const SmePageLink *link, const SmeTextRange *range)
{
  g_autoptr (GArray) rects = NULL;

  if (range->start >= range->end)
    return FALSE;
  rects = sme_page_text_get_rects (text, range);
  for (guint i = 0; i < rects->len; i++)
    if (graphene_rect_intersection (&g_array_index (rects, graphene_rect_t, i), &link->rect, NULL))
      return TRUE;
  return FALSE;
}

void
sme_document_text_view_add_links (SmeDocumentTextView *self, guint page)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  SmePageText *text = sme_document_peek_text (self->document, page);
  GArray *links = text != NULL ? sme_page_text_get_links (text) : NULL;
  int start = g_array_index (self->parts, SmeTextPart, page).start;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const SmePageLink *link = &g_array_index (links, SmePageLink, i);
      SmeTextRange range;
      GtkTextIter from, to;

      if (link->uri == NULL && link->page == G_MAXUINT)
        continue;
      find_range (text, link, &range);
      if (!is_on (text, link, &range))
        {
          append_link (self, link);
          continue;
        }
      gtk_text_buffer_get_iter_at_offset (buffer, &from, start + (int) range.start);
      gtk_text_buffer_get_iter_at_offset (buffer, &to, start + (int) range.end);
      gtk_text_buffer_apply_tag (buffer, add_tag (self, link), &from, &to);
      gtk_text_buffer_apply_tag (buffer, self->link_style, &from, &to);
    }
}

static void
collect_link (GtkTextTag *tag, gpointer user_data)
{
  if (g_object_get_data (G_OBJECT (tag), LINK) != NULL)
    g_ptr_array_add (user_data, tag);
}

void
sme_document_text_view_forget_links (SmeDocumentTextView *self)
{
  GtkTextTagTable *table =
    gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();

  gtk_text_tag_table_foreach (table, collect_link, tags);
  for (guint i = 0; i < tags->len; i++)
    gtk_text_tag_table_remove (table, g_ptr_array_index (tags, i));
}

static const Link *
find_link (const GtkTextIter *iter)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *item = tags; item != NULL; item = item->next)
    {
      const Link *link = g_object_get_data (item->data, LINK);

      if (link != NULL)
        return link;
    }
  return NULL;
}

static const Link *
find_link_at (SmeDocumentTextView *self, double x, double y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int left, top;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &left,
                                         &top);
  return gtk_text_view_get_iter_at_location (view, &iter, left, top) ? find_link (&iter) : NULL;
}

static void
follow (SmeDocumentTextView *self, const Link *link)
{
  g_autofree char *uri = g_strdup (link->uri);

  if (uri != NULL)
    g_signal_emit_by_name (self, "link-activated", uri);
  else
    g_signal_emit_by_name (self, "jump", link->page, link->top);
}

static void
get_cursor (SmeDocumentTextView *self, GtkTextIter *iter)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_get_iter_at_mark (buffer, iter, gtk_text_buffer_get_insert (buffer));
}

static gboolean
on_enter (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  const Link *link;
  GtkTextIter iter;

  get_cursor (SME_DOCUMENT_TEXT_VIEW (widget), &iter);
  link = find_link (&iter);
  if (link != NULL)
    follow (SME_DOCUMENT_TEXT_VIEW (widget), link);
  return link != NULL;
}

static gboolean
is_in_sight (SmeDocumentTextView *self, const GtkTextIter *iter)
{
  GdkRectangle sight, place;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &sight);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), iter, &place);
  return place.y >= sight.y && place.y + place.height <= sight.y + sight.height;
}

/* Where Tab begins: at the cursor, or, when that is out of sight, at the window's edge. */
static void
get_origin (SmeDocumentTextView *self, gboolean forward, GtkTextIter *iter)
{
  GdkRectangle sight;

  get_cursor (self, iter);
  if (is_in_sight (self, iter))
    return;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &sight);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), iter,
                               forward ? sight.y : sight.y + sight.height, NULL);
}

/* Puts the cursor on the next link in sight. */
static gboolean
choose_next (SmeDocumentTextView *self, gboolean forward)
{
  GtkTextIter iter;

  get_origin (self, forward, &iter);
  while (forward ? gtk_text_iter_forward_to_tag_toggle (&iter, self->link_style)
                 : gtk_text_iter_backward_to_tag_toggle (&iter, self->link_style))
    {
      if (!gtk_text_iter_starts_tag (&iter, self->link_style))
        continue;
      if (!is_in_sight (self, &iter))
        return FALSE;
      gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter);
      return TRUE;
    }
  return FALSE;
}

static gboolean
sme_document_text_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (gtk_widget_is_focus (widget))
    return is_tab &&
           choose_next (SME_DOCUMENT_TEXT_VIEW (widget), direction == GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (widget);
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, SmeDocumentTextView *self)
{
  const Link *link = find_link_at (self, x, y);

  if (link != NULL && n_press == 1 &&
      !gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    follow (self, link);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, SmeDocumentTextView *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   find_link_at (self, x, y) != NULL ? "pointer" : "text");
}

void
sme_document_text_view_class_init_links (GtkWidgetClass *klass)
{
  klass->focus = sme_document_text_view_focus;
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, on_enter, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, on_enter, NULL);
  g_signal_new ("link-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  g_signal_new ("jump", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_DOUBLE);
}

void
sme_document_text_view_init_links (SmeDocumentTextView *self)
{
  GtkEventController *click = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->link_style = gtk_text_buffer_create_tag (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)),
                                                 "link", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  /* The text's own gesture claims the click for its cursor. */
  gtk_event_controller_set_propagation_phase (click, GTK_PHASE_CAPTURE);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), click);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
