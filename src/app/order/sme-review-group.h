/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * sme_review_group_new: a group of what was declared, with its button "Edit information".
 * @action: of the button
 * @label: what the button edits, for those who don't see where it stands
 */
AdwPreferencesGroup *
sme_review_group_new (const char *title, const char *action, const char *label);

/* A row for a field; none for what was left out. @value: (nullable) */
void sme_review_group_add (AdwPreferencesGroup *group, const char *name, const char *value);

/* The groups of the review of an order (acceptance A30), appended to @box. */
void sme_review_group_append_invoice (GtkBox *box, SmeRecord *invoice);
void sme_review_group_append_customer (GtkBox *box, SmeRecord *profile);
void sme_review_group_append_contact (GtkBox *box, SmeRecord *contact);

G_END_DECLS
