/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_CHECKED_SEAL (sme_checked_seal_get_type ())
SME_DECLARE_RECORD (SmeCheckedSeal, sme_checked_seal, CHECKED_SEAL)

/**
 * SmeCheckedSeal:
 *
 * What a check found out about one signature of a file; docs/seal.md lists the words. Numbers of
 * pages are counted from 1 and separated by commas.
 */

G_END_DECLS
