/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_FIELD_ERROR (sme_field_error_get_type ())
SME_DECLARE_RECORD (SmeFieldError, sme_field_error, FIELD_ERROR)

/**
 * SmeFieldError:
 *
 * One wrong field of a request: which (JSON pointer), the stable code, a sentence for people; of
 * "coupon-minimum" also the least sum, in đồng.
 */

/* The pointer and the code; the message stays out. */
SmeFieldError *sme_field_error_new_full (const char *pointer, const char *code);

G_END_DECLS
