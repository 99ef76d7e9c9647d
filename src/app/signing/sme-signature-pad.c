/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-signature-pad.h"

#include "app/signing/sme-signature-pad-gestures.h"
#include "app/signing/sme-signature-pad-painter.h"
#include "app/signing/sme-signature-pad-paper.h"

#include <glib/gi18n.h>
#include <math.h>

#define MINIMUM_WIDTH 320
#define NATURAL_WIDTH 600
#define RATIO (5.0 / 12.0)
#define CORNER 9

enum
{
  PROP_0,
  PROP_INK,
  PROP_EMPTY,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_HINT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

struct _SmeSignaturePad
{
  GtkWidget parent_instance;

  SmeInk *ink;
  SmeInkCapture *capture;
  SmeSignaturePadPainter *painter;
  GSimpleActionGroup *actions;
  char *hint;

  gboolean empty, can_undo, can_redo;
  cairo_rectangle_t box; /* in the widget */
};

G_DEFINE_FINAL_TYPE (SmeSignaturePad, sme_signature_pad, GTK_TYPE_WIDGET)

static void
update_accessible (SmeSignaturePad *self)
{
  guint n = sme_ink_get_n_strokes (self->ink);
  g_autofree char *drawn = NULL, *description = NULL;

  drawn = n == 0 ? g_strdup (_ ("Nothing drawn yet."))
                 : g_strdup_printf (ngettext ("%u stroke drawn.", "%u strokes drawn.", n), n);
  description =
    g_strdup_printf ("%s %s", drawn,
                     _ ("Sign with pen, finger or mouse. Ctrl+Z takes back the last stroke, "
                        "Ctrl+Shift+Z draws it again."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

static void
take_flag (SmeSignaturePad *self, gboolean *flag, gboolean now, guint prop)
{
  if (*flag == now)
    return;
  *flag = now;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/* The same actions twice: of the class, for the pad's keys and assistive technology; and as a
 * group, for buttons outside. */
static void
enable (SmeSignaturePad *self, const char *name, gboolean enabled)
{
  g_autofree char *full_name = g_strconcat ("pad.", name, NULL);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), full_name, enabled);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (SmeSignaturePad *self)
{
  gboolean empty = sme_ink_is_empty (self->ink);
  gboolean can_undo = sme_ink_can_undo (self->ink), can_redo = sme_ink_can_redo (self->ink);

  enable (self, "undo", can_undo);
  enable (self, "redo", can_redo);
  enable (self, "clear", !empty);
  take_flag (self, &self->empty, empty, PROP_EMPTY);
  take_flag (self, &self->can_undo, can_undo, PROP_CAN_UNDO);
  take_flag (self, &self->can_redo, can_redo, PROP_CAN_REDO);
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whether @matrix could be made: widget coordinates from the ink's. */
static gboolean
ink_to_widget (SmeSignaturePad *self, cairo_matrix_t *matrix)
{
  cairo_rectangle_t from = { 0, 0, sme_ink_get_width (self->ink), sme_ink_get_height (self->ink) };

  return sme_ink_fit (&from, &self->box, FALSE, matrix);
}

/* An untouched ink takes the size of the box; one that was drawn in keeps its own and is scaled. */
static void
update_box (SmeSignaturePad *self)
{
  if (self->box.width > 0)
    sme_ink_set_box (self->ink, self->box.width, self->box.height);
}

static void
act (SmeSignaturePad *self, const char *action)
{
  if (self->ink == NULL)
    return;
  if (g_str_has_suffix (action, "undo"))
    sme_ink_undo (self->ink);
  else if (g_str_has_suffix (action, "redo"))
    sme_ink_redo (self->ink);
  else
    sme_ink_clear (self->ink);
}

static void
on_action_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  act (SME_SIGNATURE_PAD (widget), action);
}

static void
on_group_action_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  act (self, g_action_get_name (G_ACTION (action)));
}

static GtkSizeRequestMode
sme_signature_pad_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sme_signature_pad_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  /* Whatever the width: GTK takes what is wider to need no more height. */
  *minimum = (int) ceil (MINIMUM_WIDTH * RATIO);
  *natural = MAX (*minimum, (int) ceil ((for_size > 0 ? for_size : NATURAL_WIDTH) * RATIO));
}

static void
sme_signature_pad_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SmeSignaturePad *self = SME_SIGNATURE_PAD (widget);
  double box_width = MIN (width, height / RATIO), box_height = box_width * RATIO;

  self->box = (cairo_rectangle_t){ floor ((width - box_width) / 2),
                                   floor ((height - box_height) / 2), box_width, box_height };
  update_box (self);
}

static void
snapshot_ink (SmeSignaturePad *self, GtkSnapshot *snapshot)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GskRenderNode *picture = sme_signature_pad_painter_paint (
    self->painter, self->ink, self->capture, self->box.width, self->box.height, scale);

  if (picture != NULL)
    gtk_snapshot_append_node (snapshot, picture);
}

static gboolean
shows_hint (SmeSignaturePad *self)
{
  return sme_ink_is_empty (self->ink) && sme_ink_get_running (self->ink) == NULL;
}

static void
sme_signature_pad_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SmeSignaturePad *self = SME_SIGNATURE_PAD (widget);
  GskRoundedRect edge;

  if (self->box.width <= 0)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) self->box.x, (float) self->box.y));
  gsk_rounded_rect_init_from_rect (
    &edge, &GRAPHENE_RECT_INIT (0, 0, (float) self->box.width, (float) self->box.height), CORNER);
  sme_signature_pad_paper_snapshot (widget, snapshot, &edge, shows_hint (self) ? self->hint : NULL);
  snapshot_ink (self, snapshot);
  if (gtk_widget_has_visible_focus (widget))
    sme_signature_pad_paper_snapshot_focus (widget, snapshot, &edge);
  gtk_snapshot_restore (snapshot);
}

static void
sme_signature_pad_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GTK_WIDGET_CLASS (sme_signature_pad_parent_class)->state_flags_changed (widget, previous);

  gtk_widget_queue_draw (widget);
}

static void
sme_signature_pad_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SmeSignaturePad *self = SME_SIGNATURE_PAD (object);

  switch (prop_id)
    {
    case PROP_INK:
      g_value_set_object (value, self->ink);
      break;
    case PROP_EMPTY:
      g_value_set_boolean (value, self->empty);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->can_redo);
      break;
    case PROP_HINT:
      g_value_set_string (value, self->hint);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_signature_pad_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  SmeSignaturePad *self = SME_SIGNATURE_PAD (object);

  switch (prop_id)
    {
    case PROP_INK:
      sme_signature_pad_set_ink (self, g_value_get_object (value));
      break;
    case PROP_HINT:
      sme_signature_pad_set_hint (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drop_ink (SmeSignaturePad *self)
{
  g_clear_pointer (&self->capture, sme_ink_capture_free);
  if (self->ink != NULL)
    g_signal_handlers_disconnect_by_func (self->ink, update, self);
  g_clear_object (&self->ink);
}

/* The group may outlive the pad in a page; it must not act then. */
static void
drop_actions (SmeSignaturePad *self)
{
  if (self->actions == NULL)
    return;
  g_action_map_remove_action (G_ACTION_MAP (self->actions), "undo");
  g_action_map_remove_action (G_ACTION_MAP (self->actions), "redo");
  g_action_map_remove_action (G_ACTION_MAP (self->actions), "clear");
  g_clear_object (&self->actions);
}

static void
sme_signature_pad_dispose (GObject *object)
{
  SmeSignaturePad *self = SME_SIGNATURE_PAD (object);

  drop_ink (self);
  drop_actions (self);

  G_OBJECT_CLASS (sme_signature_pad_parent_class)->dispose (object);
}

static void
sme_signature_pad_finalize (GObject *object)
{
  SmeSignaturePad *self = SME_SIGNATURE_PAD (object);

  g_clear_pointer (&self->painter, sme_signature_pad_painter_free);
  g_clear_pointer (&self->hint, g_free);

  G_OBJECT_CLASS (sme_signature_pad_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sme_signature_pad_get_property;
  object_class->set_property = sme_signature_pad_set_property;
  props[PROP_INK] =
    g_param_spec_object ("ink", NULL, NULL, SME_TYPE_INK, flags | G_PARAM_READWRITE);
  props[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE, flags | G_PARAM_READABLE);
  props[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags | G_PARAM_READABLE);
  props[PROP_CAN_REDO] =
    g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags | G_PARAM_READABLE);
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags | G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "pad.undo", NULL, on_action_activated);
  gtk_widget_class_install_action (widget_class, "pad.redo", NULL, on_action_activated);
  gtk_widget_class_install_action (widget_class, "pad.clear", NULL, on_action_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "pad.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, both, "pad.redo", NULL);
}

static void
sme_signature_pad_class_init (SmeSignaturePadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sme_signature_pad_dispose;
  object_class->finalize = sme_signature_pad_finalize;
  widget_class->get_request_mode = sme_signature_pad_get_request_mode;
  widget_class->measure = sme_signature_pad_measure;
  widget_class->size_allocate = sme_signature_pad_size_allocate;
  widget_class->snapshot = sme_signature_pad_snapshot;
  widget_class->state_flags_changed = sme_signature_pad_state_flags_changed;

  install_properties (object_class);
  install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "signaturepad");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
make_actions (SmeSignaturePad *self)
{
  static const GActionEntry entries[] = {
    { "undo", on_group_action_activated },
    { "redo", on_group_action_activated },
    { "clear", on_group_action_activated },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}

static void
sme_signature_pad_init (SmeSignaturePad *self)
{
  self->painter = sme_signature_pad_painter_new ();
  self->hint = g_strdup (_ ("Draw a signature"));
  self->empty = TRUE;

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Signature box"), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS,
                                  "Control+Z Control+Shift+Z", -1);
  make_actions (self);
  sme_signature_pad_add_gestures (self);
  sme_signature_pad_set_ink (self, NULL);
}

GtkWidget *
sme_signature_pad_new (void)
{
  return g_object_new (SME_TYPE_SIGNATURE_PAD, NULL);
}

SmeInk *
sme_signature_pad_get_ink (SmeSignaturePad *self)
{
  g_return_val_if_fail (SME_IS_SIGNATURE_PAD (self), NULL);

  return self->ink;
}

void
sme_signature_pad_set_ink (SmeSignaturePad *self, SmeInk *ink)
{
  g_autoptr (SmeInk) taken = NULL;

  g_return_if_fail (SME_IS_SIGNATURE_PAD (self));
  g_return_if_fail (ink == NULL || SME_IS_INK (ink));

  if (ink != NULL && ink == self->ink)
    return;
  taken = ink != NULL ? g_object_ref (ink) : sme_ink_new (NATURAL_WIDTH, NATURAL_WIDTH * RATIO);
  drop_ink (self);
  self->ink = g_steal_pointer (&taken);
  self->capture = sme_ink_capture_new (self->ink);
  g_signal_connect_object (self->ink, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update_box (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INK]);
  update (self);
}

gboolean
sme_signature_pad_get_empty (SmeSignaturePad *self)
{
  g_return_val_if_fail (SME_IS_SIGNATURE_PAD (self), TRUE);

  return self->empty;
}

const char *
sme_signature_pad_get_hint (SmeSignaturePad *self)
{
  g_return_val_if_fail (SME_IS_SIGNATURE_PAD (self), NULL);

  return self->hint;
}

void
sme_signature_pad_set_hint (SmeSignaturePad *self, const char *hint)
{
  g_return_if_fail (SME_IS_SIGNATURE_PAD (self));

  if (g_strcmp0 (hint, self->hint) == 0)
    return;
  g_free (self->hint);
  self->hint = g_strdup (hint);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HINT]);
}

GActionGroup *
sme_signature_pad_get_actions (SmeSignaturePad *self)
{
  g_return_val_if_fail (SME_IS_SIGNATURE_PAD (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

gboolean
sme_signature_pad_feed (SmeSignaturePad *self,
                        SmeSignaturePadPhase phase,
                        gconstpointer owner,
                        SmeInkSource source,
                        double x,
                        double y,
                        guint32 time,
                        double pressure)
{
  gboolean taken = TRUE;
  cairo_matrix_t matrix;

  g_return_val_if_fail (SME_IS_SIGNATURE_PAD (self), FALSE);

  if (self->ink == NULL || !ink_to_widget (self, &matrix))
    return FALSE;
  cairo_matrix_invert (&matrix);
  cairo_matrix_transform_point (&matrix, &x, &y);
  switch (phase)
    {
    case SME_SIGNATURE_PAD_DOWN:
      taken = sme_ink_capture_down (self->capture, owner, source, x, y, time, pressure);
      break;
    case SME_SIGNATURE_PAD_MOVE:
      sme_ink_capture_move (self->capture, owner, x, y, time, pressure);
      break;
    case SME_SIGNATURE_PAD_UP:
      sme_ink_capture_up (self->capture, owner);
      break;
    case SME_SIGNATURE_PAD_CANCEL:
      sme_ink_capture_cancel (self->capture, owner);
      break;
    case SME_SIGNATURE_PAD_HOVER:
    default:
      sme_ink_capture_hover (self->capture, time);
      return TRUE;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return taken;
}
