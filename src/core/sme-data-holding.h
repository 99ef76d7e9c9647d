/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_DATA_HOLDING (sme_data_holding_get_type ())
SME_DECLARE_RECORD (SmeDataHolding, sme_data_holding, DATA_HOLDING)

/**
 * SmeDataHolding:
 *
 * One kind of data that is held about the account: how much, on which ground, and where a law
 * makes us keep it, which one and until when (no day: as long as a claim may rest on it).
 */

G_END_DECLS
