/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-buy-page.h"

#include "app/catalog/sme-wrong-audience.h"
#include "app/order/sme-buy-step.h"
#include "app/order/sme-quote-view.h"
#include "app/sme-wizard.h"
#include "client/sme-caller.h"
#include "core/sme-account.h"
#include "core/sme-enums.h"
#include "core/sme-plan-audience.h"
#include "core/sme-problem.h"
#include "core/sme-quote.h"
#include "core/sme-service.h"

#include <glib/gi18n.h>

#define MAX_MONTHS 36

struct _SmeBuyPage
{
  SmePage parent_instance;

  SmeBuyStep *step;     /* borrowed from the content */
  gboolean other_cycle; /* the route asks for another one than was chosen in the step */
  SmeQuoteView *quote_view;
};

G_DEFINE_FINAL_TYPE (SmeBuyPage, sme_buy_page, SME_TYPE_PAGE)

static void
show_not_found (SmeBuyPage *self)
{
  g_autoptr (GError) error = NULL;

  sme_problem_set (&error, SME_PROBLEM_NOT_FOUND, NULL);
  sme_page_show_error (SME_PAGE (self), error);
}

/* 0 if the route is not that of a purchase (a link made by hand). */
static int
get_months (SmeRoute *route)
{
  const char *text = sme_route_get_param (route, "months");
  guint64 months = 0;

  if (sme_route_get_id (route) == NULL || sme_route_get_param (route, "service") == NULL ||
      text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, MAX_MONTHS, &months, NULL))
    return 0;
  return (int) months;
}

static SmePlan *
find_plan (SmeRecord *service, const char *id)
{
  GListModel *plans = sme_record_get_list (service, "plans");

  for (guint i = 0; plans != NULL && i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (SmeRecord) plan = g_list_model_get_item (plans, i);
      GListModel *cycles = sme_record_get_list (plan, "cycles");

      if (g_strcmp0 (sme_record_get_text (plan, "id"), id) == 0 &&
          sme_record_get_int (plan, "model") != SME_MODEL_CONTACT && cycles != NULL &&
          g_list_model_get_n_items (cycles) > 0)
        return SME_PLAN (g_steal_pointer (&plan));
    }
  return NULL;
}

static void
on_quote_changed (SmeBuyPage *self)
{
  sme_quote_view_set_quote (self->quote_view, (SmeQuote *) sme_buy_step_get_quote (self->step));
}

static void
on_edited (SmeBuyPage *self)
{
  sme_page_set_keeps_input (SME_PAGE (self), TRUE);
}

static void
on_finished (SmeBuyPage *self)
{
  /* It is in the order now. */
  g_autofree char *route =
    sme_route_build ("order", sme_buy_step_get_order_id (self->step), "step", "declare", NULL);

  sme_page_set_keeps_input (SME_PAGE (self), FALSE);
  sme_page_replace (SME_PAGE (self), route);
}

static void
on_back_out (SmeBuyPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static GtkWidget *
make_summary (SmeBuyPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *title = gtk_label_new (_ ("Order"));

  self->quote_view = SME_QUOTE_VIEW (sme_quote_view_new ());
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "sme-summary");
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->quote_view));
  return box;
}

/* Loaded again, with what was chosen and typed before; the plan and its prices may be others. */
static SmeStep *
make_step (SmeBuyPage *self, SmePlan *plan, int months)
{
  int chosen =
    self->step != NULL && !self->other_cycle ? sme_buy_step_get_months (self->step) : months;
  SmeStep *step = sme_buy_step_new (sme_page_get_context (SME_PAGE (self)), plan, chosen);

  if (self->step != NULL)
    sme_buy_step_take_over (SME_BUY_STEP (step), self->step);
  self->step = SME_BUY_STEP (step);
  self->other_cycle = FALSE;
  return step;
}

static void
build (SmeBuyPage *self, SmePlan *plan, int months)
{
  SmeWizard *wizard = SME_WIZARD (sme_wizard_new ());
  SmeStep *step = make_step (self, plan, months);

  sme_wizard_append (wizard, step);
  sme_wizard_append_sequel (wizard, _ ("Declare information"));
  sme_wizard_append_sequel (wizard, _ ("Payment"));
  sme_wizard_append_sequel (wizard, _ ("Sign the contract"));
  sme_wizard_set_summary (wizard, make_summary (self));
  g_signal_connect_object (step, "notify::quote", G_CALLBACK (on_quote_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (step, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wizard, "finished", G_CALLBACK (on_finished), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wizard, "back-out", G_CALLBACK (on_back_out), self, G_CONNECT_SWAPPED);
  sme_wizard_set_current (wizard, 0);
  sme_page_set_content (SME_PAGE (self), GTK_WIDGET (wizard));
  sme_page_show_content (SME_PAGE (self));
}

/* Who is signed in may not be known yet, after a start without a network: then the server says. */
static SmeAccount *
dup_account (SmeBuyPage *self)
{
  SmeAccount *account = NULL;

  g_object_get (sme_context_get_shop (sme_page_get_context (SME_PAGE (self))), "account", &account,
                NULL);
  return account;
}

static void
show_plan (SmeBuyPage *self, SmeService *service, SmePlan *plan, int months)
{
  g_autoptr (SmeAccount) account = dup_account (self);

  if (account == NULL ||
      sme_plan_audience_check (plan, (SmeCustomerType) sme_record_get_int (
                                       SME_RECORD (account), "customer_type")) == SME_REASON_OK)
    {
      build (self, plan, months);
      return;
    }
  self->step = NULL;
  sme_page_set_content (SME_PAGE (self),
                        sme_wrong_audience_new (sme_page_get_context (SME_PAGE (self)), service,
                                                plan, months, account));
  sme_page_show_content (SME_PAGE (self));
}

static void
on_service_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeBuyPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) service = sme_caller_record_finish (SME_CALLER (source), result, &error);
  SmeRoute *route = sme_page_get_route (SME_PAGE (self));
  g_autoptr (SmePlan) plan = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (service == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  plan = find_plan (service, sme_route_get_id (route));
  if (plan != NULL)
    show_plan (self, SME_SERVICE (service), plan, get_months (route));
  else
    show_not_found (self);
}

static void
sme_buy_page_load (SmePage *page)
{
  SmeBuyPage *self = SME_BUY_PAGE (page);
  SmeRoute *route = sme_page_get_route (page);

  if (get_months (route) == 0)
    {
      show_not_found (self);
      return;
    }
  sme_caller_send_async (SME_CALLER (sme_context_get_shop (sme_page_get_context (page))),
                         SME_OP_GET_SERVICE, sme_route_get_param (route, "service"), NULL, NULL,
                         sme_page_get_cancellable (page), on_service_ready, g_object_ref (page));
}

/* Put aside, and opened again for another cycle: that is what is wanted now, with all else that was
 * chosen and typed before. */
static void
sme_buy_page_set_route (SmePage *page, SmeRoute *route)
{
  SmeBuyPage *self = SME_BUY_PAGE (page);
  gboolean other = get_months (sme_page_get_route (page)) != get_months (route);

  SME_PAGE_CLASS (sme_buy_page_parent_class)->set_route (page, route);
  if (!other || (sme_page_get_state (page) == SME_PAGE_CONTENT && self->step != NULL &&
                 sme_buy_step_set_months (self->step, get_months (route))))
    return;
  self->other_cycle = TRUE;
  sme_page_reload (page);
}

static void
sme_buy_page_class_init (SmeBuyPageClass *klass)
{
  SME_PAGE_CLASS (klass)->set_route = sme_buy_page_set_route;
  SME_PAGE_CLASS (klass)->load = sme_buy_page_load;
}

static void
sme_buy_page_init (SmeBuyPage *self)
{
  sme_page_set_title (SME_PAGE (self), C_ ("page", "New order"));
}
