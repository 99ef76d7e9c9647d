/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/manage/sme-subscriptions-page.h"

#include "app/manage/sme-list-foot.h"
#include "app/manage/sme-list-refresh.h"
#include "app/manage/sme-state-text.h"
#include "app/manage/sme-subscription-row.h"
#include "app/sme-page-list.h"
#include "app/sme-wrap-box.h"
#include "core/sme-enums.h"
#include "core/sme-subscription-query.h"

#include <glib/gi18n.h>

#define PAGE_SIZE 20

struct _SmeSubscriptionsPage
{
  SmePage parent_instance;

  GtkSearchEntry *search_entry;
  GtkDropDown *state_drop_down;
  GtkDropDown *sort_drop_down;
  GtkStack *stack; /* "list" or "nothing-found" */
  GtkListBox *list_box;
  SmeListFoot *foot;

  SmeRemoteList *subscriptions;
  SmeListRefresh *refresh;
};

G_DEFINE_FINAL_TYPE (SmeSubscriptionsPage, sme_subscriptions_page, SME_TYPE_PAGE)

static const SmeSubscriptionState states[] = {
  SME_SUBSCRIPTION_PENDING, SME_SUBSCRIPTION_ACTIVE,    SME_SUBSCRIPTION_EXPIRING,
  SME_SUBSCRIPTION_EXPIRED, SME_SUBSCRIPTION_CANCELLED,
};

static const char *const sorts[] = {
  [SME_SUBSCRIPTIONS_NEWEST] = N_ ("Newest first"),
  [SME_SUBSCRIPTIONS_BY_END] = N_ ("Ending soonest first"),
  [SME_SUBSCRIPTIONS_BY_NAME] = N_ ("By name"),
  [SME_SUBSCRIPTIONS_BY_PRICE] = N_ ("Highest price first"),
};

static GtkWidget *
make_row (gpointer subscription, gpointer data)
{
  return sme_subscription_row_new (subscription);
}

static void
on_row_activated (SmeSubscriptionsPage *self, GtkListBoxRow *row)
{
  g_autofree char *route = sme_subscription_row_build_route (SME_SUBSCRIPTION_ROW (row));

  sme_page_open (SME_PAGE (self), route);
}

static char *
get_words (SmeSubscriptionsPage *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
}

/* The first choice is every state. */
static gboolean
is_filtered (SmeSubscriptionsPage *self)
{
  g_autofree char *words = get_words (self);

  return *words != '\0' || gtk_drop_down_get_selected (self->state_drop_down) > 0;
}

static SmeRecord *
make_query (SmeSubscriptionsPage *self)
{
  SmeRecord *query = SME_RECORD (sme_subscription_query_new ());
  guint selected = gtk_drop_down_get_selected (self->state_drop_down);
  g_autofree char *words = get_words (self);

  sme_record_set_int (query, "limit", PAGE_SIZE);
  if (*words != '\0')
    sme_record_set_text (query, "query", words);
  if (selected > 0 && selected <= G_N_ELEMENTS (states))
    sme_record_set_int (query, "state", states[selected - 1]);
  sme_record_set_int (query, "sort", gtk_drop_down_get_selected (self->sort_drop_down));
  return query;
}

static void
on_filter_changed (SmeSubscriptionsPage *self)
{
  g_autoptr (SmeRecord) query = NULL;

  if (self->subscriptions == NULL)
    return;
  query = make_query (self);
  sme_remote_list_set_query (self->subscriptions, query);
}

static void
on_show_all_clicked (SmeSubscriptionsPage *self)
{
  gtk_drop_down_set_selected (self->state_drop_down, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
show_nothing (SmePage *page)
{
  SmeSubscriptionsPage *self = SME_SUBSCRIPTIONS_PAGE (page);

  if (is_filtered (self))
    {
      gtk_stack_set_visible_child_name (self->stack, "nothing-found");
      sme_page_show_content (page);
      return;
    }
  sme_page_show_empty (page, "onesme-subscriptions-symbolic", _ ("No subscriptions yet"),
                       _ ("What you have paid for appears here: to complete contracts, and to see "
                          "how long each one is valid."));
  sme_page_set_empty_action (page, _ ("Look at the services"), "win.open::categories");
}

static void
on_items_changed (SmeSubscriptionsPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->subscriptions)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
sme_subscriptions_page_load (SmePage *page)
{
  SmeSubscriptionsPage *self = SME_SUBSCRIPTIONS_PAGE (page);
  SmeShop *shop = sme_context_get_shop (sme_page_get_context (page));
  g_autoptr (SmeRecord) query = NULL;

  if (self->subscriptions != NULL)
    {
      sme_remote_list_reload (self->subscriptions);
      return;
    }
  query = make_query (self);
  self->subscriptions =
    sme_remote_list_new (SME_CALLER (shop), SME_OP_LIST_SUBSCRIPTIONS, NULL, query);
  sme_remote_list_set_auto_load (self->subscriptions, FALSE);
  self->refresh = sme_list_refresh_new (shop, self->subscriptions, "order_id");
  g_signal_connect_object (self->subscriptions, "items-changed", G_CALLBACK (on_items_changed),
                           self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (self->subscriptions), make_row, NULL,
                           NULL);
  sme_list_foot_set_list (self->foot, self->subscriptions);
  sme_page_follow_list (page, self->subscriptions, show_nothing);
}

static void
sme_subscriptions_page_shown (SmePage *page)
{
  sme_list_refresh_set_active (SME_SUBSCRIPTIONS_PAGE (page)->refresh, TRUE);
}

static void
sme_subscriptions_page_hidden (SmePage *page)
{
  sme_list_refresh_set_active (SME_SUBSCRIPTIONS_PAGE (page)->refresh, FALSE);
}

static void
sme_subscriptions_page_dispose (GObject *object)
{
  SmeSubscriptionsPage *self = SME_SUBSCRIPTIONS_PAGE (object);

  if (self->list_box != NULL)
    gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
  g_clear_object (&self->refresh);
  /* What is under way holds the list. */
  if (self->subscriptions != NULL)
    g_object_run_dispose (G_OBJECT (self->subscriptions));
  g_clear_object (&self->subscriptions);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_SUBSCRIPTIONS_PAGE);
  G_OBJECT_CLASS (sme_subscriptions_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_LIST_FOOT);
  g_type_ensure (SME_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-subscriptions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionsPage, state_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionsPage, sort_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionsPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, SmeSubscriptionsPage, foot);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all_clicked);
}

static void
sme_subscriptions_page_class_init (SmeSubscriptionsPageClass *klass)
{
  SmePageClass *page_class = SME_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_subscriptions_page_dispose;
  page_class->load = sme_subscriptions_page_load;
  page_class->shown = sme_subscriptions_page_shown;
  page_class->hidden = sme_subscriptions_page_hidden;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sme_subscriptions_page_init (SmeSubscriptionsPage *self)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) orders = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (choices, _ ("All states"));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_string_list_append (
      choices, sme_state_text_find (SME_TYPE_SUBSCRIPTION_STATE, (int) states[i]).text);
  gtk_drop_down_set_model (self->state_drop_down, G_LIST_MODEL (choices));
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    gtk_string_list_append (orders, _ (sorts[i]));
  gtk_drop_down_set_model (self->sort_drop_down, G_LIST_MODEL (orders));
  sme_page_set_title (SME_PAGE (self), _ ("Manage subscriptions"));
}
