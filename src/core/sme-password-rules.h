/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-reason.h"

G_BEGIN_DECLS

/*
 * Passwords: 8 to 128 characters of any kind, none on a list of common ones (docs/api, acceptance
 * A17 and A41; the same idea as NIST SP 800-63B, 5.1.1.2: length and a block-list, no required
 * kinds of characters). Nor the e-mail address of whose account it is, which is the first that
 * somebody who knows the address tries.
 */

#define SME_PASSWORD_MIN 8
#define SME_PASSWORD_MAX 128

/**
 * sme_password_prepare: the form to be hashed and compared: composed (NFC), other blanks than the
 * space made spaces (RFC 8265, OpaqueString), so that one password typed with two input methods is
 * one password. Owned by the caller, who clears it; NULL for broken UTF-8.
 */
char *sme_password_prepare (const char *password);

/**
 * sme_password_check:
 * @email: (nullable): of whose account the password is to be, as far as it is known
 *
 * The refusal, if any. A common password is recognised in capitals, with accents and with blanks
 * too ("Mật khẩu 123"). So is the address, all of it or the part before the @ if that has six
 * characters or more, also with nothing but digits and signs added ("Lan.Huong@1990" of
 * lanhuong@vidu.vn).
 */
SmeReason sme_password_check (const char *password, const char *email);

/**
 * sme_password_strength:
 * @email: (nullable): as for sme_password_check()
 *
 * 0 (refused) to 4 (strong), a rough estimate for a meter beside the field:
 * how many characters are not a repetition, a run (4567) or part of a common password, times the
 * kinds of characters seen. It refuses nothing.
 */
int sme_password_strength (const char *password, const char *email);

G_END_DECLS
