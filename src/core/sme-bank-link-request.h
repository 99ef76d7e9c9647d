/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_BANK_LINK_REQUEST (sme_bank_link_request_get_type ())
SME_DECLARE_RECORD (SmeBankLinkRequest, sme_bank_link_request, BANK_LINK_REQUEST)

/**
 * SmeBankLinkRequest:
 *
 * Asks for a page of the local bank that pays what a VietQR says.
 */

G_END_DECLS
