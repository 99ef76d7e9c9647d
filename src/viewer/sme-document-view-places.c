/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jumping in the document and coming back, and how its pages are turned and coloured. */
#include "viewer/sme-document-view-private.h"

/* Places that are remembered each way. */
#define PLACES_MAX 100

/* The place at the upper edge of what is in sight. */
static void
get_top_place (SmeDocumentView *self, SmePagePlace *place)
{
  SmeViewport viewport;

  sme_document_view_get_viewport (self, &viewport);
  sme_page_layout_to_place (self->layout, (double) viewport.left, (double) viewport.top, place);
}

static void
show_place (SmeDocumentView *self, const SmePagePlace *place)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  SmeViewport viewport;
  double x, y;

  if (place->y <= 0)
    {
      sme_document_view_set_page (self, place->page);
      return;
    }
  sme_document_view_get_viewport (self, &viewport);
  sme_page_layout_from_place (self->layout, place, &x, &y);
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, y / viewport.scale);
  /* Out of sight nothing looks which page is there (in text mode, which follows it). */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    sme_document_view_change_page (self, sme_document_view_find_page (self));
}

/* In text mode the page is the one that was gone to, even where the next one fills more of the
 * window that nobody sees. */
static void
hold_page (SmeDocumentView *self, guint page)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (adjustment == NULL || gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->page_held_at = gtk_adjustment_get_value (adjustment);
  sme_document_view_change_page (self, page);
}

static void
push (GArray *places, const SmePagePlace *place)
{
  if (places->len >= PLACES_MAX)
    g_array_remove_index (places, 0);
  g_array_append_vals (places, place, 1);
}

void
sme_document_view_jump (SmeDocumentView *self, guint page, double top)
{
  SmePagePlace from;
  SmePagePlace to = { page, 0, CLAMP (top, 0, 1) };

  g_return_if_fail (SME_IS_DOCUMENT_VIEW (self));

  if (self->layout == NULL)
    return;
  to.page = MIN (page, sme_page_layout_get_n_pages (self->layout) - 1);
  /* Half way down a page that is shown turned would be anywhere. */
  if (self->look.turns != 0)
    to.y = 0;
  get_top_place (self, &from);
  push (self->places_back, &from);
  g_array_set_size (self->places_forward, 0);
  show_place (self, &to);
  hold_page (self, to.page);
  sme_document_view_update_actions (self);
}

/* Returns to the last of @places, and remembers in @others where it was. */
static void
go (SmeDocumentView *self, GArray *places, GArray *others)
{
  SmePagePlace from, to;

  if (self->layout == NULL || places->len == 0)
    return;
  get_top_place (self, &from);
  to = g_array_index (places, SmePagePlace, places->len - 1);
  g_array_set_size (places, places->len - 1);
  push (others, &from);
  show_place (self, &to);
  sme_document_view_update_actions (self);
}

static void
on_back_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (widget);

  go (self, self->places_back, self->places_forward);
}

static void
on_forward_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (widget);

  go (self, self->places_forward, self->places_back);
}

/* From a page as it is shown turned one way to the same point as it is shown turned the other. */
static void
turn_place (SmePagePlace *place, guint from, guint to)
{
  sme_page_place_unturn (&place->x, &place->y, from);
  sme_page_place_unturn (&place->x, &place->y, (4 - to) % 4);
}

static void
turn_places (GArray *places, guint from, guint to)
{
  for (guint i = 0; i < places->len; i++)
    turn_place (&g_array_index (places, SmePagePlace, i), from, to);
}

/* Brings a place to the middle of the window. */
static void
show_in_middle (SmeDocumentView *self, const SmePagePlace *place)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  SmeViewport viewport;
  double x, y;

  if (adjustment == NULL)
    return;
  sme_document_view_get_viewport (self, &viewport);
  sme_page_layout_from_place (self->layout, place, &x, &y);
  gtk_adjustment_set_value (adjustment,
                            y / viewport.scale - gtk_adjustment_get_page_size (adjustment) / 2);
}

/* What is read stays in the middle of the window. */
static void
turn (SmeDocumentView *self, guint turns)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint page = self->page;
  SmePagePlace middle;

  sme_document_view_get_place (self, gtk_widget_get_width (widget) / 2.0,
                               gtk_widget_get_height (widget) / 2.0, &middle);
  self->look.turns = (guint8) turns;
  sme_page_place_unturn (&middle.x, &middle.y, (4 - turns) % 4);
  sme_document_view_build (self);
  sme_document_view_rearrange (self);
  if (middle.page == page)
    show_in_middle (self, &middle);
}

void
sme_document_view_set_turns (SmeDocumentView *self, guint turns)
{
  g_return_if_fail (SME_IS_DOCUMENT_VIEW (self));

  turns %= 4;
  if (self->look.turns == turns)
    return;
  turn_places (self->places_back, self->look.turns, turns);
  turn_places (self->places_forward, self->look.turns, turns);
  if (self->document != NULL)
    turn (self, turns);
  self->look.turns = (guint8) turns;
  sme_document_view_notify (self, SME_VIEW_PROP_TURNS);
}

guint
sme_document_view_get_turns (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), 0);

  return self->look.turns;
}

void
sme_document_view_set_dark (SmeDocumentView *self, gboolean dark)
{
  double top;

  g_return_if_fail (SME_IS_DOCUMENT_VIEW (self));

  dark = !!dark;
  if (self->look.dark == dark)
    return;
  self->look.dark = dark;
  if (self->document != NULL)
    {
      GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];

      top = adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
      sme_document_view_build (self);
      sme_document_view_rearrange (self);
      if (adjustment != NULL)
        gtk_adjustment_set_value (adjustment, top);
    }
  sme_document_view_notify (self, SME_VIEW_PROP_DARK);
}

gboolean
sme_document_view_get_dark (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), FALSE);

  return self->look.dark;
}

static void
on_rotate_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (widget);

  sme_document_view_set_turns (self, self->look.turns + (g_str_has_suffix (name, "right") ? 1 : 3));
}

void
sme_document_view_forget_places (SmeDocumentView *self)
{
  g_array_set_size (self->places_back, 0);
  g_array_set_size (self->places_forward, 0);
  sme_document_view_update_actions (self);
}

void
sme_document_view_class_init_places (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "view.back", NULL, on_back_activated);
  gtk_widget_class_install_action (klass, "view.forward", NULL, on_forward_activated);
  gtk_widget_class_install_action (klass, "view.rotate-left", NULL, on_rotate_activated);
  gtk_widget_class_install_action (klass, "view.rotate-right", NULL, on_rotate_activated);
  gtk_widget_class_install_property_action (klass, "view.dark", "dark");
}

void
sme_document_view_init_places (SmeDocumentView *self)
{
  self->places_back = g_array_new (FALSE, FALSE, sizeof (SmePagePlace));
  self->places_forward = g_array_new (FALSE, FALSE, sizeof (SmePagePlace));
}

void
sme_document_view_finalize_places (SmeDocumentView *self)
{
  g_clear_pointer (&self->places_back, g_array_unref);
  g_clear_pointer (&self->places_forward, g_array_unref);
}
