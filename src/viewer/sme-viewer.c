/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-viewer.h"

#include "viewer/sme-document-view.h"

void
sme_viewer_init (void)
{
  g_type_ensure (SME_TYPE_DOCUMENT_VIEW);
}
