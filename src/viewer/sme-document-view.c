/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of the view: its document and its properties. */
#include "viewer/sme-document-view-private.h"

#include <glib/gi18n.h>

/* Milliseconds after which a page that is being drawn says so. */
#define SLOW_AFTER 500

/* After those of the private header. */
enum
{
  PROP_HADJUSTMENT = SME_VIEW_N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[SME_VIEW_N_PROPS];

G_DEFINE_ENUM_TYPE (SmeFitMode,
                    sme_fit_mode,
                    G_DEFINE_ENUM_VALUE (SME_FIT_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SME_FIT_WIDTH, "width"),
                    G_DEFINE_ENUM_VALUE (SME_FIT_PAGE, "page"))

G_DEFINE_FINAL_TYPE_WITH_CODE (SmeDocumentView,
                               sme_document_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL)
                                 SME_IMPLEMENT_ACCESSIBLE_TEXT)

static gboolean
on_late_notify (gpointer user_data)
{
  SmeDocumentView *self = user_data;
  guint props = self->late_notifies;

  self->late_source = 0;
  self->late_notifies = 0;
  for (guint prop = 1; prop < SME_VIEW_N_PROPS; prop++)
    if ((props & (1u << prop)) != 0)
      g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
  return G_SOURCE_REMOVE;
}

/* Who hears of a change may change labels and so sizes, which must not be while sizes are being
 * allocated: then it is told right after. */
void
sme_document_view_notify (SmeDocumentView *self, guint prop)
{
  if (!self->allocating)
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
      return;
    }
  self->late_notifies |= 1u << prop;
  if (self->late_source == 0)
    self->late_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_late_notify, self, NULL);
}

static gboolean
on_slow (gpointer user_data)
{
  SmeDocumentView *self = user_data;

  self->slow_source = 0;
  self->slow = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* What is flung past is not waited for: the time counts from where the pages stand still. */
void
sme_document_view_wait_anew (SmeDocumentView *self)
{
  self->slow = FALSE;
  g_clear_handle_id (&self->slow_source, g_source_remove);
  if (self->busy)
    self->slow_source = g_timeout_add (SLOW_AFTER, on_slow, self);
}

static void
set_busy (SmeDocumentView *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  sme_document_view_wait_anew (self);
  sme_document_view_notify (self, SME_VIEW_PROP_BUSY);
}

static void
update_accessible (SmeDocumentView *self)
{
  const char *title = self->document != NULL ? sme_document_get_title (self->document) : NULL;
  g_autofree char *description = NULL;

  if (self->layout != NULL)
    description = g_strdup_printf (_ ("Page %u of %u"), self->page + 1,
                                   sme_page_layout_get_n_pages (self->layout));
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : _ ("Document"),
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "", -1);
}

void
sme_document_view_change_page (SmeDocumentView *self, guint page)
{
  if (self->page == page)
    return;
  self->page = page;
  sme_document_view_update_actions (self);
  update_accessible (self);
  sme_document_view_tell_reader (self);
  sme_document_view_notify (self, SME_VIEW_PROP_PAGE);
}

/* Whoever hears of a change may take the document away, so the rest looks whether it is there. */
void
sme_document_view_update (SmeDocumentView *self)
{
  SmeDocument *document = self->document;
  gboolean is_settled;

  if (self->layout == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;

  is_settled = sme_document_view_want_pages (self);
  sme_stand_ins_fill_around (self->stand_ins, sme_document_view_find_page (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));

  sme_document_view_change_page (self, sme_document_view_find_page (self));
  if (self->document == document)
    set_busy (self, !is_settled);
  if (self->document == document && self->reveal_pending)
    sme_document_view_reveal_current (self);
}

static void
on_page_landed (guint page, gpointer user_data)
{
  sme_document_view_update (user_data);
}

/* A stand-in matters only where there is nothing better yet. */
static void
on_stand_in_landed (guint page, gpointer user_data)
{
  SmeDocumentView *self = user_data;

  if (self->busy)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_end_shown (gpointer user_data)
{
  SmeDocumentView *self = user_data;

  self->end_source = 0;
  self->reached_end = TRUE;
  sme_document_view_notify (self, SME_VIEW_PROP_REACHED_END);
  return G_SOURCE_REMOVE;
}

void
sme_document_view_note_end (SmeDocumentView *self)
{
  if (!self->reached_end && self->end_source == 0)
    self->end_source = g_idle_add (on_end_shown, self);
}

static void
sme_document_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = 1;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 600;
}

static void
sme_document_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sme_document_view_parent_class)->map (widget);
  sme_document_view_update (SME_DOCUMENT_VIEW (widget));
}

void
sme_document_view_unbuild (SmeDocumentView *self)
{
  g_clear_pointer (&self->cache, sme_page_cache_free);
  g_clear_pointer (&self->stand_ins, sme_stand_ins_free);
  g_clear_pointer (&self->layout, sme_page_layout_free);
}

void
sme_document_view_build (SmeDocumentView *self)
{
  guint n_pages = sme_document_get_n_pages (self->document);
  const SmePageSize *sizes = sme_document_get_page_sizes (self->document);
  g_autofree SmePageSize *turned = g_new (SmePageSize, n_pages);

  for (guint i = 0; i < n_pages; i++)
    turned[i] = sme_page_size_turn (&sizes[i], self->look.turns);
  sme_document_view_unbuild (self);
  self->layout = sme_page_layout_new (turned, n_pages);
  self->cache = sme_page_cache_new (self->document, on_page_landed, self);
  self->stand_ins = sme_stand_ins_new (self->document, &self->look, on_stand_in_landed, self);
}

static void
drop_document (SmeDocumentView *self)
{
  sme_document_view_unbuild (self);
  g_clear_object (&self->document);
  g_clear_handle_id (&self->end_source, g_source_remove);
}

static void
take_document (SmeDocumentView *self, SmeDocument *document)
{
  self->document = g_object_ref (document);
  sme_document_view_build (self);
}

void
sme_document_view_set_document (SmeDocumentView *self, SmeDocument *document)
{
  guint n_pages_before;

  g_return_if_fail (SME_IS_DOCUMENT_VIEW (self));
  g_return_if_fail (document == NULL || SME_IS_DOCUMENT (document));

  if (self->document == document)
    return;

  n_pages_before = sme_document_view_get_n_pages (self);
  drop_document (self);
  if (document != NULL)
    take_document (self, document);
  sme_document_view_reset_text (self);
  sme_document_view_forget_places (self);
  sme_document_view_forget_link (self);
  sme_document_search_set_document (self->search, document);

  sme_document_view_go_to_start (self);
  set_busy (self, document != NULL);
  update_accessible (self);
  sme_document_view_update_actions (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));

  sme_document_view_notify (self, SME_VIEW_PROP_DOCUMENT);
  if (sme_document_view_get_n_pages (self) != n_pages_before)
    sme_document_view_notify (self, SME_VIEW_PROP_N_PAGES);
}

SmeDocument *
sme_document_view_get_document (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), NULL);

  return self->document;
}

double
sme_document_view_get_zoom (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), 1);

  return self->zoom;
}

SmeFitMode
sme_document_view_get_fit_mode (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), SME_FIT_NONE);

  return self->fit_mode;
}

guint
sme_document_view_get_page (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), 0);

  return self->page;
}

guint
sme_document_view_get_n_pages (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), 0);

  return self->layout != NULL ? sme_page_layout_get_n_pages (self->layout) : 0;
}

gboolean
sme_document_view_get_reached_end (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), FALSE);

  return self->reached_end;
}

gboolean
sme_document_view_get_busy (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), FALSE);

  return self->busy;
}

SmeDocumentSearch *
sme_document_view_get_search (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), NULL);

  return self->search;
}

static void
sme_document_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (object);

  switch (prop_id)
    {
    case SME_VIEW_PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case SME_VIEW_PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case SME_VIEW_PROP_FIT_MODE:
      g_value_set_enum (value, self->fit_mode);
      break;
    case SME_VIEW_PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case SME_VIEW_PROP_N_PAGES:
      g_value_set_uint (value, sme_document_view_get_n_pages (self));
      break;
    case SME_VIEW_PROP_REACHED_END:
      g_value_set_boolean (value, self->reached_end);
      break;
    case SME_VIEW_PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case SME_VIEW_PROP_TURNS:
      g_value_set_uint (value, self->look.turns);
      break;
    case SME_VIEW_PROP_DARK:
      g_value_set_boolean (value, self->look.dark);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_document_view_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (object);

  switch (prop_id)
    {
    case SME_VIEW_PROP_DOCUMENT:
      sme_document_view_set_document (self, g_value_get_object (value));
      break;
    case SME_VIEW_PROP_ZOOM:
      sme_document_view_set_zoom (self, g_value_get_double (value));
      break;
    case SME_VIEW_PROP_FIT_MODE:
      sme_document_view_set_fit_mode (self, g_value_get_enum (value));
      break;
    case SME_VIEW_PROP_PAGE:
      sme_document_view_set_page (self, g_value_get_uint (value));
      break;
    case SME_VIEW_PROP_TURNS:
      sme_document_view_set_turns (self, g_value_get_uint (value));
      break;
    case SME_VIEW_PROP_DARK:
      sme_document_view_set_dark (self, g_value_get_boolean (value));
      break;
    case PROP_HADJUSTMENT:
      sme_document_view_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL,
                                        g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      sme_document_view_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_document_view_dispose (GObject *object)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (object);

  drop_document (self);
  g_clear_handle_id (&self->late_source, g_source_remove);
  g_clear_handle_id (&self->slow_source, g_source_remove);
  g_cancellable_cancel (self->text_cancellable);
  sme_document_search_set_document (self->search, NULL);
  for (int i = 0; i < 2; i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
      g_clear_object (&self->adjustments[i]);
    }

  G_OBJECT_CLASS (sme_document_view_parent_class)->dispose (object);
}

static void
sme_document_view_finalize (GObject *object)
{
  sme_document_view_finalize_text (SME_DOCUMENT_VIEW (object));
  sme_document_view_finalize_places (SME_DOCUMENT_VIEW (object));

  G_OBJECT_CLASS (sme_document_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags change = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags tell = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[SME_VIEW_PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, SME_TYPE_DOCUMENT, change);
  properties[SME_VIEW_PROP_ZOOM] =
    g_param_spec_double ("zoom", NULL, NULL, SME_ZOOM_FIT_MIN, SME_ZOOM_MAX, 1, change);
  properties[SME_VIEW_PROP_FIT_MODE] =
    g_param_spec_enum ("fit-mode", NULL, NULL, SME_TYPE_FIT_MODE, SME_FIT_WIDTH, change);
  properties[SME_VIEW_PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, change);
  properties[SME_VIEW_PROP_N_PAGES] =
    g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, tell);
  properties[SME_VIEW_PROP_REACHED_END] =
    g_param_spec_boolean ("reached-end", NULL, NULL, FALSE, tell);
  properties[SME_VIEW_PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, tell);
  properties[SME_VIEW_PROP_TURNS] = g_param_spec_uint ("turns", NULL, NULL, 0, 3, 0, change);
  properties[SME_VIEW_PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, change);
  g_object_class_install_properties (object_class, SME_VIEW_N_PROPS, properties);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
sme_document_view_class_init (SmeDocumentViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sme_document_view_get_property;
  object_class->set_property = sme_document_view_set_property;
  object_class->dispose = sme_document_view_dispose;
  object_class->finalize = sme_document_view_finalize;
  widget_class->measure = sme_document_view_measure;
  widget_class->size_allocate = sme_document_view_size_allocate;
  widget_class->snapshot = sme_document_view_snapshot;
  widget_class->map = sme_document_view_map;
  widget_class->focus = sme_document_view_focus;

  install_properties (object_class);
  gtk_widget_class_set_css_name (widget_class, "documentview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
  sme_document_view_class_init_input (widget_class);
  sme_document_view_class_init_selection (widget_class);
  sme_document_view_class_init_links (widget_class);
  sme_document_view_class_init_places (widget_class);
  g_signal_new ("actions-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 0);
  g_signal_new ("link-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
sme_document_view_init (SmeDocumentView *self)
{
  self->zoom = 1;
  self->fit_mode = SME_FIT_WIDTH;
  self->page_held_at = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  sme_document_view_init_scale (self);
  sme_document_view_init_text (self);
  sme_document_view_init_input (self);
  sme_document_view_init_selection (self);
  sme_document_view_init_links (self);
  sme_document_view_init_places (self);
  sme_document_view_update_actions (self);
  update_accessible (self);
}

GtkWidget *
sme_document_view_new (void)
{
  return g_object_new (SME_TYPE_DOCUMENT_VIEW, NULL);
}
