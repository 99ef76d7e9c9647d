/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_CASE_RESOLUTION (sme_case_resolution_get_type ())
SME_DECLARE_RECORD (SmeCaseResolution, sme_case_resolution, CASE_RESOLUTION)

/**
 * SmeCaseResolution:
 *
 * What the operator decides; the note is shown to the customer as it is.
 */

G_END_DECLS
