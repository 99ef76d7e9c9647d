/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-viewer.h"

#include "viewer/sme-document-pane.h"
#include "viewer/sme-document-search-bar.h"
#include "viewer/sme-document-sidebar.h"
#include "viewer/sme-document-text-view.h"
#include "viewer/sme-document-toolbar.h"
#include "viewer/sme-seal-bar.h"
#include "viewer/sme-rows.h"
#include "viewer/sme-viewer-resources.h"

void
sme_viewer_init (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  /* By hand: a linker drops what registers itself in a static library. */
  sme_viewer_register_resource ();
  g_type_ensure (SME_TYPE_ROWS);
  g_type_ensure (SME_TYPE_DOCUMENT_VIEW);
  g_type_ensure (SME_TYPE_DOCUMENT_TEXT_VIEW);
  g_type_ensure (SME_TYPE_DOCUMENT_TOOLBAR);
  g_type_ensure (SME_TYPE_DOCUMENT_SEARCH_BAR);
  g_type_ensure (SME_TYPE_DOCUMENT_SIDEBAR);
  g_type_ensure (SME_TYPE_DOCUMENT_PANE);
  g_type_ensure (SME_TYPE_SEAL_BAR);
  g_once_init_leave (&done, 1);
}
