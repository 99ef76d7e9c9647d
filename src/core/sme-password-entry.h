/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_PASSWORD_ENTRY (sme_password_entry_get_type ())
SME_DECLARE_RECORD (SmePasswordEntry, sme_password_entry, PASSWORD_ENTRY)

/**
 * SmePasswordEntry:
 *
 * The password once more, before something that cannot be undone.
 */

G_END_DECLS
