/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-news-page.h"

#include "app/sme-page-list.h"
#include "base/sme-format.h"
#include "core/sme-enums.h"
#include "core/sme-news-item.h"
#include "core/sme-news-query.h"

#include <glib/gi18n.h>

#define PAGE_SIZE 50

struct _SmeNewsPage
{
  SmePage parent_instance;

  GtkListBox *list_box;

  SmeRemoteList *items;
};

G_DEFINE_FINAL_TYPE (SmeNewsPage, sme_news_page, SME_TYPE_PAGE)

static gboolean
is_earn (SmeNewsPage *self)
{
  return g_str_equal (sme_route_get_name (sme_page_get_route (SME_PAGE (self))), "earn");
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* "Promotion · 22/11/2026 · Illustration" */
static char *
make_caption (SmeRecord *item)
{
  g_autofree char *date = sme_format_date ((int) sme_record_get_int (item, "published_on"));
  GString *text = g_string_new (NULL);

  if (sme_record_get_int (item, "kind") == SME_NEWS_PROMOTION)
    g_string_append (text, C_ ("news", "Promotion"));
  if (*date != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", date);
  if (sme_record_get_int (item, "demonstration") != 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", C_ ("news", "Example"));
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_row (gpointer data, gpointer user_data)
{
  SmeRecord *item = data;
  const char *title = sme_record_get_text (item, "title");
  g_autofree char *caption = make_caption (item);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *body = make_label (sme_record_get_text (item, "body"), NULL);

  gtk_box_append (GTK_BOX (box), make_label (title, "heading"));
  if (*caption != '\0')
    gtk_box_append (GTK_BOX (box), make_label (caption, "dim-label"));
  gtk_label_set_selectable (GTK_LABEL (body), TRUE);
  gtk_box_append (GTK_BOX (box), body);
  gtk_widget_add_css_class (box, "sme-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
show_nothing (SmePage *page)
{
  if (is_earn (SME_NEWS_PAGE (page)))
    sme_page_show_empty (page, "onesme-earn-symbolic", _ ("No ways to earn at present"),
                         _ ("Programs for those who recommend services appear here."));
  else
    sme_page_show_empty (page, "onesme-news-symbolic", _ ("No news at present"),
                         _ ("News and promotions of the shop appear here."));
}

/* Without a kind the server answers all of them; what pays commission has a page of its own. */
static gboolean
belongs_here (gpointer item, gpointer data)
{
  gboolean earn = sme_record_get_int (SME_RECORD (item), "kind") == SME_NEWS_EARN;

  return earn == is_earn (data);
}

static void
sme_news_page_load (SmePage *page)
{
  SmeNewsPage *self = SME_NEWS_PAGE (page);
  g_autoptr (SmeRecord) query = NULL;
  g_autoptr (GtkFilterListModel) shown = NULL;

  if (self->items != NULL)
    {
      sme_remote_list_reload (self->items);
      return;
    }
  query = SME_RECORD (sme_news_query_new ());
  sme_record_set_int (query, "limit", PAGE_SIZE);
  if (is_earn (self))
    sme_record_set_int (query, "kind", SME_NEWS_EARN);
  self->items = sme_remote_list_new (sme_context_get_catalog (sme_page_get_context (page)),
                                     SME_OP_LIST_NEWS, NULL, query);
  shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                     GTK_FILTER (gtk_custom_filter_new (belongs_here, self, NULL)));
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (shown), make_row, NULL, NULL);
  sme_page_follow_list (page, self->items, show_nothing);
}

static void
sme_news_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (sme_news_page_parent_class)->constructed (object);
  sme_page_set_title (SME_PAGE (object), is_earn (SME_NEWS_PAGE (object))
                                           ? _ ("Earn online")
                                           : _ ("News and promotions"));
}

static void
sme_news_page_dispose (GObject *object)
{
  SmeNewsPage *self = SME_NEWS_PAGE (object);

  if (self->list_box != NULL)
    gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
  g_clear_object (&self->items);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_NEWS_PAGE);
  G_OBJECT_CLASS (sme_news_page_parent_class)->dispose (object);
}

static void
sme_news_page_class_init (SmeNewsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sme_news_page_constructed;
  object_class->dispose = sme_news_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_news_page_load;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-news-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeNewsPage, list_box);
}

static void
sme_news_page_init (SmeNewsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
