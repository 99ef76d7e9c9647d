/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "backend/paper/sme-paper-contract.h"
#include "backend/paper/sme-paper-error.h"
#include "backend/paper/sme-paper-template.h"

static SmePaperValues *
create_values (void)
{
  SmePaperValues *values = sme_paper_values_new ();

  sme_paper_values_set (values, "name", "Nguyễn Văn An");
  sme_paper_values_set (values, "yes", "1");
  sme_paper_values_set (values, "empty", NULL);
  for (int i = 1; i <= 3; i++)
    sme_paper_values_take (sme_paper_values_append (values, "lines"), "index",
                           g_strdup_printf ("%d", i));
  sme_paper_values_add_list (values, "nothing");
  return values;
}

static char *
fill (const char *source, SmePaperValues *values)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = sme_paper_template_fill (source, values, &error);

  g_assert_no_error (error);
  return sme_paper_blocks_to_text (blocks);
}

static void
test_blocks (void)
{
  static const struct
  {
    const char *source;
    const char *text;
  } rows[] = {
    { "một\nhai\n\nba", "một hai\n\nba\n" },
    { "; remark\n# Điều 1. {{name}}", "Điều 1. Nguyễn Văn An\n" },
    { "1.1. một\nhai\na) ba\nđ) bốn\n- năm", "1.1. một hai\n\na) ba\n\nđ) bốn\n\n- năm\n" },
    { "10.12. một", "10.12. một\n" },
    { "2026 là một năm", "2026 là một năm\n" },
    { "| Tên: | **{{name}}**\n|? Ghi chú | {{empty}}", "Tên: Nguyễn Văn An\n" },
    { "!title HỢP ĐỒNG | DỊCH VỤ", "HỢP ĐỒNG\nDỊCH VỤ\n" },
    { "!grid 1 centre A | 2 right B\n!each lines\n|| {{index}} | {{name}}\n!end\n||+ Cộng | 3",
      "A | B\n\n1 | Nguyễn Văn An\n\n2 | Nguyễn Văn An\n\n3 | Nguyễn Văn An\n\nCộng | 3\n" },
    { "!if yes\ncó\n!if empty\nkhông\n!end\n!end\n!unless yes\nkhông\n!end\nhết", "có\n\nhết\n" },
    { "!each nothing\nkhông\n!end\nhết", "hết\n" },
  };
  g_autoptr (SmePaperValues) values = create_values ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = fill (rows[i].source, values);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_emphasis (void)
{
  g_autoptr (SmePaperValues) values = create_values ();
  g_autoptr (GPtrArray) blocks = sme_paper_template_fill ("a **b {{name}}** __c__", values, NULL);
  const SmePaperText *text = sme_paper_block_get_cell (g_ptr_array_index (blocks, 0), 0);
  g_autofree char *emphasis = pango_attr_list_to_string (text->emphasis);

  g_assert_cmpstr (text->text, ==, "a b Nguyễn Văn An c");
  g_assert_cmpstr (emphasis, ==, "2 20 weight bold\n21 22 style italic");
}

/* Values that look like markup of ours, of Pango or of another kind are printed as they are. */
static void
test_values_are_no_markup (void)
{
  static const char evil[] = "**<b>&amp;</b>** {{name}} | __x__ !end # ||";
  g_autoptr (SmePaperValues) values = create_values ();
  g_autofree char *text = NULL;

  sme_paper_values_set (values, "name", evil);
  text = fill ("| Tên: | {{name}}", values);

  g_assert_cmpstr (text, ==, "Tên: **<b>&amp;</b>** {{name}} | __x__ !end # ||\n");
}

static void
test_values_are_one_clean_line (void)
{
  g_autoptr (SmePaperValues) values = sme_paper_values_new ();

  sme_paper_values_set (values, "lines", " a\nb\r\n\tc\342\200\250d ");
  g_assert_cmpstr (sme_paper_values_get (values, "lines"), ==, "a b   c d");
  sme_paper_values_set (values, "decomposed", "Nguye\314\202\314\203n");
  g_assert_cmpstr (sme_paper_values_get (values, "decomposed"), ==, "Nguyễn");
  sme_paper_values_set (values, "turned", "a\342\200\256b\342\200\213c\302\255d");
  g_assert_cmpstr (sme_paper_values_get (values, "turned"), ==, "abcd");
  sme_paper_values_set (values, "broken", "a\377b");
  g_assert_cmpstr (sme_paper_values_get (values, "broken"), ==, "a\357\277\275b");
  sme_paper_values_set (values, "money", "220.000\302\240₫");
  g_assert_cmpstr (sme_paper_values_get (values, "money"), ==, "220.000\302\240₫");
  g_assert_null (sme_paper_values_get (values, "never set"));
}

static void
test_errors (void)
{
  static const struct
  {
    const char *source;
    const char *reason;
  } rows[] = {
    { "một\n\n{{nobody}}", "Line 3 of the template: “nobody” stands for nothing" },
    { "{{name", "Line 1 of the template: “{{name” has no end" },
    { "!box x", "Line 1 of the template: an unknown mark" },
    { "!end", "Line 1 of the template: an unknown mark" },
    { "a\n!if yes\nb", "Line 2 of the template: a part without an end" },
    { "!each name\n!end", "Line 1 of the template: “name” is no list" },
    { "!if nobody\n!end", "Line 1 of the template: “nobody” stands for nothing" },
    { "**a", "Line 1 of the template: an emphasis has no end" },
    { "| a", "Line 1 of the template: more or fewer cells than are due" },
    { "|| a | b", "Line 1 of the template: a row without the head of its table" },
    { "!grid 1 centre A | 2 right B\n|| a",
      "Line 2 of the template: more or fewer cells than are due" },
    { "!grid 0 centre A", NULL },
    { "!grid 1 middle A", NULL },
    { "!sign customer", "Line 1 of the template: a signatory without a field" },
  };
  g_autoptr (SmePaperValues) values = create_values ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) blocks = sme_paper_template_fill (rows[i].source, values, &error);

      g_assert_error (error, SME_PAPER_ERROR, SME_PAPER_ERROR_TEMPLATE);
      g_assert_null (blocks);
      if (rows[i].reason != NULL)
        g_assert_cmpstr (error->message, ==, rows[i].reason);
    }
}

/* The label that follows @label in a list of clauses; letters as Vietnamese papers use them. */
static const char *
next_letter (const char *label)
{
  static const char *const letters[] = { "a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)" };

  for (gsize i = 0; i + 1 < G_N_ELEMENTS (letters); i++)
    if (g_str_equal (letters[i], label))
      return letters[i + 1];

  return "a)";
}

static int
read_heading (const char *line)
{
  int article;

  return sscanf (line, "# Điều %d.", &article) == 1 || sscanf (line, "# Article %d.", &article) == 1
           ? article
           : 0;
}

/* In the order of the source: articles 1, 2, 3 ..., clauses n.1, n.2 ..., letters a, b ... */
static void
check_numbers (const char *name, int articles)
{
  g_autofree char *source = sme_paper_template_load (name, NULL);
  g_auto (GStrv) lines = g_strsplit (source, "\n", -1);
  const char *letter = "";
  int article = 0, clause = 0, read_article, read_clause;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if ((read_article = read_heading (lines[i])) > 0)
        {
          g_assert_cmpint (read_article, ==, article + 1);
          article = read_article;
          clause = 0;
        }
      else if (sscanf (lines[i], "%d.%d. ", &read_article, &read_clause) == 2)
        {
          /* The same number may stand in two parts of which only one is ever filled in. */
          g_assert_cmpint (read_article, ==, article);
          g_assert_true (read_clause == clause + 1 || read_clause == clause);
          clause = read_clause;
          letter = "";
        }
      else if (strchr (lines[i], ')') == lines[i] + 1 || g_str_has_prefix (lines[i], "đ)"))
        {
          g_autofree char *label = g_utf8_substring (lines[i], 0, 2);

          g_assert_cmpstr (label, ==, *letter == '\0' ? "a)" : next_letter (letter));
          letter = next_letter (*letter == '\0' ? "" : letter);
        }
    }

  g_assert_cmpint (article, >=, articles);
}

static void
test_numbers (void)
{
  static const char *const languages[] = { "vi", "en" };

  check_numbers ("contract-" SME_PAPER_CONTRACT_VERSION ".txt", 10);
  check_numbers ("terms-2026-11.txt", 10);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *service = g_strdup_printf ("service-2026-11-23.%s.txt", languages[i]);
      g_autofree char *data = g_strdup_printf ("personal-data-2026-11-23.%s.txt", languages[i]);
      g_autofree char *marketing = g_strdup_printf ("marketing-2026-11-23.%s.txt", languages[i]);

      check_numbers (service, 10);
      check_numbers (data, 10);
      check_numbers (marketing, 5);
    }
}

static void
test_no_template (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_paper_template_load ("../contract-2.txt", &error));
  g_assert_error (error, SME_PAPER_ERROR, SME_PAPER_ERROR_TEMPLATE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper-template/marks-make-blocks", test_blocks);
  g_test_add_func ("/paper-template/emphasis-covers-its-words", test_emphasis);
  g_test_add_func ("/paper-template/values-are-never-markup", test_values_are_no_markup);
  g_test_add_func ("/paper-template/values-are-one-clean-line", test_values_are_one_clean_line);
  g_test_add_func ("/paper-template/errors-name-the-line", test_errors);
  g_test_add_func ("/paper-template/articles-and-clauses-are-numbered-in-order", test_numbers);
  g_test_add_func ("/paper-template/an-unknown-name-is-an-error", test_no_template);

  return g_test_run ();
}
