/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_RELEASE (sme_release_get_type ())
SME_DECLARE_RECORD (SmeRelease, sme_release, RELEASE)

/**
 * SmeRelease:
 *
 * A version of a service.
 */

G_END_DECLS
