/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document-printing.h"

static void
on_request_page_setup (GtkPrintOperation *operation,
                       GtkPrintContext *context,
                       int page,
                       GtkPageSetup *setup,
                       gpointer user_data)
{
  SmeDocument *document = user_data;
  const SmePageSize *size = &sme_document_get_page_sizes (document)[page];

  gtk_page_setup_set_orientation (setup, size->width > size->height
                                           ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                           : GTK_PAGE_ORIENTATION_PORTRAIT);
}

/* In the middle of the paper, and not beyond it. */
static void
place_page (GtkPrintContext *context, const SmePageSize *size, cairo_t *cr)
{
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  double factor = MIN (1, MIN (width / size->width, height / size->height));

  cairo_translate (cr, (width - size->width * factor) / 2, (height - size->height * factor) / 2);
  cairo_scale (cr, factor, factor);
}

static void
on_page_drawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkPrintOperation) operation = user_data;

  /* A contract with a page missing is not printed. */
  if (!sme_document_print_finish (SME_DOCUMENT (source), result, NULL))
    gtk_print_operation_cancel (operation);
  gtk_print_operation_draw_page_finish (operation);
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  SmeDocument *document = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  place_page (context, &sme_document_get_page_sizes (document)[page], cr);
  gtk_print_operation_set_defer_drawing (operation);
  sme_document_print_async (document, (guint) page, cr, NULL, on_page_drawn,
                            g_object_ref (operation));
}

GtkPrintOperation *
sme_document_print_operation_new (SmeDocument *document, const char *name)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  g_return_val_if_fail (SME_IS_DOCUMENT (document), NULL);

  operation = gtk_print_operation_new ();
  gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) sme_document_get_n_pages (document));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (name != NULL)
    gtk_print_operation_set_job_name (operation, name);
  g_signal_connect_data (operation, "request-page-setup", G_CALLBACK (on_request_page_setup),
                         g_object_ref (document), (GClosureNotify) (void *) g_object_unref, 0);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), g_object_ref (document),
                         (GClosureNotify) (void *) g_object_unref, 0);
  return operation;
}
