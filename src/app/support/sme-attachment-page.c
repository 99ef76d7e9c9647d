/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/support/sme-attachment-page.h"

#include "app/sme-hotline-button.h"
#include "client/sme-caller.h"
#include "client/sme-local-tools.h"
#include "core/sme-problem.h"
#include "viewer/sme-document-pane.h"
#include "viewer/sme-viewer.h"

#include <glib/gi18n.h>

struct _SmeAttachmentPage
{
  SmePage parent_instance;
  SmeDocumentPane *pane;
};

G_DEFINE_FINAL_TYPE (SmeAttachmentPage, sme_attachment_page, SME_TYPE_PAGE)

static void
on_content_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeAttachmentPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sme_caller_bytes_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bytes == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  sme_document_pane_open_bytes (self->pane, bytes);
  sme_page_show_content (SME_PAGE (self));
}

/* The pane adds the ending itself, to files and print jobs. */
static void
name_document (SmeAttachmentPage *self, const char *file)
{
  g_autofree char *name = g_strdup (file);

  if (g_str_has_suffix (name, ".pdf"))
    name[strlen (name) - strlen (".pdf")] = '\0';
  sme_page_set_title (SME_PAGE (self), name);
  sme_document_pane_set_name (self->pane, name);
}

static void
sme_attachment_page_load (SmePage *page)
{
  SmeAttachmentPage *self = SME_ATTACHMENT_PAGE (page);
  SmeRoute *route = sme_page_get_route (page);
  const char *file = sme_route_get_param (route, "name");
  g_autoptr (GError) error = NULL;

  /* A link can lead here although a server of one's own choice has no inbox. */
  if (sme_route_get_id (route) == NULL || !sme_context_is_local (sme_page_get_context (page)))
    {
      sme_problem_set (&error, SME_PROBLEM_NOT_FOUND, NULL);
      sme_page_show_error (page, error);
      return;
    }
  if (file != NULL)
    name_document (self, file);
  sme_caller_send_async (SME_CALLER (sme_context_get_local_tools (sme_page_get_context (page))),
                         SME_OP_LOCAL_MAIL_ATTACHMENT, sme_route_get_id (route), NULL, NULL,
                         sme_page_get_cancellable (page), on_content_ready, g_object_ref (page));
}

static void
sme_attachment_page_class_init (SmeAttachmentPageClass *klass)
{
  SME_PAGE_CLASS (klass)->load = sme_attachment_page_load;
  sme_viewer_init ();
}

static void
sme_attachment_page_init (SmeAttachmentPage *self)
{
  self->pane = g_object_new (SME_TYPE_DOCUMENT_PANE, "hexpand", TRUE, "vexpand", TRUE, NULL);
  sme_document_pane_add_help (self->pane, sme_hotline_button_new ());
  g_signal_connect_object (self->pane, "retry", G_CALLBACK (sme_page_reload), self,
                           G_CONNECT_SWAPPED);
  sme_page_set_content (SME_PAGE (self), GTK_WIDGET (self->pane));
  sme_page_set_title (SME_PAGE (self), C_ ("document", "Attachment"));
}
