/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "core/sme-profile.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_EARLIER_LIST (sme_earlier_list_get_type ())
G_DECLARE_FINAL_TYPE (SmeEarlierList, sme_earlier_list, SME, EARLIER_LIST, AdwBin)

/**
 * SmeEarlierList:
 *
 * Whom the person declared before, to be declared again with one press. Hidden while there is
 * nobody. Numbers are shown masked.
 *
 * Signal "chosen" (SmeProfile *profile).
 */
GtkWidget *sme_earlier_list_new (SmeContext *context, const char *order_id);

/* Asks for the orders of the account; that of @order_id is left out. */
void sme_earlier_list_load (SmeEarlierList *self);

G_END_DECLS
