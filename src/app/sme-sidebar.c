/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-sidebar.h"

#include "client/sme-known-accounts.h"

#include <glib/gi18n.h>

struct _SmeSidebar
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkStack *account_stack;
  GtkWidget *account_button;
  AdwAvatar *avatar;
  GtkLabel *name_label;
  GMenu *others_menu;

  SmeContext *context;
  SmeAccount *account; /* whose name is shown */
  const char *section; /* of the page that is shown; NULL: of none */
};

typedef struct
{
  const char *route;
  const char *icon_name;
  const char *label;
  guint group;
} Section;

static const Section sections[] = {
  { "home", "onesme-home-symbolic", N_ ("Home"), 0 },
  { "categories", "onesme-categories-symbolic", N_ ("All categories"), 0 },
  { "news", "onesme-news-symbolic", N_ ("News and promotions"), 0 },
  { "earn", "onesme-earn-symbolic", N_ ("Earn online"), 0 },
  { "orders", "onesme-orders-symbolic", NC_ ("section", "Orders"), 1 },
  { "subscriptions", "onesme-subscriptions-symbolic", N_ ("Manage subscriptions"), 1 },
  { "lookup", "onesme-lookup-symbolic", N_ ("Look up e-contracts"), 1 },
  { "guide", "onesme-guide-symbolic", N_ ("User guide"), 2 },
  { "assistant", "onesme-assistant-symbolic", N_ ("Assistant"), 2 },
  { "inbox", "onesme-inbox-symbolic", NC_ ("section", "Inbox"), 2 },
};

G_DEFINE_FINAL_TYPE (SmeSidebar, sme_sidebar, ADW_TYPE_BIN)

static const Section *
section_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "section");
}

static const char *
section_label (const Section *section)
{
  if (g_str_equal (section->route, "orders") || g_str_equal (section->route, "inbox"))
    return g_dpgettext2 (NULL, "section", section->label);
  return _ (section->label);
}

static void
on_row_activated (SmeSidebar *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", section_of (row)->route);
}

static GtkWidget *
make_header (guint group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  if (group == 1)
    {
      GtkWidget *label = gtk_label_new (C_ ("section", "Manage"));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "sme-section-title");
      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  guint group = section_of (row)->group;
  gboolean begins = before != NULL && section_of (before)->group != group;

  if (!begins)
    gtk_list_box_row_set_header (row, NULL);
  else if (gtk_list_box_row_get_header (row) == NULL)
    gtk_list_box_row_set_header (row, make_header (group));
}

static GtkWidget *
make_badge (void)
{
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_widget_add_css_class (badge, "sme-badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (badge, FALSE);
  return badge;
}

static GtkWidget *
make_row (const Section *section)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (section_label (section));
  GtkWidget *badge = make_badge ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (section->icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "section", (gpointer) section);
  g_object_set_data (G_OBJECT (row), "badge", badge);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  section_label (section), -1);
  return row;
}

static GtkListBoxRow *
find_row (SmeSidebar *self, const char *route)
{
  for (guint i = 0; route != NULL && i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (sections[i].route, route))
      return gtk_list_box_get_row_at_index (self->list, (int) i);
  return NULL;
}

/* A row is marked because its page is shown, not because the arrow keys came over it or it was
 * pressed in vain. */
static void
on_row_selected (SmeSidebar *self, GtkListBoxRow *row)
{
  GtkListBoxRow *shown = find_row (self, self->section);

  if (row != shown)
    gtk_list_box_select_row (self->list, shown);
}

static void
show_account (SmeSidebar *self)
{
  const char *name =
    self->account != NULL ? sme_record_get_text (SME_RECORD (self->account), "full_name") : NULL;
  const char *shown = name != NULL ? name : _ ("Account");

  adw_avatar_set_text (self->avatar, shown);
  gtk_label_set_label (self->name_label, shown);
  gtk_widget_set_tooltip_text (self->account_button, shown);
}

/* Those that one can go over to. */
static void
show_others (SmeSidebar *self)
{
  GListModel *known = sme_known_accounts_get_list (sme_context_get_known_accounts (self->context));
  const char *own =
    self->account != NULL ? sme_record_get_text (SME_RECORD (self->account), "id") : NULL;

  g_menu_remove_all (self->others_menu);
  for (guint i = 0; i < g_list_model_get_n_items (known); i++)
    {
      g_autoptr (SmeRecord) account = g_list_model_get_item (known, i);
      const char *id = sme_record_get_text (account, "id");
      g_autoptr (GMenuItem) item = NULL;
      g_autofree char *label = NULL;

      if (g_strcmp0 (id, own) == 0)
        continue;
      label = g_strdup_printf ("%s (%s)", sme_record_get_text (account, "full_name"),
                               sme_record_get_text (account, "email"));
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.switch-to", "s", id);
      g_menu_append_item (self->others_menu, item);
    }
}

static void
on_account_changed (SmeSidebar *self)
{
  g_autoptr (SmeAccount) account = NULL;

  g_object_get (sme_context_get_shop (self->context), "account", &account, NULL);
  g_set_object (&self->account, account);
  show_account (self);
  if (sme_context_get_known_accounts (self->context) != NULL)
    show_others (self);
}

static void
on_signed_in_changed (SmeSidebar *self)
{
  gtk_stack_set_visible_child_name (
    self->account_stack, sme_context_is_signed_in (self->context) ? "signed-in" : "signed-out");
}

static void
sme_sidebar_dispose (GObject *object)
{
  SmeSidebar *self = SME_SIDEBAR (object);

  g_clear_object (&self->context);
  g_clear_object (&self->account);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_SIDEBAR);
  G_OBJECT_CLASS (sme_sidebar_parent_class)->dispose (object);
}

static void
sme_sidebar_class_init (SmeSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_sidebar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, SmeSidebar, account_stack);
  gtk_widget_class_bind_template_child (widget_class, SmeSidebar, account_button);
  gtk_widget_class_bind_template_child (widget_class, SmeSidebar, avatar);
  gtk_widget_class_bind_template_child (widget_class, SmeSidebar, name_label);
  gtk_widget_class_bind_template_child (widget_class, SmeSidebar, others_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
sme_sidebar_init (SmeSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, set_header, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    gtk_list_box_append (self->list, make_row (&sections[i]));
}

GtkWidget *
sme_sidebar_new (void)
{
  return g_object_new (SME_TYPE_SIDEBAR, NULL);
}

void
sme_sidebar_set_context (SmeSidebar *self, SmeContext *context)
{
  SmeShop *shop = sme_context_get_shop (context);

  g_return_if_fail (self->context == NULL);
  g_set_object (&self->context, context);
  gtk_widget_set_visible (GTK_WIDGET (find_row (self, "inbox")), sme_context_is_local (context));
  g_signal_connect_object (context, "notify::signed-in", G_CALLBACK (on_signed_in_changed), self,
                           G_CONNECT_SWAPPED);
  on_signed_in_changed (self);
  if (shop == NULL)
    return;
  if (sme_context_get_known_accounts (context) != NULL)
    g_signal_connect_object (sme_known_accounts_get_list (sme_context_get_known_accounts (context)),
                             "items-changed", G_CALLBACK (show_others), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (shop, "notify::account", G_CALLBACK (on_account_changed), self,
                           G_CONNECT_SWAPPED);
  on_account_changed (self);
}

void
sme_sidebar_set_section (SmeSidebar *self, const char *section)
{
  GtkListBoxRow *row = find_row (self, section);

  self->section = row != NULL ? section_of (row)->route : NULL;
  gtk_list_box_select_row (self->list, row);
}

const char *
sme_sidebar_get_section (SmeSidebar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? section_of (row)->route : NULL;
}

void
sme_sidebar_set_badge (SmeSidebar *self, const char *section, guint number, const char *meaning)
{
  GtkListBoxRow *row = find_row (self, section);
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *spoken = NULL;
  GtkWidget *badge;

  g_return_if_fail (row != NULL);
  badge = g_object_get_data (G_OBJECT (row), "badge");
  gtk_label_set_label (GTK_LABEL (badge), text);
  gtk_widget_set_visible (badge, number > 0);
  spoken = number > 0 && meaning != NULL
             ? g_strdup_printf ("%s, %s", section_label (section_of (row)), meaning)
             : g_strdup (section_label (section_of (row)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
