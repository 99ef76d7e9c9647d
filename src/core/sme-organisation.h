/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_ORGANISATION (sme_organisation_get_type ())
SME_DECLARE_RECORD (SmeOrganisation, sme_organisation, ORGANISATION)

/**
 * SmeOrganisation:
 *
 * A household business or enterprise (acceptance A23).
 */

G_END_DECLS
