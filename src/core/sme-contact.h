/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_CONTACT (sme_contact_get_type ())
SME_DECLARE_RECORD (SmeContact, sme_contact, CONTACT)

/**
 * SmeContact:
 *
 * The contact person of an order.
 */

G_END_DECLS
