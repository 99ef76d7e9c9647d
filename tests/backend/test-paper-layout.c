/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-layout.h"
#include "backend/paper/sme-paper-template.h"

static SmePaperLayout *
lay_out (const char *source)
{
  g_autoptr (SmePaperValues) values = sme_paper_values_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = sme_paper_template_fill (source, values, &error);

  g_assert_no_error (error);
  return sme_paper_layout_new (blocks);
}

static void
add_lines (GString *source, int n, const char *line)
{
  for (int i = 0; i < n; i++)
    g_string_append_printf (source, "%s\n\n", line);
}

static const SmePaperPiece *
get_piece (SmePaperLayout *layout, guint page, guint index)
{
  return &g_array_index (sme_paper_layout_get_pieces (layout, page), SmePaperPiece, index);
}

/* The last text on @page. */
static const char *
get_last_text (SmePaperLayout *layout, guint page)
{
  const char *text = NULL;

  for (guint i = 0; i < sme_paper_layout_get_pieces (layout, page)->len; i++)
    if (get_piece (layout, page, i)->kind == SME_PAPER_TEXT)
      text = pango_layout_get_text (get_piece (layout, page, i)->layout);

  return text;
}

/* Wherever the foot of the page falls, a heading is not the last thing above it, nor is what
 * announces a list. */
static void
test_headings (void)
{
  guint n_broken = 0;

  for (int n = 20; n < 60; n++)
    {
      g_autoptr (GString) source = g_string_new (NULL);
      g_autoptr (SmePaperLayout) layout = NULL;

      add_lines (source, n, "dòng");
      g_string_append (source, "# Tiêu đề\n\n1.1. Gồm:\n\na) một\n\nb) hai\n\n");
      layout = lay_out (source->str);

      n_broken += sme_paper_layout_get_n_pages (layout) - 1;
      g_assert_cmpstr (get_last_text (layout, 0), !=, "Tiêu đề");
      g_assert_cmpstr (get_last_text (layout, 0), !=, "Gồm:");
    }

  g_assert_cmpuint (n_broken, >, 5);
}

/* A paragraph leaves two lines or more on either page. */
static void
test_paragraphs (void)
{
  g_autofree char *paragraph = g_strnfill (900, 'x');
  guint n_split = 0;

  for (int i = 8; i < 900; i += 9)
    paragraph[i] = ' ';

  for (int n = 20; n < 60; n++)
    {
      g_autoptr (GString) source = g_string_new (NULL);
      g_autoptr (SmePaperLayout) layout = NULL;

      add_lines (source, n, "dòng");
      add_lines (source, 1, paragraph);
      layout = lay_out (source->str);
      for (guint page = 0; page < sme_paper_layout_get_n_pages (layout); page++)
        for (guint i = 0; i < sme_paper_layout_get_pieces (layout, page)->len; i++)
          {
            const SmePaperPiece *piece = get_piece (layout, page, i);

            if (piece->kind == SME_PAPER_TEXT && pango_layout_get_line_count (piece->layout) > 3)
              {
                g_assert_cmpuint (piece->end - piece->first, >=, 2);
                n_split += piece->first > 0;
              }
          }
    }

  g_assert_cmpuint (n_split, >, 2);
}

/* A table that goes on begins with its head, and structure elements end with their page. */
static void
test_tables (void)
{
  g_autoptr (GString) source = g_string_new ("!grid 1 centre Đầu | 2 left Bảng\n");
  g_autoptr (SmePaperLayout) layout = NULL;

  for (int i = 0; i < 120; i++)
    g_string_append_printf (source, "|| %d | ô\n", i);
  layout = lay_out (source->str);

  g_assert_cmpuint (sme_paper_layout_get_n_pages (layout), >=, 3);
  for (guint page = 0; page < sme_paper_layout_get_n_pages (layout); page++)
    {
      int depth = 0;

      g_assert_cmpstr (get_piece (layout, page, 0)->tag, ==, "Table");
      g_assert_cmpstr (get_piece (layout, page, 1)->tag, ==, "TR");
      g_assert_cmpstr (pango_layout_get_text (get_piece (layout, page, 2)->layout), ==, "Đầu");
      g_assert_cmpstr (get_piece (layout, page, 2)->tag, ==, "TH");
      for (guint i = 0; i < sme_paper_layout_get_pieces (layout, page)->len; i++)
        {
          depth += get_piece (layout, page, i)->kind == SME_PAPER_OPEN;
          depth -= get_piece (layout, page, i)->kind == SME_PAPER_CLOSE;
          g_assert_cmpint (depth, >=, 0);
        }
      g_assert_cmpint (depth, ==, 0);
    }
}

/* Heading, box and name of both signatories, and the clause before, share a page. */
static void
test_signatures (void)
{
  for (int n = 20; n < 60; n++)
    {
      g_autoptr (GString) source = g_string_new (NULL);
      g_autoptr (SmePaperLayout) layout = NULL;
      SmePaperField a, b;
      guint last;

      add_lines (source, n, "dòng");
      g_string_append (source, "1.1. Cuối\n\n!sign a A | x | y | An\n!sign b B | x | y | Bình\n");
      layout = lay_out (source->str);
      last = sme_paper_layout_get_n_pages (layout) - 1;

      g_assert_true (sme_paper_layout_find_field (layout, "a", &a));
      g_assert_true (sme_paper_layout_find_field (layout, "b", &b));
      g_assert_false (sme_paper_layout_find_field (layout, "c", &b));
      g_assert_cmpuint (a.page, ==, last);
      g_assert_cmpuint (b.page, ==, last);
      g_assert_cmpfloat (a.x + a.width, <, b.x);
      g_assert_cmpfloat (a.y, ==, b.y);
      g_assert_cmpstr (get_last_text (layout, last), ==, "Bình");
      if (last > 0)
        g_assert_cmpstr (get_last_text (layout, last - 1), ==, "dòng");
    }
}

/* What fits on no page still gets placed, all of it. */
static void
test_too_long (void)
{
  g_autofree char *word = g_strnfill (8000, 'W');
  g_autofree char *source = g_strconcat ("| Tên: | ", word, NULL);
  g_autoptr (SmePaperLayout) layout = lay_out (source);
  guint next = 0, n_lines = 0;

  for (guint page = 0; page < sme_paper_layout_get_n_pages (layout); page++)
    for (guint i = 0; i < sme_paper_layout_get_pieces (layout, page)->len; i++)
      {
        const SmePaperPiece *piece = get_piece (layout, page, i);

        if (piece->kind != SME_PAPER_TEXT || pango_layout_get_line_count (piece->layout) == 1)
          continue;
        g_assert_cmpuint (piece->first, ==, next);
        next = piece->end;
        n_lines = (guint) pango_layout_get_line_count (piece->layout);
      }

  g_assert_cmpuint (n_lines, >, 100);
  g_assert_cmpuint (next, ==, n_lines);
}

static void
test_nothing (void)
{
  g_autoptr (SmePaperLayout) layout = lay_out ("");

  g_assert_cmpuint (sme_paper_layout_get_n_pages (layout), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper-layout/headings-stay-with-their-text", test_headings);
  g_test_add_func ("/paper-layout/paragraphs-leave-two-lines", test_paragraphs);
  g_test_add_func ("/paper-layout/tables-go-on-with-their-head", test_tables);
  g_test_add_func ("/paper-layout/signatures-stay-together", test_signatures);
  g_test_add_func ("/paper-layout/too-long-is-split", test_too_long);
  g_test_add_func ("/paper-layout/nothing-is-no-page", test_nothing);

  return g_test_run ();
}
