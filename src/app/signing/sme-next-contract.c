/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-next-contract.h"

#include "app/manage/sme-next-step.h"
#include "app/sme-route.h"
#include "client/sme-caller.h"
#include "client/sme-shop.h"
#include "core/sme-order-query.h"
#include "core/sme-order.h"
#include "core/sme-people-sheet.h"

#include <glib/gi18n.h>

struct _SmeNextContract
{
  AdwBin parent_instance;
  GtkLabel *text;
  GtkButton *button;
  char *order_id; /* that was signed */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SmeNextContract, sme_next_contract, ADW_TYPE_BIN)

/* "12726 · Nguyễn Văn An" */
static char *
name_order (SmeRecord *order)
{
  SmeRecord *profile = sme_record_get_object (order, "profile");
  const char *person = profile != NULL ? sme_record_get_text (profile, "full_name") : NULL;

  return g_strconcat (sme_record_get_text (order, "number"), person != NULL ? " · " : NULL, person,
                      NULL);
}

static void
show_next (SmeNextContract *self, SmeRecord *order, guint n)
{
  g_autofree char *route =
    sme_next_step_build_route (SME_NEXT_SIGN_CONTRACT, sme_record_get_text (order, "id"));
  g_autofree char *name = name_order (order);
  g_autofree char *text = g_strdup_printf (
    /* Translators: %1$u contracts; %2$s is "12726 · Nguyễn Văn An", an order and who it is for. */
    ngettext ("%1$u more contract waits for your signature: order %2$s.",
              "%1$u more contracts wait for your signature. The next is of order %2$s.", n),
    n, name);

  gtk_label_set_label (self->text, text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", route);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.replace");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
on_orders_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeNextContract) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) orders =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, &error);
  g_autoptr (SmeRecord) next = NULL;
  guint n = 0;

  /* It is an offer: without an answer there is none, and the orders' page has it too. */
  for (guint i = 0; orders != NULL && i < g_list_model_get_n_items (orders); i++)
    {
      g_autoptr (SmeRecord) order = g_list_model_get_item (orders, i);

      if (!sme_next_step_allows (order, SME_NEXT_SIGN_CONTRACT) ||
          g_strcmp0 (sme_record_get_text (order, "id"), self->order_id) == 0)
        continue;
      /* Newest first: the last is the one that has waited longest. */
      g_set_object (&next, order);
      n++;
    }
  if (next != NULL)
    show_next (self, next, n);
}

void
sme_next_contract_look (SmeNextContract *self, SmeContext *context, const char *order_id)
{
  SmeShop *shop = context != NULL ? sme_context_get_shop (context) : NULL;
  g_autoptr (SmeRecord) query = NULL;

  g_return_if_fail (SME_IS_NEXT_CONTRACT (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_free (self->order_id);
  self->order_id = g_strdup (order_id);
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  if (shop == NULL || !sme_context_is_signed_in (context))
    return;
  self->cancellable = g_cancellable_new ();
  query = SME_RECORD (sme_order_query_new ());
  sme_record_set_int (query, "limit", SME_PEOPLE_MAX);
  sme_caller_send_async (SME_CALLER (shop), SME_OP_LIST_ORDERS, NULL, query, NULL,
                         self->cancellable, on_orders_ready, g_object_ref (self));
}

static void
sme_next_contract_dispose (GObject *object)
{
  SmeNextContract *self = SME_NEXT_CONTRACT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (sme_next_contract_parent_class)->dispose (object);
}

static void
sme_next_contract_finalize (GObject *object)
{
  g_free (SME_NEXT_CONTRACT (object)->order_id);
  G_OBJECT_CLASS (sme_next_contract_parent_class)->finalize (object);
}

static void
sme_next_contract_class_init (SmeNextContractClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_next_contract_dispose;
  G_OBJECT_CLASS (klass)->finalize = sme_next_contract_finalize;
}

static void
sme_next_contract_init (SmeNextContract *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_xalign (self->text, 0);
  self->button = GTK_BUTTON (gtk_button_new_with_label (_ ("Sign the next contract")));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
sme_next_contract_new (void)
{
  return g_object_new (SME_TYPE_NEXT_CONTRACT, NULL);
}
