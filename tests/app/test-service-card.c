/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalog/sme-service-card.h"

#include "app-fixture.h"
#include "app/catalog/sme-logo-tile.h"
#include "app/catalog/sme-service-text.h"
#include "catalog-samples.h"
#include "core/sme-record-json.h"

#include <string.h>

static SmeService *
make_service (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  SmeService *service =
    sme_record_from_bytes (sme_service_get_type (), bytes, SME_DECODE_STRICT, NULL, &error);

  g_assert_no_error (error);
  return service;
}

static void
test_shows (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeService) service = make_service (SAMPLE_CARD);
  GtkWidget *card = sme_service_card_new ();

  sme_service_card_set_service (SME_SERVICE_CARD (card), service);
  app_fixture_show (f, card, 300, 300);
  g_assert_true (app_shows (card, "Ký số từ xa - VNPT SmartCA ON"));
  g_assert_true (app_shows (card, "4.1 (2 reviews)"));
  g_assert_true (app_shows (card, "Like 101"));
  g_assert_true (app_shows (card, "Enterprise · Household business · Individual"));
  g_assert_true (app_shows (card, "from 220.000\302\240₫/year"));
  g_assert_false (app_shows (card, "Demonstration price"));
}

/* What has to be ordered with it is no surprise. */
static void
test_price_once (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeService) service = make_service (SAMPLE_CARD);
  GtkWidget *card = sme_service_card_new ();
  g_autofree char *spoken = NULL;

  sme_record_set_int (SME_RECORD (service), "price_once", 660000);
  sme_service_card_set_service (SME_SERVICE_CARD (card), service);
  app_fixture_show (f, card, 300, 300);
  g_assert_true (app_shows (card, "from 220.000\302\240₫/year, plus 660.000\302\240₫ once"));
  spoken = sme_service_text_spoken (service);
  g_assert_nonnull (strstr (spoken, "plus 660.000\302\240₫ once"));
}

/* Neither a price nor reviews that were made up pass for real. */
static void
test_demonstrations (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeService) service = make_service (SAMPLE_CARD);
  GtkWidget *card = sme_service_card_new ();

  sme_record_set_int (SME_RECORD (service), "demonstration_count", 3);
  sme_service_card_set_service (SME_SERVICE_CARD (card), service);
  app_fixture_show (f, card, 300, 300);
  g_assert_true (app_shows (card, "Demonstration reviews"));
  sme_record_set_int (SME_RECORD (service), "demonstration_price", TRUE);
  g_assert_true (app_shows (card, "Demonstration price and reviews"));
  sme_record_set_int (SME_RECORD (service), "demonstration_count", 0);
  g_assert_true (app_shows (card, "Demonstration price"));
}

static void
test_follows (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeService) service = make_service (SAMPLE_CARD);
  GtkWidget *card = sme_service_card_new ();

  sme_service_card_set_service (SME_SERVICE_CARD (card), service);
  app_fixture_show (f, card, 300, 300);
  sme_record_set_int (SME_RECORD (service), "liked", TRUE);
  sme_record_set_int (SME_RECORD (service), "likes", 102);
  g_assert_true (app_shows (card, "Liked 102"));
  sme_service_card_set_service (SME_SERVICE_CARD (card), NULL);
  sme_record_set_int (SME_RECORD (service), "likes", 103);
  g_assert_false (app_shows (card, "103"));
}

static void
test_on_request (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeService) service = make_service (SAMPLE_OTHER_CARD);
  GtkWidget *card = sme_service_card_new ();

  sme_service_card_set_service (SME_SERVICE_CARD (card), service);
  app_fixture_show (f, card, 300, 300);
  g_assert_true (app_shows (card, "Price on request"));
  g_assert_false (app_shows (card, "★"));
}

static void
test_marks (void)
{
  g_autoptr (SmeService) service = make_service (SAMPLE_FOUND);
  const char *name = sme_record_get_text (SME_RECORD (service), "name");
  PangoAttrList *marks = sme_service_text_marks (service, "name", name);
  GSList *attributes = pango_attr_list_get_attributes (marks);
  PangoAttribute *first = attributes->data;

  /* "số": the fourth character on, which is the fifth byte; three bytes of ố. */
  g_assert_cmpuint (first->start_index, ==, strlen ("Ký "));
  g_assert_cmpuint (first->end_index, ==, strlen ("Ký số"));
  g_assert_null (sme_service_text_marks (service, "summary", "x"));
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
  pango_attr_list_unref (marks);
}

#define POINTS(matches) \
  "{" SAMPLE_CARD_FIELDS ",\"overview\":[\"Ký số từ xa\",\"Lưu trữ\",\"Ký số tại chỗ\"," \
  "\"Ký số\"],\"matches\":[" matches "]}"

static PangoAttrList *
get_label_marks (GtkWidget *card, const char *text)
{
  GtkWidget *label = app_find (card, GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);
  return gtk_label_get_attributes (GTK_LABEL (label));
}

/* What was found in a point is marked where the point stands, after those before it. */
static void
test_point_marks (AppFixture *f, gconstpointer data)
{
  static const char *const ends[] = { "• Ký số", "• Ký số từ xa\n• Lưu trữ\n• Ký số" };
  g_autoptr (SmeService) service =
    make_service (POINTS ("{\"field\":\"summary\",\"start\":0,\"length\":5},"
                          "{\"field\":\"overview-0\",\"start\":3,\"length\":2},"
                          "{\"field\":\"overview-1\",\"start\":5,\"length\":9},"
                          "{\"field\":\"overview-2\",\"start\":3,\"length\":2},"
                          "{\"field\":\"overview-3\",\"start\":3,\"length\":2}"));
  GtkWidget *card = sme_service_card_new ();
  GSList *attributes;

  sme_service_card_set_service (SME_SERVICE_CARD (card), service);
  app_fixture_show (f, card, 300, 300);
  attributes = pango_attr_list_get_attributes (
    get_label_marks (card, "• Ký số từ xa\n• Lưu trữ\n• Ký số tại chỗ"));
  /* Each is bold and underlined. */
  g_assert_cmpuint (g_slist_length (attributes), ==, 2 * G_N_ELEMENTS (ends));
  for (guint i = 0; i < 2 * G_N_ELEMENTS (ends); i++)
    {
      PangoAttribute *attribute = g_slist_nth_data (attributes, i);

      g_assert_cmpuint (attribute->start_index, ==, strlen (ends[i / 2]) - strlen ("số"));
      g_assert_cmpuint (attribute->end_index, ==, strlen (ends[i / 2]));
    }
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
}

/* Without points a card shows the summary, with its marks. */
static void
test_summary_marks (void)
{
  g_autoptr (SmeService) service =
    make_service ("{" SAMPLE_CARD_FIELDS ",\"matches\":[{\"field\":\"summary\",\"start\":6,"
                  "\"length\":3}]}");
  PangoAttrList *marks = sme_service_text_point_marks (service);
  GSList *attributes = pango_attr_list_get_attributes (marks);
  PangoAttribute *first = attributes->data;

  g_assert_cmpuint (first->start_index, ==, strlen ("Chứng "));
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
  pango_attr_list_unref (marks);
}

static void
test_marks_beyond (void)
{
  g_autoptr (SmeService) service = make_service (SAMPLE_FOUND);
  PangoAttrList *marks = sme_service_text_marks (service, "name", "Ký");
  GSList *attributes = pango_attr_list_get_attributes (marks);

  g_assert_null (attributes);
  pango_attr_list_unref (marks);
}

static void
test_initials (void)
{
  static const struct
  {
    const char *name, *initials;
  } cases[] = {
    { "Ký số từ xa", "KS" }, { "đám mây", "ĐM" }, { "SSL", "S" },   { "  ", "" },
    { "2 vCPU", "2V" },      { NULL, "" },        { "(thử)", "T" }, { "e\xCC\x81n ba", "ÉB" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *initials = sme_logo_tile_make_initials (cases[i].name);

      g_assert_cmpstr (initials, ==, cases[i].initials);
    }
}

/* How far from the edge the letters stay. Without a style sheet the tile itself is not drawn. */
static int
measure_margin (AppFixture *f, GtkWidget *tile)
{
  int size = gtk_widget_get_width (tile);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = g_new0 (guint32, (gsize) (size * size));
  int margin = size;

  GTK_WIDGET_GET_CLASS (tile)->snapshot (tile, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (f->window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) size, (float) size));
  gdk_texture_download (texture, (guchar *) pixels, (gsize) size * 4);
  for (int y = 0; y < size; y++)
    for (int x = 0; x < size; x++)
      if (pixels[y * size + x] >> 24 > 0x40)
        margin = MIN (margin, MIN (MIN (x, y), size - 1 - MAX (x, y)));
  return margin;
}

/* A logo does not grow with the text, nor do its letters touch the edge. */
static void
test_tile (AppFixture *f, gconstpointer data)
{
  static const char *const names[] = { "Ký số từ xa", "Mười Một", "WW", "Ấn Ộp" };
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *tile = sme_logo_tile_new ();

  sme_logo_tile_set_text (SME_LOGO_TILE (tile), names[0]);
  app_fixture_show (f, tile, 200, 200);
  for (int dpi = 96; dpi <= 192; dpi += 96)
    {
      g_object_set (settings, "gtk-xft-dpi", dpi * 1024, NULL);
      for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        {
          sme_logo_tile_set_text (SME_LOGO_TILE (tile), names[i]);
          app_run_idle ();
          g_assert_cmpint (gtk_widget_get_width (tile), ==, 48);
          g_assert_cmpint (gtk_widget_get_height (tile), ==, 48);
          g_assert_cmpint (measure_margin (f, tile), >=, 5);
          g_assert_cmpint (measure_margin (f, tile), <, 24);
        }
    }
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

static void
test_cycles (void)
{
  g_autofree char *year = sme_service_text_per_cycle (12);
  g_autofree char *month = sme_service_text_per_cycle (1);
  g_autofree char *other = sme_service_text_per_cycle (18);
  g_autofree char *cycle = sme_service_text_cycle (12);

  g_assert_cmpstr (year, ==, "/year");
  g_assert_cmpstr (month, ==, "/month");
  g_assert_cmpstr (other, ==, "/18 months");
  g_assert_cmpstr (cycle, ==, "12 months");
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a13/card-shows-what-the-portal-shows", test_shows);
  ADD ("/a13/demonstrations-are-marked-on-the-card", test_demonstrations);
  ADD ("/service-card/follows-its-service", test_follows);
  ADD ("/a15/the-card-says-what-is-paid-once", test_price_once);
  ADD ("/service-card/without-price-or-reviews-says-so", test_on_request);
  g_test_add_func ("/a11/what-was-found-is-marked", test_marks);
  ADD ("/a11/what-was-found-in-a-point-is-marked", test_point_marks);
  g_test_add_func ("/a11/what-was-found-in-the-summary-is-marked", test_summary_marks);
  g_test_add_func ("/service-card/marks-outside-the-text-are-ignored", test_marks_beyond);
  g_test_add_func ("/logo-tile/initials-are-two-capitals", test_initials);
  ADD ("/logo-tile/letters-keep-clear-of-the-edge-at-twice-the-text", test_tile);
  g_test_add_func ("/service-text/cycles-have-words", test_cycles);
  return g_test_run ();
}
