/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-order.h"

#include "backend/paper/sme-money-words.h"
#include "backend/paper/sme-paper-buyer.h"
#include "backend/paper/sme-paper-error.h"
#include "base/sme-format.h"
#include "base/sme-time.h"
#include "core/sme-country.h"
#include "core/sme-records.h"

char *
sme_paper_date_in_words (gint64 ms)
{
  int date = sme_date_from_time (ms);

  if (date == SME_DATE_NONE)
    return g_strdup ("");

  /* Official papers write a zero before days below 10 and before January and February only. */
  return g_strdup_printf (date / 100 % 100 < 3 ? "ngày %02d tháng %02d năm %d"
                                               : "ngày %02d tháng %d năm %d",
                          date % 100, date / 100 % 100, date / 10000);
}

static void
copy_text (SmePaperValues *values, const char *name, gpointer record, const char *field)
{
  sme_paper_values_set (values, name, record != NULL ? sme_record_get_text (record, field) : NULL);
}

static void
copy_date (SmePaperValues *values, const char *name, gpointer record, const char *field)
{
  gboolean known = record != NULL && sme_record_has (record, field);

  sme_paper_values_take (values, name,
                         known ? sme_format_date ((int) sme_record_get_int (record, field)) : NULL);
}

static void
copy_money (SmePaperValues *values, const char *name, gpointer record, const char *field)
{
  sme_paper_values_take (values, name, sme_format_money (sme_record_get_int (record, field)));
}

static void
copy_number (SmePaperValues *values, const char *name, gpointer record, const char *field)
{
  sme_paper_values_take (values, name, sme_format_number (sme_record_get_int (record, field)));
}

static void
copy_phone (SmePaperValues *values, const char *name, gpointer record)
{
  const char *phone = record != NULL ? sme_record_get_text (record, "phone") : NULL;

  sme_paper_values_take (values, name, sme_format_phone (phone));
}

static const char *
name_nationality (const char *code)
{
  const SmeCountry *country = sme_country_find (code != NULL ? code : "VN");

  return country != NULL ? country->vi : code;
}

static const char *
name_id_type (SmeProfile *profile)
{
  switch ((SmeIdType) sme_record_get_int (SME_RECORD (profile), "id_type"))
    {
    case SME_ID_CITIZEN_ID:
      return "Thẻ căn cước/Căn cước công dân";
    case SME_ID_PASSPORT:
      return "Hộ chiếu";
    case SME_ID_OLD_ID:
      return "Chứng minh nhân dân";
    }

  return "";
}

/* Where the paper says the same there is nothing to say beside it. */
static void
copy_printed_address (SmeRecord *address, const char *address_line, SmePaperValues *values)
{
  const char *printed = address != NULL ? sme_record_get_text (address, "printed") : NULL;

  sme_paper_values_set (values, "address_printed",
                        g_strcmp0 (printed, address_line) != 0 ? printed : NULL);
}

static void
describe_profile (SmeProfile *profile, const char *address_line, SmePaperValues *values)
{
  SmeRecord *record = SME_RECORD (profile);
  gboolean is_male = sme_record_get_int (record, "sex") == SME_SEX_MALE;

  copy_text (values, "full_name", record, "full_name");
  sme_paper_values_set (values, "nationality",
                        name_nationality (sme_record_get_text (record, "nationality")));
  sme_paper_values_set (values, "sex", is_male ? "Nam" : "Nữ");
  sme_paper_values_set (values, "id_type", name_id_type (profile));
  copy_text (values, "id_number", record, "id_number");
  copy_text (values, "id_issued_by", record, "id_issued_by");
  copy_date (values, "id_issued_on", record, "id_issued_on");
  copy_date (values, "id_expires_on", record, "id_expires_on");
  copy_date (values, "born_on", record, "born_on");
  copy_phone (values, "phone", record);
  copy_text (values, "email", record, "email");
  sme_paper_values_set (values, "address", address_line);
  copy_printed_address (sme_record_get_object (record, "address"), address_line, values);
}

static gboolean
describe_customer (SmeProfile *profile,
                   SmeCustomerType type,
                   SmePaperValues *values,
                   GError **error)
{
  SmeRecord *organisation = sme_record_get_object (SME_RECORD (profile), "organisation");
  gboolean is_person = type == SME_CUSTOMER_PERSON;

  if (!is_person && organisation == NULL)
    {
      g_set_error_literal (error, SME_PAPER_ERROR, SME_PAPER_ERROR_INCOMPLETE,
                           "The profile of an organisation does not name it");
      return FALSE;
    }

  if (is_person)
    organisation = NULL;
  sme_paper_values_set (values, "is_person", is_person ? "1" : NULL);
  sme_paper_values_set (values, "is_household", type == SME_CUSTOMER_HOUSEHOLD ? "1" : NULL);
  sme_paper_values_set (values, "is_enterprise", type == SME_CUSTOMER_ENTERPRISE ? "1" : NULL);
  copy_text (values, "organisation_name", organisation, "name");
  copy_text (values, "tax_code", organisation, "tax_code");
  copy_text (values, "registration_number", organisation, "registration_number");
  copy_text (values, "representative", organisation, "representative");
  copy_text (values, "position", organisation, "position");
  sme_paper_values_set (values, "signer_name",
                        sme_paper_values_get (values, is_person ? "full_name" : "representative"));
  return TRUE;
}

/* Lines may be stated with tax or without it; which one, the sums tell. */
static const char *
name_basis (SmeQuote *quote, gint64 sum)
{
  if (sum == sme_record_get_int (SME_RECORD (quote), "total"))
    return "đã gồm thuế GTGT";
  if (sum == sme_record_get_int (SME_RECORD (quote), "net"))
    return "chưa gồm thuế GTGT";

  return "";
}

static void
describe_lines (SmeQuote *quote, SmePaperValues *values)
{
  GListModel *lines = sme_record_get_list (SME_RECORD (quote), "lines");
  guint n = lines != NULL ? g_list_model_get_n_items (lines) : 0;
  gboolean has_discount_line = FALSE;
  gint64 sum = 0;

  sme_paper_values_add_list (values, "lines");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) line = g_list_model_get_item (lines, i);
      SmePaperValues *entry = sme_paper_values_append (values, "lines");

      sme_paper_values_take (entry, "index", g_strdup_printf ("%u", i + 1));
      copy_text (entry, "label", line, "label");
      copy_number (entry, "quantity", line, "quantity");
      copy_money (entry, "unit_price", line, "unit_price");
      copy_money (entry, "amount", line, "amount");
      sum += sme_record_get_int (line, "amount");
      has_discount_line |= sme_record_get_int (line, "kind") == SME_LINE_DISCOUNT;
    }

  sme_paper_values_set (values, "line_basis", name_basis (quote, sum));
  if (!has_discount_line && sme_record_get_int (SME_RECORD (quote), "discount") > 0)
    copy_money (values, "discount", quote, "discount");
  else
    sme_paper_values_set (values, "discount", NULL);
}

static void
describe_quote (SmeQuote *quote, SmePaperValues *values)
{
  gint64 total = sme_record_get_int (SME_RECORD (quote), "total");
  g_autofree char *months =
    sme_number_to_words (sme_record_get_int (SME_RECORD (quote), "cycle_months"));

  describe_lines (quote, values);
  copy_number (values, "cycle_months", quote, "cycle_months");
  sme_paper_values_set (values, "cycle_words", months);
  copy_number (values, "quantity", quote, "quantity");
  copy_number (values, "vat_rate", quote, "vat_rate");
  copy_money (values, "net", quote, "net");
  copy_money (values, "vat", quote, "vat");
  copy_money (values, "total", quote, "total");
  sme_paper_values_take (values, "total_words", sme_money_to_words (total));
  sme_paper_values_set (values, "is_free", total == 0 ? "1" : NULL);
}

/* "15 ngày"; NULL where there is no trial. */
static char *
name_trial (SmePlan *plan)
{
  gint64 days = sme_record_get_int (SME_RECORD (plan), "trial_days");

  return days > 0 ? g_strdup_printf ("%d ngày", (int) days) : NULL;
}

static void
describe_plan (SmePlan *plan, SmePaperValues *values)
{
  const char *const *features = sme_record_get_texts (SME_RECORD (plan), "features");
  const char *const none[] = { NULL };

  if (features == NULL)
    features = none;

  copy_text (values, "plan_name", plan, "name");
  copy_text (values, "service_name", plan, "service_name");
  sme_paper_values_take (values, "trial", name_trial (plan));
  sme_paper_values_take (values, "features", g_strjoinv ("; ", (char **) features));
}

static char *
describe_invoice_receiver (SmeRecord *invoice)
{
  const char *name = sme_record_get_text (invoice, "name");

  if (name == NULL || sme_record_get_int (invoice, "kind") == SME_INVOICE_CONSUMER)
    return g_strdup ("Bán cho người tiêu dùng");

  return g_strdup (name);
}

static void
describe_billing (SmeOrder *order, SmeBilling *buyer, SmePaperValues *values)
{
  SmeRecord *asked = sme_record_get_object (SME_RECORD (order), "billing");
  SmeRecord *invoice = sme_record_get_object (SME_RECORD (buyer), "invoice");
  SmeRecord *contact = asked != NULL ? sme_record_get_object (asked, "contact") : NULL;

  sme_paper_values_take (values, "invoice_name", describe_invoice_receiver (invoice));
  copy_text (values, "invoice_tax_code", invoice, "tax_code");
  copy_text (values, "invoice_personal_number", invoice, "personal_number");
  copy_text (values, "invoice_passport_number", invoice, "passport_number");
  copy_text (values, "invoice_address", invoice, "address");
  copy_text (values, "invoice_email", invoice, "email");
  copy_text (values, "contact_name", contact, "name");
  copy_phone (values, "contact_phone", contact);
  copy_text (values, "contact_email", contact, "email");
}

static const char *
name_method (SmeRecord *payment)
{
  switch ((SmePaymentMethod) sme_record_get_int (payment, "method"))
    {
    case SME_METHOD_VIETQR:
      return "chuyển khoản theo mã VietQR";
    case SME_METHOD_GATEWAY:
      return "cổng thanh toán điện tử";
    case SME_METHOD_NONE:
      break;
    }

  return "không phát sinh thanh toán";
}

/* By which method the order was paid; "" while no payment has succeeded. */
static void
describe_payment (SmeOrder *order, SmePaperValues *values)
{
  GListModel *payments = sme_record_get_list (SME_RECORD (order), "payments");
  guint n = payments != NULL ? g_list_model_get_n_items (payments) : 0;

  sme_paper_values_set (values, "payment_method", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) payment = g_list_model_get_item (payments, i);

      if (sme_record_get_int (payment, "state") == SME_PAYMENT_SUCCEEDED)
        sme_paper_values_set (values, "payment_method", name_method (payment));
    }
}

gboolean
sme_paper_order_describe (SmeOrder *order,
                          SmeCustomerType customer_type,
                          const char *address_line,
                          SmePaperValues *values,
                          GError **error)
{
  SmeRecord *record = SME_RECORD (order);
  SmePlan *plan = sme_record_get_object (record, "plan");
  SmeQuote *quote = sme_record_get_object (record, "quote");
  SmeProfile *profile = sme_record_get_object (record, "profile");
  g_autoptr (SmeBilling) buyer = NULL;

  g_return_val_if_fail (SME_IS_ORDER (order) && values != NULL, FALSE);

  if (plan == NULL || quote == NULL || profile == NULL)
    {
      g_set_error_literal (error, SME_PAPER_ERROR, SME_PAPER_ERROR_INCOMPLETE,
                           "The order has no plan, quote or profile");
      return FALSE;
    }

  copy_text (values, "order_number", record, "number");
  copy_text (values, "terms_version", record, "terms_version");
  sme_paper_values_take (
    values, "ordered_on",
    sme_format_date (sme_date_from_time (sme_record_get_int (record, "created_at"))));
  describe_plan (plan, values);
  describe_quote (quote, values);
  describe_profile (profile, address_line, values);
  buyer = sme_paper_buyer_find (order, customer_type, address_line);
  describe_billing (order, buyer, values);
  describe_payment (order, values);
  return describe_customer (profile, customer_type, values, error);
}
