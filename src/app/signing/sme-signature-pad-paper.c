/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-signature-pad-paper.h"

#include <math.h>

/* Where one signs, in parts of the box. */
#define BASELINE 0.72f
#define SIDE 0.06f
#define HINT_DISTANCE 6

/* Colours of a print, not of the theme; the text has a contrast of 6.6:1. */
static const GdkRGBA paper = { 1.00f, 1.00f, 1.00f, 1 };
static const GdkRGBA paper_edge = { 0.55f, 0.55f, 0.58f, 1 };
static const GdkRGBA paper_line = { 0.60f, 0.62f, 0.68f, 1 };
static const GdkRGBA paper_text = { 0.37f, 0.36f, 0.39f, 1 };

static void
append_ring (GtkSnapshot *snapshot, const GskRoundedRect *edge, float width, GdkRGBA colour)
{
  float widths[] = { width, width, width, width };
  GdkRGBA colours[] = { colour, colour, colour, colour };

  gtk_snapshot_append_border (snapshot, edge, widths, colours);
}

/* Not under a rounded clip: there cairo 1.16 cuts the dots off the i's. */
static void
append_hint (GtkWidget *widget,
             GtkSnapshot *snapshot,
             const graphene_size_t *size,
             const char *hint)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, hint);
  float side = roundf (size->width * SIDE);
  int height;

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_width (layout, (int) (size->width - 2 * side) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (side, roundf (size->height * BASELINE) -
                                                                  height - HINT_DISTANCE));
  gtk_snapshot_append_layout (snapshot, layout, &paper_text);
  gtk_snapshot_restore (snapshot);
}

void
sme_signature_pad_paper_snapshot (GtkWidget *widget,
                                  GtkSnapshot *snapshot,
                                  const GskRoundedRect *edge,
                                  const char *hint)
{
  const graphene_size_t *size = &edge->bounds.size;
  float side = roundf (size->width * SIDE);
  graphene_rect_t line = { { side, roundf (size->height * BASELINE) },
                           { size->width - 2 * side, 1 } };

  gtk_snapshot_push_rounded_clip (snapshot, edge);
  gtk_snapshot_append_color (snapshot, &paper, &edge->bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_color (snapshot, &paper_line, &line);
  append_ring (snapshot, edge, 1, paper_edge);
  if (hint != NULL)
    append_hint (widget, snapshot, size, hint);
}

/* In the theme's accent, which can be seen on white. */
void
sme_signature_pad_paper_snapshot_focus (GtkWidget *widget,
                                        GtkSnapshot *snapshot,
                                        const GskRoundedRect *edge)
{
  GdkRGBA accent = { 0.04f, 0.39f, 0.69f, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_bg_color",
                                  &accent);
  append_ring (snapshot, edge, 2, accent);
}
