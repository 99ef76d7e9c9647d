/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-vietqr.h"

#include <string.h>

#include "base/sme-text.h"

#define MAX_PAYLOAD 512
#define CHECKSUM_FIELD_LENGTH 8
#define NAPAS_GUID "A000000727"
#define TO_ACCOUNT "QRIBFTTA"
#define TO_CARD "QRIBFTTC"
#define CURRENCY_VND "704"

/* Field numbers, outside and within the templates 38 and 62. */
enum
{
  FIELD_FORMAT = 0,
  FIELD_METHOD = 1,
  FIELD_BENEFICIARY = 38,
  FIELD_CURRENCY = 53,
  FIELD_AMOUNT = 54,
  FIELD_COUNTRY = 58,
  FIELD_ADDITIONAL = 62,
  FIELD_CHECKSUM = 63,
  N_FIELDS = 100,

  BENEFICIARY_GUID = 0,
  BENEFICIARY_ACCOUNT = 1,
  BENEFICIARY_SERVICE = 2,
  ACCOUNT_BIN = 0,
  ACCOUNT_NUMBER = 1,

  ADDITIONAL_BILL = 1,
  ADDITIONAL_REFERENCE = 5,
  ADDITIONAL_PURPOSE = 8,
};

/* The fields of one level; those not there are NULL. */
typedef struct
{
  char *values[N_FIELDS];
} Fields;

G_DEFINE_QUARK (sme - vietqr - error - quark, sme_vietqr_error)

static gboolean
fail (GError **error, SmeVietqrError code, const char *message)
{
  g_set_error_literal (error, SME_VIETQR_ERROR, (int) code, message);
  return FALSE;
}

static void
fields_free (Fields *fields)
{
  for (gsize i = 0; i < N_FIELDS; i++)
    g_free (fields->values[i]);
  g_free (fields);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fields, fields_free)

void
sme_vietqr_free (SmeVietqr *self)
{
  if (self == NULL)
    return;

  g_free ((char *) self->bin);
  g_free ((char *) self->account);
  g_free ((char *) self->bill);
  g_free ((char *) self->reference);
  g_free ((char *) self->purpose);
  g_free (self);
}

guint16
sme_vietqr_checksum (const char *data, gsize length)
{
  guint16 crc = 0xFFFF;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= (guint16) ((guchar) data[i] << 8);
      for (int bit = 0; bit < 8; bit++)
        crc = (guint16) (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1);
    }

  return crc;
}

/* ---- Building */

static void
append_field (GString *payload, int id, const char *value)
{
  g_string_append_printf (payload, "%02d%02d%s", id, (int) strlen (value), value);
}

static void
append_template (GString *payload, int id, GString *template)
{
  append_field (payload, id, template->str);
  g_string_free (template, TRUE);
}

static gboolean
is_plain (const char *text, gsize min, gsize max, gboolean (*accept) (char ch))
{
  gsize length = text != NULL ? strlen (text) : 0;

  for (gsize i = 0; i < length; i++)
    if (!accept (text[i]))
      return FALSE;

  return length >= min && length <= max;
}

static gboolean
accept_digit (char ch)
{
  return g_ascii_isdigit (ch);
}

static gboolean
accept_alphanumeric (char ch)
{
  return g_ascii_isalnum (ch);
}

/* Appends nothing for no text. */
static gboolean
append_text (GString *template, int id, const char *text, GError **error)
{
  g_autofree char *ascii = sme_text_to_ascii (text);

  if (*ascii == '\0')
    return TRUE;
  if (strlen (ascii) > SME_VIETQR_MAX_TEXT)
    return fail (error, SME_VIETQR_ERROR_FORMAT, "A text of a VietQR code is too long");

  append_field (template, id, ascii);
  return TRUE;
}

static gboolean
check_values (const SmeVietqr *self, GError **error)
{
  if (!is_plain (self->bin, 6, 6, accept_digit))
    return fail (error, SME_VIETQR_ERROR_FORMAT, "A bank number has six digits");
  if (!is_plain (self->account, 1, 19, accept_alphanumeric))
    return fail (error, SME_VIETQR_ERROR_FORMAT, "An account has up to 19 letters and digits");
  if (self->amount < 0 || self->amount > SME_VIETQR_MAX_AMOUNT)
    return fail (error, SME_VIETQR_ERROR_FORMAT, "An amount has up to thirteen digits");

  return TRUE;
}

static void
append_beneficiary (GString *payload, const SmeVietqr *self)
{
  GString *account = g_string_new (NULL);
  GString *beneficiary = g_string_new (NULL);

  append_field (account, ACCOUNT_BIN, self->bin);
  append_field (account, ACCOUNT_NUMBER, self->account);
  append_field (beneficiary, BENEFICIARY_GUID, NAPAS_GUID);
  append_template (beneficiary, BENEFICIARY_ACCOUNT, account);
  append_field (beneficiary, BENEFICIARY_SERVICE, self->to_card ? TO_CARD : TO_ACCOUNT);
  append_template (payload, FIELD_BENEFICIARY, beneficiary);
}

char *
sme_vietqr_build (const SmeVietqr *self, GError **error)
{
  g_autoptr (GString) payload = g_string_new (NULL);
  g_autoptr (GString) additional = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  if (!check_values (self, error) ||
      !append_text (additional, ADDITIONAL_BILL, self->bill, error) ||
      !append_text (additional, ADDITIONAL_REFERENCE, self->reference, error) ||
      !append_text (additional, ADDITIONAL_PURPOSE, self->purpose, error))
    return NULL;

  append_field (payload, FIELD_FORMAT, "01");
  append_field (payload, FIELD_METHOD, self->one_time ? "12" : "11");
  append_beneficiary (payload, self);
  append_field (payload, FIELD_CURRENCY, CURRENCY_VND);
  if (self->amount > 0)
    {
      g_autofree char *amount = g_strdup_printf ("%" G_GINT64_FORMAT, self->amount);
      append_field (payload, FIELD_AMOUNT, amount);
    }
  append_field (payload, FIELD_COUNTRY, "VN");
  if (additional->len > 0)
    append_template (payload, FIELD_ADDITIONAL, g_steal_pointer (&additional));

  g_string_append (payload, "6304");
  g_string_append_printf (payload, "%04X", sme_vietqr_checksum (payload->str, payload->len));
  return g_string_free (g_steal_pointer (&payload), FALSE);
}

/* ---- Reading */

static int
read_two_digits (const char *text)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return -1;

  return g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]);
}

/* Splits @text into fields; lengths count bytes. NULL if it doesn't come out even or a field comes
 * twice. */
static Fields *
split_fields (const char *text)
{
  g_autoptr (Fields) fields = g_new0 (Fields, 1);

  while (*text != '\0')
    {
      int id = read_two_digits (text);
      int length = id >= 0 ? read_two_digits (text + 2) : -1;

      if (length < 0 || strnlen (text + 4, length) < (gsize) length || fields->values[id] != NULL)
        return NULL;

      fields->values[id] = g_strndup (text + 4, length);
      text += 4 + length;
    }

  return g_steal_pointer (&fields);
}

static gboolean
has_value (const Fields *fields, int id, const char *wanted)
{
  return g_strcmp0 (fields->values[id], wanted) == 0;
}

/* The checksum is the last field and covers all that stands before its value. */
static gboolean
check_checksum (const char *payload, GError **error)
{
  gsize length = strlen (payload);
  g_autofree char *wanted = NULL;

  if (length < CHECKSUM_FIELD_LENGTH || length > MAX_PAYLOAD ||
      strncmp (payload + length - CHECKSUM_FIELD_LENGTH, "6304", 4) != 0)
    return fail (error, SME_VIETQR_ERROR_FORMAT, "Not a payment code");

  wanted = g_strdup_printf ("%04X", sme_vietqr_checksum (payload, length - 4));
  if (g_ascii_strcasecmp (wanted, payload + length - 4) != 0)
    return fail (error, SME_VIETQR_ERROR_CHECKSUM, "The checksum of the payment code is wrong");

  return TRUE;
}

static gboolean
read_beneficiary (SmeVietqr *self, const char *template, GError **error)
{
  g_autoptr (Fields) fields = template != NULL ? split_fields (template) : NULL;
  g_autoptr (Fields) account = NULL;

  if (template == NULL)
    return fail (error, SME_VIETQR_ERROR_UNSUPPORTED, "Not a VietQR code");
  if (fields == NULL)
    return fail (error, SME_VIETQR_ERROR_FORMAT, "The beneficiary of the code can't be read");
  if (!has_value (fields, BENEFICIARY_GUID, NAPAS_GUID))
    return fail (error, SME_VIETQR_ERROR_UNSUPPORTED, "Not a VietQR code");

  self->to_card = has_value (fields, BENEFICIARY_SERVICE, TO_CARD);
  if (!self->to_card && !has_value (fields, BENEFICIARY_SERVICE, TO_ACCOUNT))
    return fail (error, SME_VIETQR_ERROR_UNSUPPORTED, "Not a code for a transfer");

  if (fields->values[BENEFICIARY_ACCOUNT] != NULL)
    account = split_fields (fields->values[BENEFICIARY_ACCOUNT]);
  if (account == NULL)
    return fail (error, SME_VIETQR_ERROR_FORMAT, "The account in the code can't be read");

  self->bin = g_steal_pointer (&account->values[ACCOUNT_BIN]);
  self->account = g_steal_pointer (&account->values[ACCOUNT_NUMBER]);
  return TRUE;
}

static gboolean
read_amount (SmeVietqr *self, const char *text, GError **error)
{
  if (text == NULL)
    return TRUE;
  if (!is_plain (text, 1, 13, accept_digit))
    return fail (error, SME_VIETQR_ERROR_FORMAT, "The amount in the code is no whole number");

  self->amount = g_ascii_strtoll (text, NULL, 10);
  return TRUE;
}

static gboolean
read_additional (SmeVietqr *self, const char *template, GError **error)
{
  g_autoptr (Fields) fields = NULL;

  if (template == NULL)
    return TRUE;

  fields = split_fields (template);
  if (fields == NULL)
    return fail (error, SME_VIETQR_ERROR_FORMAT, "The additional data of the code can't be read");

  self->bill = g_steal_pointer (&fields->values[ADDITIONAL_BILL]);
  self->reference = g_steal_pointer (&fields->values[ADDITIONAL_REFERENCE]);
  self->purpose = g_steal_pointer (&fields->values[ADDITIONAL_PURPOSE]);
  return TRUE;
}

static gboolean
check_frame (const Fields *fields, GError **error)
{
  if (!has_value (fields, FIELD_FORMAT, "01"))
    return fail (error, SME_VIETQR_ERROR_FORMAT, "Not a payment code");
  if (fields->values[FIELD_METHOD] != NULL && !has_value (fields, FIELD_METHOD, "11") &&
      !has_value (fields, FIELD_METHOD, "12"))
    return fail (error, SME_VIETQR_ERROR_FORMAT, "Not a payment code");
  if (!has_value (fields, FIELD_CURRENCY, CURRENCY_VND) || !has_value (fields, FIELD_COUNTRY, "VN"))
    return fail (error, SME_VIETQR_ERROR_UNSUPPORTED, "Not a code for đồng in Vietnam");

  return TRUE;
}

SmeVietqr *
sme_vietqr_parse (const char *payload, GError **error)
{
  g_autoptr (SmeVietqr) self = g_new0 (SmeVietqr, 1);
  g_autoptr (Fields) fields = NULL;
  g_autofree char *covered = NULL;

  g_return_val_if_fail (payload != NULL, NULL);

  if (!check_checksum (payload, error))
    return NULL;

  covered = g_strndup (payload, strlen (payload) - CHECKSUM_FIELD_LENGTH);
  fields = split_fields (covered);
  if (fields == NULL || fields->values[FIELD_CHECKSUM] != NULL ||
      !g_str_has_prefix (payload, "0002"))
    {
      fail (error, SME_VIETQR_ERROR_FORMAT, "The payment code can't be read");
      return NULL;
    }

  self->one_time = has_value (fields, FIELD_METHOD, "12");
  if (!check_frame (fields, error) ||
      !read_beneficiary (self, fields->values[FIELD_BENEFICIARY], error) ||
      !read_amount (self, fields->values[FIELD_AMOUNT], error) ||
      !read_additional (self, fields->values[FIELD_ADDITIONAL], error) ||
      !check_values (self, error))
    return NULL;

  return g_steal_pointer (&self);
}
