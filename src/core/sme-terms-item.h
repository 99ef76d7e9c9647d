/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_TERMS_ITEM (sme_terms_item_get_type ())
SME_DECLARE_RECORD (SmeTermsItem, sme_terms_item, TERMS_ITEM)

/**
 * SmeTermsItem:
 *
 * A version of terms that is to be agreed to for a purpose.
 */

G_END_DECLS
