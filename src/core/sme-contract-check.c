/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-contract-check.h"

#include "base/sme-format.h"
#include "core/sme-address-line.h"
#include "core/sme-profile.h"

#include <string.h>

/* Where the provider's side begins, which has labels of the same names. */
#define PROVIDER "BÊN B: BÊN CUNG CẤP"
#define FOUND_MAX 160

typedef enum
{
  KIND_TEXT,
  KIND_DIGITS, /* only the digits count */
  KIND_MONEY,  /* the number at the beginning, however it is grouped */
} Kind;

static const struct
{
  SmeContractField field;
  Kind kind;
  gboolean of_customer;
  const char *labels[3];
} rules[] = {
  { SME_CONTRACT_NAME, KIND_TEXT, TRUE, { "Họ và tên:", "Người khai báo:" } },
  { SME_CONTRACT_ORGANISATION, KIND_TEXT, TRUE, { "Tên doanh nghiệp:", "Tên hộ kinh doanh:" } },
  { SME_CONTRACT_TAX_CODE, KIND_TEXT, TRUE, { "Mã số thuế:" } },
  { SME_CONTRACT_ID_NUMBER, KIND_TEXT, TRUE, { "Số giấy tờ:" } },
  { SME_CONTRACT_BORN_ON, KIND_TEXT, TRUE, { "Ngày sinh:" } },
  { SME_CONTRACT_ID_ISSUED_ON, KIND_TEXT, TRUE, { "Ngày cấp:" } },
  { SME_CONTRACT_ID_EXPIRES_ON, KIND_TEXT, TRUE, { "Có giá trị đến:" } },
  { SME_CONTRACT_ID_ISSUED_BY, KIND_TEXT, TRUE, { "Nơi cấp:" } },
  { SME_CONTRACT_ADDRESS, KIND_TEXT, TRUE, { "Địa chỉ:", "Địa chỉ trụ sở:" } },
  { SME_CONTRACT_PHONE, KIND_DIGITS, TRUE, { "Số điện thoại:" } },
  { SME_CONTRACT_EMAIL, KIND_TEXT, TRUE, { "Địa chỉ email:" } },
  { SME_CONTRACT_PLAN, KIND_TEXT, FALSE, { "Gói dịch vụ:" } },
  { SME_CONTRACT_PRICE, KIND_MONEY, FALSE, { "Tổng giá trị hợp đồng (đã gồm thuế GTGT)" } },
};

/* What ends a value, besides the labels above and the end of a page. */
static const char *const ends[] = {
  "Giới tính:",
  "Quốc tịch:",
  "Loại giấy tờ:",
  "Địa chỉ ghi trên giấy tờ:",
  "Người đại diện:",
  "Chức vụ:",
  "Số đăng ký kinh doanh:",
  "Người liên hệ:",
  "Chu kỳ thanh toán:",
  "Bằng chữ:",
  "Điện thoại liên hệ:",
  "Email liên hệ:",
  PROVIDER,
};

void
sme_contract_difference_free (SmeContractDifference *self)
{
  g_free (self->declared);
  g_free (self->found);
  g_free (self);
}

static gboolean
is_invisible (gunichar c)
{
  return c == 0xad || c == 0xfeff || (c >= 0x200b && c <= 0x200f) || c == 0x2060;
}

/* A PDF may give the letters f and i as the one glyph that they are drawn with. */
static gboolean
append_ligature (GString *plain, gunichar c)
{
  gunichar letters[4];
  gsize n = c >= 0xfb00 && c <= 0xfb06 ? g_unichar_fully_decompose (c, TRUE, letters, 4) : 0;

  for (gsize i = 0; i < n; i++)
    g_string_append_unichar (plain, letters[i]);
  return n > 0;
}

/* One form of Unicode, single spaces, nothing that cannot be seen; form feeds stay. */
static char *
normalize (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  GString *plain = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *at = composed; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_invisible (c))
        continue;
      if (c != '\f' && g_unichar_isspace (c))
        {
          space = TRUE;
          continue;
        }
      if (space && plain->len > 0 && c != '\f')
        g_string_append_c (plain, ' ');
      space = FALSE;
      if (!append_ligature (plain, c))
        g_string_append_unichar (plain, c);
    }
  return g_string_free (plain, FALSE);
}

/* Without its spaces, where lines may have broken words. */
static char *
squeeze (const char *text, gboolean digits_only)
{
  GString *tight = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (digits_only ? g_ascii_isdigit (*at) : *at != ' ' && *at != '\f')
      g_string_append_c (tight, *at);
  return g_string_free (tight, FALSE);
}

static gboolean
stands_alone (const char *text, const char *at)
{
  gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';

  return !g_unichar_isalnum (before);
}

/* Where the first of @label is that is not the end of a longer word. */
static const char *
find_label (const char *text, const char *label)
{
  g_autofree char *composed = g_utf8_normalize (label, -1, G_NORMALIZE_NFC);
  const char *found = text;

  while ((found = strstr (found, composed)) != NULL && !stands_alone (text, found))
    found++;
  return found;
}

static void
end_before (const char *start, const char **end, const char *label)
{
  const char *found = find_label (start, label);

  if (found != NULL && (*end == NULL || found < *end))
    *end = found;
}

/* The first label in a text, or NULL. */
static const char *
find_any_label (const char *text)
{
  const char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    for (guint j = 0; j < G_N_ELEMENTS (rules[i].labels) && rules[i].labels[j] != NULL; j++)
      end_before (text, &first, rules[i].labels[j]);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    end_before (text, &first, ends[i]);
  return first;
}

/* What stands behind a label, up to the next one. */
static char *
cut_value (const char *start, gboolean *at_page_end)
{
  const char *page_end = strchr (start, '\f'), *label = find_any_label (start);
  const char *end = label != NULL && (page_end == NULL || label < page_end) ? label : page_end;
  g_autofree char *value = NULL;

  *at_page_end = end == NULL || end == page_end;
  value = end != NULL ? g_strndup (start, (gsize) (end - start)) : g_strdup (start);
  return g_strdup (g_strstrip (value));
}

static gint64
read_money (const char *text)
{
  gint64 value = 0;
  const char *at = text;

  for (; g_ascii_isdigit (*at) || strchr ("., ", *at) != NULL; at++)
    {
      if (*at == '\0')
        break;
      if (g_ascii_isdigit (*at))
        value = MIN (value * 10 + (*at - '0'), SME_MAX_MONEY);
    }
  return value;
}

/* The footer of a page follows the last value on it: then the beginning counts. */
static gboolean
same_text (const char *found, const char *declared, gboolean beginning, gboolean digits_only)
{
  g_autofree char *a = squeeze (found, digits_only);
  g_autofree char *b = squeeze (declared, digits_only);

  return g_str_equal (a, b) || (beginning && g_str_has_prefix (a, b));
}

/* Who declares a street named as one of our labels has a value that no label can end. */
static gboolean
begins_with_labels (const char *start, const char *declared)
{
  return find_any_label (declared) != NULL && same_text (start, declared, TRUE, FALSE);
}

static gboolean
says_anywhere (const char *text, const char *declared, Kind kind)
{
  g_autofree char *tight = squeeze (text, kind != KIND_TEXT);
  g_autofree char *wanted = squeeze (declared, kind != KIND_TEXT);

  return strstr (tight, wanted) != NULL;
}

/* @found: (out): nullable */
static gboolean
says (const char *text, guint rule, const char *declared, char **found)
{
  Kind kind = rules[rule].kind;
  gboolean at_page_end = FALSE;

  *found = NULL;
  for (guint j = 0; j < G_N_ELEMENTS (rules[rule].labels) && rules[rule].labels[j] != NULL; j++)
    {
      const char *label = find_label (text, rules[rule].labels[j]);
      g_autofree char *composed = NULL;

      if (label == NULL)
        continue;
      composed = g_utf8_normalize (rules[rule].labels[j], -1, G_NORMALIZE_NFC);
      *found = cut_value (label + strlen (composed), &at_page_end);
      if (kind == KIND_MONEY)
        return read_money (*found) == read_money (declared);
      return same_text (*found, declared, at_page_end, kind == KIND_DIGITS) ||
             begins_with_labels (label + strlen (composed), declared);
    }
  return says_anywhere (text, declared, kind);
}

static void
shorten (char **text)
{
  g_autofree char *whole = *text;

  if (whole == NULL || g_utf8_strlen (whole, -1) <= FOUND_MAX)
    {
      g_steal_pointer (&whole);
      return;
    }
  *text = g_utf8_substring (whole, 0, FOUND_MAX);
}

static char *
dup_date (SmeRecord *profile, const char *name)
{
  return sme_record_has (profile, name) ? sme_format_date ((int) sme_record_get_int (profile, name))
                                        : NULL;
}

static char *
dup_of_profile (SmeRecord *profile, SmeContractField field)
{
  SmeRecord *organisation = sme_record_get_object (profile, "organisation");
  SmeAddress *address = sme_record_get_object (profile, "address");

  switch (field)
    {
    case SME_CONTRACT_NAME:
      return g_strdup (sme_record_get_text (profile, "full_name"));
    case SME_CONTRACT_ORGANISATION:
      return organisation != NULL ? g_strdup (sme_record_get_text (organisation, "name")) : NULL;
    case SME_CONTRACT_TAX_CODE:
      return organisation != NULL ? g_strdup (sme_record_get_text (organisation, "tax_code"))
                                  : NULL;
    case SME_CONTRACT_ID_NUMBER:
      return g_strdup (sme_record_get_text (profile, "id_number"));
    case SME_CONTRACT_BORN_ON:
      return dup_date (profile, "born_on");
    case SME_CONTRACT_ID_ISSUED_ON:
      return dup_date (profile, "id_issued_on");
    case SME_CONTRACT_ID_EXPIRES_ON:
      return dup_date (profile, "id_expires_on");
    case SME_CONTRACT_ID_ISSUED_BY:
      return g_strdup (sme_record_get_text (profile, "id_issued_by"));
    case SME_CONTRACT_ADDRESS:
      return address != NULL ? g_strdup (sme_address_get_line (address)) : NULL;
    case SME_CONTRACT_PHONE:
      return sme_format_phone (sme_record_get_text (profile, "phone"));
    case SME_CONTRACT_EMAIL:
      return g_strdup (sme_record_get_text (profile, "email"));
    default:
      return NULL;
    }
}

/* As people read it; NULL where nothing was declared. */
static char *
dup_declared (SmeRecord *declaration, SmeContractField field)
{
  SmeRecord *profile = sme_record_get_object (declaration, "profile");

  if (field == SME_CONTRACT_PLAN)
    return g_strdup (sme_record_get_text (declaration, "plan_name"));
  if (field == SME_CONTRACT_PRICE)
    return sme_record_has (declaration, "total")
             ? sme_format_money (sme_record_get_int (declaration, "total"))
             : NULL;
  return profile != NULL ? dup_of_profile (profile, field) : NULL;
}

GPtrArray *
sme_contract_check_compare (const char *text, SmeDeclaration *declaration)
{
  GPtrArray *differences =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sme_contract_difference_free);
  g_autofree char *whole = normalize (text);
  const char *provider = find_label (whole, PROVIDER);
  g_autofree char *customer =
    provider != NULL ? g_strndup (whole, (gsize) (provider - whole)) : g_strdup (whole);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *declared = dup_declared (SME_RECORD (declaration), rules[i].field);
      g_autofree char *plain = declared != NULL ? normalize (declared) : NULL;
      g_autofree char *found = NULL;
      SmeContractDifference *difference;

      if (plain == NULL || plain[0] == '\0' ||
          says (rules[i].of_customer ? customer : whole, i, plain, &found))
        continue;
      shorten (&found);
      difference = g_new0 (SmeContractDifference, 1);
      difference->field = rules[i].field;
      difference->declared = g_steal_pointer (&declared);
      difference->found = g_steal_pointer (&found);
      g_ptr_array_add (differences, difference);
    }
  return differences;
}
