/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_MATCH (sme_match_get_type ())
SME_DECLARE_RECORD (SmeMatch, sme_match, MATCH)

/**
 * SmeMatch:
 *
 * Where a search word was found in a service, in characters, so that it can be highlighted.
 * "field" is the name of a text, or that of a list of texts with the item's place: "overview-0".
 */

G_END_DECLS
