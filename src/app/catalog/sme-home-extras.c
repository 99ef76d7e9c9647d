/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-home-extras.h"

#include "app/sme-route.h"
#include "app/sme-wrap-box.h"
#include "base/sme-format.h"
#include "core/sme-enums.h"
#include "core/sme-news-item.h"

#include <glib/gi18n.h>

#define MAX_NEWS 3

struct _SmeHomeExtras
{
  AdwBin parent_instance;

  GtkBox *categories_box; /* title and buttons */
  GtkBox *news_box;
};

G_DEFINE_FINAL_TYPE (SmeHomeExtras, sme_home_extras, ADW_TYPE_BIN)

static GtkBox *
make_section (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_visible (box, FALSE);
  return GTK_BOX (box);
}

static void
sme_home_extras_class_init (SmeHomeExtrasClass *klass)
{
}

static void
sme_home_extras_init (SmeHomeExtras *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->categories_box = make_section ();
  self->news_box = make_section ();
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->categories_box));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->news_box));
  adw_bin_set_child (ADW_BIN (self), box);
}

/* Begins a section anew. */
static void
begin (GtkBox *box, const char *title)
{
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "title-3");
  gtk_box_append (box, label);
  gtk_widget_set_visible (GTK_WIDGET (box), TRUE);
}

static GtkWidget *
make_category (SmeRecord *category)
{
  const char *name = sme_record_get_text (category, "name");
  GtkWidget *button = gtk_button_new_with_label (name);
  g_autofree char *route =
    sme_route_build ("category", sme_record_get_text (category, "id"), "name", name, NULL);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", route);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  return button;
}

static void
on_categories_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeHomeExtras) self = data;
  g_autoptr (GListModel) list =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, NULL);
  GtkWidget *buttons;

  if (list == NULL || g_list_model_get_n_items (list) == 0)
    return;
  begin (self->categories_box, _ ("Categories"));
  buttons = sme_wrap_box_new ();
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SmeRecord) category = g_list_model_get_item (list, i);

      sme_wrap_box_append (SME_WRAP_BOX (buttons), make_category (category));
    }
  gtk_box_append (self->categories_box, buttons);
}

static GtkWidget *
make_news (SmeRecord *item)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *date = sme_format_date ((int) sme_record_get_int (item, "published_on"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sme_record_get_text (item, "title"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), date);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", "news");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  return row;
}

static void
on_news_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeHomeExtras) self = data;
  g_autoptr (GListModel) list =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, NULL);
  GtkWidget *rows;
  guint n = 0;

  if (list == NULL || g_list_model_get_n_items (list) == 0)
    return;
  begin (self->news_box, _ ("News and promotions"));
  rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("News and promotions"), -1);
  for (guint i = 0; i < g_list_model_get_n_items (list) && n < MAX_NEWS; i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (list, i);

      if (sme_record_get_int (item, "kind") == SME_NEWS_EARN)
        continue;
      gtk_list_box_append (GTK_LIST_BOX (rows), make_news (item));
      n++;
    }
  gtk_box_append (self->news_box, rows);
}

GtkWidget *
sme_home_extras_new (void)
{
  return g_object_new (SME_TYPE_HOME_EXTRAS, NULL);
}

void
sme_home_extras_load (SmeHomeExtras *self, SmeCaller *caller, GCancellable *cancellable)
{
  g_return_if_fail (SME_IS_HOME_EXTRAS (self));

  sme_caller_send_async (caller, SME_OP_LIST_CATEGORIES, NULL, NULL, NULL, cancellable,
                         on_categories_ready, g_object_ref (self));
  sme_caller_send_async (caller, SME_OP_LIST_NEWS, NULL, NULL, NULL, cancellable, on_news_ready,
                         g_object_ref (self));
}
