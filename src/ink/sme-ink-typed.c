/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-typed.h"

#include "ink/sme-ink-error.h"

#include <pango/pangocairo.h>
#include <string.h>

/* Size that outlines are taken at before they are scaled; any will do. */
#define SIZE 128
/* Part of the box on each side that stays free. */
#define MARGIN 0.08
/* Largest font size in box heights, so that a short name is no poster. */
#define LARGEST 0.5
/* What fontconfig answers for this is whatever the system is set up with. */
#define GENERIC "cursive"

/* Hands, best first. Dancing Script has the Vietnamese letters from its version 2 on, Z003 (of
 * fonts-urw-base35) those of Western Europe; Gentium Plus, whose italics come from writing with a
 * broad pen, has them all. */
static const struct
{
  const char *family;
  PangoStyle style;
} hands[] = {
  { "Dancing Script", PANGO_STYLE_NORMAL },
  { "Z003", PANGO_STYLE_NORMAL },
  { GENERIC, PANGO_STYLE_NORMAL },
  { "Gentium Plus", PANGO_STYLE_ITALIC },
};

static gboolean
refuse (GError **error, SmeInkError reason, const char *message)
{
  g_set_error_literal (error, SME_INK_ERROR, reason, message);
  return FALSE;
}

/* The name as it is drawn: composed letters, no blanks around. */
static char *
normalize (const char *name, GError **error)
{
  g_autofree char *text = NULL;
  gboolean visible = FALSE;

  if (strlen (name) > SME_INK_TYPED_MAX * 16 || !g_utf8_validate (name, -1, NULL))
    {
      refuse (error, SME_INK_ERROR_FORMAT, "Not a line of UTF-8");
      return NULL;
    }
  text = g_strstrip (g_utf8_normalize (name, -1, G_NORMALIZE_DEFAULT_COMPOSE));
  if (g_utf8_strlen (text, -1) > SME_INK_TYPED_MAX)
    {
      refuse (error, SME_INK_ERROR_LIMIT, "Longer than a name");
      return NULL;
    }
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        {
          refuse (error, SME_INK_ERROR_FORMAT, "A control character");
          return NULL;
        }
      visible = visible || g_unichar_isalnum (c);
    }
  if (!visible)
    {
      refuse (error, SME_INK_ERROR_EMPTY, "No letter");
      return NULL;
    }
  return g_steal_pointer (&text);
}

static PangoFont *
load (PangoContext *context, PangoFontDescription *description, const char *family)
{
  pango_font_description_set_family (description, family);
  return pango_font_map_load_font (pango_context_get_font_map (context), context, description);
}

static gboolean
has_family (PangoFont *font, const char *family)
{
  PangoFontDescription *found = pango_font_describe (font);
  const char *name = pango_font_description_get_family (found);
  gboolean same = name != NULL && g_ascii_strcasecmp (name, family) == 0;

  pango_font_description_free (found);
  return same;
}

/* fontconfig answers for any name, with its font for everything if need be: that is no hand. */
static gboolean
is_there (PangoContext *context,
          PangoFontDescription *description,
          PangoFont *font,
          const char *family)
{
  PangoFontDescription *plain, *found;
  g_autoptr (PangoFont) usual = NULL;
  gboolean other;

  if (!g_str_equal (family, GENERIC))
    return has_family (font, family);
  plain = pango_font_description_copy (description);
  usual = load (context, plain, "sans");
  found = pango_font_describe (font);
  other = usual != NULL && !has_family (usual, pango_font_description_get_family (found));
  pango_font_description_free (found);
  pango_font_description_free (plain);
  return other;
}

static gboolean
has_letters (PangoFont *font, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!pango_font_has_char (font, g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static gboolean
take_family (PangoContext *context,
             PangoFontDescription *description,
             const char *family,
             PangoStyle style,
             const char *text)
{
  g_autoptr (PangoFont) font = NULL;

  if (family == NULL || *family == '\0')
    return FALSE;
  pango_font_description_set_style (description, style);
  font = load (context, description, family);
  return font != NULL && is_there (context, description, font, family) && has_letters (font, text);
}

/* The first of the families that is there and has every letter. */
static PangoFontDescription *
choose_font (PangoContext *context, const char *family, const char *text)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_absolute_size (description, SIZE * PANGO_SCALE);
  if (take_family (context, description, family, PANGO_STYLE_NORMAL, text))
    return description;
  for (guint i = 0; i < G_N_ELEMENTS (hands); i++)
    if (take_family (context, description, hands[i].family, hands[i].style, text))
      return description;
  pango_font_description_set_family (description, "sans");
  pango_font_description_set_style (description, PANGO_STYLE_ITALIC);
  return description;
}

static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

/* Takes a cairo path over; a lone move (cairo ends paths with one) is no part. */
static SmeInkPath *
take_path (const cairo_path_t *from)
{
  SmeInkPath *path = sme_ink_path_new ();
  const cairo_path_data_t *start = NULL;

  for (int i = 0; i < from->num_data; i += from->data[i].header.length)
    {
      const cairo_path_data_t *d = &from->data[i];

      if (d->header.type == CAIRO_PATH_MOVE_TO)
        {
          start = d;
          continue;
        }
      if (start != NULL)
        sme_ink_path_move_to (path, start[1].point.x, start[1].point.y);
      start = NULL;
      if (d->header.type == CAIRO_PATH_LINE_TO)
        sme_ink_path_line_to (path, d[1].point.x, d[1].point.y);
      else if (d->header.type == CAIRO_PATH_CURVE_TO)
        sme_ink_path_curve_to (path, d[1].point.x, d[1].point.y, d[2].point.x, d[2].point.y,
                               d[3].point.x, d[3].point.y);
      else
        sme_ink_path_close (path);
    }
  return path;
}

static SmeInkPath *
outline (PangoLayout *layout)
{
  cairo_surface_t *none = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (none);
  cairo_path_t *drawn;
  SmeInkPath *path;

  /* Without bounds: cairo leaves letters out of a path that lie far outside the surface. */
  pango_cairo_layout_path (cr, layout);
  drawn = cairo_copy_path (cr);
  path = take_path (drawn);
  cairo_path_destroy (drawn);
  cairo_destroy (cr);
  cairo_surface_destroy (none);
  return path;
}

static gboolean
place (SmeInkPath *path, double width, double height, GError **error)
{
  double margin = MARGIN * MIN (width, height);
  cairo_rectangle_t bounds, box = { margin, margin, width - 2 * margin, height - 2 * margin };
  cairo_matrix_t matrix, shrink;

  if (!sme_ink_path_get_bounds (path, &bounds))
    return refuse (error, SME_INK_ERROR_GLYPH, "Letters without outlines");
  if (!sme_ink_fit (&bounds, &box, FALSE, &matrix))
    return refuse (error, SME_INK_ERROR_BOX, "The box has no sensible size");
  if (matrix.xx * SIZE > LARGEST * height)
    {
      double less = LARGEST * height / (matrix.xx * SIZE);

      cairo_matrix_init_translate (&shrink, width / 2, height / 2);
      cairo_matrix_scale (&shrink, less, less);
      cairo_matrix_translate (&shrink, -width / 2, -height / 2);
      cairo_matrix_multiply (&matrix, &matrix, &shrink);
    }
  sme_ink_path_transform (path, &matrix);
  return TRUE;
}

static PangoLayout *
set_text (const char *text, const char *family)
{
  PangoContext *context = make_context ();
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = choose_font (context, family, text);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  g_object_unref (context);
  return layout;
}

SmeInkPath *
sme_ink_typed (const char *name, const char *family, double width, double height, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (SmeInkPath) path = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  text = normalize (name, error);
  if (text == NULL)
    return NULL;
  layout = set_text (text, family);
  if (pango_layout_get_unknown_glyphs_count (layout) > 0)
    {
      refuse (error, SME_INK_ERROR_GLYPH, "No font has all letters");
      return NULL;
    }
  path = outline (layout);
  if (!place (path, width, height, error))
    return NULL;
  return g_steal_pointer (&path);
}

gboolean
sme_ink_typed_check_name (const char *name, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  text = normalize (name, error);
  return text != NULL;
}

char *
sme_ink_typed_find_family (const char *name, const char *family)
{
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  text = normalize (name, NULL);
  if (text == NULL)
    return NULL;
  layout = set_text (text, family);
  return g_strdup (pango_font_description_get_family (pango_layout_get_font_description (layout)));
}
