/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-record.h"

#include "core/sme-record-private.h"

typedef struct
{
  SmeSlot *slots; /* allocated at the first set: instance init still sees the parent class */
  guint64 present;
} SmeRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SmeRecord, sme_record, G_TYPE_OBJECT)

static SmeRecordPrivate *
get_private (SmeRecord *self)
{
  return sme_record_get_instance_private (self);
}

static gboolean
is_integral (SmeFieldKind kind)
{
  return kind != SME_FIELD_TEXT && kind != SME_FIELD_NUMBER && kind < SME_FIELD_TEXTS;
}

static void
slot_clear (SmeSlot *slot, SmeFieldKind kind)
{
  if (kind == SME_FIELD_TEXT)
    g_clear_pointer (&slot->text, g_free);
  else if (kind == SME_FIELD_TEXTS)
    g_clear_pointer (&slot->texts, g_strfreev);
  else if (kind >= SME_FIELD_OBJECT)
    g_clear_object (&slot->object);
  else
    slot->integer = 0;
}

/* The index of a field, which must exist and be of one of the kinds the caller can read. */
static guint
field_index (SmeRecord *self, const char *name, gboolean *found)
{
  SmeRecordClass *klass = SME_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (g_strcmp0 (klass->fields[i].name, name) == 0)
      {
        *found = TRUE;
        return i;
      }
  *found = FALSE;
  g_critical ("%s has no field '%s'", G_OBJECT_TYPE_NAME (self), name);
  return 0;
}

SmeSlot *
sme_record_peek_slot (SmeRecord *self, guint i)
{
  SmeRecordPrivate *priv = get_private (self);

  return (priv->present & (G_GUINT64_CONSTANT (1) << i)) != 0 ? &priv->slots[i] : NULL;
}

static SmeSlot *
peek_by_name (SmeRecord *self, const char *name)
{
  gboolean found;
  guint i = field_index (self, name, &found);

  return found ? sme_record_peek_slot (self, i) : NULL;
}

void
sme_record_notify_at (SmeRecord *self, guint i)
{
  g_autofree char *name =
    g_strdelimit (g_strdup (SME_RECORD_GET_CLASS (self)->fields[i].name), "_", '-');

  g_object_notify (G_OBJECT (self), name);
}

void
sme_record_unset_at (SmeRecord *self, guint i)
{
  SmeRecordPrivate *priv = get_private (self);

  if (sme_record_peek_slot (self, i) == NULL)
    return;
  slot_clear (&priv->slots[i], SME_RECORD_GET_CLASS (self)->fields[i].kind);
  priv->present &= ~(G_GUINT64_CONSTANT (1) << i);
  sme_record_notify_at (self, i);
}

/* Takes over what @value points to, or frees it when it equals what is there. */
void
sme_record_take_at (SmeRecord *self, guint i, SmeSlot value)
{
  SmeRecordPrivate *priv = get_private (self);
  SmeRecordClass *klass = SME_RECORD_GET_CLASS (self);
  SmeSlot *old = sme_record_peek_slot (self, i);

  if (old != NULL && sme_slot_equal (old, &value, klass->fields[i].kind, FALSE))
    {
      slot_clear (&value, klass->fields[i].kind);
      return;
    }
  if (priv->slots == NULL)
    priv->slots = g_new0 (SmeSlot, klass->n_fields);
  if (old != NULL)
    slot_clear (old, klass->fields[i].kind);
  priv->slots[i] = value;
  priv->present |= G_GUINT64_CONSTANT (1) << i;
  sme_record_notify_at (self, i);
}

static void
take_by_name (SmeRecord *self, const char *name, SmeSlot value)
{
  gboolean found;
  guint i = field_index (self, name, &found);

  if (found)
    sme_record_take_at (self, i, value);
}

static void
sme_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SmeRecord *self = SME_RECORD (object);
  SmeSlot *slot = sme_record_peek_slot (self, prop_id - 1);

  if (slot == NULL)
    return;
  switch (sme_field_from_param_spec (pspec)->kind)
    {
    case SME_FIELD_TEXT:
      g_value_set_string (value, slot->text);
      break;
    case SME_FIELD_INTEGER:
    case SME_FIELD_MONEY:
    case SME_FIELD_TIME:
      g_value_set_int64 (value, slot->integer);
      break;
    case SME_FIELD_NUMBER:
      g_value_set_double (value, slot->number);
      break;
    case SME_FIELD_BOOLEAN:
      g_value_set_boolean (value, slot->integer != 0);
      break;
    case SME_FIELD_DATE:
      g_value_set_int (value, (int) slot->integer);
      break;
    case SME_FIELD_ENUM:
      g_value_set_enum (value, (int) slot->integer);
      break;
    case SME_FIELD_TEXTS:
      g_value_set_boxed (value, slot->texts);
      break;
    default:
      g_value_set_object (value, slot->object);
    }
}

static gint64
integer_from_value (const GValue *value)
{
  if (G_VALUE_HOLDS_INT64 (value))
    return g_value_get_int64 (value);
  if (G_VALUE_HOLDS_BOOLEAN (value))
    return g_value_get_boolean (value);
  return G_VALUE_HOLDS_ENUM (value) ? g_value_get_enum (value) : g_value_get_int (value);
}

static void
sme_record_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SmeRecord *self = SME_RECORD (object);
  SmeFieldKind kind = sme_field_from_param_spec (pspec)->kind;
  SmeSlot slot = { 0 };

  if (kind == SME_FIELD_TEXT)
    slot.text = g_value_dup_string (value);
  else if (kind == SME_FIELD_TEXTS)
    slot.texts = g_value_dup_boxed (value);
  else if (kind >= SME_FIELD_OBJECT)
    slot.object = g_value_dup_object (value);
  else if (kind == SME_FIELD_NUMBER)
    slot.number = g_value_get_double (value);
  else
    slot.integer = integer_from_value (value);

  if (!is_integral (kind) && kind != SME_FIELD_NUMBER && slot.object == NULL)
    sme_record_unset_at (self, prop_id - 1);
  else
    sme_record_take_at (self, prop_id - 1, slot);
}

static void
sme_record_finalize (GObject *object)
{
  SmeRecord *self = SME_RECORD (object);
  SmeRecordPrivate *priv = get_private (self);
  SmeRecordClass *klass = SME_RECORD_GET_CLASS (self);

  for (guint i = 0; priv->slots != NULL && i < klass->n_fields; i++)
    {
      if (klass->fields[i].kind == SME_FIELD_TEXT && (klass->fields[i].flags & SME_FIELD_SECRET) &&
          priv->slots[i].text != NULL)
        memset (priv->slots[i].text, 0, strlen (priv->slots[i].text));
      slot_clear (&priv->slots[i], klass->fields[i].kind);
    }
  g_free (priv->slots);
  G_OBJECT_CLASS (sme_record_parent_class)->finalize (object);
}

static void
sme_record_class_init (SmeRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_record_finalize;
}

static void
sme_record_init (SmeRecord *self)
{
}

/**
 * sme_record_class_set_fields:
 * @fields: (array length=n_fields): static; at most 64
 *
 * To be called once in class_init of a subclass: declares its fields and makes their properties.
 */
void
sme_record_class_set_fields (SmeRecordClass *klass, const SmeField *fields, guint n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  g_return_if_fail (n_fields <= 64);

  klass->fields = fields;
  klass->n_fields = n_fields;
  object_class->get_property = sme_record_get_property;
  object_class->set_property = sme_record_set_property;
  for (guint i = 0; i < n_fields; i++)
    g_object_class_install_property (object_class, i + 1, sme_field_make_param_spec (&fields[i]));
}

const SmeField *
sme_record_class_list_fields (SmeRecordClass *klass, guint *n_fields)
{
  *n_fields = klass->n_fields;
  return klass->fields;
}

const SmeField *
sme_record_class_find_field (SmeRecordClass *klass, const char *name)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].name, name))
      return &klass->fields[i];
  return NULL;
}

gboolean
sme_record_has (SmeRecord *self, const char *name)
{
  return peek_by_name (self, name) != NULL;
}

void
sme_record_unset (SmeRecord *self, const char *name)
{
  gboolean found;
  guint i = field_index (self, name, &found);

  if (found)
    sme_record_unset_at (self, i);
}

const char *
sme_record_get_text (SmeRecord *self, const char *name)
{
  SmeSlot *slot = peek_by_name (self, name);

  return slot != NULL ? slot->text : NULL;
}

gint64
sme_record_get_int (SmeRecord *self, const char *name)
{
  SmeSlot *slot = peek_by_name (self, name);

  return slot != NULL ? slot->integer : 0;
}

double
sme_record_get_number (SmeRecord *self, const char *name)
{
  SmeSlot *slot = peek_by_name (self, name);

  return slot != NULL ? slot->number : 0;
}

const char *const *
sme_record_get_texts (SmeRecord *self, const char *name)
{
  SmeSlot *slot = peek_by_name (self, name);

  return slot != NULL ? (const char *const *) slot->texts : NULL;
}

gpointer
sme_record_get_object (SmeRecord *self, const char *name)
{
  SmeSlot *slot = peek_by_name (self, name);

  return slot != NULL ? slot->object : NULL;
}

GListModel *
sme_record_get_list (SmeRecord *self, const char *name)
{
  return sme_record_get_object (self, name);
}

/* The wire word of an enum field, or NULL when absent. */
const char *
sme_record_get_nick (SmeRecord *self, const char *name)
{
  const SmeField *field = sme_record_class_find_field (SME_RECORD_GET_CLASS (self), name);
  SmeSlot *slot = peek_by_name (self, name);

  return slot != NULL ? sme_enum_nick (field->type (), (int) slot->integer) : NULL;
}

void
sme_record_set_text (SmeRecord *self, const char *name, const char *value)
{
  if (value == NULL)
    sme_record_unset (self, name);
  else
    take_by_name (self, name, (SmeSlot){ .text = g_strdup (value) });
}

void
sme_record_set_int (SmeRecord *self, const char *name, gint64 value)
{
  take_by_name (self, name, (SmeSlot){ .integer = value });
}

void
sme_record_set_number (SmeRecord *self, const char *name, double value)
{
  take_by_name (self, name, (SmeSlot){ .number = value });
}

void
sme_record_set_texts (SmeRecord *self, const char *name, const char *const *value)
{
  if (value == NULL)
    sme_record_unset (self, name);
  else
    take_by_name (self, name, (SmeSlot){ .texts = g_strdupv ((char **) value) });
}

void
sme_record_set_object (SmeRecord *self, const char *name, gpointer value)
{
  if (value == NULL)
    sme_record_unset (self, name);
  else
    take_by_name (self, name, (SmeSlot){ .object = g_object_ref (value) });
}

void
sme_record_set_list (SmeRecord *self, const char *name, GListModel *value)
{
  sme_record_set_object (self, name, value);
}

/* FALSE, and nothing set, when the enum has no such word. */
gboolean
sme_record_set_nick (SmeRecord *self, const char *name, const char *nick)
{
  const SmeField *field = sme_record_class_find_field (SME_RECORD_GET_CLASS (self), name);
  int value;

  g_return_val_if_fail (field != NULL && field->kind == SME_FIELD_ENUM, FALSE);
  if (!sme_enum_from_nick (field->type (), nick, &value))
    return FALSE;
  sme_record_set_int (self, name, value);
  return TRUE;
}

void
sme_record_append (SmeRecord *self, const char *name, gpointer item)
{
  const SmeField *field = sme_record_class_find_field (SME_RECORD_GET_CLASS (self), name);
  GListModel *list = sme_record_get_list (self, name);

  g_return_if_fail (field != NULL && field->kind == SME_FIELD_LIST);
  if (list == NULL)
    {
      g_autoptr (GListStore) store = g_list_store_new (field->type ());
      sme_record_set_list (self, name, G_LIST_MODEL (store));
      list = sme_record_get_list (self, name);
    }
  g_list_store_append (G_LIST_STORE (list), item);
}
