/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_ACTIVATION (sme_activation_get_type ())
SME_DECLARE_RECORD (SmeActivation, sme_activation, ACTIVATION)

/**
 * SmeActivation:
 *
 * The code or link token of the activation mail.
 */

G_END_DECLS
