/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Named points at which a demonstration backend can be made to die as in a power cut, so that tests
 * find out what survives: "create_payment.inside". The names are those of operations; the moments
 * are "before" (nothing is done yet), "inside" (done, but not committed) and "after" (committed,
 * but not answered).
 */

/* @point: (nullable): where to die; static */
void sme_fault_arm (const char *point);
void sme_fault_reach (const char *name, const char *moment);

G_END_DECLS
