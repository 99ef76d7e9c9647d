/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_PERSONAL_DATA (sme_personal_data_get_type ())
SME_DECLARE_RECORD (SmePersonalData, sme_personal_data, PERSONAL_DATA)

/**
 * SmePersonalData:
 *
 * "Dữ liệu của tôi": what is held about the account, and whether its history is as it was written
 * (each event carries a hash over the one before).
 */

G_END_DECLS
