/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_ADDRESS (sme_address_get_type ())
SME_DECLARE_RECORD (SmeAddress, sme_address, ADDRESS)

/**
 * SmeAddress:
 *
 * An address as declared; codes are those of the edition, names of the divisions are looked up.
 */

G_END_DECLS
