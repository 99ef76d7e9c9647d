/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/support/sme-support-page.h"

#include "app/sme-wrap-box.h"
#include "app/support/sme-case-dialog.h"
#include "app/support/sme-case-row.h"
#include "app/support/sme-case-text.h"
#include "client/sme-caller.h"
#include "core/sme-case-resolution.h"
#include "core/sme-order.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

struct _SmeSupportPage
{
  SmePage parent_instance;

  GtkLabel *order_label;
  GtkLabel *on_hold;
  GtkWidget *next;
  GtkWidget *cases_box;
  GtkListBox *cases;
  GtkListBox *reports;

  SmeOrder *order;
};

G_DEFINE_FINAL_TYPE (SmeSupportPage, sme_support_page, SME_TYPE_PAGE)

/* What can be reported of an order in which states; the server has the last word. */
static gboolean
can_report (SmeCaseKind kind, SmeOrderState state)
{
  switch (kind)
    {
    case SME_CASE_WRONG_DATA:
      return state == SME_ORDER_PAID || state == SME_ORDER_SIGNING || state == SME_ORDER_LOCKED ||
             state == SME_ORDER_ACTIVATING || state == SME_ORDER_ACCEPTING ||
             state == SME_ORDER_ACTIVE;
    case SME_CASE_LOCKED:
      return state == SME_ORDER_LOCKED;
    case SME_CASE_ACCEPTANCE_FAILED:
      return state == SME_ORDER_ACCEPTING;
    case SME_CASE_CERTIFICATE_REFUSED:
      return FALSE;
    case SME_CASE_OTHER:
    default:
      return TRUE;
    }
}

static const char *
explain (SmeCaseKind kind)
{
  switch (kind)
    {
    case SME_CASE_WRONG_DATA:
      return _ ("The order waits until support has looked at it. What was paid is kept.");
    case SME_CASE_LOCKED:
      return _ ("Support opens the signing again, with three new tries.");
    case SME_CASE_ACCEPTANCE_FAILED:
      return _ (
        "Support has the acceptance record made anew. Branch 1 of the hotline is for this.");
    case SME_CASE_OTHER:
    default:
      return _ ("Tell support what it is.");
    }
}

static void
show_order (SmeSupportPage *self)
{
  SmeRecord *record = SME_RECORD (self->order);
  SmeOrderState state = (SmeOrderState) sme_record_get_int (record, "state");
  const char *id = sme_record_get_text (record, "id");
  g_autofree char *number =
    g_strdup_printf (_ ("Order %s"), sme_record_get_text (record, "number"));
  g_autofree char *route = g_strconcat ("order:", id, NULL);

  gtk_label_set_label (self->order_label, number);
  gtk_widget_set_visible (GTK_WIDGET (self->on_hold), state == SME_ORDER_ON_HOLD);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->next), "s", route);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next), "win.open");
  gtk_widget_set_visible (self->next, state != SME_ORDER_ON_HOLD && state < SME_ORDER_CANCELLED);
  for (int kind = 0; kind <= SME_CASE_OTHER; kind++)
    gtk_widget_set_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (self->reports, kind)),
                            can_report ((SmeCaseKind) kind, state));
}

static SmeCaller *
get_tools (SmeSupportPage *self)
{
  return SME_CALLER (sme_context_get_local_tools (sme_page_get_context (SME_PAGE (self))));
}

static void
on_resolved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSupportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) answer = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (answer == NULL)
    sme_page_toast_error (SME_PAGE (self), error);
}

static void
on_resolve (SmeCaseRow *row, int outcome, gpointer data)
{
  SmeSupportPage *self = data;
  g_autoptr (SmeRecord) body = SME_RECORD (sme_case_resolution_new ());

  sme_record_set_int (body, "outcome", outcome);
  sme_caller_send_async (get_tools (self), SME_OP_LOCAL_RESOLVE_CASE,
                         sme_record_get_text (SME_RECORD (sme_case_row_get_case (row)), "id"), NULL,
                         body, sme_page_get_cancellable (SME_PAGE (self)), on_resolved,
                         g_object_ref (self));
}

static void
show_cases (SmeSupportPage *self, GListModel *cases)
{
  gboolean local = get_tools (self) != NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->cases))) != NULL)
    gtk_list_box_remove (self->cases, row);
  for (guint i = 0; i < g_list_model_get_n_items (cases); i++)
    {
      g_autoptr (SmeCase) item = g_list_model_get_item (cases, i);

      row = sme_case_row_new (item, local);
      g_signal_connect_object (row, "resolve", G_CALLBACK (on_resolve), self, 0);
      gtk_list_box_append (self->cases, row);
    }
  gtk_widget_set_visible (self->cases_box, g_list_model_get_n_items (cases) > 0);
}

static void
on_cases_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSupportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) cases =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->cases == NULL)
    return;
  if (cases == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  show_cases (self, cases);
  sme_page_show_content (SME_PAGE (self));
}

static void
fetch_cases (SmeSupportPage *self)
{
  SmePage *page = SME_PAGE (self);

  sme_caller_send_async (SME_CALLER (sme_context_get_shop (sme_page_get_context (page))),
                         SME_OP_LIST_CASES, sme_route_get_id (sme_page_get_route (page)), NULL,
                         NULL, sme_page_get_cancellable (page), on_cases_ready,
                         g_object_ref (self));
}

static void
follow (SmeSupportPage *self, SmeOrder *order)
{
  if (self->order != NULL)
    g_signal_handlers_disconnect_by_data (self->order, self);
  g_set_object (&self->order, order);
  if (order != NULL)
    g_signal_connect_object (order, "notify::state", G_CALLBACK (show_order), self,
                             G_CONNECT_SWAPPED);
}

static void
on_order_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSupportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeOrder) order = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->cases == NULL)
    return;
  if (order == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  follow (self, order);
  show_order (self);
  fetch_cases (self);
}

static void
sme_support_page_load (SmePage *page)
{
  SmeCaller *shop = SME_CALLER (sme_context_get_shop (sme_page_get_context (page)));
  const char *id = sme_route_get_id (sme_page_get_route (page));
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    {
      sme_problem_set (&error, SME_PROBLEM_NOT_FOUND, "support without an order");
      sme_page_show_error (page, error);
      return;
    }
  sme_caller_send_async (shop, SME_OP_GET_ORDER, id, NULL, NULL, sme_page_get_cancellable (page),
                         on_order_ready, g_object_ref (page));
}

static void
on_case_opened (SmePage *page, SmeCase *opened)
{
  fetch_cases (SME_SUPPORT_PAGE (page));
}

static void
on_report_activated (SmeSupportPage *self, GtkListBoxRow *row)
{
  SmeCaseKind kind = (SmeCaseKind) gtk_list_box_row_get_index (row);
  SmeCasePlace place =
    sme_case_place_of_order (SME_PAGE (self), sme_record_get_text (SME_RECORD (self->order), "id"));

  sme_case_dialog_present (SME_PAGE (self), &place, kind, sme_case_text_kind (kind), explain (kind),
                           on_case_opened);
}

static void
on_shop_changed (SmeShop *shop, const char *kind, const char *id, gpointer data)
{
  SmeSupportPage *self = data;

  if (g_str_equal (kind, "case") && sme_page_get_state (SME_PAGE (self)) == SME_PAGE_CONTENT)
    fetch_cases (self);
}

static void
sme_support_page_constructed (GObject *object)
{
  SmeContext *context = sme_page_get_context (SME_PAGE (object));

  G_OBJECT_CLASS (sme_support_page_parent_class)->constructed (object);
  g_signal_connect_object (sme_context_get_shop (context), "changed", G_CALLBACK (on_shop_changed),
                           object, 0);
}

static void
sme_support_page_dispose (GObject *object)
{
  SmeSupportPage *self = SME_SUPPORT_PAGE (object);

  follow (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_SUPPORT_PAGE);
  G_OBJECT_CLASS (sme_support_page_parent_class)->dispose (object);
}

static void
sme_support_page_class_init (SmeSupportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sme_support_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sme_support_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_support_page_load;
  g_type_ensure (SME_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-support-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeSupportPage, order_label);
  gtk_widget_class_bind_template_child (widget_class, SmeSupportPage, on_hold);
  gtk_widget_class_bind_template_child (widget_class, SmeSupportPage, next);
  gtk_widget_class_bind_template_child (widget_class, SmeSupportPage, cases_box);
  gtk_widget_class_bind_template_child (widget_class, SmeSupportPage, cases);
  gtk_widget_class_bind_template_child (widget_class, SmeSupportPage, reports);
  gtk_widget_class_bind_template_callback (widget_class, on_report_activated);
}

static void
add_reports (SmeSupportPage *self)
{
  for (int kind = 0; kind <= SME_CASE_OTHER; kind++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     sme_case_text_kind ((SmeCaseKind) kind));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), explain ((SmeCaseKind) kind));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_list_box_append (self->reports, row);
    }
}

static void
sme_support_page_init (SmeSupportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_page_set_title (SME_PAGE (self), _ ("Support"));
  add_reports (self);
}
