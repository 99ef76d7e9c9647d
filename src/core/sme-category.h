/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_CATEGORY (sme_category_get_type ())
SME_DECLARE_RECORD (SmeCategory, sme_category, CATEGORY)

/**
 * SmeCategory:
 *
 * A category of the catalog.
 */

G_END_DECLS
