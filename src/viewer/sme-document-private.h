/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document.h"
#include "viewer/sme-pages.h"

G_BEGIN_DECLS

/** Returns: (transfer none): for work in the render thread, while @self is held. */
SmePages *sme_document_get_pages (SmeDocument *self);

G_END_DECLS
