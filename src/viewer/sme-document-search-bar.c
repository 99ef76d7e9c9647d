/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document-search-bar.h"

#include <glib/gi18n.h>

enum
{
  PROP_VIEW = 1,
  PROP_SEARCH_MODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

struct _SmeDocumentSearchBar
{
  GtkWidget parent_instance;

  SmeDocumentView *view;
  GSignalGroup *search_signals;

  GtkSearchBar *bar;
  GtkWidget *entry;
  GtkLabel *count_label;
};

G_DEFINE_FINAL_TYPE (SmeDocumentSearchBar, sme_document_search_bar, GTK_TYPE_WIDGET)

static char *
describe_count (SmeDocumentSearch *search)
{
  guint count = sme_document_search_get_count (search);

  if (sme_document_search_get_text (search)[0] == '\0')
    return g_strdup ("");
  if (sme_document_search_is_cut (search))
    /* Translators: the number of the match shown; there are more matches than are listed */
    return g_strdup_printf (C_ ("match", "%u of more than %u"),
                            sme_document_search_get_position (search), count);
  if (count > 0)
    /* Translators: the number of the match shown, and of all matches */
    return g_strdup_printf (C_ ("match", "%u of %u"), sme_document_search_get_position (search),
                            count);
  if (sme_document_search_get_busy (search))
    return g_strdup ("…");
  return g_strdup (_ ("Not found"));
}

static void
show_count (SmeDocumentSearchBar *self)
{
  SmeDocumentSearch *search = sme_document_view_get_search (self->view);
  g_autofree char *text = describe_count (search);
  gboolean is_missed = sme_document_search_get_text (search)[0] != '\0' &&
                       sme_document_search_get_count (search) == 0 &&
                       !sme_document_search_get_busy (search);

  gtk_label_set_label (self->count_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
    is_missed ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (is_missed)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static void
on_search_changed (GtkSearchEntry *entry, SmeDocumentSearchBar *self)
{
  if (self->view == NULL)
    return;
  sme_document_search_set_text (sme_document_view_get_search (self->view),
                                gtk_editable_get_text (GTK_EDITABLE (entry)),
                                sme_document_view_get_page (self->view));
}

static void
on_next_match (GtkSearchEntry *entry, SmeDocumentSearchBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "document.find-next", NULL);
}

static void
on_previous_match (GtkSearchEntry *entry, SmeDocumentSearchBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "document.find-previous", NULL);
}

static void
on_mode_changed (GtkSearchBar *bar, GParamSpec *pspec, SmeDocumentSearchBar *self)
{
  if (!gtk_search_bar_get_search_mode (bar))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_MODE]);
}

void
sme_document_search_bar_set_search_mode (SmeDocumentSearchBar *self, gboolean search_mode)
{
  g_return_if_fail (SME_IS_DOCUMENT_SEARCH_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, search_mode);
}

gboolean
sme_document_search_bar_get_search_mode (SmeDocumentSearchBar *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_SEARCH_BAR (self), FALSE);

  return gtk_search_bar_get_search_mode (self->bar);
}

void
sme_document_search_bar_start (SmeDocumentSearchBar *self)
{
  g_return_if_fail (SME_IS_DOCUMENT_SEARCH_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/* The options are the search's own properties; the menu finds them as actions. */
static void
insert_options (SmeDocumentSearchBar *self)
{
  static const char *const names[] = { "match-case", "match-marks" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (gsize i = 0; self->view != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPropertyAction) action =
        g_property_action_new (names[i], sme_document_view_get_search (self->view), names[i]);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "search", G_ACTION_GROUP (group));
}

void
sme_document_search_bar_set_view (SmeDocumentSearchBar *self, SmeDocumentView *view)
{
  g_return_if_fail (SME_IS_DOCUMENT_SEARCH_BAR (self));
  g_return_if_fail (view == NULL || SME_IS_DOCUMENT_VIEW (view));

  if (!g_set_object (&self->view, view))
    return;
  insert_options (self);
  g_signal_group_set_target (self->search_signals,
                             view != NULL ? sme_document_view_get_search (view) : NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
sme_document_search_bar_get_property (GObject *object,
                                      guint prop_id,
                                      GValue *value,
                                      GParamSpec *pspec)
{
  SmeDocumentSearchBar *self = SME_DOCUMENT_SEARCH_BAR (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;
    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, sme_document_search_bar_get_search_mode (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_document_search_bar_set_property (GObject *object,
                                      guint prop_id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  SmeDocumentSearchBar *self = SME_DOCUMENT_SEARCH_BAR (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      sme_document_search_bar_set_view (self, g_value_get_object (value));
      break;
    case PROP_SEARCH_MODE:
      sme_document_search_bar_set_search_mode (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_document_search_bar_dispose (GObject *object)
{
  SmeDocumentSearchBar *self = SME_DOCUMENT_SEARCH_BAR (object);

  g_clear_object (&self->search_signals);
  g_clear_object (&self->view);
  if (self->bar != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->bar)));

  G_OBJECT_CLASS (sme_document_search_bar_parent_class)->dispose (object);
}

static void
sme_document_search_bar_class_init (SmeDocumentSearchBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sme_document_search_bar_get_property;
  object_class->set_property = sme_document_search_bar_set_property;
  object_class->dispose = sme_document_search_bar_dispose;

  properties[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, SME_TYPE_DOCUMENT_VIEW, flags);
  properties[PROP_SEARCH_MODE] = g_param_spec_boolean ("search-mode", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-document-search-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentSearchBar, bar);
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentSearchBar, entry);
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentSearchBar, count_label);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_next_match);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_match);
  gtk_widget_class_bind_template_callback (widget_class, on_mode_changed);
}

static void
sme_document_search_bar_init (SmeDocumentSearchBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  self->search_signals = g_signal_group_new (SME_TYPE_DOCUMENT_SEARCH);
  for (guint i = 0; i < 4; i++)
    {
      static const char *const names[] = { "notify::text", "notify::count", "notify::position",
                                           "notify::busy" };

      g_signal_group_connect_swapped (self->search_signals, names[i], G_CALLBACK (show_count),
                                      self);
    }
}
