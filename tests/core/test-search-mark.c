/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a text is marked for what was typed (acceptance A11). */
#include "core/sme-search-rank.h"
#include "core/sme-search-words.h"
#include "core/sme-service.h"

#include <locale.h>

/* @text is the whole index. */
static GPtrArray *
make_groups (const char *typed, const char *text)
{
  g_autoptr (GArray) terms =
    sme_search_words_split (text, SME_SEARCH_WORDS_PARTS | SME_SEARCH_WORDS_PAIRS);
  g_auto (GStrv) words = sme_search_split_query (typed);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) sme_search_group_free);

  for (guint i = 0; words[i] != NULL; i++)
    {
      SmeSearchGroup *group;
      gboolean begins = FALSE;

      for (guint k = 0; k < terms->len; k++)
        begins |= g_str_has_prefix (g_array_index (terms, SmeSearchWord, k).folded, words[i]);
      group = sme_search_group_new (words[i], begins);
      if (sme_search_group_wants_near (group, FALSE))
        for (guint k = 0; k < terms->len; k++)
          sme_search_group_offer (group, g_array_index (terms, SmeSearchWord, k).folded);
      g_ptr_array_add (groups, group);
    }
  return groups;
}

/* @text with what is marked in it between brackets. */
static char *
mark (const char *typed, const char *text)
{
  g_autoptr (GPtrArray) groups = make_groups (typed, text);
  g_autoptr (SmeRecord) service = SME_RECORD (sme_service_new ());
  g_autoptr (GString) marked = g_string_new (NULL);
  GListModel *matches;
  glong at = 0;

  sme_record_set_text (service, "name", text);
  sme_search_mark (groups, service, "name");
  matches = sme_record_get_list (service, "matches");
  for (guint i = 0; matches != NULL && i < g_list_model_get_n_items (matches); i++)
    {
      g_autoptr (SmeRecord) match = g_list_model_get_item (matches, i);
      glong start = (glong) sme_record_get_int (match, "start");
      glong end = start + (glong) sme_record_get_int (match, "length");
      g_autofree char *before = g_utf8_substring (text, at, start);
      g_autofree char *found = g_utf8_substring (text, start, end);

      g_string_append_printf (marked, "%s[%s]", before, found);
      at = end;
    }
  g_string_append (marked, g_utf8_offset_to_pointer (text, at));
  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
test_marks (void)
{
  static const struct
  {
    const char *typed;
    const char *text;
    const char *marked;
  } rows[] = {
    { "dien", "Hóa đơn điện tử", "Hóa đơn [điện] tử" },
    /* Two words are marked for one that was typed so; */
    { "dient", "Hóa đơn điện tử", "Hóa đơn [điện t]ử" },
    { "hoadon", "Hóa đơn điện tử", "[Hóa đơn] điện tử" },
    { "hoadom", "Hóa đơn điện tử", "[Hóa đơn] điện tử" },
    /* not for a slip within one of them. */
    { "dienn", "Hóa đơn điện tử", "Hóa đơn [điện] tử" },
    { "diemn", "Hóa đơn điện tử", "Hóa đơn [điện] tử" },
    { "dienn", "Giao dịch điện tử", "Giao dịch [điện] tử" },
    { "chugn", "Chứng thư số", "[Chứng] thư số" },
    { "chungg", "Chứng thư số", "[Chứng] thư số" },
    { "hoa dienn", "Hóa đơn điện tử", "[Hóa] đơn [điện] tử" },
    { "smratca", "VNPT SmartCA ON", "VNPT [SmartCA] ON" },
    { "smatr", "VNPT SmartCA ON", "VNPT [Smart]CA ON" },
    { "invoise", "VNPT Invoice", "VNPT [Invoice]" },
    { "xyzzyqw", "VNPT Invoice", "VNPT Invoice" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *marked = mark (rows[i].typed, rows[i].text);

      g_test_message ("%s", rows[i].typed);
      g_assert_cmpstr (marked, ==, rows[i].marked);
    }
}

static void
assert_match (SmeRecord *service, guint i, const char *field, gint64 start, gint64 length)
{
  g_autoptr (SmeRecord) match = g_list_model_get_item (sme_record_get_list (service, "matches"), i);

  g_assert_cmpstr (sme_record_get_text (match, "field"), ==, field);
  g_assert_cmpint (sme_record_get_int (match, "start"), ==, start);
  g_assert_cmpint (sme_record_get_int (match, "length"), ==, length);
}

/* Each item by itself, and none that no card shows. */
static void
test_items (void)
{
  static const char *const points[] = { "Lập hóa đơn", "Tính lương", "Đơn hàng, hóa đơn",
                                        "Gửi hóa đơn", NULL };
  g_autoptr (GPtrArray) groups = make_groups ("hoadon", points[0]);
  g_autoptr (SmeRecord) service = SME_RECORD (sme_service_new ());

  sme_search_mark (groups, service, "overview");
  g_assert_null (sme_record_get_list (service, "matches"));
  sme_record_set_texts (service, "overview", points);
  sme_search_mark (groups, service, "overview");
  g_assert_cmpuint (g_list_model_get_n_items (sme_record_get_list (service, "matches")), ==, 2);
  assert_match (service, 0, "overview-0", 4, 7);
  assert_match (service, 1, "overview-2", 10, 7);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-mark/a11/only-the-word-that-was-mistyped", test_marks);
  g_test_add_func ("/search-mark/a11/items-that-a-card-shows", test_items);
  return g_test_run ();
}
