/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages, text, selection and search against what poppler's own tools make of the same file. */
#include "base/sme-text.h"
#include "viewer-fixture.h"
#include "viewer/sme-document-search.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

static const double scales[] = { 1, 1.25, 1.5, 2, 3 };

/* Writes the file for a tool to read. */
static char *
write_file (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp ("onesme-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  return path;
}

/* Returns: %FALSE where the tool is missing; the test is skipped then. */
static gboolean
run_tool (const char *const *argv, char **output)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_find_program_in_path (argv[0]);
  int status;

  if (path == NULL)
    {
      g_test_skip ("poppler's tools are not installed");
      return FALSE;
    }
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return TRUE;
}

static GdkTexture *
render (SmeDocument *document, const SmePageArea *area)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GdkTexture *texture;

  sme_document_render_async (document, area, SME_RENDER_VISIBLE, NULL, NULL, fixture_keep_result,
                             &result);
  fixture_await (&result);
  texture = sme_document_render_finish (document, result, &error);
  g_assert_no_error (error);
  return texture;
}

static cairo_surface_t *
draw_with_tool (const char *pdf, guint page, int width, int height)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *x = g_strdup_printf ("%d", width);
  g_autofree char *y = g_strdup_printf ("%d", height);
  g_autofree char *png = g_strconcat (pdf, ".png", NULL);
  const char *argv[] = { "pdftocairo",  "-png", "-singlefile", "-f", number, "-l", number,
                         "-scale-to-x", x,      "-scale-to-y", y,    pdf,    pdf,  NULL };
  cairo_surface_t *surface;

  if (!run_tool (argv, NULL))
    return NULL;
  surface = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_unlink (png);
  return surface;
}

/* Parts of 255 that the pixels differ on average, and the part of them that differs much. */
static void
measure_difference (GdkTexture *texture, cairo_surface_t *surface, double *mean, double *far)
{
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  gsize stride = (gsize) width * 4;
  g_autofree guchar *pixels = g_malloc (stride * (gsize) height);
  guint64 sum = 0, n_far = 0;

  gdk_texture_download (texture, pixels, stride);
  width = MIN (width, cairo_image_surface_get_width (surface));
  height = MIN (height, cairo_image_surface_get_height (surface));
  for (int y = 0; y < height; y++)
    {
      const guchar *ours = pixels + (gsize) y * stride;
      const guchar *theirs =
        cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

      for (int i = 0; i < width * 4; i++)
        {
          int difference = i % 4 == 3 ? 0 : ABS (ours[i] - theirs[i]);

          sum += (guint64) difference;
          n_far += difference > 48;
        }
    }
  *mean = (double) sum / (double) (stride * (gsize) height);
  *far = (double) n_far / (double) (stride * (gsize) height);
}

static void
test_pages (gconstpointer data)
{
  double scale = *(const double *) data;
  g_autoptr (GBytes) bytes = fixture_make_dense_contract (3);
  g_autoptr (SmeDocument) document = fixture_open (bytes, NULL);
  g_autofree char *pdf = write_file (bytes);

  for (guint page = 0; page < 3; page += 2)
    {
      SmePageArea area = { .page = page };
      g_autoptr (GdkTexture) texture = NULL;
      cairo_surface_t *surface;
      double mean, far;

      sme_page_get_pixel_size (&sme_document_get_page_sizes (document)[page], 1, scale,
                               &area.full_width, &area.full_height);
      area.clip = (cairo_rectangle_int_t){ 0, 0, area.full_width, area.full_height };
      surface = draw_with_tool (pdf, page, area.full_width, area.full_height);
      if (surface == NULL)
        break;
      texture = render (document, &area);
      /* The tool rounds up what is a hair above a whole pixel. */
      g_assert_cmpint (ABS (cairo_image_surface_get_width (surface) - area.full_width), <=, 1);
      g_assert_cmpint (ABS (cairo_image_surface_get_height (surface) - area.full_height), <=, 1);
      measure_difference (texture, surface, &mean, &far);
      g_test_message ("scale %g, page %u: %.3f of 255 on average, %.4f %% differ much", scale,
                      page + 1, mean, far * 100);
      g_assert_cmpfloat (mean, <, 0.5);
      g_assert_cmpfloat (far, <, 0.002);
      cairo_surface_destroy (surface);
    }
  g_unlink (pdf);
}

/* Words with single spaces between them. */
static char *
squeeze (const char *text)
{
  g_auto (GStrv) words = g_regex_split_simple ("[\\s\\f]+", text, 0, 0);
  g_autofree char *joined = g_strjoinv (" ", words);

  return g_strdup (g_strstrip (joined));
}

static SmePageText *
get_text (SmeDocument *document, guint page)
{
  g_autoptr (GAsyncResult) result = NULL;

  sme_document_get_text_async (document, page, SME_RENDER_TEXT, NULL, fixture_keep_result, &result);
  fixture_await (&result);
  return sme_document_get_text_finish (document, result, NULL);
}

static char *
read_with_tool (const char *pdf)
{
  const char *argv[] = { "pdftotext", "-enc", "UTF-8", pdf, "-", NULL };
  char *output = NULL;

  return run_tool (argv, &output) ? output : NULL;
}

static void
test_text (void)
{
  g_autoptr (GBytes) bytes = fixture_make_dense_contract (4);
  g_autoptr (SmeDocument) document = fixture_open (bytes, NULL);
  g_autofree char *pdf = write_file (bytes);
  g_autofree char *theirs = read_with_tool (pdf);
  g_autoptr (GString) all = g_string_new (NULL);

  g_unlink (pdf);
  if (theirs == NULL)
    return;
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (SmePageText) text = get_text (document, i);

      g_string_append_printf (all, "%s\n", sme_page_text_get_text (text));
    }
  {
    g_autofree char *ours = squeeze (all->str);
    g_autofree char *wanted = squeeze (theirs);

    g_assert_cmpstr (ours, ==, wanted);
  }
}

/* Each line that a triple click selects is the one that poppler's own selection gives there. */
static void
test_selection (void)
{
  g_autoptr (GBytes) bytes = fixture_make_dense_contract (1);
  g_autoptr (SmeDocument) document = fixture_open (bytes, NULL);
  g_autoptr (SmePageText) text = get_text (document, 0);
  PopplerDocument *theirs = poppler_document_new_from_bytes (bytes, NULL, NULL);
  PopplerPage *page = poppler_document_get_page (theirs, 0);
  guint n_lines = 0;

  for (guint start = 0; start < sme_page_text_get_length (text);)
    {
      SmeTextRange range = sme_page_text_get_line (text, start);
      g_autoptr (GArray) rects = sme_page_text_get_rects (text, &range);
      g_autofree char *ours = sme_page_text_dup_range (text, &range);
      g_autofree char *selected = NULL, *a = NULL, *b = NULL;

      start = MAX (range.end, start + 1);
      if (rects->len > 0)
        {
          const graphene_rect_t *rect = &g_array_index (rects, graphene_rect_t, 0);
          double middle = rect->origin.y + rect->size.height / 2;
          PopplerRectangle drag = { rect->origin.x + 1, middle,
                                    rect->origin.x + rect->size.width - 1, middle };

          selected = poppler_page_get_selected_text (page, POPPLER_SELECTION_LINE, &drag);
          a = squeeze (ours);
          b = squeeze (selected);
          g_assert_cmpstr (a, ==, b);
          n_lines++;
        }
    }
  g_assert_cmpuint (n_lines, >, 20);
  g_object_unref (page);
  g_object_unref (theirs);
}

static guint
count_in (const char *text, const char *query)
{
  g_autofree char *key = sme_text_fold (text);
  g_autofree char *squeezed = squeeze (key);
  guint n = 0;

  for (const char *p = squeezed; (p = strstr (p, query)) != NULL; p += strlen (query))
    n++;
  return n;
}

static gboolean
is_idle (gpointer search)
{
  return !sme_document_search_get_busy (search);
}

static void
test_search (void)
{
  static const char *const queries[] = { "hop dong", "gia tri gia tang", "quan do son", "220.000",
                                         "khong co" };
  g_autoptr (GBytes) bytes = fixture_make_dense_contract (20);
  g_autoptr (SmeDocument) document = fixture_open (bytes, NULL);
  g_autofree char *pdf = write_file (bytes);
  g_autofree char *theirs = read_with_tool (pdf);
  g_autoptr (SmeDocumentSearch) search = sme_document_search_new ();

  g_unlink (pdf);
  if (theirs == NULL)
    return;
  sme_document_search_set_document (search, document);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      sme_document_search_set_text (search, queries[i], 0);
      fixture_run_until_func (is_idle, search);
      g_assert_cmpuint (sme_document_search_get_count (search), ==, count_in (theirs, queries[i]));
    }
}

static gboolean
has_hits (gpointer search)
{
  return sme_document_search_get_count (search) > 0;
}

/* The first hits of a thousand pages are there long before the last page was read. */
static void
test_first_hits_at_once (void)
{
  g_autoptr (SmeDocument) document = fixture_open_contract (1000);
  g_autoptr (SmeDocumentSearch) search = sme_document_search_new ();
  gint64 begin, first, all;

  sme_document_search_set_document (search, document);
  begin = g_get_monotonic_time ();
  sme_document_search_set_text (search, "hop dong so 5", 500);
  fixture_run_until_func (has_hits, search);
  first = g_get_monotonic_time () - begin;
  g_assert_true (sme_document_search_get_busy (search));
  fixture_run_until_func (is_idle, search);
  all = g_get_monotonic_time () - begin;
  /* 5, 50 to 59, 500 to 599 */
  g_assert_cmpuint (sme_document_search_get_count (search), ==, 111);
  g_test_message ("first hits after %.1f ms, all after %.1f ms", (double) first / 1000,
                  (double) all / 1000);
  g_assert_cmpint (first, <, all);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree char *path = g_strdup_printf ("/against-poppler/pages-at-%g", scales[i]);

      g_test_add_data_func (path, &scales[i], test_pages);
    }
  g_test_add_func ("/against-poppler/text", test_text);
  g_test_add_func ("/against-poppler/selection", test_selection);
  g_test_add_func ("/against-poppler/search", test_search);
  g_test_add_func ("/document-search/first-hits-at-once", test_first_hits_at_once);
  return g_test_run ();
}
