/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_PROBLEM_BODY (sme_problem_body_get_type ())
SME_DECLARE_RECORD (SmeProblemBody, sme_problem_body, PROBLEM_BODY)

/**
 * SmeProblemBody:
 *
 * The body of application/problem+json (RFC 9457) with our stable code.
 */

G_END_DECLS
