/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-signature-shape.h"

#include "backend/api/sme-signature-ink.h"
#include "core/sme-enums.h"
#include "core/sme-problem.h"
#include "ink/sme-ink-check.h"
#include "ink/sme-ink-svg.h"
#include "ink/sme-ink-typed.h"

static SmeInkPath *
read_drawn (SmeSignatureInput *signature, GError **error)
{
  g_autoptr (SmeInk) ink = sme_signature_ink_read (signature, error);

  return ink != NULL ? sme_ink_to_path (ink) : NULL;
}

static const char *
get_text (SmeSignatureInput *signature, const char *name)
{
  const char *text = sme_record_get_text (SME_RECORD (signature), name);

  return text != NULL ? text : "";
}

static gboolean
check_name (SmeSignatureInput *signature, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (sme_ink_typed_check_name (get_text (signature, "name"), &local))
    return TRUE;
  sme_problem_set_field (error, "/name", sme_signature_reason_code (local));
  return FALSE;
}

/* Whether the outline spells the name is the app's word, as everything about a signature is. */
static SmeInkPath *
read_typed (SmeSignatureInput *signature, const cairo_rectangle_t *box, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SmeInkPath) path = NULL;

  if (!check_name (signature, error))
    return NULL;
  path = sme_ink_path_new_from_svg (get_text (signature, "outline"), &local);
  if (path != NULL && sme_ink_path_check (path, box->width, box->height, &local))
    return g_steal_pointer (&path);
  sme_problem_set_field (error, "/outline", sme_signature_reason_code (local));
  return NULL;
}

SmeInkPath *
sme_signature_shape_read (SmeSignatureInput *signature, cairo_rectangle_t *box, GError **error)
{
  SmeRecord *record = SME_RECORD (signature);

  *box = (cairo_rectangle_t){ 0, 0, sme_record_get_number (record, "width"),
                              sme_record_get_number (record, "height") };
  switch ((SmeSignatureKind) sme_record_get_int (record, "kind"))
    {
    case SME_SIGNATURE_DRAWN:
      return read_drawn (signature, error);
    case SME_SIGNATURE_TYPED:
      return read_typed (signature, box, error);
    case SME_SIGNATURE_IMAGE:
    default:
      sme_problem_set_field (error, "/kind", "unavailable");
      return NULL;
    }
}
