/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"

G_BEGIN_DECLS

/* The e-mail address that the person last registered or tried to sign in with, so that the pages
 * on that way need not ask for it again; also when a link from the mail opens one of them. In
 * memory, for this run only. */
const char *sme_known_address_get (SmeContext *context); /* nullable */
void sme_known_address_set (SmeContext *context, const char *address);

G_END_DECLS
