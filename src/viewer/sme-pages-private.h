/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-page-process.h"
#include "viewer/sme-pages.h"
#include "viewer/sme-poppler.h"

G_BEGIN_DECLS

/* What the files of SmePages share: sme-pages.c (opening, drawing, printing, comparing) and
 * -read.c (text, table of contents, facts). */

struct _SmePages
{
  GBytes *bytes;
  char *title;
  SmePageSize *sizes;
  guint n_pages;
  guint number;
  guint generation;    /* of the process that has it open */
  SmePoppler *printer; /* of this process, or NULL */
};

/** Opens the document again where the process is another one. Calls, with @request for it. */
GVariant *sme_pages_call (SmePages *self,
                          SmePageRequest *request,
                          int fd,
                          const SmePageBounds *bounds,
                          GError **error);

G_END_DECLS
