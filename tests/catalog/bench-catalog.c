/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalog of 1,000, 10,000 and 100,000 services: what a search costs in the backend beside the
 * raw full-text query, and in the program from the key to the painted results; scrolling; memory.
 */
#include "app/catalog/sme-search-page.h"
#include "app/catalog/sme-service-list-page.h"
#include "backend/store/sme-catalog-loader.h"
#include "backend/store/sme-db.h"
#include "backend/store/sme-schema.h"
#include "client/sme-keyring.h"
#include "client/sme-shop.h"
#include "core/sme-service-query.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define ROUNDS 60
#define SCROLL_SECONDS 20
#define LATE_USEC 33000
#define PATIENCE_SECONDS 60

static const guint sizes[] = { 1000, 10000, 100000 };

static const char *const typed[] = { "ky so",           "hoa don dien", "hop dong", "qu",
                                     "luu tru dam may", "smartca",      "ban hang", "camera gia",
                                     "ten mien",        "y te" };

/* Each with a slip; long and short words. */
static const char *const slipped[] = { "chuki so", "hoa dpn", "hop dong dein tu",
                                       "tem mien", "smratca", "luu trx dam may" };

/* ---- The catalog: the shipped services with other words in their names */

static const char *const words[] = { "Bình Minh",  "Đông Á",   "Hải Âu",    "Sao Mai",
                                     "Trường Sơn", "Cửu Long", "Hồng Hà",   "An Khang",
                                     "Phú Quý",    "Tân Tiến", "Lạc Việt",  "Thăng Long",
                                     "Đại Nam",    "Hòa Bình", "Thành Công" };

static char *
name_service (const char *name, guint i)
{
  return g_strdup_printf ("%s %s %s", name, words[i % G_N_ELEMENTS (words)],
                          words[(i / G_N_ELEMENTS (words)) % G_N_ELEMENTS (words)]);
}

static void
rename_text (JsonObject *service, const char *language, guint i)
{
  JsonObject *text = json_object_get_object_member (service, "name");
  g_autofree char *name = name_service (json_object_get_string_member (text, language), i);

  json_object_set_string_member (text, language, name);
}

/* Plans have ids of their own; one is enough for a list. */
static void
rename_plans (JsonObject *service, guint i)
{
  JsonArray *plans = json_object_get_array_member (service, "plans");

  while (json_array_get_length (plans) > 1)
    json_array_remove_element (plans, json_array_get_length (plans) - 1);
  if (json_array_get_length (plans) > 0)
    {
      g_autofree char *id = g_strdup_printf ("plan-%u", i);

      json_object_set_string_member (json_array_get_object_element (plans, 0), "id", id);
    }
}

static JsonNode *
copy_deep (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, FALSE);

  return json_from_string (text, NULL);
}

static JsonNode *
make_service (guint i, gpointer data)
{
  JsonArray *shipped = data;
  JsonNode *node =
    copy_deep (json_array_get_element (shipped, i % json_array_get_length (shipped)));
  JsonObject *service = json_node_get_object (node);
  g_autofree char *id = g_strdup_printf ("service-%u", i);

  json_object_set_string_member (service, "id", id);
  json_object_remove_member (service, "portal_id");
  json_object_set_int_member (service, "likes", 1000000 - i);
  rename_text (service, "vi", i);
  rename_text (service, "en", i);
  rename_plans (service, i);
  return node;
}

typedef struct
{
  guint size;
  char *directory;
  char *database;
  SmeDb *db; /* for the raw query */
  GSubprocess *process;
  char *url;
  SmeShop *shop;
  SmeKeyring *keyring;
} Desk;

static void
fill (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = sme_catalog_loader_read ("services.json", &error);
  JsonArray *shipped = json_object_get_array_member (json_node_get_object (root), "services");
  gint64 start = g_get_monotonic_time ();

  desk->directory = g_dir_make_tmp ("onesme-bench-XXXXXX", NULL);
  desk->database = g_build_filename (desk->directory, "onesme.db", NULL);
  desk->db = sme_db_open (desk->database, &error);
  if (desk->db == NULL || !sme_schema_bring_up_to (desk->db, SME_SCHEMA_VERSION, &error) ||
      !sme_catalog_loader_fill (desk->db, desk->size, make_service, shipped, &error))
    g_error ("The catalog was not filled: %s", error->message);
  printf ("%u-loading\t%.0f\tms\t-\tinto an empty database\n", desk->size,
          (double) (g_get_monotonic_time () - start) / 1000);
}

static void
start_backend (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;

  desk->process = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
    g_getenv ("ONESME_BACKEND"), "--data-dir", desk->directory, "--listen", "127.0.0.1:0", NULL);
  if (desk->process == NULL)
    g_error ("%s", error->message);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (desk->process));
  line = g_data_input_stream_read_line_utf8 (lines, NULL, NULL, &error);
  if (line == NULL || !g_str_has_prefix (line, "ready "))
    g_error ("The backend is not ready");
  desk->url = g_strdup (line + strlen ("ready "));
}

static void
close_desk (Desk *desk)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", desk->directory);

  g_clear_object (&desk->shop);
  g_clear_object (&desk->keyring);
  g_subprocess_send_signal (desk->process, 15);
  g_subprocess_wait (desk->process, NULL, NULL);
  g_clear_object (&desk->process);
  sme_db_close (desk->db);
  if (!g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL))
    g_warning ("%s was left behind", desk->directory);
  g_free (desk->directory);
  g_free (desk->database);
  g_free (desk->url);
}

/* ---- Figures */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
percentile (GArray *values, double part)
{
  guint i = (guint) ((double) (values->len - 1) * part + 0.5);

  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, i);
}

static void
note (GArray *values, gint64 start)
{
  double ms = (double) (g_get_monotonic_time () - start) / 1000;

  g_array_append_val (values, ms);
}

static gint64
read_pss_kb (const char *pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/smaps_rollup", pid);
  g_autofree char *text = NULL;
  const char *at;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (at = strstr (text, "\nPss:")) == NULL)
    return 0;
  return g_ascii_strtoll (at + strlen ("\nPss:"), NULL, 10);
}

/* ---- In the backend */

static void
ask_raw (Desk *desk, const char *words_typed, GArray *times)
{
  g_auto (GStrv) split = g_strsplit (words_typed, " ", -1);
  g_autoptr (GString) expression = g_string_new (NULL);
  g_autoptr (SmeRows) rows = NULL;
  gint64 start;

  for (guint i = 0; split[i] != NULL; i++)
    g_string_append_printf (expression, "%s\"%s\" *", i > 0 ? " AND " : "", split[i]);
  start = g_get_monotonic_time ();
  rows = sme_db_query (desk->db, NULL,
                       "SELECT id FROM service_search WHERE service_search MATCH :words ORDER BY"
                       " rank LIMIT 40",
                       "words:s", expression->str, NULL);
  note (times, start);
  g_assert_nonnull (rows);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 total = 0;
  g_autoptr (GListModel) list =
    sme_caller_list_finish (SME_CALLER (source), result, &total, NULL, &error);

  if (list == NULL)
    g_error ("%s", error->message);
  *(gint64 *) data = total;
}

static gint64
ask_backend (Desk *desk, const char *words_typed, GArray *times)
{
  g_autoptr (SmeRecord) query = SME_RECORD (sme_service_query_new ());
  gint64 total = -1;
  gint64 start = g_get_monotonic_time ();

  sme_record_set_text (query, "query", words_typed);
  sme_record_set_int (query, "limit", 40);
  sme_caller_send_async (SME_CALLER (desk->shop), SME_OP_LIST_SERVICES, NULL, query, NULL, NULL,
                         on_answered, &total);
  while (total < 0)
    g_main_context_iteration (NULL, TRUE);
  note (times, start);
  return total;
}

static void
bench_slips (Desk *desk)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 found = 0;

  for (guint i = 0; i < ROUNDS; i++)
    found += ask_backend (desk, slipped[i % G_N_ELEMENTS (slipped)], times);
  printf ("%u-slip-p50\t%.2f\tms\t-\ta letter is wrong; %" G_GINT64_FORMAT
          " found on average; p99 %.2f ms\n",
          desk->size, percentile (times, 0.5), found / ROUNDS, percentile (times, 0.99));
}

static double
bench_backend (Desk *desk)
{
  g_autoptr (GArray) raw = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 found = 0;
  double raw_p50, p50;

  for (guint i = 0; i < ROUNDS; i++)
    {
      const char *words_typed = typed[i % G_N_ELEMENTS (typed)];

      ask_raw (desk, words_typed, raw);
      found += ask_backend (desk, words_typed, ours);
    }
  raw_p50 = percentile (raw, 0.5);
  p50 = percentile (ours, 0.5);
  printf ("%u-raw-query-p50\t%.2f\tms\t-\tFTS5, ranked, 40 rows; p99 %.2f ms\n", desk->size,
          raw_p50, percentile (raw, 0.99));
  printf ("%u-backend-p50\t%.2f\tms\t%.2f\tover HTTP, 40 records; %" G_GINT64_FORMAT
          " found on average\n",
          desk->size, p50, raw_p50, found / ROUNDS);
  printf ("%u-backend-p99\t%.2f\tms\t%.2f\tagainst the raw p99\n", desk->size,
          percentile (ours, 0.99), percentile (raw, 0.99));
  bench_slips (desk);
  return raw_p50;
}

/* Of this thread: a busy machine does not lengthen it. */
static gint64
read_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* ---- In the program */

typedef struct
{
  GtkWidget *window;
  SmeContext *context;
  GtkWidget *page;
  gboolean changed;
  gboolean painted;
} Show;

static void
on_late (gpointer data)
{
  g_error ("Nothing was painted in %d seconds", PATIENCE_SECONDS);
}

static void
run_until (gboolean *done)
{
  guint source = g_timeout_add_once (PATIENCE_SECONDS * 1000, on_late, NULL);

  while (!*done)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

static void
on_painted (GdkFrameClock *clock, Show *show)
{
  if (show->changed)
    show->painted = TRUE;
}

static GtkWidget *
find (GtkWidget *root, GType type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static void
on_items_changed (GListModel *model, guint at, guint removed, guint added, Show *show)
{
  show->changed = TRUE;
}

static GtkWidget *
find_view (Show *show)
{
  return find (show->page, GTK_TYPE_GRID_VIEW);
}

static void
open_page (Show *show, Desk *desk, GType type, const char *text)
{
  g_autoptr (SmeRoute) route = sme_route_parse (text);

  show->window = gtk_window_new ();
  show->context = sme_context_new (NULL);
  sme_context_set_keyring (show->context, desk->keyring);
  sme_context_set_shop (show->context, desk->shop);
  show->page = g_object_new (type, "context", show->context, "route", route, NULL);
  gtk_window_set_default_size (GTK_WINDOW (show->window), 1200, 800);
  gtk_window_set_child (GTK_WINDOW (show->window), show->page);
  gtk_window_present (GTK_WINDOW (show->window));
  sme_page_enter (SME_PAGE (show->page));
}

static void
close_page (Show *show)
{
  gtk_window_destroy (GTK_WINDOW (show->window));
  g_clear_object (&show->context);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
has_content (Show *show)
{
  return sme_page_get_state (SME_PAGE (show->page)) == SME_PAGE_CONTENT;
}

/* The page, told what was typed as the header tells it, until the frame with the results is drawn.
 */
static void
type (Show *show, const char *words_typed, GArray *times, GArray *cpu_times)
{
  g_autofree char *text = sme_route_build ("search", NULL, "q", words_typed, NULL);
  g_autoptr (SmeRoute) route = sme_route_parse (text);
  gint64 start = g_get_monotonic_time ();
  gint64 cpu = read_cpu ();
  double cpu_ms;

  show->changed = show->painted = FALSE;
  sme_page_set_route (SME_PAGE (show->page), route);
  run_until (&show->painted);
  note (times, start);
  cpu_ms = (double) (read_cpu () - cpu) / 1000;
  g_array_append_val (cpu_times, cpu_ms);
}

static double
bench_typing (Desk *desk, double raw)
{
  Show show = { 0 };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpu_times = g_array_new (FALSE, FALSE, sizeof (double));
  GdkFrameClock *clock;
  GListModel *model;
  double p50;

  open_page (&show, desk, SME_TYPE_SEARCH_PAGE, "search?q=vnpt");
  while (!has_content (&show))
    g_main_context_iteration (NULL, TRUE);
  model = G_LIST_MODEL (gtk_grid_view_get_model (GTK_GRID_VIEW (find_view (&show))));
  clock = gtk_widget_get_frame_clock (show.window);
  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed), &show);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), &show);
  for (guint i = 0; i < ROUNDS; i++)
    type (&show, typed[i % G_N_ELEMENTS (typed)], times, cpu_times);
  g_signal_handlers_disconnect_by_data (clock, &show);
  g_signal_handlers_disconnect_by_data (model, &show);
  close_page (&show);
  p50 = percentile (times, 0.5);
  printf ("%u-key-to-paint-p50\t%.1f\tms\t%.2f\twithout the entry's own delay of 150 ms; p99 %.1f "
          "ms\n",
          desk->size, p50, raw, percentile (times, 0.99));
  printf ("%u-key-to-paint-cpu-p50\t%.1f\tms\t-\tof it in the program's own processor time\n",
          desk->size, percentile (cpu_times, 0.5));
  return p50;
}

typedef struct
{
  GtkAdjustment *adjustment;
  gint64 begin;
  gint64 frame_begin;
  gint64 frame_cpu;
  gint64 longest;
  gint64 longest_cpu;
  guint n_frames;
  guint n_late;
  guint n_late_cpu;
  gboolean over;
} Scroll;

static void
on_before_paint (GdkFrameClock *clock, Scroll *scroll)
{
  scroll->frame_cpu = read_cpu ();
  scroll->frame_begin = g_get_monotonic_time ();
}

static void
on_after_paint (GdkFrameClock *clock, Scroll *scroll)
{
  gint64 took = g_get_monotonic_time () - scroll->frame_begin;

  gint64 cpu = read_cpu () - scroll->frame_cpu;

  scroll->n_frames++;
  scroll->n_late += took > LATE_USEC;
  scroll->n_late_cpu += cpu > LATE_USEC;
  scroll->longest = MAX (scroll->longest, took);
  scroll->longest_cpu = MAX (scroll->longest_cpu, cpu);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Scroll *scroll = data;
  double end = gtk_adjustment_get_upper (scroll->adjustment) -
               gtk_adjustment_get_page_size (scroll->adjustment);

  if (g_get_monotonic_time () - scroll->begin > SCROLL_SECONDS * G_USEC_PER_SEC)
    {
      scroll->over = TRUE;
      return G_SOURCE_REMOVE;
    }
  gtk_adjustment_set_value (scroll->adjustment,
                            MIN (end, gtk_adjustment_get_value (scroll->adjustment) + 40));
  return G_SOURCE_CONTINUE;
}

static void
bench_scrolling (Desk *desk)
{
  Show show = { 0 };
  Scroll scroll = { 0 };
  GdkFrameClock *clock;
  GtkWidget *view;

  open_page (&show, desk, SME_TYPE_SERVICE_LIST_PAGE, "services");
  while (!has_content (&show))
    g_main_context_iteration (NULL, TRUE);
  view = find_view (&show);
  scroll.adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  scroll.begin = g_get_monotonic_time ();
  clock = gtk_widget_get_frame_clock (show.window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), &scroll);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &scroll);
  gtk_widget_add_tick_callback (view, on_tick, &scroll, NULL);
  run_until (&scroll.over);
  g_signal_handlers_disconnect_by_data (clock, &scroll);
  printf (
    "%u-frames-over-33ms\t%u\tframes\t0\tof %u in %d s, %u services gone by; the longest took "
    "%.1f ms\n",
    desk->size, scroll.n_late, scroll.n_frames, SCROLL_SECONDS,
    g_list_model_get_n_items (G_LIST_MODEL (gtk_grid_view_get_model (GTK_GRID_VIEW (view)))),
    (double) scroll.longest / 1000);
  printf ("%u-frames-over-33ms-cpu\t%u\tframes\t0\tcounted in the program's own processor time, "
          "which a busy machine does not lengthen; the longest took %.1f ms\n",
          desk->size, scroll.n_late_cpu, (double) scroll.longest_cpu / 1000);
  close_page (&show);
}

static void
bench_memory (Desk *desk)
{
  printf ("%u-memory-program\t%.1f\tMiB\t-\tPSS after typing and scrolling\n", desk->size,
          (double) read_pss_kb ("self") / 1024);
  printf ("%u-memory-backend\t%.1f\tMiB\t-\tPSS\n", desk->size,
          (double) read_pss_kb (g_subprocess_get_identifier (desk->process)) / 1024);
}

static double
bench_size (guint size, double *raw)
{
  Desk desk = { .size = size };
  g_autoptr (GError) error = NULL;
  double painted;

  fill (&desk);
  start_backend (&desk);
  desk.keyring = sme_keyring_new ();
  desk.shop = sme_shop_new (desk.url, desk.keyring, &error);
  if (desk.shop == NULL)
    g_error ("%s", error->message);
  *raw = bench_backend (&desk);
  painted = bench_typing (&desk, *raw);
  bench_scrolling (&desk);
  bench_memory (&desk);
  close_desk (&desk);
  fflush (stdout);
  return painted;
}

int
main (int argc, char *argv[])
{
  double painted[G_N_ELEMENTS (sizes)], raw[G_N_ELEMENTS (sizes)];

  setvbuf (stdout, NULL, _IOLBF, 0);
  adw_init ();
  /* One size by hand, to look into it. */
  if (argc > 1)
    {
      bench_size ((guint) g_ascii_strtoull (argv[1], NULL, 10), &raw[0]);
      return 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    painted[i] = bench_size (sizes[i], &raw[i]);
  printf ("search-vs-raw\t%.2f\tratio\t2.0\tkey to paint against the raw query, 100,000 services\n",
          painted[2] / raw[2]);
  printf ("growth-1000-to-100000\t%.2f\tratio\t2.0\tkey to paint\n", painted[2] / painted[0]);
  return 0;
}
