/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A libFuzzer target: opens any bytes as the viewer does, and draws, reads and judges what comes.
 * libFuzzer mutates what write-corpus writes. */
#include "viewer-fixture.h"
#include "viewer/sme-document-facts.h"
#include "viewer/sme-page-process.h"
#include "viewer/sme-seal-findings.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
read_page (SmeDocument *document, guint page)
{
  const SmePageSize *size = &sme_document_get_page_sizes (document)[page];
  double factor = 200 / MAX (size->width, size->height);
  SmePageArea area = { .page = page };
  g_autoptr (GAsyncResult) drawn = NULL;
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (SmePageText) text = NULL;

  area.full_width = MAX ((int) (size->width * factor), 1);
  area.full_height = MAX ((int) (size->height * factor), 1);
  area.clip = (cairo_rectangle_int_t){ 0, 0, area.full_width, area.full_height };
  sme_document_render_async (document, &area, SME_RENDER_VISIBLE, NULL, NULL, fixture_keep_result,
                             &drawn);
  sme_document_get_text_async (document, page, SME_RENDER_TEXT, NULL, fixture_keep_result, &read);
  fixture_await (&drawn);
  fixture_await (&read);
  texture = sme_document_render_finish (document, drawn, NULL);
  text = sme_document_get_text_finish (document, read, NULL);
  if (text != NULL)
    {
      g_autoptr (GArray) found = sme_page_text_find_strictly (text, "ợ", SME_TEXT_MATCH_MARKS, 100);
      SmeTextRange all = { 0, G_MAXUINT };
      g_autoptr (GArray) rects = sme_page_text_get_rects (text, &all);

      sme_page_text_get_boundary_at (text, 100, 100);
    }
}

static void
read_outline (SmeDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SmeOutlineItem) root = NULL;

  sme_document_get_outline_async (document, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  root = sme_document_get_outline_finish (document, result, NULL);
}

static void
judge (GBytes *bytes)
{
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SmeSealFindings) findings = NULL;
  g_autofree char *text = NULL;

  sme_seal_findings_check_async (bytes, nobody, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  findings = sme_seal_findings_check_finish (result, NULL);
  if (findings != NULL)
    text = sme_seal_findings_describe (findings);
}

static void
ignore (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeDocument) document = NULL;

  sme_page_process_stay_inside (); /* else a crash would only be the other process's */
  g_log_set_handler ("Poppler", G_LOG_LEVEL_MASK, ignore, NULL);
  document = fixture_open (bytes, &error);
  if ((document == NULL) == (error == NULL))
    abort ();
  if (document != NULL)
    {
      for (guint page = 0; page < MIN (sme_document_get_n_pages (document), 3); page++)
        read_page (document, page);
      read_outline (document);
    }
  judge (bytes);
  return 0;
}
