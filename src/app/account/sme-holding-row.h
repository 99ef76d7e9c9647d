/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-data-holding.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row (AdwActionRow) that says what kind of personal data is held, how many, on which ground, and
 * until when if a law says so; @opens: pressing it leads to the page where they are seen. */
GtkWidget *sme_holding_row_new (SmeDataHolding *holding, gboolean opens);

G_END_DECLS
