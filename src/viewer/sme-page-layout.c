/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-page-layout.h"

struct _SmePageLayout
{
  guint n_pages;
  SmePageSize *sizes;
  gint64 *tops; /* n_pages + 1: prefix sums of height and gap; the last is where a next page were */
  int *widths;
  gint64 width; /* of the widest page */
  double zoom;
  double scale;
  int gap;
};

SmePageLayout *
sme_page_layout_new (const SmePageSize *sizes, guint n_pages)
{
  SmePageLayout *self = g_new0 (SmePageLayout, 1);

  self->n_pages = n_pages;
  self->sizes = g_new (SmePageSize, MAX (n_pages, 1));
  for (guint i = 0; i < n_pages; i++)
    self->sizes[i] = sizes[i];
  self->tops = g_new0 (gint64, n_pages + 1);
  self->widths = g_new0 (int, MAX (n_pages, 1));
  return self;
}

void
sme_page_layout_free (SmePageLayout *self)
{
  g_free (self->sizes);
  g_free (self->tops);
  g_free (self->widths);
  g_free (self);
}

guint
sme_page_layout_get_n_pages (const SmePageLayout *self)
{
  return self->n_pages;
}

const SmePageSize *
sme_page_layout_get_size (const SmePageLayout *self, guint page)
{
  g_return_val_if_fail (page < self->n_pages, NULL);

  return &self->sizes[page];
}

SmePageSize
sme_page_layout_get_largest (const SmePageLayout *self)
{
  SmePageSize largest = { 1, 1 };

  for (guint i = 0; i < self->n_pages; i++)
    {
      largest.width = MAX (largest.width, self->sizes[i].width);
      largest.height = MAX (largest.height, self->sizes[i].height);
    }
  return largest;
}

gboolean
sme_page_layout_arrange (SmePageLayout *self, double zoom, double scale, int gap)
{
  if (self->zoom == zoom && self->scale == scale && self->gap == gap)
    return FALSE;

  self->zoom = zoom;
  self->scale = scale;
  self->gap = gap;
  self->width = 0;
  self->tops[0] = gap;
  for (guint i = 0; i < self->n_pages; i++)
    {
      int height;

      sme_page_get_pixel_size (&self->sizes[i], zoom, scale, &self->widths[i], &height);
      self->tops[i + 1] = self->tops[i] + height + gap;
      self->width = MAX (self->width, self->widths[i]);
    }
  return TRUE;
}

gint64
sme_page_layout_get_width (const SmePageLayout *self)
{
  return self->width + 2 * (gint64) self->gap;
}

gint64
sme_page_layout_get_height (const SmePageLayout *self)
{
  return self->tops[self->n_pages];
}

double
sme_page_layout_get_scale (const SmePageLayout *self)
{
  return self->scale;
}

void
sme_page_layout_get_rect (const SmePageLayout *self, guint page, SmePageRect *rect)
{
  g_return_if_fail (page < self->n_pages);

  rect->width = self->widths[page];
  rect->height = (int) (self->tops[page + 1] - self->tops[page] - self->gap);
  rect->x = self->gap + (self->width - rect->width) / 2;
  rect->y = self->tops[page];
}

/* The last page that begins at or above @y; the first if none does. */
static guint
find_page (const SmePageLayout *self, gint64 y)
{
  guint low = 0;
  guint high = self->n_pages;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->tops[middle] <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}

gboolean
sme_page_layout_get_range (const SmePageLayout *self,
                           gint64 top,
                           gint64 bottom,
                           guint *first,
                           guint *last)
{
  if (self->n_pages == 0 || bottom <= top)
    return FALSE;

  *first = find_page (self, top);
  if (self->tops[*first + 1] - self->gap <= top) /* only the gap below it */
    (*first)++;
  *last = find_page (self, bottom - 1);
  return *first < self->n_pages && self->tops[*last] < bottom && *first <= *last;
}

guint
sme_page_layout_get_page_at (const SmePageLayout *self, gint64 y)
{
  guint page;

  g_return_val_if_fail (self->n_pages > 0, 0);

  page = find_page (self, y);
  if (page + 1 < self->n_pages && y >= self->tops[page + 1] - self->gap / 2)
    page++;
  return page;
}

void
sme_page_layout_to_place (const SmePageLayout *self, double x, double y, SmePagePlace *place)
{
  SmePageRect rect;

  place->page = sme_page_layout_get_page_at (self, (gint64) y);
  sme_page_layout_get_rect (self, place->page, &rect);
  /* Before the pages were ever arranged they have no size: then the middle of the top. */
  place->x = rect.width > 0 ? (x - (double) rect.x) / rect.width : 0.5;
  place->y = rect.height > 0 ? (y - (double) rect.y) / rect.height : 0;
}

void
sme_page_layout_from_place (const SmePageLayout *self,
                            const SmePagePlace *place,
                            double *x,
                            double *y)
{
  SmePageRect rect;

  sme_page_layout_get_rect (self, place->page, &rect);
  *x = (double) rect.x + place->x * rect.width;
  *y = (double) rect.y + place->y * rect.height;
}
