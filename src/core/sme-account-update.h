/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_ACCOUNT_UPDATE (sme_account_update_get_type ())
SME_DECLARE_RECORD (SmeAccountUpdate, sme_account_update, ACCOUNT_UPDATE)

/**
 * SmeAccountUpdate:
 *
 * What the holder changes of the own account; what is left out stays. The name of the organisation
 * and the tax code are for household businesses and enterprises; a person has at most a tax code.
 */

G_END_DECLS
