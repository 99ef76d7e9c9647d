/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/guide/sme-guide-terms.h"

G_BEGIN_DECLS

/**
 * sme_guide_reader_read:
 * @words: (element-type SmeGuideWord): what was typed; words that the guide doesn't know are
 *   replaced by the known ones that were meant
 * @growing: whether the last word may not be typed to its end yet: it stays as it is then
 *
 * Returns: (transfer full) (array): how far each word can be trusted to be the one that the guide
 *   means, 0 to 1
 */
double *sme_guide_reader_read (SmeGuideTerms *terms, GPtrArray *words, gboolean growing);

G_END_DECLS
