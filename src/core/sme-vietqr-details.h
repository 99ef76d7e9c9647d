/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_VIETQR_DETAILS (sme_vietqr_details_get_type ())
SME_DECLARE_RECORD (SmeVietqrDetails, sme_vietqr_details, VIETQR_DETAILS)

/**
 * SmeVietqrDetails:
 *
 * What a VietQR says, so that it can be copied by hand too.
 */

G_END_DECLS
