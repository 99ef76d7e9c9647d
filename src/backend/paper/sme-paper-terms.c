/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-terms.h"

#include <string.h>

#include "backend/paper/sme-paper-document.h"
#include "backend/paper/sme-paper-error.h"
#include "backend/paper/sme-paper-provider.h"
#include "backend/paper/sme-paper-template.h"

#define TITLE "Điều khoản sử dụng dịch vụ"

/* In a form "#" is a digit; what has no form names no file. */
typedef struct
{
  const char *form;
  const char *vi; /* titles */
  const char *en; /* NULL: in Vietnamese only */
} Kind;

static const Kind contract_kind = { "####-##", TITLE, NULL };

static const Kind consent_kinds[] = {
  { "service-####-##-##", "Điều khoản sử dụng tài khoản OneSME",
    "Terms of using the OneSME account" },
  { "personal-data-####-##-##", "Thông báo và đồng ý xử lý dữ liệu cá nhân",
    "Notice of and consent to the processing of personal data" },
  { "marketing-####-##-##", "Đồng ý nhận tin tức và khuyến mại qua email",
    "Consent to news and promotions by e-mail" },
};

static gboolean
has_form (const char *version, const char *form)
{
  gsize length = strlen (form);

  /* The end is compared as well. */
  for (gsize i = 0; i <= length; i++)
    if (form[i] == '#' ? !g_ascii_isdigit (version[i]) : version[i] != form[i])
      return FALSE;
  return TRUE;
}

static const Kind *
find_kind (const char *version)
{
  for (gsize i = 0; i < G_N_ELEMENTS (consent_kinds); i++)
    if (has_form (version, consent_kinds[i].form))
      return &consent_kinds[i];
  return has_form (version, contract_kind.form) ? &contract_kind : NULL;
}

static char *
find_template (const char *version)
{
  return has_form (version, contract_kind.form) ? g_strdup_printf ("terms-%s.txt", version) : NULL;
}

static gboolean
is_english (const Kind *kind, const char *language)
{
  return kind->en != NULL && g_strcmp0 (language, "en") == 0;
}

static char *
name_source (const Kind *kind, const char *version, const char *language)
{
  if (kind == &contract_kind)
    return find_template (version);
  return g_strdup_printf ("%s.%s.txt", version, is_english (kind, language) ? "en" : "vi");
}

static SmePaperValues *
create_values (const char *version)
{
  SmePaperValues *values = sme_paper_values_new ();

  sme_paper_values_set (values, "terms_version", version);
  return values;
}

/* Template and markup are ours, so what fails here is a version that never was. */
static char *
compose_body (const Kind *kind, const char *version, const char *language)
{
  g_autoptr (SmePaperValues) values = create_values (version);
  g_autofree char *name = name_source (kind, version, language);
  g_autofree char *source = sme_paper_template_load (name, NULL);
  g_autoptr (GPtrArray) blocks = NULL;

  if (source == NULL)
    return NULL;

  blocks = sme_paper_template_fill (source, values, NULL);
  g_return_val_if_fail (blocks != NULL, NULL);
  return sme_paper_blocks_to_text (blocks);
}

SmeTerms *
sme_terms_get (const char *version, const char *language)
{
  const Kind *kind;
  g_autofree char *body = NULL;
  g_autofree char *sha256 = NULL;
  SmeRecord *terms;

  g_return_val_if_fail (version != NULL, NULL);

  kind = find_kind (version);
  body = kind != NULL ? compose_body (kind, version, language) : NULL;
  if (body == NULL)
    return NULL;

  terms = SME_RECORD (sme_terms_new ());
  sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, body, -1);
  sme_record_set_text (terms, "version", version);
  sme_record_set_text (terms, "title", is_english (kind, language) ? kind->en : kind->vi);
  sme_record_set_text (terms, "body", body);
  sme_record_set_text (terms, "sha256", sha256);
  return SME_TERMS (terms);
}

GBytes *
sme_paper_draw_terms (const char *version,
                      const char *order_number,
                      gint64 drawn_at,
                      gboolean demonstration,
                      GError **error)
{
  g_autoptr (SmePaperValues) values = create_values (version);
  g_autofree char *name = find_template (version);
  g_autofree char *footer = NULL;

  if (name == NULL)
    {
      g_set_error (error, SME_PAPER_ERROR, SME_PAPER_ERROR_TEMPLATE,
                   "There are no terms of version “%s”", version);
      return NULL;
    }

  footer = order_number != NULL
             ? g_strdup_printf ("Đơn hàng %s - Điều khoản phiên bản %s", order_number, version)
             : g_strdup_printf ("Điều khoản phiên bản %s", version);
  return sme_paper_document_draw (
    &(SmePaperDocument){ .template = name,
                         .values = values,
                         .title = TITLE,
                         .author = sme_paper_provider_get_demonstration ()->name,
                         .subject = footer,
                         .footer = footer,
                         .drawn_at = drawn_at,
                         .demonstration = demonstration },
    NULL, error);
}
