/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"
#include "core/sme-enums.h"

#include <string.h>

G_BEGIN_DECLS

/* One value of a record; which member counts is the field's kind. */
typedef union
{
  gint64 integer;
  double number;
  char *text;
  GStrv texts;
  gpointer object; /* SmeRecord, or GListStore of records, or GListStore of those */
} SmeSlot;

SmeSlot *sme_record_peek_slot (SmeRecord *self, guint i);
void sme_record_unset_at (SmeRecord *self, guint i);
void sme_record_take_at (SmeRecord *self, guint i, SmeSlot value);
void sme_record_notify_at (SmeRecord *self, guint i);

gboolean sme_slot_equal (const SmeSlot *a, const SmeSlot *b, SmeFieldKind kind, gboolean deep);
SmeSlot sme_slot_copy (const SmeSlot *slot, SmeFieldKind kind);

G_END_DECLS
