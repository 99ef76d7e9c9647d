/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-painter.h"

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "backend/paper/sme-paper-error.h"
#include "backend/paper/sme-paper-typesetter.h"
#include "base/sme-time.h"

#define HEADER_Y 34.0
#define FOOTER_Y (SME_PAPER_HEIGHT - 44.0)
#define TYPE_WIDTH (SME_PAPER_WIDTH - SME_PAPER_LEFT - SME_PAPER_RIGHT)
#define NUMBER_WIDTH 80.0
#define NOTE "8.5"
#define NOTE_BOLD "bold 8.5"
#define NOTE_GREY 0.35

/* A little darker than paper: seen at a glance, not felt behind text. */
#define WATERMARK_GREY 0.95
#define WATERMARK_WIDTH 600.0
#define HAIRLINE 0.5
#define RULE_GREY 0.7

typedef struct
{
  SmePaperLayout *layout;
  const SmePaperSheet *sheet;
  cairo_t *cr;
} Painter;

static cairo_status_t
write_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static PangoLayout *
create_note (Painter *self,
             const char *text,
             const char *font,
             PangoAlignment alignment,
             double width)
{
  SmePaperText note = { (char *) text, NULL };

  return sme_paper_create_text (sme_paper_layout_get_context (self->layout), font, &note, alignment,
                                width);
}

static void
paint_note (Painter *self,
            const char *text,
            const char *font,
            PangoAlignment alignment,
            double y,
            double width)
{
  g_autoptr (PangoLayout) note = create_note (self, text, font, alignment, width);

  pango_layout_set_height (note, 0);
  pango_layout_set_ellipsize (note, PANGO_ELLIPSIZE_END);
  cairo_move_to (
    self->cr,
    alignment == PANGO_ALIGN_RIGHT ? SME_PAPER_WIDTH - SME_PAPER_RIGHT - width : SME_PAPER_LEFT, y);
  pango_cairo_show_layout (self->cr, note);
}

/* From corner to corner, as shapes: what is found, selected and read aloud is the text only. (Cairo
 * 1.16 cannot show one recorded drawing on all pages of a tagged document.) */
static void
paint_watermark (Painter *self)
{
  g_autoptr (PangoLayout) text =
    create_note (self, self->sheet->watermark, "bold 24", PANGO_ALIGN_LEFT, -1);
  PangoRectangle extents;
  double width, height;

  pango_layout_get_extents (text, NULL, &extents);
  width = pango_units_to_double (extents.width);
  height = pango_units_to_double (extents.height);

  cairo_save (self->cr);
  cairo_translate (self->cr, SME_PAPER_WIDTH / 2, SME_PAPER_HEIGHT / 2);
  cairo_rotate (self->cr, -atan2 (SME_PAPER_HEIGHT, SME_PAPER_WIDTH));
  cairo_scale (self->cr, WATERMARK_WIDTH / width, WATERMARK_WIDTH / width);
  cairo_move_to (self->cr, -width / 2, -height / 2);
  pango_cairo_layout_path (self->cr, text);
  cairo_set_source_rgb (self->cr, WATERMARK_GREY, WATERMARK_GREY, WATERMARK_GREY);
  cairo_fill (self->cr);
  cairo_restore (self->cr);
}

static void
paint_text (Painter *self, const SmePaperPiece *piece)
{
  PangoLayoutIter *iter = pango_layout_get_iter (piece->layout);
  double top = 0;

  for (guint i = 0; i < piece->first; i++)
    pango_layout_iter_next_line (iter);

  for (guint i = piece->first; i < piece->end; i++)
    {
      PangoRectangle extents;
      int y0, y1;

      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      if (i == piece->first)
        top = pango_units_to_double (y0);
      cairo_move_to (self->cr, piece->x + pango_units_to_double (extents.x),
                     piece->y - top +
                       pango_units_to_double (pango_layout_iter_get_baseline (iter)));
      pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
      pango_layout_iter_next_line (iter);
    }

  pango_layout_iter_free (iter);
}

static void
paint_line (Painter *self, const SmePaperPiece *piece)
{
  cairo_save (self->cr);
  cairo_set_line_width (self->cr, HAIRLINE);
  cairo_rectangle (self->cr, piece->x, piece->y, piece->width, piece->height);
  if (piece->kind == SME_PAPER_BOX)
    {
      cairo_set_source_rgb (self->cr, 1, 1, 1);
      cairo_fill_preserve (self->cr);
      cairo_set_source_rgb (self->cr, 0, 0, 0);
    }
  else if (piece->is_light)
    cairo_set_source_rgb (self->cr, RULE_GREY, RULE_GREY, RULE_GREY);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
paint_piece (Painter *self, const SmePaperPiece *piece)
{
  switch (piece->kind)
    {
    case SME_PAPER_OPEN:
      cairo_tag_begin (self->cr, piece->tag, NULL);
      break;
    case SME_PAPER_CLOSE:
      cairo_tag_end (self->cr, piece->tag);
      break;
    case SME_PAPER_TEXT:
      if (piece->tag != NULL)
        cairo_tag_begin (self->cr, piece->tag, NULL);
      paint_text (self, piece);
      if (piece->tag != NULL)
        cairo_tag_end (self->cr, piece->tag);
      break;
    case SME_PAPER_RULE:
    case SME_PAPER_FRAME:
    case SME_PAPER_BOX:
      paint_line (self, piece);
      break;
    }
}

static void
paint_frame_of_page (Painter *self, guint page)
{
  g_autofree char *number =
    g_strdup_printf ("Trang %u/%u", page + 1, sme_paper_layout_get_n_pages (self->layout));

  if (self->sheet->watermark != NULL)
    paint_watermark (self);

  cairo_set_source_rgb (self->cr, NOTE_GREY, NOTE_GREY, NOTE_GREY);
  if (self->sheet->banner != NULL)
    paint_note (self, self->sheet->banner, NOTE_BOLD, PANGO_ALIGN_CENTER, HEADER_Y, TYPE_WIDTH);
  paint_note (self, self->sheet->footer, NOTE, PANGO_ALIGN_LEFT, FOOTER_Y,
              TYPE_WIDTH - NUMBER_WIDTH);
  paint_note (self, number, NOTE, PANGO_ALIGN_RIGHT, FOOTER_Y, NUMBER_WIDTH);
}

static void
paint_page (Painter *self, guint page)
{
  GArray *pieces = sme_paper_layout_get_pieces (self->layout, page);

  paint_frame_of_page (self, page);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  for (guint i = 0; i < pieces->len; i++)
    paint_piece (self, &g_array_index (pieces, SmePaperPiece, i));
}

static void
describe (cairo_surface_t *surface, const SmePaperSheet *sheet)
{
  g_autofree char *drawn_at = sme_time_to_rfc3339 (sheet->drawn_at / 1000 * 1000);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, sheet->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, sheet->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, sheet->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "OneSME");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  drawn_at != NULL ? drawn_at : "");
}

static void
add_outline (cairo_surface_t *surface, GArray *outline)
{
  for (guint i = 0; i < outline->len; i++)
    {
      const SmePaperEntry *entry = &g_array_index (outline, SmePaperEntry, i);
      char y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *target = NULL;

      /* Not printf's %f: a process locale may write a comma. */
      g_ascii_formatd (y, sizeof y, "%.2f", entry->y);
      target = g_strdup_printf ("page=%u pos=[%d %s]", entry->page + 1, (int) SME_PAPER_LEFT, y);
      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, entry->title, target, 0);
    }
}

static void
paint_pages (Painter *self)
{
  guint n_pages = sme_paper_layout_get_n_pages (self->layout);

  /* Only a document that is one element is tagged in the eyes of a reader. */
  cairo_tag_begin (self->cr, "Document", NULL);
  for (guint page = 0; page < n_pages; page++)
    {
      paint_page (self, page);
      if (page + 1 == n_pages)
        cairo_tag_end (self->cr, "Document");
      cairo_show_page (self->cr);
    }
}

/* Finishes @surface and says how all that went. */
static cairo_status_t
finish (Painter *self, cairo_surface_t *surface)
{
  cairo_status_t status = cairo_status (self->cr);

  cairo_destroy (self->cr);
  cairo_surface_finish (surface);

  return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
}

GBytes *
sme_paper_paint (SmePaperLayout *layout, const SmePaperSheet *sheet, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  Painter self = { layout, sheet, NULL };
  cairo_status_t status;

  g_return_val_if_fail (layout != NULL && sheet != NULL, NULL);

  surface =
    cairo_pdf_surface_create_for_stream (write_bytes, bytes, SME_PAPER_WIDTH, SME_PAPER_HEIGHT);
  describe (surface, sheet);
  self.cr = cairo_create (surface);
  paint_pages (&self);
  add_outline (surface, sme_paper_layout_get_outline (layout));
  status = finish (&self, surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, SME_PAPER_ERROR, SME_PAPER_ERROR_DRAWING,
                   "The document could not be drawn: %s", cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
