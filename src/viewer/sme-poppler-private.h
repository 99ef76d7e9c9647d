/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-poppler.h"

#include <poppler.h>

G_BEGIN_DECLS

/* What the files that know poppler share: sme-poppler.c (opening, drawing, text), -facts.c (links,
 * outline, properties, signature fields). */

/* poppler-glib 22.12 has no g_autoptr() for its types, later ones may: hence a name of our own. */
typedef PopplerPage Page;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, g_object_unref)

struct _SmePoppler
{
  PopplerDocument *document;
  GBytes *bytes;
  char *title;
  guint n_pages;
  SmePageSize *sizes;
  double *shrinks; /* shown size / size in the file, 1 but for pages beyond the limit */
};

/** One line for a window, whatever the file says. */
char *sme_poppler_clean_line (const char *text);

/** Returns: the links of a page, of the type "a(ddddsud)". */
GVariant *sme_poppler_read_links (SmePoppler *self, PopplerPage *page, guint index);

G_END_DECLS
