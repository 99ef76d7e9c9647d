/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-field.h"

G_BEGIN_DECLS

#define SME_TYPE_RECORD (sme_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (SmeRecord, sme_record, SME, RECORD, GObject)

/**
 * SmeRecord:
 *
 * A value of the domain: a fixed set of named fields, each of which is there or not (absent is
 * neither null nor a default). A subclass only declares its fields; the JSON codec, the form
 * binding, copying, comparing and updating in place all come from that declaration. Every field is
 * also a GObject property, named with dashes where the wire has underscores.
 *
 * Records are not thread-safe; hand a copy to another thread.
 */
struct _SmeRecordClass
{
  GObjectClass parent_class;

  /*< private >*/
  const SmeField *fields;
  guint n_fields;
};

void sme_record_class_set_fields (SmeRecordClass *klass, const SmeField *fields, guint n_fields);
const SmeField *sme_record_class_list_fields (SmeRecordClass *klass, guint *n_fields);
const SmeField *sme_record_class_find_field (SmeRecordClass *klass, const char *name);

/* All take the wire name ("full_name"). A name the type does not have is a programmer error. */
gboolean sme_record_has (SmeRecord *self, const char *name);
void sme_record_unset (SmeRecord *self, const char *name);

/* The value, or NULL / 0 / FALSE when absent. Integers, money, times (ms since the epoch, UTC),
 * dates (yyyymmdd), enums and booleans are all read by sme_record_get_int. Returned pointers are
 * borrowed. */
const char *sme_record_get_text (SmeRecord *self, const char *name);
gint64 sme_record_get_int (SmeRecord *self, const char *name);
double sme_record_get_number (SmeRecord *self, const char *name);
const char *const *sme_record_get_texts (SmeRecord *self, const char *name);
gpointer sme_record_get_object (SmeRecord *self, const char *name);
GListModel *sme_record_get_list (SmeRecord *self, const char *name);
const char *sme_record_get_nick (SmeRecord *self, const char *name);

/* Setting NULL makes the field absent. */
void sme_record_set_text (SmeRecord *self, const char *name, const char *value);
void sme_record_set_int (SmeRecord *self, const char *name, gint64 value);
void sme_record_set_number (SmeRecord *self, const char *name, double value);
void sme_record_set_texts (SmeRecord *self, const char *name, const char *const *value);
void sme_record_set_object (SmeRecord *self, const char *name, gpointer value);
void sme_record_set_list (SmeRecord *self, const char *name, GListModel *value);
gboolean sme_record_set_nick (SmeRecord *self, const char *name, const char *nick);

/* Appends @item (a record; borrowed) to a list field, making the list when absent. */
void sme_record_append (SmeRecord *self, const char *name, gpointer item);

gpointer sme_record_copy (SmeRecord *self);
gboolean sme_record_equal (SmeRecord *a, SmeRecord *b);

/* JSON pointers of the leaf fields in which @a and @b differ, sorted as declared; free with
 * g_strfreev. */
GStrv sme_record_diff (SmeRecord *a, SmeRecord *b);

/* Makes @self equal to @from in place: nested records stay the same objects where they can, so that
 * what is bound to them changes by itself; only what really changed notifies. */
void sme_record_update (SmeRecord *self, SmeRecord *from);

G_END_DECLS
