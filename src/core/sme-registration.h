/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_REGISTRATION (sme_registration_get_type ())
SME_DECLARE_RECORD (SmeRegistration, sme_registration, REGISTRATION)

/**
 * SmeRegistration:
 *
 * A new account. A person (CÁ NHÂN) gives a name, and a tax code if there is one: the twelve-digit
 * personal number, or an older ten-digit code. A household business (HỘ KINH DOANH) gives its name
 * and a tax code of any form; full_name is its owner. An enterprise (DOANH NGHIỆP) gives its name
 * and a tax code of ten digits, or of a branch; full_name is who represents it, with the position.
 */

G_END_DECLS
