/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-enums.h"
#include "core/sme-reason.h"

G_BEGIN_DECLS

/**
 * sme_registration_number_check: the number on a business registration (acceptance A23).
 * An enterprise has its tax code for a number since Decree 43/2010/NĐ-CP, ten digits, and so has a
 * branch (thirteen); older papers show ten digits that are none. A household's is letters and
 * digits ("41A8012345"), from six to twenty, or its tax code. Blanks and dots are forgiven.
 * @normalized: (out) (optional) (transfer full): as it is stored, set only on SME_REASON_OK
 */
SmeReason sme_registration_number_check (const char *text, SmeCustomerType type, char **normalized);

/** sme_registration_number_differs: whether a valid number of an enterprise is not the tax code
 *  that is declared beside it. Old papers may differ, so this warns and never refuses. */
gboolean sme_registration_number_differs (const char *number, const char *tax_code);

G_END_DECLS
