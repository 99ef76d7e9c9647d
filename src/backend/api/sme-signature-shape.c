/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-signature-shape.h"

#include "backend/api/sme-signature-ink.h"
#include "core/sme-enums.h"
#include "core/sme-problem.h"
#include "ink/sme-ink-check.h"
#include "ink/sme-ink-image.h"
#include "ink/sme-ink-pdf.h"
#include "ink/sme-ink-svg.h"
#include "ink/sme-ink-typed.h"

struct _SmeSignatureShape
{
  cairo_rectangle_t box; /* at 0,0 */
  SmeInkPath *path;      /* NULL: it is a picture */
  SmeInkImage *image;
  SmeSealImage pixels; /* of it */
};

static gboolean
read_drawn (SmeSignatureShape *self, SmeSignatureInput *signature, GError **error)
{
  g_autoptr (SmeInk) ink = sme_signature_ink_read (signature, error);

  self->path = ink != NULL ? sme_ink_to_path (ink) : NULL;
  return ink != NULL;
}

static const char *
get_text (SmeSignatureInput *signature, const char *name)
{
  const char *text = sme_record_get_text (SME_RECORD (signature), name);

  return text != NULL ? text : "";
}

static gboolean
refuse (GError **error, const char *pointer, const GError *reason)
{
  sme_problem_set_field (error, pointer, sme_signature_reason_code (reason));
  return FALSE;
}

/* Whether the outline spells the name is the app's word, as everything about a signature is. */
static gboolean
read_typed (SmeSignatureShape *self, SmeSignatureInput *signature, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!sme_ink_typed_check_name (get_text (signature, "name"), &local))
    return refuse (error, "/name", local);
  self->path = sme_ink_path_new_from_svg (get_text (signature, "outline"), &local);
  if (self->path == NULL ||
      !sme_ink_path_check (self->path, self->box.width, self->box.height, &local))
    return refuse (error, "/outline", local);
  return TRUE;
}

static gboolean
check_box (SmeSignatureShape *self, GError **error)
{
  const char *wrong =
    self->box.width < SME_INK_MIN_BOX || self->box.width > SME_INK_MAX_BOX
      ? "/width"
      : (self->box.height < SME_INK_MIN_BOX || self->box.height > SME_INK_MAX_BOX ? "/height"
                                                                                  : NULL);

  if (wrong != NULL)
    sme_problem_set_field (error, wrong, "range");
  return wrong == NULL;
}

static gboolean
read_image (SmeSignatureShape *self, SmeSignatureInput *signature, GError **error)
{
  gsize size = 0;
  guchar *data = g_base64_decode (get_text (signature, "image"), &size);
  g_autoptr (GBytes) png = g_bytes_new_take (data, size);
  g_autoptr (GError) local = NULL;

  if (!check_box (self, error))
    return FALSE;
  if (size == 0)
    {
      sme_problem_set_field (error, "/image", "ink-empty");
      return FALSE;
    }
  self->image = sme_ink_image_new_from_png (png, &local);
  if (self->image == NULL)
    return refuse (error, "/image", local);
  self->pixels =
    (SmeSealImage){ sme_ink_image_get_colours (self->image),
                    sme_ink_image_get_coverage (self->image), sme_ink_image_get_width (self->image),
                    sme_ink_image_get_height (self->image) };
  return TRUE;
}

static gboolean
read_shape (SmeSignatureShape *self, SmeSignatureInput *signature, GError **error)
{
  switch ((SmeSignatureKind) sme_record_get_int (SME_RECORD (signature), "kind"))
    {
    case SME_SIGNATURE_TYPED:
      return read_typed (self, signature, error);
    case SME_SIGNATURE_IMAGE:
      return read_image (self, signature, error);
    case SME_SIGNATURE_DRAWN:
    default:
      return read_drawn (self, signature, error);
    }
}

SmeSignatureShape *
sme_signature_shape_read (SmeSignatureInput *signature, GError **error)
{
  SmeRecord *record = SME_RECORD (signature);
  g_autoptr (SmeSignatureShape) self = g_new0 (SmeSignatureShape, 1);

  self->box = (cairo_rectangle_t){ 0, 0, sme_record_get_number (record, "width"),
                                   sme_record_get_number (record, "height") };
  return read_shape (self, signature, error) ? g_steal_pointer (&self) : NULL;
}

void
sme_signature_shape_free (SmeSignatureShape *self)
{
  g_clear_pointer (&self->path, sme_ink_path_free);
  g_clear_pointer (&self->image, sme_ink_image_unref);
  g_clear_pointer (&self->pixels.colours, g_bytes_unref);
  g_clear_pointer (&self->pixels.coverage, g_bytes_unref);
  g_free (self);
}

GBytes *
sme_signature_shape_draw (SmeSignatureShape *self, const cairo_rectangle_t *to, GError **error)
{
  if (self->path != NULL)
    return sme_ink_path_to_pdf (self->path, &self->box, to, NULL, error);
  return sme_ink_image_to_pdf (self->image, SME_SEAL_IMAGE_NAME, &self->box, to, error);
}

const SmeSealImage *
sme_signature_shape_get_image (SmeSignatureShape *self)
{
  return self->image != NULL ? &self->pixels : NULL;
}
