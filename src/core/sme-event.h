/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_EVENT (sme_event_get_type ())
SME_DECLARE_RECORD (SmeEvent, sme_event, EVENT)

/**
 * SmeEvent:
 *
 * What changed; the content is fetched separately.
 */

G_END_DECLS
