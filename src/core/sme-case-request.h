/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_CASE_REQUEST (sme_case_request_get_type ())
SME_DECLARE_RECORD (SmeCaseRequest, sme_case_request, CASE_REQUEST)

/**
 * SmeCaseRequest:
 *
 * What the customer wants the support to look at, and in which words.
 */

G_END_DECLS
