/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-compare-page.h"

#include "app/catalog/sme-plan-comparison.h"
#include "client/sme-caller.h"

#include <glib/gi18n.h>

struct _SmeComparePage
{
  SmePage parent_instance;

  GtkLabel *name_label;
  SmePlanComparison *comparison;
};

G_DEFINE_FINAL_TYPE (SmeComparePage, sme_compare_page, SME_TYPE_PAGE)

static void
on_service_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeComparePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeService) service = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (service == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  gtk_label_set_label (self->name_label, sme_record_get_text (SME_RECORD (service), "name"));
  sme_plan_comparison_set_service (self->comparison, service);
  sme_page_show_content (SME_PAGE (self));
}

static void
sme_compare_page_load (SmePage *page)
{
  sme_caller_send_async (sme_context_get_catalog (sme_page_get_context (page)), SME_OP_GET_SERVICE,
                         sme_route_get_id (sme_page_get_route (page)), NULL, NULL,
                         sme_page_get_cancellable (page), on_service_ready, g_object_ref (page));
}

static void
sme_compare_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_COMPARE_PAGE);
  G_OBJECT_CLASS (sme_compare_page_parent_class)->dispose (object);
}

static void
sme_compare_page_class_init (SmeComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SME_TYPE_PLAN_COMPARISON);
  G_OBJECT_CLASS (klass)->dispose = sme_compare_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_compare_page_load;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeComparePage, name_label);
  gtk_widget_class_bind_template_child (widget_class, SmeComparePage, comparison);
}

static void
sme_compare_page_init (SmeComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_page_set_title (SME_PAGE (self), _ ("Compare plans"));
}
