/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_CASE (sme_case_get_type ())
SME_DECLARE_RECORD (SmeCase, sme_case, CASE)

/**
 * SmeCase:
 *
 * A case for the support. The number is short, to be told on the phone; outcome and the operator's
 * note are there when it is resolved.
 */

G_END_DECLS
