/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document-toolbar.h"

#include <glib/gi18n.h>
#include <math.h>

enum
{
  PROP_VIEW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

struct _SmeDocumentToolbar
{
  GtkWidget parent_instance;

  SmeDocumentView *view;
  GSignalGroup *view_signals;
  double text_zoom; /* what is shown instead of the view's; 0 for none */

  GtkWidget *box;
  GtkWidget *page_entry;
  GtkLabel *n_pages_label;
  GtkMenuButton *zoom_button;
};

G_DEFINE_FINAL_TYPE (SmeDocumentToolbar, sme_document_toolbar, GTK_TYPE_WIDGET)

static void
show_page (SmeDocumentToolbar *self)
{
  guint n_pages = sme_document_view_get_n_pages (self->view);
  g_autofree char *page = n_pages > 0
                            ? g_strdup_printf ("%u", sme_document_view_get_page (self->view) + 1)
                            : g_strdup ("");
  g_autofree char *of = g_strdup_printf ("/ %u", n_pages);

  gtk_editable_set_text (GTK_EDITABLE (self->page_entry), page);
  gtk_label_set_label (self->n_pages_label, of);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->page_entry), MAX ((int) strlen (of) - 2, 3));
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->page_entry),
                                    MAX ((int) strlen (of) - 2, 3));
  gtk_widget_set_sensitive (self->page_entry, n_pages > 0);
}

static void
show_zoom (SmeDocumentToolbar *self)
{
  double zoom = self->text_zoom > 0 ? self->text_zoom : sme_document_view_get_zoom (self->view);
  g_autofree char *percent = g_strdup_printf (_ ("%d%%"), (int) round (zoom * 100));

  /* The button makes another label each time, which is laid out anew. */
  if (g_strcmp0 (gtk_menu_button_get_label (self->zoom_button), percent) != 0)
    gtk_menu_button_set_label (self->zoom_button, percent);
}

static void
on_view_bound (SmeDocumentToolbar *self)
{
  show_page (self);
  show_zoom (self);
}

/* What is no page number puts the present one back. */
static void
on_page_activated (GtkEntry *entry, SmeDocumentToolbar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  guint64 page;

  if (self->view == NULL)
    return;
  if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &page, NULL))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "view.go-to-page", "u", (guint) page - 1);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }
  show_page (self);
}

static void
on_page_left (GtkEventControllerFocus *controller, SmeDocumentToolbar *self)
{
  if (self->view != NULL)
    show_page (self);
}

void
sme_document_toolbar_set_view (SmeDocumentToolbar *self, SmeDocumentView *view)
{
  g_return_if_fail (SME_IS_DOCUMENT_TOOLBAR (self));
  g_return_if_fail (view == NULL || SME_IS_DOCUMENT_VIEW (view));

  if (!g_set_object (&self->view, view))
    return;
  g_signal_group_set_target (self->view_signals, view);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

void
sme_document_toolbar_set_text_zoom (SmeDocumentToolbar *self, double zoom)
{
  g_return_if_fail (SME_IS_DOCUMENT_TOOLBAR (self));

  self->text_zoom = zoom;
  if (self->view != NULL)
    show_zoom (self);
}

void
sme_document_toolbar_enter_page (SmeDocumentToolbar *self)
{
  g_return_if_fail (SME_IS_DOCUMENT_TOOLBAR (self));

  gtk_widget_grab_focus (self->page_entry);
  gtk_editable_select_region (GTK_EDITABLE (self->page_entry), 0, -1);
}

static void
sme_document_toolbar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VIEW:
      g_value_set_object (value, SME_DOCUMENT_TOOLBAR (object)->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_document_toolbar_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VIEW:
      sme_document_toolbar_set_view (SME_DOCUMENT_TOOLBAR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sme_document_toolbar_dispose (GObject *object)
{
  SmeDocumentToolbar *self = SME_DOCUMENT_TOOLBAR (object);

  g_clear_object (&self->view_signals);
  g_clear_object (&self->view);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (sme_document_toolbar_parent_class)->dispose (object);
}

static void
sme_document_toolbar_class_init (SmeDocumentToolbarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sme_document_toolbar_get_property;
  object_class->set_property = sme_document_toolbar_set_property;
  object_class->dispose = sme_document_toolbar_dispose;

  properties[PROP_VIEW] =
    g_param_spec_object ("view", NULL, NULL, SME_TYPE_DOCUMENT_VIEW,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-document-toolbar.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentToolbar, box);
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentToolbar, page_entry);
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentToolbar, n_pages_label);
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentToolbar, zoom_button);
  gtk_widget_class_bind_template_callback (widget_class, on_page_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_page_left);
}

static void
sme_document_toolbar_init (SmeDocumentToolbar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->view_signals = g_signal_group_new (SME_TYPE_DOCUMENT_VIEW);
  g_signal_connect_swapped (self->view_signals, "bind", G_CALLBACK (on_view_bound), self);
  g_signal_group_connect_swapped (self->view_signals, "notify::page", G_CALLBACK (show_page), self);
  g_signal_group_connect_swapped (self->view_signals, "notify::n-pages", G_CALLBACK (show_page),
                                  self);
  g_signal_group_connect_swapped (self->view_signals, "notify::zoom", G_CALLBACK (show_zoom), self);
}
