/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-joint-parts.h"

#include "base/sme-format.h"
#include "core/sme-billing-default.h"
#include "core/sme-enums.h"
#include "core/sme-invoice-data.h"

#include <glib/gi18n.h>

static void
part_free (SmeJointPart *part)
{
  g_object_unref (part->record);
  g_ptr_array_unref (part->orders);
  g_free (part);
}

static SmeBilling *
make_default (SmeRecord *profile, SmeAccount *account)
{
  SmeProfile *declared = SME_PROFILE (profile);

  return sme_billing_default_make (declared, account, sme_billing_default_get_kind (declared));
}

/* (transfer full) */
static SmeRecord *
get_part (SmeRecord *order, const char *name, SmeAccount *account)
{
  SmeRecord *billing = sme_record_get_object (order, "billing");
  g_autoptr (SmeRecord) guess = NULL;

  if (billing != NULL && sme_record_has (billing, name))
    return g_object_ref (sme_record_get_object (billing, name));
  guess = SME_RECORD (make_default (sme_record_get_object (order, "profile"), account));
  return g_object_ref (sme_record_get_object (guess, name));
}

static SmeJointPart *
find_part (GPtrArray *parts, SmeRecord *record)
{
  SmeJointPart *part;

  for (guint i = 0; i < parts->len; i++)
    {
      part = g_ptr_array_index (parts, i);
      if (sme_record_equal (part->record, record))
        return part;
    }
  part = g_new0 (SmeJointPart, 1);
  part->record = g_object_ref (record);
  part->orders = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (parts, part);
  return part;
}

GPtrArray *
sme_joint_parts_list (GPtrArray *orders, const char *name, SmeAccount *account)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);

  for (guint i = 0; i < orders->len; i++)
    {
      SmeRecord *order = g_ptr_array_index (orders, i);
      g_autoptr (SmeRecord) record = get_part (order, name, account);
      SmeJointPart *part = find_part (parts, record);

      g_ptr_array_add (part->orders,
                       g_strdup_printf (_ ("Order %s"), sme_record_get_text (order, "number")));
    }
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (((SmeJointPart *) g_ptr_array_index (parts, i))->orders, NULL);
  return parts;
}

static void
append (GString *text, SmeRecord *record, const char *name)
{
  const char *value;

  if (sme_record_class_find_field (SME_RECORD_GET_CLASS (record), name) == NULL ||
      !sme_record_has (record, name))
    return;
  value = sme_record_get_text (record, name);
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", value);
}

char *
sme_joint_part_describe (SmeJointPart *part)
{
  static const char *const fields[] = { "name",    "tax_code", "personal_number", "passport_number",
                                        "address", "email" };
  GString *text = g_string_new (NULL);

  if (SME_IS_INVOICE_DATA (part->record) &&
      sme_record_get_int (part->record, "kind") == SME_INVOICE_CONSUMER)
    g_string_append (text, _ ("Consumer, no data"));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    append (text, part->record, fields[i]);
  if (!SME_IS_INVOICE_DATA (part->record) && sme_record_has (part->record, "phone"))
    {
      g_autofree char *phone = sme_format_phone (sme_record_get_text (part->record, "phone"));

      g_string_append_printf (text, " · %s", phone);
    }
  return g_string_free (text, FALSE);
}

static void
take (SmeRecord *from, const char *field, SmeRecord *to, const char *name)
{
  if (sme_record_has (from, field))
    sme_record_set_text (to, name, sme_record_get_text (from, field));
}

SmeBilling *
sme_joint_parts_propose (GPtrArray *orders, SmeAccount *account)
{
  SmeRecord *order = g_ptr_array_index (orders, 0);
  SmeRecord *profile = sme_record_get_object (order, "profile");
  SmeRecord *billing = sme_record_get_object (order, "billing"), *contact;

  if (billing != NULL)
    return SME_BILLING (sme_record_copy (billing));
  billing = SME_RECORD (make_default (profile, account));
  contact = sme_record_get_object (billing, "contact");
  if (account == NULL || !sme_record_has (profile, "organisation"))
    return SME_BILLING (billing);
  take (SME_RECORD (account), "full_name", contact, "name");
  take (SME_RECORD (account), "phone", contact, "phone");
  take (SME_RECORD (account), "email", contact, "email");
  return SME_BILLING (billing);
}

GStrv
sme_joint_parts_list_ids (GPtrArray *orders)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < orders->len; i++)
    g_strv_builder_add (builder, sme_record_get_text (g_ptr_array_index (orders, i), "id"));
  return g_strv_builder_end (builder);
}

static SmeRecord *
find_order (GPtrArray *orders, const char *id)
{
  for (guint i = 0; i < orders->len; i++)
    if (g_strcmp0 (sme_record_get_text (g_ptr_array_index (orders, i), "id"), id) == 0)
      return g_ptr_array_index (orders, i);
  return NULL;
}

void
sme_joint_parts_update (GPtrArray *orders, GListModel *answered)
{
  for (guint i = 0; answered != NULL && i < g_list_model_get_n_items (answered); i++)
    {
      g_autoptr (SmeRecord) order = g_list_model_get_item (answered, i);
      SmeRecord *own = find_order (orders, sme_record_get_text (order, "id"));

      /* The live orders are these; where one is another, what it says is the same. */
      if (own != NULL && own != order)
        sme_record_update (own, order);
    }
}

/* ---- Prices */

static SmeRecord *
get_quote (GPtrArray *orders, guint i)
{
  return sme_record_get_object (g_ptr_array_index (orders, i), "quote");
}

/* The one that the price has, or NULL. (transfer full) */
static char *
find_coupon (SmeRecord *quote)
{
  GListModel *lines = quote != NULL ? sme_record_get_list (quote, "lines") : NULL;
  guint n = lines != NULL ? g_list_model_get_n_items (lines) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) line = g_list_model_get_item (lines, i);

      if (sme_record_get_int (line, "kind") == SME_LINE_DISCOUNT)
        return g_strdup (sme_record_get_text (line, "label"));
    }
  return NULL;
}

char *
sme_joint_parts_name_coupons (GPtrArray *orders)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < orders->len; i++)
    {
      g_autofree char *coupon = find_coupon (get_quote (orders, i));

      if (coupon != NULL && !g_ptr_array_find_with_equal_func (names, coupon, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&coupon));
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

char *
sme_joint_parts_describe_price (GPtrArray *orders)
{
  gint64 off = 0, sum = 0;
  g_autofree char *discount = NULL, *total = NULL;

  for (guint i = 0; i < orders->len; i++)
    {
      off += sme_record_get_int (get_quote (orders, i), "discount");
      sum += sme_record_get_int (get_quote (orders, i), "total");
    }
  discount = sme_format_money (off);
  total = sme_format_money (sum);
  /* Translators: what a coupon takes off the price, and what is to be paid with it. */
  return g_strdup_printf (_ ("%s off, %s in all"), discount, total);
}
