/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search shows first, and what it marks in it (acceptance A11). */
#include "backend-fixture.h"

#define REMOTE "Ký số từ xa - VNPT SmartCA ON"

static Answer *
search (Fixture *fixture, const char *words, const char *more)
{
  g_autofree char *escaped = g_uri_escape_string (words, NULL, FALSE);
  g_autofree char *path = g_strdup_printf ("/v1/services?query=%s%s", escaped, more);
  Answer *answer = fixture_call (fixture, "GET", path, NULL, NULL);

  assert_status (answer, 200);
  return answer;
}

static guint
count_items (Answer *answer)
{
  return json_array_get_length (
    json_object_get_array_member (json_node_get_object (answer->json), "items"));
}

static void
assert_first (Fixture *fixture, const char *words, const char *name)
{
  g_autoptr (Answer) answer = search (fixture, words, "");

  g_test_message ("%s", words);
  g_assert_cmpstr (answer_text (answer, "items.0.name"), ==, name);
}

/* Name before text, the whole word before a beginning, then what is liked more. */
static void
test_ranking (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  assert_first (fixture, "ky so tu xa vnpt smartca on", REMOTE);
  assert_first (fixture, "ky so tu xa", "Ký số từ xa - VNPT SmartCA");
  assert_first (fixture, "hosting", "Web Hosting");
  assert_first (fixture, "ssl", "Chứng chỉ SSL");
  assert_first (fixture, "hoa don", "Hóa đơn điện tử VNPT Invoice");
}

/* What people type, and what they then see first (and next). */
static void
test_first_results (void)
{
  static const struct
  {
    const char *typed;
    const char *first;
    const char *second;
  } rows[] = {
    { "ký số từ xa", "smartca", "smartca-on" },
    { "ky so tu xa", "smartca", "smartca-on" },
    { "vnpt smartca", "smartca", "smartca-on" },
    { "smratca", "smartca", "smartca-on" },
    { "smatca on", "smartca-on", NULL },
    { "chu ky so", "vnpt-ca", "smartca" },
    { "chữ kí số", "vnpt-ca", NULL },
    { "usb token", "vnpt-ca", NULL },
    { "smart ca cho bac sy", "smartca-yte", NULL },
    { "con dau dien tu", "eseal", NULL },
    { "hóa đơn", "invoice", "invoice-pos" },
    { "hoa don dien tu", "invoice", NULL },
    { "hoa don may tinh tien", "invoice-pos", NULL },
    { "invoise", "invoice", NULL },
    { "electronic invoice", "invoice", NULL },
    { "hợp đồng điện tử", "econtract-on", NULL },
    { "e contract", "econtract-on", NULL },
    { "bao hiem xa hoi", "bhxh", NULL },
    { "social insurance", "bhxh", NULL },
    { "khai thue", "ca-van", NULL },
    { "cham cong", "vnface", "hrm" },
    { "payroll", "hrm", NULL },
    { "phan mem ban hang", "hkd", "hkd-combo" },
    { "ke toan", "asme", NULL },
    { "nha thuoc", "pharmacy", NULL },
    { "tên miền .vn", "domain-vn", NULL },
    { "hostnig", "hosting", NULL },
    { "luu tru dam may", "cloud-backup", NULL },
    { "email doanh nghiep", "mail", NULL },
    { "wifi", "fiber", NULL },
    { "tin nhan thuong hieu", "brandname", NULL },
    { "tong dai", "vcc", NULL },
    { "chong ddos", "antiddos", NULL },
    { "digital signature", "vnpt-ca", NULL },
    { "remote signing", "smartca", "smartca-on" },
    { "oid standard", "vnpt-ca", NULL },
    { "hoc truc tuyen", "elearning", NULL },
    /* Nothing has all words: what has most of them. */
    { "mua chu ky so o dau", "smartca-on", NULL },
    { "hoa dob dientu", "invoice", NULL },
    /* Slips in short words. */
    { "hao don", "invoice", "invoice-pos" },
    { "hoas don", "invoice", "invoice-pos" },
    { "hoa odn", "invoice", "invoice-pos" },
    { "wbe", "hosting", NULL },
    { "wbe hosting", "hosting", NULL },
    { "sll", "ssl", NULL },
    { "mial", "mail", NULL },
    { "wfii", "fiber", NULL },
    { "vmpt smartca", "smartca", "smartca-on" },
    /* Wrong letters in short words of names, alone or beside their neighbour. */
    { "hoa dpn", "invoice", "invoice-pos" },
    { "hoa dpn dien tu", "invoice", NULL },
    { "tem mien", "domain-vn", NULL },
    { "cham cogn", "vnface", NULL },
    { "ke toam", "asme", NULL },
    { "chu kt so", "vnpt-ca", NULL },
    { "fber", "fiber", NULL },
    { "iber", "fiber", NULL },
    { "ESEL", "eseal", NULL },
    { "hrn", "hrm", NULL },
    { "USV", "vnpt-ca", NULL },
    { "usv token", "vnpt-ca", NULL },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Answer) answer = search (fixture, rows[i].typed, "");

      g_test_message ("%s", rows[i].typed);
      g_assert_cmpstr (answer_text (answer, "items.0.id"), ==, rows[i].first);
      if (rows[i].second != NULL)
        g_assert_cmpstr (answer_text (answer, "items.1.id"), ==, rows[i].second);
    }
}

/* What is not there is not made of what looks a little like it. */
static void
test_unrelated (void)
{
  static const char *const typed[] = { "thủy",     "thuy",    "'; drop", "drop",     "taxi",
                                       "lsl",      "xyz",     "onn",     "thủy sản", "ruou",
                                       "nha thuy", "hso don", "yoga",    "ca phe" };
  static const char *const pairs[][2] = {
    { "hao don", "hoa don" }, { "hoas don", "hoa don" },  { "sll", "ssl" },
    { "wbe", "web" },         { "hrn", "hrm" },           { "fber", "fiber" },
    { "hoa dpn", "hoa don" }, { "tem mien", "ten mien" },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (Answer) answer = search (fixture, typed[i], "&limit=100");

      g_test_message ("%s", typed[i]);
      g_assert_cmpint (answer_int (answer, "total"), ==, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (Answer) slipped = search (fixture, pairs[i][0], "");
      g_autoptr (Answer) right = search (fixture, pairs[i][1], "");

      g_test_message ("%s", pairs[i][0]);
      g_assert_cmpint (answer_int (slipped, "total"), <=, answer_int (right, "total"));
      g_assert_cmpint (answer_int (slipped, "total"), >, 0);
    }
}

static guint
find_place (Answer *answer, const char *id)
{
  for (guint i = 0; i < count_items (answer); i++)
    {
      g_autofree char *path = g_strdup_printf ("items.%u.id", i);

      if (g_str_equal (answer_text (answer, path), id))
        return i;
    }
  return G_MAXUINT;
}

/* "xa" of "từ xa" is not that of "xã hội", though that one stands in a name. */
static void
test_neighbours (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) answer = search (fixture, "ky so tu xa", "");

  g_assert_cmpuint (find_place (answer, "smartca-th"), ==, 2);
  g_assert_cmpuint (find_place (answer, "bhxh"), !=, G_MAXUINT);
  g_assert_cmpuint (find_place (answer, "smartca-th"), <, find_place (answer, "bhxh"));
}

/* The text that a match of @answer's first item stands for. */
static char *
get_match (Answer *answer, guint i)
{
  g_autofree char *field_path = g_strdup_printf ("items.0.matches.%u.field", i);
  g_autofree char *start_path = g_strdup_printf ("items.0.matches.%u.start", i);
  g_autofree char *length_path = g_strdup_printf ("items.0.matches.%u.length", i);
  g_autofree char *text_path = NULL;
  gint64 start;

  if (answer_text (answer, field_path) == NULL)
    return NULL;
  text_path = g_strconcat ("items.0.", answer_text (answer, field_path), NULL);
  start = answer_int (answer, start_path);
  return g_utf8_substring (answer_text (answer, text_path), start,
                           start + answer_int (answer, length_path));
}

/* Nothing else in the name: a neighbour of what was typed was not typed. */
static void
assert_no_more (Answer *answer, guint n)
{
  g_autofree char *path = g_strdup_printf ("items.0.matches.%u.field", n);

  g_assert_cmpstr (answer_text (answer, path), !=, "name");
}

static void
test_highlights (void)
{
  static const struct
  {
    const char *typed;
    const char *matches[4];
  } rows[] = {
    { "ky tu", { "Ký", "từ" } },
    { "smart", { "Smart" } },
    { "smartac", { "SmartCA" } },
    { "ca", { "CA" } },
    { "kyso", { "Ký số" } },
    { "kys", { "Ký s" } },
    { "smratca", { "SmartCA" } },
    { "smarca", { "SmartCA" } },
    { "smatr", { "Smart" } },
    { "invoise", { "Invoice" } },
    { "vnpt smratca", { "VNPT", "SmartCA" } },
    { "hoa dpn", { "Hóa đơn" } },
    { "fber", { "Fiber" } },
    { "chu ki so", { "Chữ", "ký", "số" } },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Answer) answer = search (fixture, rows[i].typed, "");

      g_test_message ("%s in %s", rows[i].typed, answer_text (answer, "items.0.name"));
      for (guint k = 0; rows[i].matches[k] != NULL; k++)
        {
          g_autofree char *match = get_match (answer, k);
          g_assert_cmpstr (match, ==, rows[i].matches[k]);
        }
      assert_no_more (answer, g_strv_length ((GStrv) rows[i].matches));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-order/best-first", test_ranking);
  g_test_add_func ("/search-order/a11-what-comes-first", test_first_results);
  g_test_add_func ("/search-order/a11-neighbours-before-scattered-words", test_neighbours);
  g_test_add_func ("/search-order/a11-unrelated-services-are-not-found", test_unrelated);
  g_test_add_func ("/search-order/what-to-highlight", test_highlights);
  return g_test_run ();
}
