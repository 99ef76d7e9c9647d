/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_EMAIL_REQUEST (sme_email_request_get_type ())
SME_DECLARE_RECORD (SmeEmailRequest, sme_email_request, EMAIL_REQUEST)

/**
 * SmeEmailRequest:
 *
 * An e-mail address to which something is to be sent again.
 */

G_END_DECLS
