/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_ADDON_LIST (sme_addon_list_get_type ())
G_DECLARE_FINAL_TYPE (SmeAddonList, sme_addon_list, SME, ADDON_LIST, AdwBin)

/**
 * SmeAddonList:
 *
 * The add-ons of a plan with what each costs and how often: once per order, whatever the quantity
 * and the cycle (docs/catalog-format.md). Required ones stand there ticked. Hidden where the plan
 * has none.
 *
 * Signal "changed": others are chosen.
 */
GtkWidget *sme_addon_list_new (SmePlan *plan);

/* (transfer full): ids of the optional ones that are chosen; NULL for none. */
GStrv sme_addon_list_dup_chosen (SmeAddonList *self);

/* Those of @ids (nullable) that there are; no others of the optional ones. */
void sme_addon_list_choose (SmeAddonList *self, const char *const *ids);

G_END_DECLS
