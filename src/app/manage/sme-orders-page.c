/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/manage/sme-orders-page.h"

#include "app/manage/sme-list-foot.h"
#include "app/manage/sme-list-refresh.h"
#include "app/manage/sme-next-step.h"
#include "app/manage/sme-order-row.h"
#include "app/sme-page-list.h"
#include "app/sme-wrap-box.h"
#include "base/sme-text.h"
#include "core/sme-order-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define PAGE_SIZE 20

struct _SmeOrdersPage
{
  SmePage parent_instance;

  GtkSearchEntry *search_entry;
  GtkDropDown *group_drop_down;
  GtkDropDown *sort_drop_down;
  GtkStack *stack; /* "list" or "nothing-found" */
  GtkListBox *list_box;
  SmeListFoot *foot;
  GtkButton *together_button;

  SmeRecord *query;
  SmeRemoteList *orders;
  GListModel *shown; /* those of them that fit, also while the server can't be asked */
  GtkFilter *filter; /* borrowed from it */
  SmeListRefresh *refresh;
};

G_DEFINE_FINAL_TYPE (SmeOrdersPage, sme_orders_page, SME_TYPE_PAGE)

/* The first choice is every order. */
static const char *const groups[] = {
  [SME_ORDERS_TO_DO] = NC_ ("orders", "To do"),
  [SME_ORDERS_WAITING] = NC_ ("orders", "Waiting"),
  [SME_ORDERS_DONE] = NC_ ("orders", "Done"),
  [SME_ORDERS_CANCELLED] = NC_ ("orders", "Cancelled or refunded"),
};

static const char *const sorts[] = {
  [SME_ORDERS_NEWEST] = N_ ("Newest first"),
  [SME_ORDERS_BY_NAME] = N_ ("By name"),
  [SME_ORDERS_BY_PRICE] = N_ ("Highest price first"),
};

static char *
get_words (SmeOrdersPage *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
}

/* -1 for every order. */
static int
get_group (SmeOrdersPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->group_drop_down);

  return selected <= G_N_ELEMENTS (groups) ? (int) selected - 1 : -1;
}

static gboolean
is_filtered (SmeOrdersPage *self)
{
  g_autofree char *words = get_words (self);

  return *words != '\0' || get_group (self) >= 0;
}

static SmeRecord *
make_query (SmeOrdersPage *self)
{
  SmeRecord *query = SME_RECORD (sme_order_query_new ());
  g_autofree char *words = get_words (self);

  sme_record_set_int (query, "limit", PAGE_SIZE);
  if (*words != '\0')
    sme_record_set_text (query, "query", words);
  if (get_group (self) >= 0)
    sme_record_set_int (query, "group", get_group (self));
  sme_record_set_int (query, "sort", gtk_drop_down_get_selected (self->sort_drop_down));
  return query;
}

static gboolean
has_words (SmeOrdersPage *self, SmeOrder *order)
{
  g_autofree char *words = get_words (self), *folded = sme_text_fold (words);
  g_autofree char *text = sme_order_words_fold (order);

  return strstr (text, folded) != NULL;
}

/* What the server answers fits; while it can't be reached, what is left of before is sifted here.
 */
static gboolean
fits (gpointer item, gpointer data)
{
  SmeOrdersPage *self = data;
  int group = get_group (self);

  if (sme_remote_list_get_state (self->orders) != SME_REMOTE_LIST_ERROR)
    return TRUE;
  return (group < 0 || (int) sme_order_group_of (item) == group) && has_words (self, item);
}

static void
on_row_activated (SmeOrdersPage *self, GtkListBoxRow *row)
{
  g_autofree char *route = sme_order_row_build_route (SME_ORDER_ROW (row));

  sme_page_open (SME_PAGE (self), route);
}

/* One payment for several makes sense from two on. */
static void
offer_payment (SmeOrdersPage *self)
{
  guint n = g_list_model_get_n_items (self->shown), payable = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) order = g_list_model_get_item (self->shown, i);

      payable += sme_next_step_allows (order, SME_NEXT_PAY) ? 1 : 0;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->together_button), payable >= 2);
}

/* Orders change where they stand in the list: one that was paid is not to be paid any more, and may
 * not belong to those that were asked for. */
static void
on_order_changed (SmeOrder *order, GParamSpec *pspec, gpointer row)
{
  GtkWidget *page = gtk_widget_get_ancestor (row, SME_TYPE_ORDERS_PAGE);
  SmeOrdersPage *self;

  if (page == NULL)
    return;
  self = SME_ORDERS_PAGE (page);
  offer_payment (self);
  if (g_str_equal (pspec->name, "state") && get_group (self) >= 0)
    sme_list_refresh_reload (self->refresh);
}

static GtkWidget *
make_row (gpointer order, gpointer data)
{
  GtkWidget *row = sme_order_row_new (order);

  g_signal_connect_object (order, "notify", G_CALLBACK (on_order_changed), row, 0);
  return row;
}

static void
on_shown_changed (SmeOrdersPage *self)
{
  guint n = g_list_model_get_n_items (self->shown);

  offer_payment (self);
  if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->orders)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "nothing-found");
}

static void
on_state_changed (SmeOrdersPage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  on_shown_changed (self);
}

static void
on_filter_changed (SmeOrdersPage *self)
{
  g_autoptr (SmeRecord) query = NULL;

  if (self->orders == NULL)
    return;
  query = make_query (self);
  /* Typed and taken back: nothing else is looked for. */
  if (sme_record_equal (query, self->query))
    return;
  g_set_object (&self->query, query);
  sme_remote_list_set_query (self->orders, query);
}

static void
on_clear_clicked (SmeOrdersPage *self)
{
  gtk_drop_down_set_selected (self->group_drop_down, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
show_nothing (SmePage *page)
{
  SmeOrdersPage *self = SME_ORDERS_PAGE (page);

  if (is_filtered (self))
    {
      gtk_stack_set_visible_child_name (self->stack, "nothing-found");
      sme_page_show_content (page);
      return;
    }
  sme_page_show_empty (page, "onesme-orders-symbolic", _ ("No orders yet"),
                       _ ("What you order appears here, with what is to be done next."));
  sme_page_set_empty_action (page, _ ("Look at the services"), "win.open::categories");
}

static void
follow_orders (SmeOrdersPage *self)
{
  self->filter = GTK_FILTER (gtk_custom_filter_new (fits, self, NULL));
  self->shown = G_LIST_MODEL (
    gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->orders)), self->filter));
  g_signal_connect_object (self->orders, "notify::state", G_CALLBACK (on_state_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (on_shown_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list_box, self->shown, make_row, NULL, NULL);
  sme_list_foot_set_list (self->foot, self->orders);
}

static void
sme_orders_page_load (SmePage *page)
{
  SmeOrdersPage *self = SME_ORDERS_PAGE (page);
  SmeShop *shop = sme_context_get_shop (sme_page_get_context (page));

  if (self->orders != NULL)
    {
      sme_remote_list_reload (self->orders);
      return;
    }
  self->query = make_query (self);
  self->orders = sme_remote_list_new (SME_CALLER (shop), SME_OP_LIST_ORDERS, NULL, self->query);
  sme_remote_list_set_auto_load (self->orders, FALSE);
  self->refresh = sme_list_refresh_new (shop, self->orders, "id");
  follow_orders (self);
  sme_page_follow_list (page, self->orders, show_nothing);
}

static void
sme_orders_page_shown (SmePage *page)
{
  sme_list_refresh_set_active (SME_ORDERS_PAGE (page)->refresh, TRUE);
}

static void
sme_orders_page_hidden (SmePage *page)
{
  sme_list_refresh_set_active (SME_ORDERS_PAGE (page)->refresh, FALSE);
}

static void
sme_orders_page_dispose (GObject *object)
{
  SmeOrdersPage *self = SME_ORDERS_PAGE (object);

  if (self->list_box != NULL)
    gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
  g_clear_object (&self->refresh);
  self->filter = NULL;
  g_clear_object (&self->shown);
  g_clear_object (&self->query);
  /* What is under way holds the list. */
  if (self->orders != NULL)
    g_object_run_dispose (G_OBJECT (self->orders));
  g_clear_object (&self->orders);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_ORDERS_PAGE);
  G_OBJECT_CLASS (sme_orders_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_LIST_FOOT);
  g_type_ensure (SME_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-orders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeOrdersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SmeOrdersPage, group_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SmeOrdersPage, sort_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SmeOrdersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SmeOrdersPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, SmeOrdersPage, foot);
  gtk_widget_class_bind_template_child (widget_class, SmeOrdersPage, together_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
}

static void
sme_orders_page_class_init (SmeOrdersPageClass *klass)
{
  SmePageClass *page_class = SME_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_orders_page_dispose;
  page_class->load = sme_orders_page_load;
  page_class->shown = sme_orders_page_shown;
  page_class->hidden = sme_orders_page_hidden;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sme_orders_page_init (SmeOrdersPage *self)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) orders = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (choices, _ ("All orders"));
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_string_list_append (choices, g_dpgettext2 (NULL, "orders", groups[i]));
  gtk_drop_down_set_model (self->group_drop_down, G_LIST_MODEL (choices));
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    gtk_string_list_append (orders, _ (sorts[i]));
  gtk_drop_down_set_model (self->sort_drop_down, G_LIST_MODEL (orders));
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (self->together_button)), TRUE);
  sme_page_set_title (SME_PAGE (self), C_ ("section", "Orders"));
}
