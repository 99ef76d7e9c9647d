/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-my-data-page.h"

#include "app/account/sme-holding-row.h"
#include "app/account/sme-take-along-bar.h"
#include "base/sme-format.h"
#include "client/sme-shop.h"
#include "core/sme-personal-data.h"

#include <glib/gi18n.h>

struct _SmeMyDataPage
{
  SmePage parent_instance;

  GtkLabel *state_label;
  GtkListBox *holding_list;
  SmeTakeAlongBar *bar;
};

G_DEFINE_FINAL_TYPE (SmeMyDataPage, sme_my_data_page, SME_TYPE_PAGE)

static SmeCaller *
get_caller (SmeMyDataPage *self)
{
  return SME_CALLER (sme_context_get_shop (sme_page_get_context (SME_PAGE (self))));
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  return sme_holding_row_new (item, TRUE);
}

static void
show_data (SmeMyDataPage *self, SmeRecord *personal)
{
  g_autofree char *time = sme_format_date_time (sme_record_get_int (personal, "generated_at"));
  gboolean intact = sme_record_get_int (personal, "history_intact") != 0;
  g_autofree char *text = NULL;

  text = g_strdup_printf (
    intact
      /* Translators: %s is a date and a time. */
      ? _ ("As of %s. The history of your account is unbroken: no line of it was changed or taken "
           "away.")
      : _ ("As of %s. The history of your account does not fit together. Please call the hotline "
           "1800 1260 (free)."),
    time);
  gtk_label_set_label (self->state_label, text);
  gtk_list_box_bind_model (self->holding_list, sme_record_get_list (personal, "holdings"), make_row,
                           NULL, NULL);
  sme_page_show_content (SME_PAGE (self));
}

static void
on_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeMyDataPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) personal = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (personal != NULL)
    show_data (self, personal);
  else
    sme_page_show_error (SME_PAGE (self), error);
}

static void
sme_my_data_page_load (SmePage *page)
{
  sme_caller_send_async (get_caller (SME_MY_DATA_PAGE (page)), SME_OP_GET_MY_DATA, NULL, NULL, NULL,
                         sme_page_get_cancellable (page), on_ready, g_object_ref (page));
}

static void
on_export_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeMyDataPage *self = SME_MY_DATA_PAGE (widget);

  sme_take_along_bar_start (self->bar, get_caller (self));
}

static void
sme_my_data_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (sme_my_data_page_parent_class)->constructed (object);
  sme_page_set_title (SME_PAGE (object), _ ("My data"));
}

static void
sme_my_data_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_MY_DATA_PAGE);
  G_OBJECT_CLASS (sme_my_data_page_parent_class)->dispose (object);
}

static void
sme_my_data_page_class_init (SmeMyDataPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sme_my_data_page_constructed;
  object_class->dispose = sme_my_data_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_my_data_page_load;
  gtk_widget_class_install_action (widget_class, "my-data.export", NULL, on_export_activated);
  g_type_ensure (SME_TYPE_TAKE_ALONG_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-my-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeMyDataPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, SmeMyDataPage, holding_list);
  gtk_widget_class_bind_template_child (widget_class, SmeMyDataPage, bar);
}

static void
sme_my_data_page_init (SmeMyDataPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
