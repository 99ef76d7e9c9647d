/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents in parts (RFC 9110, section 14): one range, and only of the file that was begun. */
#include "backend-fixture.h"

#include "backend/http/sme-range.h"

#include <string.h>

static void
test_ranges_are_read (void)
{
  static const struct
  {
    const char *text;
    gsize size;
    SmeRangeKind kind;
    gsize start, length;
  } cases[] = {
    { NULL, 10, SME_RANGE_WHOLE },
    { "bytes=0-0", 10, SME_RANGE_PART, 0, 1 },
    { "bytes=2-5", 10, SME_RANGE_PART, 2, 4 },
    { "bytes=2-", 10, SME_RANGE_PART, 2, 8 },
    { "bytes=9-9", 10, SME_RANGE_PART, 9, 1 },
    { "bytes=2-99", 10, SME_RANGE_PART, 2, 8 },
    { "BYTES=2-5", 10, SME_RANGE_PART, 2, 4 },
    { "bytes= 2-5 ", 10, SME_RANGE_PART, 2, 4 },
    { "bytes=-4", 10, SME_RANGE_PART, 6, 4 },
    { "bytes=-99", 10, SME_RANGE_PART, 0, 10 },
    { "bytes=2-99999999999999999999999", 10, SME_RANGE_PART, 2, 8 },
    { "bytes=10-", 10, SME_RANGE_OUTSIDE },
    { "bytes=10-12", 10, SME_RANGE_OUTSIDE },
    { "bytes=99999999999999999999999-", 10, SME_RANGE_OUTSIDE },
    { "bytes=-0", 10, SME_RANGE_OUTSIDE },
    { "bytes=0-", 0, SME_RANGE_OUTSIDE },
    { "bytes=-1", 0, SME_RANGE_OUTSIDE },
    { "bytes=5-2", 10, SME_RANGE_WHOLE },
    { "bytes=", 10, SME_RANGE_WHOLE },
    { "bytes=-", 10, SME_RANGE_WHOLE },
    { "bytes=2", 10, SME_RANGE_WHOLE },
    { "bytes=+2-5", 10, SME_RANGE_WHOLE },
    { "bytes=2--5", 10, SME_RANGE_WHOLE },
    { "bytes=0x2-5", 10, SME_RANGE_WHOLE },
    { "bytes=0-1,3-4", 10, SME_RANGE_WHOLE },
    { "pages=1-2", 10, SME_RANGE_WHOLE },
    { "2-5", 10, SME_RANGE_WHOLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize start = 0, length = 0;

      g_test_message ("%s of %" G_GSIZE_FORMAT, cases[i].text, cases[i].size);
      g_assert_cmpint (sme_range_read (cases[i].text, cases[i].size, &start, &length), ==,
                       cases[i].kind);
      g_assert_cmpuint (start, ==, cases[i].start);
      g_assert_cmpuint (length, ==, cases[i].length);
    }
}

typedef struct
{
  Fixture *fixture;
  Signing *signing;
  char *path;
  char *etag; /* with its quotes */
  GBytes *whole;
} World;

static Answer *
get (World *world, const char *range, const char *if_range)
{
  Request request = { "GET", world->path, .token = world->signing->token, .range = range,
                      .if_range = if_range };

  return fixture_send (world->fixture, &request);
}

static World *
world_new (void)
{
  World *world = g_new0 (World, 1);
  g_autofree char *access = NULL;
  g_autoptr (Answer) whole = NULL;

  world->fixture = fixture_new ();
  access = fixture_sign_up (world->fixture, "an@vidu.vn");
  world->signing = fixture_open_signing (world->fixture, access);
  world->path = g_strdup_printf ("/econtract/v1/documents/%s/content", world->signing->contract);
  whole = get (world, NULL, NULL);
  assert_status (whole, 200);
  g_assert_cmpstr (whole->accept_ranges, ==, "bytes");
  world->etag = g_strdup (whole->etag);
  world->whole = g_bytes_ref (whole->body);
  g_assert_cmpuint (g_bytes_get_size (world->whole), >, 20000);
  return world;
}

static void
world_free (World *world)
{
  signing_free (world->signing);
  fixture_free (world->fixture);
  g_free (world->path);
  g_free (world->etag);
  g_bytes_unref (world->whole);
  g_free (world);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (World, world_free)

static void
assert_part (World *world, Answer *answer, gsize start, gsize length)
{
  g_autoptr (GBytes) expected = g_bytes_new_from_bytes (world->whole, start, length);
  g_autofree char *content_range =
    g_strdup_printf ("bytes %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT "/%" G_GSIZE_FORMAT, start,
                     start + length - 1, g_bytes_get_size (world->whole));

  assert_status (answer, 206);
  g_assert_cmpstr (answer->content_range, ==, content_range);
  g_assert_cmpstr (answer->content_type, ==, "application/pdf");
  g_assert_cmpstr (answer->etag, ==, world->etag);
  g_assert_true (g_bytes_equal (answer->body, expected));
}

static void
assert_whole (World *world, Answer *answer)
{
  assert_status (answer, 200);
  g_assert_null (answer->content_range);
  g_assert_true (g_bytes_equal (answer->body, world->whole));
}

static void
test_parts (void)
{
  g_autoptr (World) world = world_new ();
  gsize size = g_bytes_get_size (world->whole);
  g_autoptr (Answer) begin = get (world, "bytes=0-99", NULL);
  g_autoptr (Answer) middle = get (world, "bytes=1000-1999", world->etag);
  g_autoptr (Answer) end = get (world, "bytes=-10", NULL);

  assert_part (world, begin, 0, 100);
  assert_part (world, middle, 1000, 1000);
  assert_part (world, end, size - 10, 10);
}

static void
test_what_is_no_range_is_ignored (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (Answer) several = get (world, "bytes=0-1,5-6", NULL);
  g_autoptr (Answer) unit = get (world, "pages=1-2", NULL);
  g_autoptr (Answer) backwards = get (world, "bytes=9-2", NULL);
  g_autoptr (Answer) weak = NULL, date = NULL, other = NULL;
  g_autofree char *weak_etag = g_strconcat ("W/", world->etag, NULL);

  assert_whole (world, several);
  assert_whole (world, unit);
  assert_whole (world, backwards);
  weak = get (world, "bytes=0-9", weak_etag);
  date = get (world, "bytes=0-9", "Sun, 22 Nov 2026 00:00:00 GMT");
  other = get (world, "bytes=0-9", "\"another\"");
  assert_whole (world, weak);
  assert_whole (world, date);
  assert_whole (world, other);
}

static void
test_beyond_the_end (void)
{
  g_autoptr (World) world = world_new ();
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, g_bytes_get_size (world->whole));
  g_autofree char *range = g_strdup_printf ("bytes=%s-", size);
  g_autofree char *content_range = g_strdup_printf ("bytes */%s", size);
  g_autoptr (Answer) answer = get (world, range, world->etag);

  assert_problem (answer, 416, "range-not-satisfiable");
  g_assert_cmpstr (answer->content_range, ==, content_range);
}

/* "Not modified" goes before any range (RFC 9110, section 13.2.2). */
static void
test_unchanged_goes_first (void)
{
  g_autoptr (World) world = world_new ();
  Request request = { "GET",
                      world->path,
                      .token = world->signing->token,
                      .header = "If-None-Match",
                      .value = world->etag,
                      .range = "bytes=0-9" };
  g_autoptr (Answer) answer = fixture_send (world->fixture, &request);

  assert_status (answer, 304);
  g_assert_cmpuint (g_bytes_get_size (answer->body), ==, 0);
}

/* Reads some of the document, then the connection breaks. */
static GBytes *
read_until_cut (World *world, gsize n)
{
  g_autofree char *url = g_strconcat (world->fixture->base, world->path, NULL);
  g_autofree char *bearer = g_strconcat ("Bearer ", world->signing->token, NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", url);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *buffer = g_malloc (n);
  gsize read = 0;

  soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization",
                                bearer);
  stream = soup_session_send (world->fixture->session, message, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_input_stream_read_all (stream, buffer, n, &read, NULL, &error));
  g_assert_cmpuint (read, ==, n);
  soup_session_abort (world->fixture->session);
  return g_bytes_new_take (g_steal_pointer (&buffer), n);
}

static void
test_resumes_after_a_cut (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (GBytes) begin = read_until_cut (world, 12345);
  g_autoptr (Answer) rest = get (world, "bytes=12345-", world->etag);
  g_autoptr (GByteArray) file = g_byte_array_new ();

  assert_status (rest, 206);
  g_byte_array_append (file, g_bytes_get_data (begin, NULL), 12345);
  g_byte_array_append (file, g_bytes_get_data (rest->body, NULL),
                       (guint) g_bytes_get_size (rest->body));
  g_assert_cmpmem (file->data, file->len, g_bytes_get_data (world->whole, NULL),
                   g_bytes_get_size (world->whole));
}

/* Between the two the contract was signed: its beginning is still the same, its ETag is not. */
static void
test_cut_before_the_seal (void)
{
  g_autoptr (World) world = world_new ();
  g_autoptr (GBytes) begin = read_until_cut (world, 12345);
  g_autoptr (Answer) sent = fixture_dossier_call (world->fixture, world->signing, "POST", "/otp",
                                                  world->signing->documents);
  g_autofree char *code = fixture_last_code (world->fixture, "sms");
  g_autofree char *body = g_strdup_printf ("{\"code\":\"%s\"}", code);
  g_autoptr (Answer) verified =
    fixture_dossier_call (world->fixture, world->signing, "POST", "/otp/verify", body);
  g_autoptr (Answer) saved =
    fixture_dossier_call (world->fixture, world->signing, "PUT", "/signature", fixture_signature);
  g_autoptr (Answer) completed =
    fixture_dossier_call (world->fixture, world->signing, "POST", "/completion", NULL);
  g_autoptr (Answer) rest = get (world, "bytes=12345-", world->etag);

  assert_status (completed, 200);
  assert_status (rest, 200);
  g_assert_cmpstr (rest->etag, !=, world->etag);
  g_assert_cmpuint (g_bytes_get_size (rest->body), >, g_bytes_get_size (world->whole));
  g_assert_cmpmem (g_bytes_get_data (rest->body, NULL), 12345, g_bytes_get_data (begin, NULL),
                   12345);
}

/* Other answers are never cut. */
static void
test_only_documents (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  Request request = { "GET", "/v1/services", .range = "bytes=0-9" };
  g_autoptr (Answer) answer = fixture_send (fixture, &request);

  assert_status (answer, 200);
  g_assert_null (answer->content_range);
  g_assert_nonnull (answer_text (answer, "items.0.id"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/range/ranges-are-read", test_ranges_are_read);
  g_test_add_func ("/range/parts", test_parts);
  g_test_add_func ("/range/what-is-no-range-is-ignored", test_what_is_no_range_is_ignored);
  g_test_add_func ("/range/beyond-the-end", test_beyond_the_end);
  g_test_add_func ("/range/unchanged-goes-first", test_unchanged_goes_first);
  g_test_add_func ("/range/resumes-after-a-cut", test_resumes_after_a_cut);
  g_test_add_func ("/range/cut-before-the-seal", test_cut_before_the_seal);
  g_test_add_func ("/range/only-documents", test_only_documents);
  return g_test_run ();
}
