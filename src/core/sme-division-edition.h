/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_DIVISION_EDITION (sme_division_edition_get_type ())
SME_DECLARE_RECORD (SmeDivisionEdition, sme_division_edition, DIVISION_EDITION)

/**
 * SmeDivisionEdition:
 *
 * A state of the administrative divisions that the server has, and the day of its facts: lists of a
 * newer day replace what was kept.
 */

G_END_DECLS
