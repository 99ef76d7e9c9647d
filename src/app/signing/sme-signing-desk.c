/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-signing-desk.h"

/* At the usual text size; more with larger text. */
#define NARROW_BELOW 860
#define PANEL_WIDTH 360
#define ROOMY_WIDTH 640
#define BASE_RESOLUTION 96.0

struct _SmeSigningDesk
{
  GtkWidget parent_instance;

  GtkWidget *document;
  GtkWidget *panel;
  gboolean roomy;
  gboolean folded;
  gboolean narrow;
  guint notify_source; /* nobody may be told in the middle of an allocation */
};

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_PANEL,
  PROP_ROOMY,
  PROP_FOLDED,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeSigningDesk, sme_signing_desk, GTK_TYPE_WIDGET)

static int
scale (SmeSigningDesk *self, int width)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? (int) (width * (dpi / 1024.0 / BASE_RESOLUTION)) : width;
}

static int
get_minimum (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int minimum = 0;

  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
get_panel_width (SmeSigningDesk *self, int width)
{
  int least =
    MAX (scale (self, PANEL_WIDTH), get_minimum (self->panel, GTK_ORIENTATION_HORIZONTAL, -1));

  if (!self->roomy)
    return least;
  return MAX (least, MIN (width / 2, scale (self, ROOMY_WIDTH)));
}

static gboolean
is_narrow (SmeSigningDesk *self, int width)
{
  int document = get_minimum (self->document, GTK_ORIENTATION_HORIZONTAL, -1);

  return width < MAX (scale (self, NARROW_BELOW), get_panel_width (self, 0) + document);
}

static gboolean
on_notify_due (gpointer data)
{
  SmeSigningDesk *self = data;

  self->notify_source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
  return G_SOURCE_REMOVE;
}

static void
set_narrow (SmeSigningDesk *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (self->notify_source == 0)
    self->notify_source = g_idle_add (on_notify_due, self);
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  GskTransform *move = NULL;

  if (x != 0 || y != 0)
    move = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_widget_allocate (child, width, height, -1, move);
}

static void
allocate_wide (SmeSigningDesk *self, int width, int height)
{
  int panel = get_panel_width (self, width);
  gboolean reversed = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  place (self->document, reversed ? panel : 0, 0, width - panel, height);
  place (self->panel, reversed ? 0 : width - panel, 0, panel, height);
}

static void
allocate_narrow (SmeSigningDesk *self, int width, int height)
{
  int minimum, natural, panel;

  if (self->folded)
    {
      place (self->panel, 0, 0, width, height);
      return;
    }
  gtk_widget_measure (self->panel, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  panel = MAX (minimum, MIN (natural, height / 2));
  place (self->document, 0, 0, width, height - panel);
  place (self->panel, 0, height - panel, width, panel);
}

static void
sme_signing_desk_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SmeSigningDesk *self = SME_SIGNING_DESK (widget);
  gboolean narrow = is_narrow (self, width);

  if (self->document == NULL || self->panel == NULL)
    return;
  gtk_widget_set_child_visible (self->document, !narrow || !self->folded);
  if (narrow)
    allocate_narrow (self, width, height);
  else
    allocate_wide (self, width, height);
  set_narrow (self, narrow);
}

static void
measure_width (SmeSigningDesk *self, int *minimum, int *natural)
{
  *minimum = MAX (get_minimum (self->panel, GTK_ORIENTATION_HORIZONTAL, -1),
                  get_minimum (self->document, GTK_ORIENTATION_HORIZONTAL, -1));
  *natural = MAX (*minimum, scale (self, NARROW_BELOW));
}

static void
measure_height (SmeSigningDesk *self, int width, int *minimum, int *natural)
{
  gboolean narrow = width < 0 || is_narrow (self, width);
  int panel_width = width < 0 || narrow ? width : get_panel_width (self, width);
  int panel = get_minimum (self->panel, GTK_ORIENTATION_VERTICAL, panel_width);
  int document = get_minimum (self->document, GTK_ORIENTATION_VERTICAL, -1);

  if (narrow && self->folded)
    *minimum = panel;
  else
    *minimum = narrow ? panel + document : MAX (panel, document);
  *natural = *minimum;
}

static void
sme_signing_desk_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  SmeSigningDesk *self = SME_SIGNING_DESK (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    measure_height (self, for_size, minimum, natural);
}

static GtkSizeRequestMode
sme_signing_desk_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
set_child (SmeSigningDesk *self, GtkWidget **place_of, GtkWidget *child)
{
  if (*place_of == child)
    return;
  g_clear_pointer (place_of, gtk_widget_unparent);
  *place_of = child;
  if (child == NULL)
    return;
  /* The keyboard goes through the document first, on every screen. */
  if (child == self->document)
    gtk_widget_insert_after (child, GTK_WIDGET (self), NULL);
  else
    gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
sme_signing_desk_set_document (SmeSigningDesk *self, GtkWidget *document)
{
  g_return_if_fail (SME_IS_SIGNING_DESK (self));
  set_child (self, &self->document, document);
}

void
sme_signing_desk_set_panel (SmeSigningDesk *self, GtkWidget *panel)
{
  g_return_if_fail (SME_IS_SIGNING_DESK (self));
  set_child (self, &self->panel, panel);
}

static void
set_flag (SmeSigningDesk *self, gboolean *flag, gboolean value, guint prop)
{
  if (*flag == value)
    return;
  *flag = value;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

void
sme_signing_desk_set_roomy (SmeSigningDesk *self, gboolean roomy)
{
  g_return_if_fail (SME_IS_SIGNING_DESK (self));
  set_flag (self, &self->roomy, roomy, PROP_ROOMY);
}

void
sme_signing_desk_set_folded (SmeSigningDesk *self, gboolean folded)
{
  g_return_if_fail (SME_IS_SIGNING_DESK (self));
  set_flag (self, &self->folded, folded, PROP_FOLDED);
}

gboolean
sme_signing_desk_get_narrow (SmeSigningDesk *self)
{
  g_return_val_if_fail (SME_IS_SIGNING_DESK (self), FALSE);
  return self->narrow;
}

static void
sme_signing_desk_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SmeSigningDesk *self = SME_SIGNING_DESK (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_PANEL:
      g_value_set_object (value, self->panel);
      break;
    case PROP_ROOMY:
      g_value_set_boolean (value, self->roomy);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sme_signing_desk_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SmeSigningDesk *self = SME_SIGNING_DESK (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      sme_signing_desk_set_document (self, g_value_get_object (value));
      break;
    case PROP_PANEL:
      sme_signing_desk_set_panel (self, g_value_get_object (value));
      break;
    case PROP_ROOMY:
      sme_signing_desk_set_roomy (self, g_value_get_boolean (value));
      break;
    case PROP_FOLDED:
      sme_signing_desk_set_folded (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sme_signing_desk_dispose (GObject *object)
{
  SmeSigningDesk *self = SME_SIGNING_DESK (object);

  g_clear_handle_id (&self->notify_source, g_source_remove);
  g_clear_pointer (&self->document, gtk_widget_unparent);
  g_clear_pointer (&self->panel, gtk_widget_unparent);
  G_OBJECT_CLASS (sme_signing_desk_parent_class)->dispose (object);
}

static void
sme_signing_desk_class_init (SmeSigningDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sme_signing_desk_get_property;
  object_class->set_property = sme_signing_desk_set_property;
  object_class->dispose = sme_signing_desk_dispose;
  widget_class->measure = sme_signing_desk_measure;
  widget_class->size_allocate = sme_signing_desk_size_allocate;
  widget_class->get_request_mode = sme_signing_desk_get_request_mode;
  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_PANEL] = g_param_spec_object ("panel", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_ROOMY] = g_param_spec_boolean ("roomy", NULL, NULL, FALSE, flags);
  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  props[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sme_signing_desk_init (SmeSigningDesk *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
sme_signing_desk_new (void)
{
  return g_object_new (SME_TYPE_SIGNING_DESK, NULL);
}
