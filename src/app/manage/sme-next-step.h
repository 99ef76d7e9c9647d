/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-enums.h"
#include "core/sme-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SmeNextStep:
 * @label: of its button, translated, static
 *
 * One of the things that the server says may be done next about an order (next_actions). The app
 * invents none.
 */
typedef struct
{
  SmeNextAction action;
  const char *label;
} SmeNextStep;

/**
 * sme_next_step_find: the first that @record (an order or a subscription) allows and that leads
 * somewhere; the server puts the most important first. FALSE if there is none.
 */
gboolean sme_next_step_find (SmeRecord *record, SmeNextStep *step);

/** sme_next_step_allows: whether the server says that @action may be done about @record. */
gboolean sme_next_step_allows (SmeRecord *record, SmeNextAction action);

/** sme_next_step_build_route: (transfer full) (nullable): the page where @action is done; NULL for
 *  one that calls the hotline. */
char *sme_next_step_build_route (SmeNextAction action, const char *order_id);

/** sme_next_step_build_renewal: (transfer full): where the plan of @subscription is ordered again,
 *  for the same cycle; the catalog if it is not known. */
char *sme_next_step_build_renewal (SmeRecord *subscription);

/** sme_next_step_set_route: lets @button open @route; NULL: call the hotline. */
void sme_next_step_set_route (GtkActionable *button, const char *route);

/** sme_next_step_fill_button: makes @button do the next step of @record, whose order is @order_id;
 *  hides it if there is none. */
void sme_next_step_fill_button (GtkButton *button, SmeRecord *record, const char *order_id);

G_END_DECLS
