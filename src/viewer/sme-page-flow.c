/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-page-flow.h"

#include <string.h>

/* All in heights of a line. */
#define NEXT_LEFT 0.6  /* lines of one paragraph begin as far left as each other, */
#define INDENT 4.0     /* but for its first, or for those after a number or dash; */
#define NEXT_BELOW 0.9 /* there is less than this between them; */
#define LIKE 0.25      /* and they are as high as each other */
#define CELL_GAP 1.6   /* between words: these are cells of a table */
#define SPACE 0.3      /* a space, about */
#define NEAR 2.0       /* so near the edge of a column a line ends that belongs to it */
#define PARAGRAPH 12.0 /* a line as long as this may be one of a paragraph */

/* A page with more lines is no page of a contract, and would take long. */
#define LINES_MAX 1000

/* Letters within which a ':' ends the name of a value. */
#define NAME_MAX_LETTERS 32

typedef struct
{
  const char *text;
  const char *end; /* of its text: the line break or the end of the page */
  gboolean is_shown;
  gboolean has_cells;
  double left, right, top, bottom;
  double word; /* width of its first word */
} Line;

static double
get_height (const Line *line)
{
  return line->bottom - line->top;
}

static void
add_letter (Line *line, const graphene_rect_t *box, gboolean in_first_word)
{
  double right = box->origin.x + box->size.width;

  if (!line->is_shown)
    {
      line->left = line->right = box->origin.x;
      line->top = box->origin.y;
      line->bottom = box->origin.y + box->size.height;
    }
  else if (box->origin.x - line->right > CELL_GAP * get_height (line))
    {
      line->has_cells = TRUE;
    }
  line->is_shown = TRUE;
  line->left = MIN (line->left, box->origin.x);
  line->right = MAX (line->right, right);
  line->top = MIN (line->top, box->origin.y);
  line->bottom = MAX (line->bottom, box->origin.y + box->size.height);
  if (in_first_word)
    line->word = line->right - line->left;
}

/* Returns: the number of the character after the line. */
static guint
read_line (SmePageText *text, const char *from, guint character, Line *line)
{
  gboolean in_first_word = TRUE;
  const char *p;

  memset (line, 0, sizeof *line);
  line->text = from;
  for (p = from; *p != '\0' && *p != '\n'; p = g_utf8_next_char (p), character++)
    {
      graphene_rect_t box;

      if (g_unichar_isspace (g_utf8_get_char (p)))
        in_first_word = in_first_word && !line->is_shown;
      else if (sme_page_text_get_box (text, character, &box))
        add_letter (line, &box, in_first_word);
    }
  line->end = p;
  return *p == '\n' ? character + 1 : character;
}

static GArray *
read_lines (SmePageText *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  const char *p = sme_page_text_get_text (text);
  guint character = 0;

  while (*p != '\0')
    {
      Line line;

      character = read_line (text, p, character, &line);
      g_array_append_val (lines, line);
      p = *line.end == '\n' ? line.end + 1 : line.end;
    }
  return lines;
}

/* Whether the line begins with a dash, "1.", "2.3", "a)", "(iv)" or the like. */
static gboolean
begins_item (const Line *line)
{
  static GRegex *item = NULL;
  g_autofree char *start = g_strndup (line->text, MIN ((gsize) (line->end - line->text), 80));

  if (g_once_init_enter (&item))
    g_once_init_leave (
      &item, g_regex_new ("^\\s*(?:[-–—•●▪◦○■□➢✓*+]\\s|\\(?(?:\\d{1,2}(?:\\.\\d{1,2})*|"
                          "\\p{L}|[ivxIVX]{1,4})[.)](?:\\s|$)|\\d{1,2}(?:\\.\\d{1,2})+\\s|"
                          "(?:Điều|ĐIỀU|Khoản|Chương|CHƯƠNG|Phần|PHẦN)\\s+[\\dIVX])",
                          G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_match (item, start, 0, NULL);
}

/* Whether it is of the kind "Tax code: 0101". A sentence may have a ':' too, but goes on in small
 * letters. */
static gboolean
begins_value (const Line *line)
{
  gboolean is_first = TRUE;
  int n = 0;

  for (const char *p = line->text; p < line->end && n < NAME_MAX_LETTERS; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (ch == ':')
        return !is_first;
      if (is_first && g_unichar_isalpha (ch) && !g_unichar_isupper (ch))
        return FALSE;
      is_first = is_first && !g_unichar_isalpha (ch);
      n++;
    }
  return FALSE;
}

static gboolean
is_in_capitals (const Line *line)
{
  int n = 0;

  for (const char *p = line->text; p < line->end; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (g_unichar_islower (ch))
        return FALSE;
      n += g_unichar_isupper (ch) ? 1 : 0;
    }
  return n >= 4;
}

static gboolean
ends_with_colon (const Line *line)
{
  const char *p = line->end;

  while (p > line->text && g_ascii_isspace (p[-1]))
    p--;
  return p > line->text && p[-1] == ':';
}

/* Whether by its words the line goes on with what the one before began. */
static gboolean
goes_on_in_words (const Line *line, const Line *next)
{
  return !begins_item (next) && !begins_value (next) && !ends_with_colon (line) &&
         is_in_capitals (line) == is_in_capitals (next);
}

/* @is_first: whether @line begins a paragraph */
static gboolean
stands_below (const Line *line, const Line *next, gboolean is_first)
{
  double height = MAX (get_height (line), get_height (next));
  double shift = next->left - line->left;
  double left_most = is_first ? -INDENT * height : -NEXT_LEFT * height;
  double right_most = is_first && begins_item (line) ? INDENT * height : NEXT_LEFT * height;

  return next->top > line->top + height / 2 && next->top - line->bottom < NEXT_BELOW * height &&
         ABS (get_height (line) - get_height (next)) < LIKE * height && shift > left_most &&
         shift < right_most;
}

/* How far right those lines go, less far than @limit, that begin about where @line does; @n: how
 * many come near it. */
static double
find_reach (GArray *lines, const Line *line, double limit, guint *n)
{
  double height = get_height (line);
  double reach = 0;

  *n = 0;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < lines->len; i++)
      {
        const Line *other = &g_array_index (lines, Line, i);

        if (!other->is_shown || other->right >= limit ||
            ABS (other->left - line->left) > INDENT * height)
          continue;
        if (pass == 0)
          reach = MAX (reach, other->right);
        else
          *n += other->right > reach - NEAR * height ? 1 : 0;
      }
  return reach;
}

/* The right edge of the column that @line is in: where at least two lines end, or one that is long
 * by itself. A list of short lines has none, and a line that stands out by far makes none: then
 * it is G_MAXDOUBLE. */
static double
find_edge (GArray *lines, const Line *line)
{
  double limit = G_MAXDOUBLE;

  for (int i = 0; i < 3; i++)
    {
      guint n;
      double reach = find_reach (lines, line, limit, &n);

      if (n >= 2 ||
          (reach == line->right && line->right - line->left > 2 * PARAGRAPH * get_height (line)))
        return reach;
      limit = reach - NEAR * get_height (line);
    }
  return G_MAXDOUBLE;
}

/* Whether only the width of the paper ended the line: the next word had no room. */
static gboolean
is_full (GArray *lines, const Line *line, const Line *next)
{
  double height = get_height (line);
  double room;

  if (line->right - line->left <= PARAGRAPH * height)
    return FALSE;
  room = find_edge (lines, line) - line->right;
  return room > -NEAR * height && room < next->word + SPACE * height;
}

static gboolean
goes_on (GArray *lines, guint index, gboolean is_first)
{
  const Line *line = &g_array_index (lines, Line, index);
  const Line *next = line + 1;

  return line->is_shown && next->is_shown && !line->has_cells && !next->has_cells &&
         stands_below (line, next, is_first) && goes_on_in_words (line, next) &&
         is_full (lines, line, next);
}

char *
sme_page_flow_dup_text (SmePageText *text)
{
  g_autoptr (GArray) lines = NULL;
  const char *from;
  char *flowing;
  gboolean is_first = TRUE;

  g_return_val_if_fail (text != NULL, NULL);

  from = sme_page_text_get_text (text);
  flowing = g_strdup (from);
  lines = read_lines (text);
  for (guint i = 0; i + 1 < lines->len && lines->len <= LINES_MAX; i++)
    {
      gboolean on = goes_on (lines, i, is_first);

      if (on)
        flowing[g_array_index (lines, Line, i).end - from] = ' ';
      is_first = !on;
    }
  return flowing;
}
