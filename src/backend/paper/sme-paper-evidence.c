/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-evidence.h"

#include "backend/paper/sme-paper-document.h"
#include "backend/paper/sme-paper-events.h"
#include "base/sme-format.h"
#include "core/sme-audit-row.h"
#include "core/sme-enums.h"
#include "core/sme-evidence-fact.h"

#define TEMPLATE "evidence-" SME_PAPER_EVIDENCE_VERSION ".txt"
#define TITLE "Bản ghi bằng chứng về việc ký điện tử"
#define CODE_LENGTH 8
#define SHORT_HASH 12

static const struct
{
  const char *name;
  const char *label;
} labels[] = {
  { "customer", "Bên ký" },
  { "signed-in-as", "Tên đăng nhập đã dùng để ký" },
  { "invited-by", "Được mời ký bởi" },
  { "signer-signed-in", "Người được mời đăng nhập" },
  { "phone", "Số điện thoại nhận OTP" },
  { "terms", "Điều khoản đã đồng ý, phiên bản" },
  { "consent", "Đồng ý xử lý dữ liệu" },
  { "document", "Tài liệu được ký (SHA-256)" },
  { "document-shown", "Tài liệu đã được hiển thị" },
  { "otp-sent", "Gửi mã OTP" },
  { "otp-wrong-entry", "Nhập sai mã OTP" },
  { "otp-sends", "Tổng số lần gửi mã OTP" },
  { "otp-wrong", "Tổng số lần nhập sai mã OTP" },
  { "unlocked-by", "Nhân viên hỗ trợ mở khóa việc ký" },
  { "codes-renewed-by", "Nhân viên hỗ trợ cho gửi thêm mã OTP" },
  { "otp-verified", "Mã OTP đúng" },
  { "signature-kind", "Cách tạo chữ ký" },
  { "ink", "Chữ ký vẽ (SHA-256)" },
  { "outline", "Chữ ký gõ tên (SHA-256)" },
  { "image", "Chữ ký bằng ảnh (SHA-256)" },
  { SME_EVIDENCE_REUSED, "Chữ ký đã lưu được dùng lại (SHA-256), đã xác nhận lúc" },
  { "document-sealed", "Tài liệu đã niêm phong (SHA-256)" },
  { "app", "Ứng dụng" },
};

/* Words on the wire, and what they mean. */
static const struct
{
  const char *word;
  const char *text;
} kinds[] = {
  { "drawn", "Vẽ" },
  { "typed", "Gõ tên" },
  { "image", "Ảnh chữ ký" },
};

/* A fact of a later version is shown by its own word. */
static const char *
find_label (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].name, name))
      return labels[i].label;
  return name;
}

/* With the second, which no page of the app needs. */
static char *
format_second (gint64 ms)
{
  g_autofree char *minute = sme_format_date_time (ms);

  return g_strdup_printf ("%s:%02d", minute, (int) (ms / 1000 % 60));
}

static char *
format_time (SmeRecord *record)
{
  return sme_record_has (record, "at") ? format_second (sme_record_get_int (record, "at")) : NULL;
}

static char *
join (const char *subject, const char *value)
{
  if (subject != NULL && value != NULL)
    return g_strdup_printf ("%s: %s", subject, value);
  return g_strdup (subject != NULL ? subject : value);
}

/* Whose it is, where that is not plain. */
static char *
add_giver (SmeRecord *fact, char *value)
{
  g_autofree char *owned = value;
  const char *by = sme_record_get_text (fact, "by");

  return by != NULL ? g_strdup_printf ("%s (%s)", value != NULL ? value : "", by)
                    : g_steal_pointer (&owned);
}

static const char *
find_value (SmeRecord *fact)
{
  const char *value = sme_record_get_text (fact, "value");

  if (g_str_equal (sme_record_get_text (fact, "name"), "signature-kind"))
    for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (g_strcmp0 (kinds[i].word, value) == 0)
        return kinds[i].text;
  return value;
}

static void
describe_fact (SmeRecord *fact, SmePaperValues *values)
{
  gboolean server = sme_record_get_int (fact, "source") == SME_EVIDENCE_SERVER;

  sme_paper_values_set (values, "label", find_label (sme_record_get_text (fact, "name")));
  sme_paper_values_take (
    values, "value",
    add_giver (fact, join (sme_record_get_text (fact, "subject"), find_value (fact))));
  sme_paper_values_take (values, "at", format_time (fact));
  sme_paper_values_set (values, "source", server ? "Máy chủ" : "Ứng dụng");
}

static void
describe_row (SmeRecord *row, SmePaperValues *values)
{
  const char *hash = sme_record_get_text (row, "hash");

  sme_paper_values_take (values, "seq",
                         g_strdup_printf ("%" G_GINT64_FORMAT, sme_record_get_int (row, "seq")));
  sme_paper_values_set (values, "event",
                        sme_paper_events_describe (sme_record_get_text (row, "event")));
  sme_paper_values_take (values, "at", format_time (row));
  sme_paper_values_take (values, "hash", g_strndup (hash, SHORT_HASH));
}

static void
describe_list (SmeEvidence *evidence,
               const char *name,
               void (*describe) (SmeRecord *, SmePaperValues *),
               SmePaperValues *values)
{
  GListModel *list = sme_record_get_list (SME_RECORD (evidence), name);

  sme_paper_values_add_list (values, name);
  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (list, i);

      describe (item, sme_paper_values_append (values, name));
    }
}

static char *
find_last_hash (SmeEvidence *evidence)
{
  GListModel *list = sme_record_get_list (SME_RECORD (evidence), "audit");
  guint n = list != NULL ? g_list_model_get_n_items (list) : 0;
  g_autoptr (SmeRecord) last = n > 0 ? g_list_model_get_item (list, n - 1) : NULL;

  return last != NULL ? g_strdup (sme_record_get_text (last, "hash")) : NULL;
}

GBytes *
sme_paper_draw_evidence (SmeEvidence *evidence,
                         const SmePaperProvider *provider,
                         gboolean demonstration,
                         SmePaperField *field,
                         GError **error)
{
  g_autoptr (SmePaperValues) values = sme_paper_values_new ();
  SmeRecord *record = SME_RECORD (evidence);
  gint64 sealed_at = sme_record_get_int (record, "sealed_at");
  const char *number = sme_record_get_text (record, "order_number");
  g_autofree char *subject = g_strdup_printf ("Đơn hàng %s", number);
  g_autofree char *footer = g_strdup_printf ("Đơn hàng %s - Mẫu bản ghi bằng chứng phiên bản %s",
                                             number, SME_PAPER_EVIDENCE_VERSION);

  if (provider == NULL)
    provider = sme_paper_provider_get_demonstration ();
  sme_paper_provider_describe (provider, values);
  sme_paper_values_set (values, "order_number", number);
  sme_paper_values_take (values, "dossier_code",
                         g_strndup (sme_record_get_text (record, "dossier_id"), CODE_LENGTH));
  sme_paper_values_take (values, "sealed_at", format_second (sealed_at));
  sme_paper_values_take (values, "audit_hash", find_last_hash (evidence));
  describe_list (evidence, "facts", describe_fact, values);
  describe_list (evidence, "audit", describe_row, values);
  return sme_paper_document_draw (&(SmePaperDocument){ .template = TEMPLATE,
                                                       .values = values,
                                                       .title = TITLE,
                                                       .author = provider->name,
                                                       .subject = subject,
                                                       .footer = footer,
                                                       .drawn_at = sealed_at,
                                                       .demonstration = demonstration,
                                                       .field = "provider" },
                                  field, error);
}
