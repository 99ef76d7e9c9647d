/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-held-page.h"

#include "app/account/sme-consent-text.h"
#include "app/account/sme-history-text.h"
#include "base/sme-format.h"
#include "client/sme-caller.h"
#include "core/sme-enums.h"
#include "core/sme-inbox-item.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

#define AT_ONCE 50

struct _SmeHeldPage
{
  SmePage parent_instance;

  GtkLabel *intro_label;
  GtkListBox *list_box;
  GtkLabel *foot_label;
  GtkWidget *more_button;

  GListModel *all; /* newest first */
  GtkSliceListModel *shown;
};

G_DEFINE_FINAL_TYPE (SmeHeldPage, sme_held_page, SME_TYPE_PAGE)

static gboolean
is_letters (SmeHeldPage *self)
{
  return g_strcmp0 (sme_route_get_id (sme_page_get_route (SME_PAGE (self))), "messages") == 0;
}

static GtkWidget *
make_action_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static GtkWidget *
make_letter_row (SmeRecord *item)
{
  gboolean sms = sme_record_get_int (item, "kind") == SME_MESSAGE_SMS;
  const char *to = sme_record_get_text (item, "to");
  const char *subject = sme_record_get_text (item, "subject");
  g_autofree char *time = sme_format_date_time (sme_record_get_int (item, "sent_at"));
  g_autofree char *address = sms ? sme_format_phone (to) : g_strdup (to);
  /* Translators: "E-mail" or "SMS"; an e-mail address or a telephone number */
  g_autofree char *where = g_strdup_printf (
    _ ("%s to %s"), sms ? C_ ("message", "SMS") : C_ ("message", "E-mail"), address);
  g_autofree char *text = g_strjoin (" · ", time, where, NULL);

  return make_action_row (subject != NULL ? subject : C_ ("message", "SMS"), text);
}

static GtkWidget *
make_history_row (SmeRecord *item)
{
  const char *number = sme_record_get_text (item, "order_number");
  g_autofree char *title = sme_history_text (SME_HISTORY_ITEM (item));
  g_autofree char *time = sme_format_date_time (sme_record_get_int (item, "at"));
  /* Translators: %s is a number. */
  g_autofree char *order = number != NULL ? g_strdup_printf (_ ("Order %s"), number) : NULL;
  g_autofree char *text = g_strjoin (" · ", time, order, NULL);

  return make_action_row (title, text);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  return SME_IS_INBOX_ITEM (item) ? make_letter_row (item) : make_history_row (item);
}

static void
update_foot (SmeHeldPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint total = g_list_model_get_n_items (self->all);
  g_autofree char *shown = sme_format_number (n);
  g_autofree char *all = sme_format_number (total);
  /* Translators: how many rows of a list are on the screen, and how many there are. */
  g_autofree char *text = g_strdup_printf (_ ("Showing 1 to %s of %s results"), shown, all);

  gtk_label_set_label (self->foot_label, text);
  gtk_widget_set_visible (self->more_button, n < total);
}

/* The keyboard goes on at the first of those that came. */
static void
on_more_clicked (SmeHeldPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  gtk_slice_list_model_set_size (self->shown, n + AT_ONCE);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list_box, (int) n)));
  update_foot (self);
}

static GListModel *
turn_round (GListModel *list)
{
  GListStore *turned = g_list_store_new (g_list_model_get_item_type (list));

  for (guint i = g_list_model_get_n_items (list); i > 0; i--)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i - 1);

      g_list_store_append (turned, item);
    }
  return G_LIST_MODEL (turned);
}

static void
show_nothing (SmeHeldPage *self)
{
  if (is_letters (self))
    sme_page_show_empty (SME_PAGE (self), "onesme-inbox-symbolic", _ ("No letters yet"),
                         _ ("E-mails and SMS that are sent to you are listed here."));
  else
    sme_page_show_empty (SME_PAGE (self), "document-open-recent-symbolic", _ ("No history yet"),
                         _ ("What is done with your account and your orders is listed here."));
}

static void
show_list (SmeHeldPage *self, GListModel *list)
{
  if (list == NULL || g_list_model_get_n_items (list) == 0)
    {
      show_nothing (self);
      return;
    }
  gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
  g_clear_object (&self->shown);
  g_clear_object (&self->all);
  self->all = turn_round (list);
  self->shown = gtk_slice_list_model_new (g_object_ref (self->all), 0, AT_ONCE);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (self->shown), make_row, NULL, NULL);
  update_foot (self);
  sme_page_show_content (SME_PAGE (self));
}

static void
on_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeHeldPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) export = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (export != NULL)
    show_list (self, sme_record_get_list (export, is_letters (self) ? "messages" : "history"));
  else
    sme_page_show_error (SME_PAGE (self), error);
}

static void
sme_held_page_load (SmePage *page)
{
  const char *id = sme_route_get_id (sme_page_get_route (page));
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (id, "messages") != 0 && g_strcmp0 (id, "history") != 0)
    {
      sme_problem_set (&error, SME_PROBLEM_NOT_FOUND, NULL);
      sme_page_show_error (page, error);
      return;
    }
  sme_caller_send_async (SME_CALLER (sme_context_get_shop (sme_page_get_context (page))),
                         SME_OP_EXPORT_MY_DATA, NULL, NULL, NULL, sme_page_get_cancellable (page),
                         on_ready, g_object_ref (page));
}

static void
sme_held_page_constructed (GObject *object)
{
  SmeHeldPage *self = SME_HELD_PAGE (object);
  gboolean letters = is_letters (self);
  const char *title = sme_data_kind_text (letters ? SME_DATA_MESSAGES : SME_DATA_HISTORY);

  G_OBJECT_CLASS (sme_held_page_parent_class)->constructed (object);
  sme_page_set_title (SME_PAGE (self), title);
  gtk_label_set_label (
    self->intro_label,
    letters ? _ ("Newest first. What the letters say is in the file that you can take along; codes "
                 "in them are left out.")
            : _ ("Newest first. Each line was written when it happened and can't be changed "
                 "unnoticed."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

static void
sme_held_page_dispose (GObject *object)
{
  SmeHeldPage *self = SME_HELD_PAGE (object);

  if (self->list_box != NULL)
    gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
  g_clear_object (&self->shown);
  g_clear_object (&self->all);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_HELD_PAGE);
  G_OBJECT_CLASS (sme_held_page_parent_class)->dispose (object);
}

static void
sme_held_page_class_init (SmeHeldPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sme_held_page_constructed;
  object_class->dispose = sme_held_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_held_page_load;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-held-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeHeldPage, intro_label);
  gtk_widget_class_bind_template_child (widget_class, SmeHeldPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, SmeHeldPage, foot_label);
  gtk_widget_class_bind_template_child (widget_class, SmeHeldPage, more_button);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

static void
sme_held_page_init (SmeHeldPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
