/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/sme-enums.h"
#include "core/sme-profile.h"

G_BEGIN_DECLS

/* @parent: (nullable): a code of the edition; NULL lists the provinces */
GListModel *sme_store_list_divisions (SmeEdition edition, const char *parent, GError **error);

/* Whether the codes of an address exist and belong together; adds field errors ("/address/..."). */
void sme_store_check_address (SmeRecord *address, GPtrArray *errors);

/* "14, Khu Đoàn Kết 3, Phường Đồ Sơn, Thành phố Hải Phòng" */
char *sme_store_compose_address (SmeRecord *address);

G_END_DECLS
