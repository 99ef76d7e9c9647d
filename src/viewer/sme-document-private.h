/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document.h"
#include "viewer/sme-poppler.h"

G_BEGIN_DECLS

/** Returns: (transfer none): for work in the render thread, while @self is held. */
SmePoppler *sme_document_get_poppler (SmeDocument *self);

G_END_DECLS
