/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-caller.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_SERVICE_FILTER (sme_service_filter_get_type ())
G_DECLARE_FINAL_TYPE (SmeServiceFilter, sme_service_filter, SME, SERVICE_FILTER, AdwBin)

/**
 * SmeServiceFilter:
 *
 * What a list of services is narrowed by (customer type, category, price, free trial) and sorted
 * by, with the number of services found. The filters can be folded away, and are at first in a
 * narrow window; their number is said then.
 *
 * Property "typed" (boolean, default FALSE): the list answers typed words, so the best fit leads.
 * Signal "changed": by the person; ask again.
 */
GtkWidget *sme_service_filter_new (void);

void sme_service_filter_set_typed (SmeServiceFilter *self, gboolean typed);

/* Sets what is chosen in @query, an SmeServiceQuery. */
void sme_service_filter_apply (SmeServiceFilter *self, SmeRecord *query);

/* Whether anything is narrowed; an order narrows nothing. */
gboolean sme_service_filter_is_narrowing (SmeServiceFilter *self);
/* Narrows nothing any more; emits "changed" once. */
void sme_service_filter_clear (SmeServiceFilter *self);

/* Offers the categories; without them, or where they don't come, there is no such filter. */
void sme_service_filter_load_categories (SmeServiceFilter *self,
                                         SmeCaller *caller,
                                         GCancellable *cancellable);

/* "12 services"; read out when it changes. */
void sme_service_filter_set_count_text (SmeServiceFilter *self, const char *text);

G_END_DECLS
