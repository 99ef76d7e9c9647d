/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_BANK_LINK (sme_bank_link_get_type ())
SME_DECLARE_RECORD (SmeBankLink, sme_bank_link, BANK_LINK)

/**
 * SmeBankLink:
 *
 * A single-use address of the local bank, for the system browser.
 */

G_END_DECLS
