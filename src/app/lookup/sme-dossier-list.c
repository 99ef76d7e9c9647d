/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/lookup/sme-dossier-list.h"

#include "app/lookup/sme-dossier-row.h"
#include "app/manage/sme-list-foot.h"
#include "base/sme-text.h"

struct _SmeDossierList
{
  AdwBin parent_instance;

  GtkSearchEntry *search_entry;
  GtkListView *view;
  GtkWidget *nothing_label;
  SmeListFoot *foot;

  SmeRemoteList *list;
  GtkFilterListModel *found;
  GtkCustomFilter *filter;
  GStrv words; /* folded; NULL: everything */
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeDossierList, sme_dossier_list, ADW_TYPE_BIN)

static gboolean
has_words (SmeRecord *dossier, GStrv words)
{
  static const char *const fields[] = { "name", "template_code", "order_number",
                                        "transaction_code" };
  GString *text = g_string_new (NULL);
  g_autofree char *key = NULL;
  gboolean all = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = sme_record_get_text (dossier, fields[i]);

      g_string_append_printf (text, "%s\n", value != NULL ? value : "");
    }
  key = sme_text_fold (text->str);
  g_string_free (text, TRUE);
  for (guint i = 0; all && words[i] != NULL; i++)
    all = strstr (key, words[i]) != NULL;
  return all;
}

static gboolean
is_wanted (gpointer item, gpointer data)
{
  SmeDossierList *self = data;

  return self->words == NULL || has_words (item, self->words);
}

static void
update (SmeDossierList *self)
{
  gboolean searches = self->words != NULL;
  gboolean loading =
    self->list != NULL && sme_remote_list_get_state (self->list) == SME_REMOTE_LIST_LOADING;
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0;

  gtk_widget_set_visible (self->nothing_label, searches && !any && !loading);
  /* It counts the rows of the list, not of the search. */
  gtk_widget_set_opacity (GTK_WIDGET (self->foot), searches ? 0 : 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->foot), !searches);
  if (searches && self->list != NULL && sme_remote_list_get_has_more (self->list) &&
      sme_remote_list_get_state (self->list) == SME_REMOTE_LIST_READY)
    sme_remote_list_load_more (self->list);
}

static void
on_search_changed (SmeDossierList *self)
{
  g_autofree char *key = sme_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  g_clear_pointer (&self->words, g_strfreev);
  g_strstrip (key);
  if (*key != '\0')
    self->words = g_strsplit (key, " ", -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
}

static void
on_stop_search (SmeDossierList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
on_activated (SmeDossierList *self, guint position)
{
  g_autoptr (SmeRecord) dossier = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  g_signal_emit (self, signals[OPENED], 0, sme_record_get_text (dossier, "id"));
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, sme_dossier_row_new ());
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  sme_dossier_row_set_dossier (SME_DOSSIER_ROW (gtk_list_item_get_child (item)),
                               gtk_list_item_get_item (item));
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item)
{
  sme_dossier_row_set_dossier (SME_DOSSIER_ROW (gtk_list_item_get_child (item)), NULL);
}

void
sme_dossier_list_set_list (SmeDossierList *self, SmeRemoteList *list)
{
  g_return_if_fail (SME_IS_DOSSIER_LIST (self));
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  sme_list_foot_set_list (self->foot, list);
  gtk_filter_list_model_set_model (self->found, G_LIST_MODEL (list));
  if (list == NULL)
    on_stop_search (self);
  else
    g_signal_connect_object (list, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

void
sme_dossier_list_focus (SmeDossierList *self)
{
  g_return_if_fail (SME_IS_DOSSIER_LIST (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
sme_dossier_list_dispose (GObject *object)
{
  SmeDossierList *self = SME_DOSSIER_LIST (object);

  if (self->view != NULL)
    {
      sme_dossier_list_set_list (self, NULL);
      gtk_list_view_set_model (self->view, NULL);
    }
  g_clear_object (&self->found);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_DOSSIER_LIST);
  G_OBJECT_CLASS (sme_dossier_list_parent_class)->dispose (object);
}

static void
sme_dossier_list_finalize (GObject *object)
{
  g_strfreev (SME_DOSSIER_LIST (object)->words);
  G_OBJECT_CLASS (sme_dossier_list_parent_class)->finalize (object);
}

static void
sme_dossier_list_class_init (SmeDossierListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_dossier_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = sme_dossier_list_finalize;
  signals[OPENED] = g_signal_new ("opened", SME_TYPE_DOSSIER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (SME_TYPE_LIST_FOOT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-dossier-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeDossierList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SmeDossierList, view);
  gtk_widget_class_bind_template_child (widget_class, SmeDossierList, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, SmeDossierList, foot);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
sme_dossier_list_init (SmeDossierList *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  self->found = gtk_filter_list_model_new (NULL, GTK_FILTER (self->filter));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

GtkWidget *
sme_dossier_list_new (void)
{
  return g_object_new (SME_TYPE_DOSSIER_LIST, NULL);
}
