/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "core/sme-enums.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_DIVISION_PICKER (sme_division_picker_get_type ())
G_DECLARE_FINAL_TYPE (SmeDivisionPicker, sme_division_picker, SME, DIVISION_PICKER, GtkWidget)

/**
 * SmeDivisionPicker:
 *
 * A list of administrative divisions, or of countries, to choose from, searched as one types and
 * without diacritics (acceptance A22). It takes the place of the form: text entry never sits in a
 * popover.
 *
 * Signals: "chosen" (code, display name); "cancelled".
 */
GtkWidget *sme_division_picker_new (SmeContext *context);

/* @title: what is chosen; @parent: (nullable): NULL lists the provinces */
void sme_division_picker_open (SmeDivisionPicker *self,
                               const char *title,
                               SmeEdition edition,
                               const char *parent);

/* @list: of #SmeDivision, those without a type by their bare names */
void sme_division_picker_open_list (SmeDivisionPicker *self, const char *title, GListModel *list);

G_END_DECLS
