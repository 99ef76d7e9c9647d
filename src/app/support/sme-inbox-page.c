/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/support/sme-inbox-page.h"

#include "app/support/sme-inbox-row.h"
#include "client/sme-caller.h"
#include "client/sme-local-tools.h"
#include "core/sme-inbox-item.h"
#include "core/sme-inbox-query.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

#define POLL_SECONDS 3

struct _SmeInboxPage
{
  SmePage parent_instance;

  GtkListBox *list_box;

  GListStore *items; /* SmeInboxItem, newest first */
  GHashTable *known; /* their ids: two answers may overlap after "Try again" */
  guint poll_source;
  gboolean asking;
};

G_DEFINE_FINAL_TYPE (SmeInboxPage, sme_inbox_page, SME_TYPE_PAGE)

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  return sme_inbox_row_new (item);
}

/* Answers come oldest first. */
static void
take (SmeInboxPage *self, GListModel *answer)
{
  guint n = g_list_model_get_n_items (answer);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (answer, i);

      if (!g_hash_table_add (self->known, g_strdup (sme_record_get_text (item, "id"))))
        continue;
      g_list_store_insert (self->items, 0, item);
    }
}

static void
show (SmeInboxPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0)
    sme_page_show_content (SME_PAGE (self));
  else
    sme_page_show_empty (SME_PAGE (self), "onesme-inbox-symbolic", _ ("No messages yet"),
                         _ ("E-mail and SMS of the demonstration arrive here: activation links, "
                            "passwords and OTP codes."));
}

static void
on_inbox_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeInboxPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) answer =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, &error);

  self->asking = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer != NULL)
    {
      take (self, answer);
      show (self);
    }
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0)
    sme_page_show_error (SME_PAGE (self), error);
}

static void
ask (SmeInboxPage *self)
{
  SmeLocalTools *tools = sme_context_get_local_tools (sme_page_get_context (SME_PAGE (self)));
  g_autoptr (SmeRecord) query = SME_RECORD (sme_inbox_query_new ());
  g_autoptr (SmeRecord) newest = g_list_model_get_item (G_LIST_MODEL (self->items), 0);

  if (self->asking)
    return;
  self->asking = TRUE;
  if (newest != NULL)
    sme_record_set_text (query, "after", sme_record_get_text (newest, "id"));
  sme_caller_send_async (SME_CALLER (tools), SME_OP_LOCAL_INBOX, NULL, query, NULL,
                         sme_page_get_cancellable (SME_PAGE (self)), on_inbox_ready,
                         g_object_ref (self));
}

static gboolean
on_poll_due (gpointer data)
{
  ask (data);
  return G_SOURCE_CONTINUE;
}

static void
sme_inbox_page_load (SmePage *page)
{
  g_autoptr (GError) error = NULL;

  /* A link can lead here although a server of one's own choice has no inbox. */
  if (!sme_context_is_local (sme_page_get_context (page)))
    {
      sme_problem_set (&error, SME_PROBLEM_NOT_FOUND, NULL);
      sme_page_show_error (page, error);
      return;
    }
  SME_INBOX_PAGE (page)->asking = FALSE;
  ask (SME_INBOX_PAGE (page));
}

static void
sme_inbox_page_shown (SmePage *page)
{
  SmeInboxPage *self = SME_INBOX_PAGE (page);

  if (!sme_context_is_local (sme_page_get_context (page)) || self->poll_source != 0)
    return;
  ask (self);
  self->poll_source = g_timeout_add_seconds (POLL_SECONDS, on_poll_due, self);
}

static void
sme_inbox_page_hidden (SmePage *page)
{
  g_clear_handle_id (&SME_INBOX_PAGE (page)->poll_source, g_source_remove);
}

static void
sme_inbox_page_dispose (GObject *object)
{
  SmeInboxPage *self = SME_INBOX_PAGE (object);

  g_clear_handle_id (&self->poll_source, g_source_remove);
  if (self->list_box != NULL)
    gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_INBOX_PAGE);
  G_OBJECT_CLASS (sme_inbox_page_parent_class)->dispose (object);
}

static void
sme_inbox_page_finalize (GObject *object)
{
  g_object_unref (SME_INBOX_PAGE (object)->items);
  g_hash_table_unref (SME_INBOX_PAGE (object)->known);
  G_OBJECT_CLASS (sme_inbox_page_parent_class)->finalize (object);
}

static void
sme_inbox_page_class_init (SmeInboxPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SmePageClass *page_class = SME_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_inbox_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sme_inbox_page_finalize;
  page_class->load = sme_inbox_page_load;
  page_class->shown = sme_inbox_page_shown;
  page_class->hidden = sme_inbox_page_hidden;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-inbox-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeInboxPage, list_box);
}

static void
sme_inbox_page_init (SmeInboxPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->items = g_list_store_new (SME_TYPE_INBOX_ITEM);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (self->items), make_row, NULL, NULL);
  sme_page_set_title (SME_PAGE (self), C_ ("section", "Inbox"));
}
