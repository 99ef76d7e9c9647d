/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_CHECKED_FILE (sme_checked_file_get_type ())
SME_DECLARE_RECORD (SmeCheckedFile, sme_checked_file, CHECKED_FILE)

/**
 * SmeCheckedFile:
 *
 * What a check of a sealed file came to, in words and for machines: what "onesme --verify --json"
 * prints.
 */

G_END_DECLS
