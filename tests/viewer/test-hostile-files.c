/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every file of the corpus gets an answer: a clear reason, or pages; within bounds of memory and of
 * processor time, and with nothing of it run. */
#include "hostile-files.h"
#include "viewer-fixture.h"
#include "viewer/sme-document-limits.h"
#include "viewer/sme-link-question.h"
#include "viewer/sme-page-process.h"

#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* Of the processor for all that is done with one file, and of memory beyond what was held before;
 * both in the program itself. A sanitizer makes both several times as much. */
#ifdef __SANITIZE_ADDRESS__
#define SECONDS_MAX 20.0
#define MEGABYTES_MAX 400.0
#define PROCESS_MEGABYTES_MAX 16000.0 /* its bound does not go together with a sanitizer */
#else
#define SECONDS_MAX 3.0
#define MEGABYTES_MAX 100.0
#define PROCESS_MEGABYTES_MAX (SME_PAGES_MAX_MEMORY / 1024.0 / 1024.0)
#endif

/* The most that the process for pages has held, in megabytes; 0 where it was ended. */
static double
get_process_megabytes (void)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", (int) sme_page_process_get_pid ());
  g_autofree char *status = NULL;
  const char *peak;

  if (sme_page_process_get_pid () == 0 || !g_file_get_contents (path, &status, NULL, NULL))
    return 0;
  peak = strstr (status, "VmHWM:");
  return peak != NULL ? g_ascii_strtod (peak + strlen ("VmHWM:"), NULL) / 1024 : 0;
}

static double
get_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static double
get_megabytes (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

static SmePageText *
get_text (SmeDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;

  sme_document_get_text_async (document, 0, SME_RENDER_TEXT, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  return sme_document_get_text_finish (document, result, NULL);
}

static SmeDocumentFacts *
get_facts (SmeDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;

  sme_document_get_facts_async (document, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  return sme_document_get_facts_finish (document, result, NULL);
}

static guint
count_headings (SmeOutlineItem *item)
{
  GListModel *children = sme_outline_item_get_children (item);
  guint n = 1;

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (SmeOutlineItem) child = g_list_model_get_item (children, i);

      n += count_headings (child);
    }
  return n;
}

static guint
read_outline (SmeDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SmeOutlineItem) root = NULL;

  sme_document_get_outline_async (document, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  root = sme_document_get_outline_finish (document, result, NULL);
  g_assert_nonnull (root);
  return count_headings (root) - 1;
}

static void
draw (SmeDocument *document)
{
  const SmePageSize *size = &sme_document_get_page_sizes (document)[0];
  SmePageArea area = { 0, 0, 0, { 0, 0, 794, 794 }, { 0, FALSE } };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  sme_page_get_pixel_size (size, 1, 1, &area.full_width, &area.full_height);
  area.clip.width = MIN (area.clip.width, area.full_width);
  area.clip.height = MIN (area.clip.height, area.full_height);
  sme_document_render_async (document, &area, SME_RENDER_VISIBLE, NULL, NULL, fixture_keep_result,
                             &result);
  fixture_await (&result);
  texture = sme_document_render_finish (document, result, NULL);
}

/* All that the viewer does with a document on its own. */
static void
use (SmeDocument *document)
{
  g_autoptr (SmePageText) text = get_text (document);
  g_autoptr (SmeDocumentFacts) facts = get_facts (document);

  g_assert_nonnull (facts);
  g_assert_true (text == NULL || sme_page_text_get_links (text)->len <= SME_PAGE_MAX_LINKS);
  g_assert_cmpuint (read_outline (document), <=, SME_OUTLINE_MAX_ITEMS);
  draw (document);
}

static void
test_file (gconstpointer data)
{
  const HostileFile *file = data;
  g_autoptr (GBytes) bytes = file->make ();
  double seconds = get_seconds ();
  double megabytes = get_megabytes ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeDocument) document = fixture_open (bytes, &error);

  if (file->code == HOSTILE_OPENS)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (sme_document_get_n_pages (document), ==, file->n_pages);
      use (document);
    }
  else
    {
      g_assert_error (error, SME_DOCUMENT_ERROR, file->code);
      g_assert_cmpuint (strlen (sme_document_error_get_text (error)), >, 10);
    }
  seconds = get_seconds () - seconds;
  megabytes = get_megabytes () - megabytes;
  g_test_message ("%s: %zu bytes; here %.2f s of the processor, %.0f MB; in the process for pages "
                  "%.0f MB at most",
                  file->name, g_bytes_get_size (bytes), seconds, megabytes,
                  get_process_megabytes ());
  g_assert_cmpfloat (seconds, <, SECONDS_MAX);
  g_assert_cmpfloat (megabytes, <, MEGABYTES_MAX);
  g_assert_cmpfloat (get_process_megabytes (), <, PROCESS_MEGABYTES_MAX);
}

static SmeDocument *
open_file (const char *name)
{
  for (const HostileFile *file = hostile_files; file->name != NULL; file++)
    if (g_str_equal (file->name, name))
      {
        g_autoptr (GBytes) bytes = file->make ();

        return fixture_open (bytes, NULL);
      }
  g_assert_not_reached ();
}

static void
test_nothing_is_run (void)
{
  g_autoptr (SmeDocument) document = NULL;
  g_autoptr (SmePageText) text = NULL;

  unlink (HOSTILE_TRACE);
  document = open_file ("actions");
  use (document);
  text = get_text (document);
  g_assert_cmpuint (sme_page_text_get_links (text)->len, ==, 0); /* none of them is a link here */
  g_assert_false (g_file_test (HOSTILE_TRACE, G_FILE_TEST_EXISTS));
}

static void
test_outside_links (void)
{
  g_autoptr (SmeDocument) document = open_file ("outside-links");
  g_autoptr (SmePageText) text = get_text (document);
  const SmePageLink *file = sme_page_text_get_link_at (text, 100, 50);
  const SmePageLink *web = sme_page_text_get_link_at (text, 300, 50);

  g_assert_false (sme_link_is_allowed (file->uri));
  g_assert_true (sme_link_is_allowed (web->uri));
}

static void
test_missing_fonts_are_told (void)
{
  g_autoptr (SmeDocument) document = open_file ("missing-fonts");
  g_autoptr (SmeDocumentFacts) facts = get_facts (document);
  g_autoptr (SmePageText) text = get_text (document);

  g_assert_nonnull (strstr (facts->fonts_missing, "NoSuchFontAnywhere"));
  g_assert_nonnull (strstr (sme_page_text_get_text (text), "Hop dong"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (const HostileFile *file = hostile_files; file->name != NULL; file++)
    {
      g_autofree char *path = g_strconcat ("/hostile/", file->name, NULL);

      g_test_add_data_func (path, file, test_file);
    }
  g_test_add_func ("/hostile/nothing-is-run", test_nothing_is_run);
  g_test_add_func ("/hostile/outside-links-are-judged", test_outside_links);
  g_test_add_func ("/hostile/missing-fonts-are-told", test_missing_fonts_are_told);
  return g_test_run ();
}
