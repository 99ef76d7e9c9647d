/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-page-text.h"

#include "base/sme-text.h"

#include <math.h>
#include <string.h>

/* A box in steps of 1/65535 of the page: a quarter of the memory of four doubles, and finer than
 * any eye. A searched document of 500 pages holds 1.5 million of them. */
typedef struct
{
  guint16 x0, y0, x1, y1;
} Box;

struct _SmePageText
{
  gatomicrefcount ref_count;
  SmePageSize size;
  char *text;
  guint length;
  Box *boxes; /* one per character, or NULL */
  char *key;  /* the folded text */
  gsize key_length;
  GArray *links;    /* of SmePageLink, or NULL */
  guint32 *key_map; /* for each byte of the key its character, and at the end the length */
};

static guint16
quantize (double value, double whole)
{
  return (guint16) round (CLAMP (value / whole, 0.0, 1.0) * G_MAXUINT16);
}

static Box *
pack_boxes (const graphene_rect_t *boxes, guint n_boxes, const SmePageSize *size)
{
  Box *packed = g_new (Box, n_boxes);

  for (guint i = 0; i < n_boxes; i++)
    {
      const graphene_rect_t *box = &boxes[i];

      packed[i].x0 = quantize (box->origin.x, size->width);
      packed[i].y0 = quantize (box->origin.y, size->height);
      packed[i].x1 = quantize (box->origin.x + box->size.width, size->width);
      packed[i].y1 = quantize (box->origin.y + box->size.height, size->height);
    }
  return packed;
}

/* How many bytes of white space @key begins with; a line break within a searched phrase, or a
 * space that does not break, is a space like another. */
static gsize
get_space_length (const char *key)
{
  if (g_ascii_isspace (key[0]))
    return 1;
  if ((guchar) key[0] == 0xC2 && (guchar) key[1] == 0xA0)
    return 2;
  return 0;
}

/* Makes runs of white space one space, in place; @map (nullable) moves along. */
static gsize
squeeze_spaces (char *key, guint32 *map)
{
  gsize to = 0;

  for (gsize from = 0; key[from] != '\0';)
    {
      gsize space = get_space_length (key + from);

      if (space == 0 || to == 0 || key[to - 1] != ' ')
        {
          key[to] = space > 0 ? ' ' : key[from];
          if (map != NULL)
            map[to] = map[from];
          to++;
        }
      from += MAX (space, 1);
    }
  key[to] = '\0';
  return to;
}

/* From byte offsets to characters. */
static guint32 *
map_to_characters (const char *text, const gsize *offsets, gsize key_length)
{
  guint32 *map = g_new (guint32, key_length + 1);
  gsize offset = 0;
  guint32 character = 0;

  for (gsize i = 0; i <= key_length; i++)
    {
      for (; offset < offsets[i]; character++)
        offset = g_utf8_next_char (text + offset) - text;
      map[i] = character;
    }
  return map;
}

static void
build_key (SmePageText *self)
{
  g_autofree gsize *offsets = NULL;
  gsize folded_length;

  self->key = sme_text_fold_with_map (self->text, &offsets, &folded_length);
  self->key_map = map_to_characters (self->text, offsets, folded_length);
  self->key_length = squeeze_spaces (self->key, self->key_map);
  self->key_map[self->key_length] = self->length;
}

SmePageText *
sme_page_text_new (const char *text,
                   const graphene_rect_t *boxes,
                   guint n_boxes,
                   const SmePageSize *size)
{
  SmePageText *self = g_new0 (SmePageText, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->size = *size;
  self->text = g_utf8_make_valid (text != NULL ? text : "", -1);
  self->length = g_utf8_strlen (self->text, -1);
  if (boxes != NULL && n_boxes == self->length)
    self->boxes = pack_boxes (boxes, n_boxes, size);
  build_key (self);
  return self;
}

SmePageText *
sme_page_text_ref (SmePageText *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sme_page_text_unref (SmePageText *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->text);
  g_free (self->boxes);
  g_free (self->key);
  g_free (self->key_map);
  g_clear_pointer (&self->links, g_array_unref);
  g_free (self);
}

const char *
sme_page_text_get_text (SmePageText *self)
{
  return self->text;
}

guint
sme_page_text_get_length (SmePageText *self)
{
  return self->length;
}

gsize
sme_page_text_get_memory (SmePageText *self)
{
  return sizeof *self + (self->links != NULL ? self->links->len * sizeof (SmePageLink) : 0) +
         strlen (self->text) + self->length * sizeof (Box) +
         self->key_length * (1 + sizeof (guint32));
}

char *
sme_page_text_fold_query (const char *query)
{
  char *key = sme_text_fold (query);

  squeeze_spaces (key, NULL);
  return g_strstrip (key);
}

/* @text with what does not matter taken away, white space made single spaces. */
static char *
strip (const char *text, SmeTextMatch match)
{
  g_autofree char *plain = g_utf8_normalize (
    text, -1, (match & SME_TEXT_MATCH_MARKS) != 0 ? G_NORMALIZE_ALL_COMPOSE : G_NORMALIZE_ALL);
  g_autoptr (GString) stripped = g_string_new (NULL);
  char *key;

  for (const char *p = plain != NULL ? plain : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if ((match & SME_TEXT_MATCH_MARKS) == 0 && ch >= 0x300 && ch <= 0x36f)
        continue;
      if ((match & SME_TEXT_MATCH_MARKS) == 0 && (ch == 0x111 || ch == 0x110))
        ch = ch == 0x111 ? 'd' : 'D';
      g_string_append_unichar (stripped, ch);
    }
  key = (match & SME_TEXT_MATCH_CASE) != 0 ? g_strdup (stripped->str)
                                           : g_utf8_casefold (stripped->str, -1);
  squeeze_spaces (key, NULL);
  return g_strstrip (key);
}

static gboolean
is_strict_match (SmePageText *self,
                 const SmeTextRange *range,
                 const char *wanted,
                 SmeTextMatch match)
{
  g_autofree char *text = sme_page_text_dup_range (self, range);
  g_autofree char *found = strip (text, match);

  return g_str_equal (found, wanted);
}

/* @wanted: (nullable): what a match has to be besides, as strip() leaves it */
static GArray *
find_matches (SmePageText *self,
              const char *folded_query,
              const char *wanted,
              SmeTextMatch match,
              guint max)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (SmeTextRange));
  gsize query_length = strlen (folded_query);
  const char *found = self->key;

  while (query_length > 0 && ranges->len < max && (found = strstr (found, folded_query)) != NULL)
    {
      gsize from = found - self->key;
      gsize to = from + query_length;
      SmeTextRange range = { .start = self->key_map[from] };

      /* A letter with more than one byte in the key (ß) is found whole. */
      while (to < self->key_length && self->key_map[to] == self->key_map[to - 1])
        to++;
      range.end = self->key_map[to];
      if (wanted != NULL && !is_strict_match (self, &range, wanted, match))
        {
          found = g_utf8_next_char (found);
          continue;
        }
      g_array_append_val (ranges, range);
      found = self->key + to;
    }
  return ranges;
}

GArray *
sme_page_text_find (SmePageText *self, const char *folded_query, guint max)
{
  return find_matches (self, folded_query, NULL, SME_TEXT_MATCH_LOOSE, max);
}

GArray *
sme_page_text_find_strictly (SmePageText *self, const char *query, SmeTextMatch match, guint max)
{
  g_autofree char *key = sme_page_text_fold_query (query);
  g_autofree char *wanted = match != SME_TEXT_MATCH_LOOSE ? strip (query, match) : NULL;

  return find_matches (self, key, wanted, match, max);
}

static void
clear_link (gpointer link)
{
  g_free (((SmePageLink *) link)->uri);
}

GArray *
sme_page_links_new (void)
{
  GArray *links = g_array_new (FALSE, TRUE, sizeof (SmePageLink));

  g_array_set_clear_func (links, clear_link);
  return links;
}

void
sme_page_text_take_links (SmePageText *self, GArray *links)
{
  g_clear_pointer (&self->links, g_array_unref);
  self->links = links;
}

GArray *
sme_page_text_get_links (SmePageText *self)
{
  return self->links;
}

const SmePageLink *
sme_page_text_get_link_at (SmePageText *self, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  for (guint i = self->links != NULL ? self->links->len : 0; i > 0; i--)
    {
      const SmePageLink *link = &g_array_index (self->links, SmePageLink, i - 1);

      if (graphene_rect_contains_point (&link->rect, &point))
        return link;
    }
  return NULL;
}

char *
sme_page_text_dup_range (SmePageText *self, const SmeTextRange *range)
{
  guint end = MIN (range->end, self->length);

  return g_utf8_substring (self->text, MIN (range->start, end), end);
}

static void
unpack_box (SmePageText *self, guint character, graphene_rect_t *rect)
{
  const Box *box = &self->boxes[character];
  double x_step = self->size.width / G_MAXUINT16;
  double y_step = self->size.height / G_MAXUINT16;

  graphene_rect_init (rect, (float) (box->x0 * x_step), (float) (box->y0 * y_step),
                      (float) ((box->x1 - box->x0) * x_step),
                      (float) ((box->y1 - box->y0) * y_step));
}

gboolean
sme_page_text_get_box (SmePageText *self, guint character, graphene_rect_t *box)
{
  if (self->boxes == NULL || character >= self->length)
    return FALSE;
  unpack_box (self, character, box);
  return box->size.width > 0 && box->size.height > 0;
}

/* Steps to the next line. Returns: %FALSE after the last. Start with *p = text, end = 0. */
static gboolean
next_line (const char **p, SmeTextRange *line)
{
  if (**p == '\0')
    return FALSE;

  line->start = line->end;
  while (**p != '\0')
    {
      gboolean is_break = **p == '\n';

      *p = g_utf8_next_char (*p);
      line->end++;
      if (is_break)
        break;
    }
  return TRUE;
}

/* Returns: %FALSE where nothing of the range is to be seen. */
static gboolean
get_bounds (SmePageText *self, const SmeTextRange *range, graphene_rect_t *bounds)
{
  gboolean any = FALSE;

  for (guint i = range->start; i < range->end; i++)
    {
      graphene_rect_t box;

      unpack_box (self, i, &box);
      if (box.size.width <= 0 || box.size.height <= 0)
        continue;
      if (any)
        graphene_rect_union (bounds, &box, bounds);
      else
        *bounds = box;
      any = TRUE;
    }
  return any;
}

GArray *
sme_page_text_get_rects (SmePageText *self, const SmeTextRange *range)
{
  GArray *rects = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  const char *p = self->text;
  SmeTextRange line = { 0, 0 };

  while (self->boxes != NULL && line.end < range->end && next_line (&p, &line))
    {
      SmeTextRange part = { MAX (line.start, range->start), MIN (line.end, range->end) };
      graphene_rect_t rect;

      if (part.start < part.end && get_bounds (self, &part, &rect))
        g_array_append_val (rects, rect);
    }
  return rects;
}

/* How far a place is from a box, with a line's own height weighing more than the way along it:
 * a pointer beside a line means that line, also in two columns. */
static double
get_distance (const graphene_rect_t *rect, double x, double y)
{
  double dx = MAX (MAX (rect->origin.x - x, x - rect->origin.x - rect->size.width), 0);
  double dy = MAX (MAX (rect->origin.y - y, y - rect->origin.y - rect->size.height), 0);

  return dx + 4 * dy;
}

static guint
get_boundary_in_line (SmePageText *self, const SmeTextRange *line, double x)
{
  guint boundary = line->start;

  for (guint i = line->start; i < line->end; i++)
    {
      graphene_rect_t box;

      unpack_box (self, i, &box);
      if (box.size.width > 0 && box.origin.x + box.size.width / 2 < x)
        boundary = i + 1;
    }
  return boundary;
}

guint
sme_page_text_get_boundary_at (SmePageText *self, double x, double y)
{
  const char *p = self->text;
  SmeTextRange line = { 0, 0 };
  SmeTextRange nearest = { 0, 0 };
  double nearest_distance = G_MAXDOUBLE;

  while (self->boxes != NULL && next_line (&p, &line))
    {
      graphene_rect_t rect;
      double distance;

      if (!get_bounds (self, &line, &rect))
        continue;
      distance = get_distance (&rect, x, y);
      if (distance < nearest_distance)
        {
          nearest_distance = distance;
          nearest = line;
        }
    }
  return get_boundary_in_line (self, &nearest, x);
}

static gboolean
is_word_char (const char *p)
{
  gunichar ch = g_utf8_get_char (p);

  return g_unichar_isalnum (ch) || g_unichar_ismark (ch) || ch == '_';
}

SmeTextRange
sme_page_text_get_word (SmePageText *self, guint boundary)
{
  const char *here = g_utf8_offset_to_pointer (self->text, MIN (boundary, self->length));
  const char *begin = here;
  const char *end = here;
  SmeTextRange word;

  while (begin > self->text && is_word_char (g_utf8_prev_char (begin)))
    begin = g_utf8_prev_char (begin);
  while (*end != '\0' && is_word_char (end))
    end = g_utf8_next_char (end);
  word.start = g_utf8_pointer_to_offset (self->text, begin);
  word.end = g_utf8_pointer_to_offset (self->text, end);
  return word;
}

SmeTextRange
sme_page_text_get_line (SmePageText *self, guint boundary)
{
  const char *p = self->text;
  SmeTextRange line = { 0, 0 };

  while (next_line (&p, &line))
    if (boundary < line.end)
      break;
  return line;
}

/* A place may be a little above a line, or on its letters: less than a quarter of a line that is
 * below the place does not count. */
guint
sme_page_text_get_line_below (SmePageText *self, double y)
{
  const char *p = self->text;
  SmeTextRange line = { 0, 0 };

  if (self->boxes == NULL)
    return 0;
  while (next_line (&p, &line))
    {
      graphene_rect_t rect;

      if (get_bounds (self, &line, &rect) && y < rect.origin.y + rect.size.height * 0.75)
        return line.start;
    }
  return self->length;
}
