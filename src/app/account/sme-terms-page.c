/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-terms-page.h"

#include "client/sme-caller.h"
#include "core/sme-problem.h"
#include "core/sme-terms.h"

#include <glib/gi18n.h>

struct _SmeTermsPage
{
  SmePage parent_instance;

  GtkTextView *text_view;
};

G_DEFINE_FINAL_TYPE (SmeTermsPage, sme_terms_page, SME_TYPE_PAGE)

/* A short line that stands alone and does not end as a sentence does. */
static gboolean
is_heading (const char *line)
{
  glong length = g_utf8_strlen (line, -1);

  return length > 0 && length < 90 && !g_str_has_suffix (line, ".") &&
         !g_str_has_suffix (line, ",");
}

static void
show_text (SmeTermsPage *self, const char *body)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);
  GtkTextIter end;

  gtk_text_buffer_set_text (buffer, "", 0);
  gtk_text_buffer_get_end_iter (buffer, &end);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gtk_text_buffer_insert_with_tags_by_name (buffer, &end, lines[i], -1,
                                                is_heading (lines[i]) ? "heading" : NULL, NULL);
      gtk_text_buffer_insert (buffer, &end, "\n", 1);
    }
  gtk_text_buffer_get_start_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
}

static void
on_terms_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeTermsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) terms = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (terms == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  sme_page_set_title (SME_PAGE (self), sme_record_get_text (terms, "title"));
  show_text (self, sme_record_get_text (terms, "body"));
  sme_page_show_content (SME_PAGE (self));
}

static void
sme_terms_page_load (SmePage *page)
{
  const char *version = sme_route_get_id (sme_page_get_route (page));
  g_autoptr (GError) error = NULL;

  if (version == NULL)
    {
      sme_problem_set (&error, SME_PROBLEM_NOT_FOUND, "terms without a version");
      sme_page_show_error (page, error);
      return;
    }
  sme_caller_send_async (SME_CALLER (sme_context_get_shop (sme_page_get_context (page))),
                         SME_OP_GET_TERMS, version, NULL, NULL, sme_page_get_cancellable (page),
                         on_terms_ready, g_object_ref (page));
}

static void
sme_terms_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_TERMS_PAGE);
  G_OBJECT_CLASS (sme_terms_page_parent_class)->dispose (object);
}

static void
sme_terms_page_class_init (SmeTermsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_terms_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_terms_page_load;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-terms-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeTermsPage, text_view);
}

static void
sme_terms_page_init (SmeTermsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_page_set_title (SME_PAGE (self), _ ("Terms of service"));
  gtk_text_buffer_create_tag (gtk_text_view_get_buffer (self->text_view), "heading", "weight",
                              PANGO_WEIGHT_BOLD, NULL);
}
