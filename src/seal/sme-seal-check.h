/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "seal/sme-seal-error.h"
#include "seal/sme-seal-report.h"

G_BEGIN_DECLS

/**
 * sme_seal_check:
 * @pdf: any bytes; those of a hostile file do no harm
 * @trusted: (nullable) (element-type SmeSealCertificate): whose signers to trust
 * @now: (nullable): the time to judge at; %NULL for the system's time
 * @error: return location for a #SmeSealError: not a PDF at all, encrypted, or too much of it
 *
 * Judges every signature of a PDF file, by its bytes and its cryptography alone. Whether updates
 * after a signature change what a page shows is not judged here; compare renderings of
 * sme_seal_report_get_revision() and of the whole file. Revocation is not asked for. Some
 * milliseconds for usual files: not for a main loop.
 *
 * Returns: (transfer full): the report; one without signatures if there are none
 */
SmeSealReport *sme_seal_check (GBytes *pdf, GPtrArray *trusted, GDateTime *now, GError **error);

G_END_DECLS
