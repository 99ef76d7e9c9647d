/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalog/sme-logo-tile.h"

#define N_COLORS 8
#define MAX_INITIALS 2
#define DEFAULT_SIZE 48
/* Of the tile's edge: how high the letters are, and how wide all of them may be at most. A logo
 * does not grow with the text beside it. */
#define LETTER_HEIGHT 0.4
#define LETTERS_WIDTH 0.75

struct _SmeLogoTile
{
  AdwBin parent_instance;

  char *text;
  char *initials;
  int size;
  guint color;
};

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_SIZE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeLogoTile, sme_logo_tile, ADW_TYPE_BIN)

static void
set_color (SmeLogoTile *self, guint color)
{
  g_autofree char *before = g_strdup_printf ("sme-tile-%u", self->color);
  g_autofree char *after = g_strdup_printf ("sme-tile-%u", color);

  gtk_widget_remove_css_class (GTK_WIDGET (self), before);
  gtk_widget_add_css_class (GTK_WIDGET (self), after);
  self->color = color;
}

static void
sme_logo_tile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SmeLogoTile *self = SME_LOGO_TILE (object);

  if (id == PROP_TEXT)
    g_value_set_string (value, self->text);
  else if (id == PROP_SIZE)
    g_value_set_int (value, self->size);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_logo_tile_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SmeLogoTile *self = SME_LOGO_TILE (object);

  if (id == PROP_TEXT)
    sme_logo_tile_set_text (self, g_value_get_string (value));
  else if (id == PROP_SIZE)
    {
      self->size = g_value_get_int (value);
      gtk_widget_set_size_request (GTK_WIDGET (self), self->size, self->size);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static PangoLayout *
make_layout (SmeLogoTile *self)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->initials);
  PangoFontDescription *font = pango_font_description_copy (
    pango_context_get_font_description (pango_layout_get_context (layout)));

  pango_font_description_set_absolute_size (font, self->size * LETTER_HEIGHT * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

static void
sme_logo_tile_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SmeLogoTile *self = SME_LOGO_TILE (widget);
  g_autoptr (PangoLayout) layout = make_layout (self);
  PangoRectangle ink;
  GdkRGBA color;
  float scale;

  pango_layout_get_pixel_extents (layout, &ink, NULL);
  if (ink.width == 0)
    return;
  scale = MIN (1, (float) (self->size * LETTERS_WIDTH) / (float) ink.width);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (widget) / 2,
                                                (float) gtk_widget_get_height (widget) / 2));
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-(float) ink.x - (float) ink.width / 2,
                                                          -(float) ink.y - (float) ink.height / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
}

static void
sme_logo_tile_finalize (GObject *object)
{
  g_free (SME_LOGO_TILE (object)->text);
  g_free (SME_LOGO_TILE (object)->initials);
  G_OBJECT_CLASS (sme_logo_tile_parent_class)->finalize (object);
}

static void
sme_logo_tile_class_init (SmeLogoTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sme_logo_tile_get_property;
  object_class->set_property = sme_logo_tile_set_property;
  object_class->finalize = sme_logo_tile_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = sme_logo_tile_snapshot;
  props[PROP_TEXT] = g_param_spec_string (
    "text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 16, 256, DEFAULT_SIZE,
                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sme_logo_tile_init (SmeLogoTile *self)
{
  self->size = DEFAULT_SIZE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "sme-tile");
  gtk_widget_set_size_request (GTK_WIDGET (self), self->size, self->size);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

GtkWidget *
sme_logo_tile_new (void)
{
  return g_object_new (SME_TYPE_LOGO_TILE, NULL);
}

void
sme_logo_tile_set_text (SmeLogoTile *self, const char *text)
{
  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_free (self->initials);
  self->initials = sme_logo_tile_make_initials (text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  set_color (self, text != NULL ? g_str_hash (text) % N_COLORS : 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}

char *
sme_logo_tile_make_initials (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text != NULL ? text : "", -1, G_NORMALIZE_NFC);
  GString *initials = g_string_new (NULL);
  gboolean in_word = FALSE;

  for (const char *at = composed; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c) && !in_word && g_utf8_strlen (initials->str, -1) < MAX_INITIALS)
        g_string_append_unichar (initials, g_unichar_toupper (c));
      in_word = g_unichar_isalnum (c);
    }
  return g_string_free (initials, FALSE);
}
