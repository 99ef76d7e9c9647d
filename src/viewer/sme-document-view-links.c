/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links: with the pointer, and with Tab and Enter. What leads out of the document is only told. */
#include "viewer/sme-document-view-private.h"

#include <glib/gi18n.h>

/* Returns: (nullable): the links of @page, if its text is at hand. */
static GArray *
get_links (SmeDocumentView *self, guint page)
{
  SmePageText *text = sme_document_view_ensure_text (self, page);

  return text != NULL ? sme_page_text_get_links (text) : NULL;
}

const SmePageLink *
sme_document_view_get_link_at (SmeDocumentView *self, double x, double y)
{
  const SmePageSize *size;
  SmePagePlace place;
  SmePageText *text;

  if (self->layout == NULL)
    return NULL;
  sme_document_view_get_place (self, x, y, &place);
  text = sme_document_view_ensure_text (self, place.page);
  if (text == NULL)
    return NULL;
  size = &sme_document_get_page_sizes (self->document)[place.page];
  return sme_page_text_get_link_at (text, place.x * size->width, place.y * size->height);
}

static char *
describe (const SmePageLink *link)
{
  if (link->uri != NULL)
    return g_strdup (link->uri);
  /* Translators: where a link leads; %u is the number of a page. */
  return g_strdup_printf (_ ("To page %u"), link->page + 1);
}

void
sme_document_view_follow (SmeDocumentView *self, const SmePageLink *link)
{
  g_autofree char *uri = g_strdup (link->uri);

  if (uri != NULL)
    g_signal_emit_by_name (self, "link-activated", uri);
  else
    sme_document_view_jump (self, link->page, link->top);
}

static const SmePageLink *
get_chosen (SmeDocumentView *self)
{
  GArray *links;

  if (!self->has_link || self->document == NULL)
    return NULL;
  links = get_links (self, self->link_page);
  if (links == NULL || self->link_index >= links->len)
    return NULL;
  return &g_array_index (links, SmePageLink, self->link_index);
}

gboolean
sme_document_view_get_chosen_link (SmeDocumentView *self, guint page, graphene_rect_t *rect)
{
  const SmePageLink *link;

  if (!self->has_link || self->link_page != page)
    return FALSE;
  link = get_chosen (self);
  if (link != NULL)
    *rect = link->rect;
  return link != NULL;
}

static void
tell_chosen (SmeDocumentView *self)
{
  const SmePageLink *link = get_chosen (self);
  g_autofree char *where = link != NULL ? describe (link) : NULL;
  g_autofree char *text = NULL;

  if (where == NULL)
    return;
  /* Translators: what a screen reader says of a chosen link; %s is an address or "To page 3". */
  text = g_strdup_printf (_ ("Link: %s"), where);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

void
sme_document_view_forget_link (SmeDocumentView *self)
{
  if (!self->has_link)
    return;
  self->has_link = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.activate-link", FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
choose (SmeDocumentView *self, guint page, guint index)
{
  GArray *links = get_links (self, page);

  self->has_link = TRUE;
  self->link_page = page;
  self->link_index = index;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.activate-link", TRUE);
  sme_document_view_reveal_rect (self, page, &g_array_index (links, SmePageLink, index).rect);
  tell_chosen (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The next link from the chosen one on, going @step, on the pages in sight. */
static gboolean
choose_next (SmeDocumentView *self, int step)
{
  SmeViewport viewport;
  guint first, last;
  gint64 page, index;

  sme_document_view_get_viewport (self, &viewport);
  if (!sme_page_layout_get_range (self->layout, viewport.top, viewport.top + viewport.height,
                                  &first, &last))
    return FALSE;
  page = step > 0 ? first : last;
  index = step > 0 ? -1 : G_MAXINT;
  if (self->has_link && self->link_page >= first && self->link_page <= last)
    {
      page = self->link_page;
      index = self->link_index;
    }
  for (; page >= first && page <= last; page += step)
    {
      GArray *links = get_links (self, (guint) page);
      gint64 n_links = links != NULL ? links->len : 0;

      index = step > 0 ? index + 1 : MIN (index, n_links) - 1;
      if (index >= 0 && index < n_links)
        {
          choose (self, (guint) page, (guint) index);
          return TRUE;
        }
      index = step > 0 ? -1 : G_MAXINT;
    }
  return FALSE;
}

gboolean
sme_document_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (widget);
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (gtk_widget_is_focus (widget))
    {
      if (is_tab && self->layout != NULL &&
          choose_next (self, direction == GTK_DIR_TAB_FORWARD ? 1 : -1))
        return TRUE;
      sme_document_view_forget_link (self);
      return FALSE;
    }
  sme_document_view_forget_link (self);
  /* So that the links are at hand when Tab is pressed next. */
  if (self->document != NULL)
    sme_document_view_ensure_text (self, self->page);
  return gtk_widget_grab_focus (widget);
}

static void
on_activate_link (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const SmePageLink *link = get_chosen (SME_DOCUMENT_VIEW (widget));

  if (link != NULL)
    sme_document_view_follow (SME_DOCUMENT_VIEW (widget), link);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  SmeDocumentView *self = user_data;

  if (self->layout != NULL)
    sme_document_view_get_place (self, x, y, &self->pressed_at);
}

/* Both ends of the click are on the same link; a drag across it selects text. */
static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  SmeDocumentView *self = user_data;
  const SmePageLink *link = sme_document_view_get_link_at (self, x, y);
  const SmePageSize *size;
  graphene_point_t point;

  if (link == NULL || n_press != 1 || self->dragging || sme_document_view_has_selection (self))
    return;
  size = &sme_document_get_page_sizes (self->document)[self->pressed_at.page];
  graphene_point_init (&point, (float) (self->pressed_at.x * size->width),
                       (float) (self->pressed_at.y * size->height));
  if (graphene_rect_contains_point (&link->rect, &point))
    sme_document_view_follow (self, link);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, gpointer user_data)
{
  SmeDocumentView *self = user_data;
  gboolean is_link = sme_document_view_get_link_at (self, x, y) != NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_link ? "pointer" : NULL);
}

static gboolean
on_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  const SmePageLink *link = sme_document_view_get_link_at (SME_DOCUMENT_VIEW (widget), x, y);
  g_autofree char *text = link != NULL ? describe (link) : NULL;

  if (text == NULL || by_key)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

void
sme_document_view_class_init_links (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "view.activate-link", NULL, on_activate_link);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, 0, "view.activate-link", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Enter, 0, "view.activate-link", NULL);
}

void
sme_document_view_init_links (SmeDocumentView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "view.activate-link", FALSE);
}
