/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/lookup/sme-kept-page.h"

#include "app/lookup/sme-lookup-shelf.h"
#include "base/sme-format.h"

#include <glib/gi18n.h>

struct _SmeKeptPage
{
  SmePage parent_instance;

  GtkListBox *list_box;
};

G_DEFINE_FINAL_TYPE (SmeKeptPage, sme_kept_page, SME_TYPE_PAGE)

static SmeLookupShelf *
get_shelf (SmeKeptPage *self)
{
  return sme_lookup_shelf_get (sme_page_get_context (SME_PAGE (self)));
}

/* "Mẫu hợp đồng SmartCA OneSME · Order 12726 · 22/11/2026"; a contract is often called as the set
 * that it is in, and has its name above. */
static char *
describe (SmeRecord *dossier, SmeRecord *info)
{
  g_autofree char *date = sme_format_date ((int) sme_record_get_int (info, "changed_on"));
  g_autofree char *order =
    g_strdup_printf (_ ("Order %s"), sme_record_get_text (dossier, "order_number"));
  const char *name = sme_record_get_text (dossier, "name");

  if (g_strcmp0 (name, sme_record_get_text (info, "name")) == 0)
    return g_strjoin (" · ", order, date, NULL);
  return g_strjoin (" · ", name, order, date, NULL);
}

static GtkWidget *
make_row (SmeRecord *dossier, SmeRecord *info)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *details = describe (dossier, info);
  g_autofree char *route =
    sme_route_build ("document", sme_record_get_text (dossier, "id"), "document",
                     sme_record_get_text (info, "id"), "kept", "1", NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sme_record_get_text (info, "name"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", route);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  return row;
}

static void
add_dossier (SmeKeptPage *self, SmeRecord *dossier)
{
  GListModel *documents = sme_record_get_list (dossier, "documents");

  for (guint i = 0; documents != NULL && i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (SmeRecord) info = g_list_model_get_item (documents, i);

      gtk_list_box_append (self->list_box, make_row (dossier, info));
    }
}

static void
show_kept (SmeKeptPage *self)
{
  GListModel *kept = sme_lookup_shelf_get_dossiers (get_shelf (self));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list_box, 0)) != NULL)
    gtk_list_box_remove (self->list_box, GTK_WIDGET (row));
  for (guint i = 0; i < g_list_model_get_n_items (kept); i++)
    {
      g_autoptr (SmeRecord) dossier = g_list_model_get_item (kept, i);

      add_dossier (self, dossier);
    }
  if (g_list_model_get_n_items (kept) > 0)
    sme_page_show_content (SME_PAGE (self));
  else
    sme_page_show_empty (
      SME_PAGE (self), "onesme-lookup-symbolic", _ ("Nothing is kept here"),
      _ ("When this computer remembers the eContract sign-in, the documents that "
         "are opened or downloaded are kept here, encrypted."));
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeKeptPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean good = sme_lookup_shelf_load_finish (SME_LOOKUP_SHELF (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->list_box == NULL)
    return;
  if (good)
    show_kept (self);
  else
    sme_page_show_error (SME_PAGE (self), error);
}

static void
sme_kept_page_load (SmePage *page)
{
  SmeKeptPage *self = SME_KEPT_PAGE (page);

  if (sme_lookup_shelf_get_loaded (get_shelf (self)))
    show_kept (self);
  else
    sme_lookup_shelf_load_async (get_shelf (self), sme_page_get_cancellable (page), on_loaded,
                                 g_object_ref (page));
}

static void
on_kept_changed (SmeKeptPage *self)
{
  if (sme_page_get_state (SME_PAGE (self)) != SME_PAGE_LOADING)
    show_kept (self);
}

static void
on_remove_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sme_lookup_shelf_forget (get_shelf (SME_KEPT_PAGE (widget)));
}

static void
sme_kept_page_constructed (GObject *object)
{
  SmeKeptPage *self = SME_KEPT_PAGE (object);

  G_OBJECT_CLASS (sme_kept_page_parent_class)->constructed (object);
  g_signal_connect_object (sme_lookup_shelf_get_dossiers (get_shelf (self)), "items-changed",
                           G_CALLBACK (on_kept_changed), self, G_CONNECT_SWAPPED);
}

static void
sme_kept_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_KEPT_PAGE);
  G_OBJECT_CLASS (sme_kept_page_parent_class)->dispose (object);
}

static void
sme_kept_page_class_init (SmeKeptPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sme_kept_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sme_kept_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_kept_page_load;
  gtk_widget_class_install_action (widget_class, "kept.remove", NULL, on_remove_activated);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-kept-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeKeptPage, list_box);
}

static void
sme_kept_page_init (SmeKeptPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_page_set_title (SME_PAGE (self), _ ("Contracts kept on this computer"));
}
