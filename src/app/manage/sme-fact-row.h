/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_FACT_ROW (sme_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (SmeFactRow, sme_fact_row, SME, FACT_ROW, AdwPreferencesRow)

/**
 * SmeFactRow:
 *
 * A name (property "title") and a value that is only read: "Order number", "12726". The value can
 * be selected and copied. Hidden while there is none.
 */
GtkWidget *sme_fact_row_new (const char *title);

/* NULL hides the row. */
void sme_fact_row_set_value (SmeFactRow *self, const char *value);
const char *sme_fact_row_get_value (SmeFactRow *self);

G_END_DECLS
