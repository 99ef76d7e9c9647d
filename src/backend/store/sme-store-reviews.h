/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-accounts.h"

G_BEGIN_DECLS

/* The caller's own review is marked as such. Newest first. (element-type SmeReview) */
GListModel *sme_store_list_reviews (SmeCall *call,
                                    const char *service_id,
                                    guint limit,
                                    const char *after,
                                    gint64 *total,
                                    char **next,
                                    GError **error);

/* All that the account has written. (element-type SmeReview) */
GListModel *sme_store_list_reviews_of (SmeCall *call, const char *account_id, GError **error);

/* The caller's, or NULL without error. */
SmeReview *sme_store_find_review (SmeCall *call, const char *service_id, GError **error);

/* @author: as it is shown to everybody. There is one review per account and service. */
gboolean sme_store_put_review (SmeCall *call,
                               const char *service_id,
                               const char *author,
                               SmeRecord *input,
                               GError **error);
gboolean
sme_store_delete_review (SmeCall *call, const char *service_id, gint64 *n_deleted, GError **error);

/* Whether the caller has bought the service: an order of it is paid, and was not refunded. */
gboolean
sme_store_has_bought (SmeCall *call, const char *service_id, gboolean *bought, GError **error);

/**
 * sme_store_add_reviews:
 * @service: an SmeService of the catalog
 *
 * Adds the mean of the stars that were given, how often they were, how many of those have a text,
 * and how many came with the catalog. @details also says how often each number of stars was given,
 * what the caller wrote, and whether they may write.
 */
gboolean
sme_store_add_reviews (SmeCall *call, SmeRecord *service, gboolean details, GError **error);

/* "N. V. An" of Nguyễn Văn An: enough to talk to, too little to be found by. A business is named.
 */
char *sme_review_make_author (SmeStoredAccount *account);

G_END_DECLS
