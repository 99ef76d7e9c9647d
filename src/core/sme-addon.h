/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_ADDON (sme_addon_get_type ())
SME_DECLARE_RECORD (SmeAddon, sme_addon, ADDON)

/**
 * SmeAddon:
 *
 * An add-on to a plan.
 */

G_END_DECLS
