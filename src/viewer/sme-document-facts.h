/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-page-geometry.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SmeDocumentFacts: what a file says of itself. Claims of whoever made it: nothing here is proved.
 * Texts are on one line and never %NULL, "" where the file says nothing; times may be %NULL.
 * @fonts_missing: names of fonts that the file does not carry, "" if it carries all
 */
typedef struct
{
  char *title;
  char *author;
  char *subject;
  char *keywords;
  char *creator;
  char *producer;
  char *version;
  char *fonts_missing;
  GDateTime *created;
  GDateTime *modified;
  guint n_pages;
  gsize n_bytes;
  SmePageSize first_page; /* in points */
} SmeDocumentFacts;

void sme_document_facts_free (SmeDocumentFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeDocumentFacts, sme_document_facts_free)

G_END_DECLS
