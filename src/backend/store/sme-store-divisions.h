/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/sme-enums.h"
#include "core/sme-profile.h"

G_BEGIN_DECLS

/* @parent: (nullable): a code of the edition; NULL lists the provinces */
GListModel *sme_store_list_divisions (SmeEdition edition, const char *parent, GError **error);

/* The editions there are and the days of their facts. */
GListModel *sme_store_list_division_editions (void);

/* What the people of a unit of 2024 live in now: one if it is certain, else those to choose from;
 * with the names of their parents. None for a district that has communes. */
GListModel *sme_store_list_successors (const char *old_code, GError **error);

/* Whether the codes of an address exist and belong together; adds field errors ("/address/..."). */
void sme_store_check_address (SmeRecord *address, GPtrArray *errors);

/* "14, Khu Đoàn Kết 3, Phường Đồ Sơn, Thành phố Hải Phòng" */
char *sme_store_compose_address (SmeRecord *address);

/* Puts the composed line into an address that passed the check. */
void sme_store_complete_address (SmeRecord *address);

G_END_DECLS
