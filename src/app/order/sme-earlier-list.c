/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-earlier-list.h"

#include "base/sme-format.h"
#include "client/sme-caller.h"
#include "core/sme-order-query.h"
#include "core/sme-order.h"

#include <glib/gi18n.h>
#include <string.h>

#define ORDERS_ASKED 50
#define MOST_SHOWN 5

struct _SmeEarlierList
{
  AdwBin parent_instance;
  SmeContext *context;
  char *order_id;
  GtkWidget *group;
  GPtrArray *profiles; /* SmeProfile, as the rows */
  GCancellable *cancellable;
};

static guint signal_chosen;

G_DEFINE_FINAL_TYPE (SmeEarlierList, sme_earlier_list, ADW_TYPE_BIN)

/* "031186004567" -> "031••••••567": who is meant, not what the number is. */
static char *
mask (const char *number)
{
  gsize length = number != NULL ? strlen (number) : 0;
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    if (i < 3 || i + 3 >= length)
      g_string_append_c (text, number[i]);
    else
      g_string_append (text, "•");
  return g_string_free (text, FALSE);
}

static gboolean
is_known (SmeEarlierList *self, SmeRecord *profile)
{
  for (guint i = 0; i < self->profiles->len; i++)
    if (g_strcmp0 (sme_record_get_text (g_ptr_array_index (self->profiles, i), "id_number"),
                   sme_record_get_text (profile, "id_number")) == 0)
      return TRUE;
  return FALSE;
}

static void
on_use_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeEarlierList *self = SME_EARLIER_LIST (widget);
  guint i = g_variant_get_uint32 (parameter);

  if (i < self->profiles->len)
    g_signal_emit (self, signal_chosen, 0, g_ptr_array_index (self->profiles, i));
}

static char *
describe (SmeRecord *profile)
{
  SmeRecord *organisation = sme_record_get_object (profile, "organisation");
  g_autofree char *number = mask (sme_record_get_text (profile, "id_number"));

  if (organisation == NULL)
    return g_steal_pointer (&number);
  return g_strdup_printf ("%s · %s", number, sme_record_get_text (organisation, "name"));
}

static void
add_row (SmeEarlierList *self, SmeRecord *profile)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Use"));
  g_autofree char *subtitle = describe (profile);
  /* Translators: %s is the name of a person who was declared before. */
  g_autofree char *label =
    g_strdup_printf (_ ("Use the data of %s"), sme_record_get_text (profile, "full_name"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 sme_record_get_text (profile, "full_name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", self->profiles->len);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "earlier.use");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  g_ptr_array_add (self->profiles, g_object_ref (profile));
}

static void
on_orders (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeEarlierList) self = user_data;
  g_autoptr (GListModel) orders =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, NULL);

  /* An offer: without an answer there is none. */
  for (guint i = 0; orders != NULL && i < g_list_model_get_n_items (orders); i++)
    {
      g_autoptr (SmeRecord) order = g_list_model_get_item (orders, i);
      SmeRecord *profile = sme_record_get_object (order, "profile");

      if (profile == NULL || self->profiles->len == MOST_SHOWN || is_known (self, profile) ||
          g_strcmp0 (sme_record_get_text (order, "id"), self->order_id) == 0)
        continue;
      add_row (self, profile);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->profiles->len > 0);
}

void
sme_earlier_list_load (SmeEarlierList *self)
{
  g_autoptr (SmeRecord) query = SME_RECORD (sme_order_query_new ());

  if (self->profiles->len > 0)
    return;
  sme_record_set_int (query, "limit", ORDERS_ASKED);
  sme_caller_send_async (SME_CALLER (sme_context_get_shop (self->context)), SME_OP_LIST_ORDERS,
                         NULL, query, NULL, self->cancellable, on_orders, g_object_ref (self));
}

static void
sme_earlier_list_dispose (GObject *object)
{
  SmeEarlierList *self = SME_EARLIER_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_pointer (&self->order_id, g_free);
  G_OBJECT_CLASS (sme_earlier_list_parent_class)->dispose (object);
}

static void
sme_earlier_list_finalize (GObject *object)
{
  g_ptr_array_unref (SME_EARLIER_LIST (object)->profiles);
  G_OBJECT_CLASS (sme_earlier_list_parent_class)->finalize (object);
}

static void
sme_earlier_list_class_init (SmeEarlierListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_earlier_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = sme_earlier_list_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "earlier.use", "u", on_use_activated);
  signal_chosen = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, SME_TYPE_PROFILE);
}

static void
sme_earlier_list_init (SmeEarlierList *self)
{
  self->profiles = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  self->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _ ("Declared before"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self->group),
    _ ("Fills in the form below with what you declared for somebody then; you can change it."));
  adw_bin_set_child (ADW_BIN (self), self->group);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sme_earlier_list_new (SmeContext *context, const char *order_id)
{
  SmeEarlierList *self = g_object_new (SME_TYPE_EARLIER_LIST, NULL);

  self->context = g_object_ref (context);
  self->order_id = g_strdup (order_id);
  return GTK_WIDGET (self);
}
