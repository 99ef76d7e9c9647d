/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document-sidebar.h"

#include "viewer/sme-list-reveal.h"
#include "viewer/sme-outline-item.h"
#include "viewer/sme-page-thumb.h"

#include <glib/gi18n.h>

enum
{
  PROP_VIEW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

struct _SmeDocumentSidebar
{
  GtkWidget parent_instance;

  SmeDocumentView *view;
  GSignalGroup *view_signals;
  SmeDocument *document;     /* whose pages the lists show */
  GCancellable *cancellable; /* of the outline under way */

  gboolean focus_waits; /* the keyboard comes to the pages when they are shown */

  GtkWidget *box;
  GtkStack *stack;
  GtkWidget *switcher;
  GtkListView *pages;
  GtkListView *outline;
  GtkSingleSelection *selection; /* of the pages */
};

G_DEFINE_FINAL_TYPE (SmeDocumentSidebar, sme_document_sidebar, GTK_TYPE_WIDGET)

static void
stop (SmeDocumentSidebar *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* One string per page: a screen reader and the row read it. */
static GListModel *
make_pages (SmeDocument *document)
{
  guint n_pages = document != NULL ? sme_document_get_n_pages (document) : 0;
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_pages; i++)
    gtk_string_list_take (list, g_strdup_printf ("%u", i + 1));
  return G_LIST_MODEL (list);
}

static GListModel *
on_create_children (gpointer item, gpointer user_data)
{
  GListModel *children = sme_outline_item_get_children (item);

  if (g_list_model_get_n_items (children) == 0)
    return NULL;
  return g_object_ref (children);
}

/* @root: (nullable) */
static void
show_outline (SmeDocumentSidebar *self, SmeOutlineItem *root)
{
  GListModel *items = root != NULL ? sme_outline_item_get_children (root) : NULL;
  gboolean has_any = items != NULL && g_list_model_get_n_items (items) > 0;
  g_autoptr (GtkSelectionModel) selection = NULL;

  if (has_any)
    {
      GtkTreeListModel *tree = gtk_tree_list_model_new (g_object_ref (items), FALSE, FALSE,
                                                        on_create_children, NULL, NULL);

      selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (tree)));
    }
  gtk_list_view_set_model (self->outline, selection);
  gtk_widget_set_visible (self->switcher, has_any);
  if (!has_any)
    gtk_stack_set_visible_child_name (self->stack, "pages");
}

static void
on_outline_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeOutlineItem) root =
    sme_document_get_outline_finish (SME_DOCUMENT (source), result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_outline (user_data, root);
}

static guint
get_page (SmeDocumentSidebar *self)
{
  return self->view != NULL ? sme_document_view_get_page (self->view) : 0;
}

static void
on_page_changed (SmeDocumentSidebar *self)
{
  if (self->document == NULL ||
      gtk_single_selection_get_selected (self->selection) == get_page (self))
    return;
  gtk_single_selection_set_selected (self->selection, get_page (self));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    sme_list_reveal_row (self->pages, get_page (self), FALSE);
}

/* Looks whether another document has come, once somebody can see it. */
static void
update (SmeDocumentSidebar *self)
{
  SmeDocument *document = self->view != NULL ? sme_document_view_get_document (self->view) : NULL;
  g_autoptr (GListModel) pages = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) && document != NULL)
    return;
  if (!g_set_object (&self->document, document))
    return;
  stop (self);
  show_outline (self, NULL);
  pages = make_pages (document);
  gtk_single_selection_set_model (self->selection, pages);
  if (document == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  sme_document_get_outline_async (document, self->cancellable, on_outline_ready, self);
  on_page_changed (self);
}

static void
on_setup_page (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_box_append (GTK_BOX (box), sme_page_thumb_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
on_dark_changed (SmeDocumentView *view, GParamSpec *pspec, SmePageThumb *thumb)
{
  sme_page_thumb_set_dark (thumb, sme_document_view_get_dark (view));
}

static void
on_bind_page (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  SmeDocumentSidebar *self = user_data;
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *thumb = gtk_widget_get_first_child (box);
  guint page = gtk_list_item_get_position (item);
  g_autofree char *name = g_strdup_printf (_ ("Page %u"), page + 1);

  g_signal_handlers_disconnect_by_func (self->view, on_dark_changed, thumb);
  g_signal_connect_object (self->view, "notify::dark", G_CALLBACK (on_dark_changed), thumb, 0);
  on_dark_changed (self->view, NULL, SME_PAGE_THUMB (thumb));
  sme_page_thumb_show (SME_PAGE_THUMB (thumb), self->document, page);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_unbind_page (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  if (box != NULL)
    sme_page_thumb_show (SME_PAGE_THUMB (gtk_widget_get_first_child (box)), NULL, 0);
}

static void
on_setup_heading (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), label);
  gtk_list_item_set_child (item, expander);
}

static void
on_bind_heading (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (SmeOutlineItem) heading = gtk_tree_list_row_get_item (row);

  gtk_tree_expander_set_list_row (expander, row);
  gtk_label_set_label (GTK_LABEL (gtk_tree_expander_get_child (expander)),
                       sme_outline_item_get_title (heading));
}

static void
go_to (SmeDocumentSidebar *self, guint page, double top)
{
  if (self->view == NULL || page == G_MAXUINT)
    return;
  sme_document_view_jump (self->view, page, top);
  g_signal_emit_by_name (self, "chosen", page, top);
}

static void
on_page_activated (GtkListView *list, guint position, SmeDocumentSidebar *self)
{
  go_to (self, position, 0);
}

static void
on_heading_activated (GtkListView *list, guint position, SmeDocumentSidebar *self)
{
  g_autoptr (GtkTreeListRow) row =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);
  g_autoptr (SmeOutlineItem) heading = gtk_tree_list_row_get_item (row);

  go_to (self, sme_outline_item_get_page (heading), sme_outline_item_get_top (heading));
}

void
sme_document_sidebar_set_view (SmeDocumentSidebar *self, SmeDocumentView *view)
{
  g_return_if_fail (SME_IS_DOCUMENT_SIDEBAR (self));
  g_return_if_fail (view == NULL || SME_IS_DOCUMENT_VIEW (view));

  if (!g_set_object (&self->view, view))
    return;
  g_signal_group_set_target (self->view_signals, view);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

gboolean
sme_document_sidebar_has_outline (SmeDocumentSidebar *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_SIDEBAR (self), FALSE);

  return gtk_widget_get_visible (self->switcher);
}

GtkListView *
sme_document_sidebar_get_pages (SmeDocumentSidebar *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_SIDEBAR (self), NULL);

  return self->pages;
}

GtkListView *
sme_document_sidebar_get_outline (SmeDocumentSidebar *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_SIDEBAR (self), NULL);

  return self->outline;
}

static void
sme_document_sidebar_map (GtkWidget *widget)
{
  SmeDocumentSidebar *self = SME_DOCUMENT_SIDEBAR (widget);

  GTK_WIDGET_CLASS (sme_document_sidebar_parent_class)->map (widget);
  update (self);
  on_page_changed (self);
  if (self->document != NULL)
    sme_list_reveal_row (self->pages, get_page (self), self->focus_waits);
  self->focus_waits = FALSE;
}

static void
sme_document_sidebar_unmap (GtkWidget *widget)
{
  SME_DOCUMENT_SIDEBAR (widget)->focus_waits = FALSE;
  GTK_WIDGET_CLASS (sme_document_sidebar_parent_class)->unmap (widget);
}

static gboolean
sme_document_sidebar_grab_focus (GtkWidget *widget)
{
  SmeDocumentSidebar *self = SME_DOCUMENT_SIDEBAR (widget);

  if (self->view == NULL || sme_document_view_get_document (self->view) == NULL ||
      g_str_equal (gtk_stack_get_visible_child_name (self->stack), "outline"))
    return gtk_widget_grab_focus (gtk_stack_get_visible_child (self->stack));
  /* The list by itself would take it to its first row, and go there. */
  if (gtk_widget_get_mapped (widget))
    sme_list_reveal_row (self->pages, get_page (self), TRUE);
  self->focus_waits = !gtk_widget_get_mapped (widget);
  return TRUE;
}

static void
sme_document_sidebar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    g_value_set_object (value, SME_DOCUMENT_SIDEBAR (object)->view);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sme_document_sidebar_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW)
    sme_document_sidebar_set_view (SME_DOCUMENT_SIDEBAR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sme_document_sidebar_dispose (GObject *object)
{
  SmeDocumentSidebar *self = SME_DOCUMENT_SIDEBAR (object);

  stop (self);
  g_clear_object (&self->view_signals);
  g_clear_object (&self->view);
  if (self->box != NULL)
    {
      gtk_list_view_set_model (self->pages, NULL);
      gtk_list_view_set_model (self->outline, NULL);
    }
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (sme_document_sidebar_parent_class)->dispose (object);
}

static void
sme_document_sidebar_class_init (SmeDocumentSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sme_document_sidebar_get_property;
  object_class->set_property = sme_document_sidebar_set_property;
  object_class->dispose = sme_document_sidebar_dispose;
  widget_class->map = sme_document_sidebar_map;
  widget_class->unmap = sme_document_sidebar_unmap;
  widget_class->grab_focus = sme_document_sidebar_grab_focus;
  properties[PROP_VIEW] =
    g_param_spec_object ("view", NULL, NULL, SME_TYPE_DOCUMENT_VIEW,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_DOUBLE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NAVIGATION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-document-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentSidebar, switcher);
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentSidebar, pages);
  gtk_widget_class_bind_template_child (widget_class, SmeDocumentSidebar, outline);
  gtk_widget_class_bind_template_callback (widget_class, on_page_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_heading_activated);
}

static void
sme_document_sidebar_init (SmeDocumentSidebar *self)
{
  g_autoptr (GtkListItemFactory) pages = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headings = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (pages, "setup", G_CALLBACK (on_setup_page), self);
  g_signal_connect (pages, "bind", G_CALLBACK (on_bind_page), self);
  g_signal_connect (pages, "unbind", G_CALLBACK (on_unbind_page), self);
  g_signal_connect (headings, "setup", G_CALLBACK (on_setup_heading), self);
  g_signal_connect (headings, "bind", G_CALLBACK (on_bind_heading), self);
  gtk_list_view_set_factory (self->pages, pages);
  gtk_list_view_set_factory (self->outline, headings);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_list_view_set_model (self->pages, GTK_SELECTION_MODEL (self->selection));
  self->view_signals = g_signal_group_new (SME_TYPE_DOCUMENT_VIEW);
  g_signal_group_connect_swapped (self->view_signals, "notify::document", G_CALLBACK (update),
                                  self);
  g_signal_group_connect_swapped (self->view_signals, "notify::page", G_CALLBACK (on_page_changed),
                                  self);
}
