/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-seal.h"

#include "seal/sme-cms-builder.h"
#include "seal/sme-pdf-file.h"
#include "seal/sme-pdf-form.h"
#include "seal/sme-pdf-text.h"
#include "seal/sme-pdf-update.h"

#include <string.h>

#define RESERVE (16 * 1024) /* bytes for the CMS; a chain and a timestamp take up to half of it */
#define ANNOTATION_FLAGS (4 | 128) /* print, locked */
#define SIGNATURES_EXIST 3
#define CERTIFICATION_LEVEL 2 /* form filling and signing allowed: ISO 32000-1, table 254 */

/* A ByteRange of this width is written first and filled in when the offsets are known. */
#define BYTE_RANGE "[0 %010u %010u %010u]"

typedef struct
{
  SmePdfFile *file;
  SmePdfUpdate *update;
  SmeSealSigner *signer;
  const SmeSealRequest *request;
  const SmePdfField *field;
  gboolean certify;
  guint32 number;    /* of the signature */
  gsize range_start; /* of the ByteRange */
  gsize hole_start;  /* of the Contents, with its brackets */
  gsize hole_end;
} Job;

static gboolean
has_signature (GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    if (sme_pdf_field_is_signed (g_ptr_array_index (fields, i)))
      return TRUE;
  return FALSE;
}

static gboolean
may_sign (SmePdfFile *file, const SmePdfField *field, GError **error)
{
  if (sme_pdf_file_is_encrypted (file))
    g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_ENCRYPTED, "The PDF is encrypted");
  else if (field == NULL || !field->is_signature)
    g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_NO_FIELD,
                 "There is no signature field of this name");
  else if (sme_pdf_field_is_signed (field))
    g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_FIELD_SIGNED, "The field is signed already");
  else if (sme_pdf_form_get_certification (file, NULL) == 1)
    g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_NOT_ALLOWED,
                 "The PDF is certified: no signature may be added");
  else if (field->number == 0 || sme_pdf_object_get (field->dict, "Rect") == NULL)
    g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_UNSUPPORTED,
                 "The field is not one with its place on the page");
  else
    return TRUE;
  return FALSE;
}

static void
append_entry (GString *text, const char *key, SmePdfObject *value)
{
  g_autoptr (SmePdfObject) taken = value;

  g_string_append_printf (text, "/%s ", key);
  sme_pdf_object_write (taken, text);
  g_string_append_c (text, '\n');
}

static void
append_text (GString *text, const char *key, const char *value)
{
  if (value != NULL)
    append_entry (text, key, sme_pdf_text_new (value));
}

static void
append_certification (GString *text)
{
  g_string_append_printf (text,
                          "/Reference [ << /Type /SigRef /TransformMethod /DocMDP "
                          "/TransformParams << /Type /TransformParams /P %d /V /1.2 >> >> ]\n",
                          CERTIFICATION_LEVEL);
}

static void
append_zeros (GString *text, gsize count)
{
  gsize before = text->len;

  g_string_set_size (text, before + count);
  memset (text->str + before, '0', count);
}

/* Table 252. The ByteRange and the Contents are open until the whole update is known. */
static void
put_signature (Job *job)
{
  const SmeSealRequest *request = job->request;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GString) text = g_string_sized_new (2 * RESERVE + 1024);
  gsize range_at;
  gsize hole_at;
  gsize base;

  g_string_append (text, "<< /Type /Sig\n/Filter /Adobe.PPKLite\n"
                         "/SubFilter /ETSI.CAdES.detached\n");
  append_entry (text, "M", sme_pdf_date_new (request->time != NULL ? request->time : now));
  append_text (text, "Name", request->name);
  append_text (text, "Reason", request->reason);
  append_text (text, "Location", request->location);
  append_text (text, "ContactInfo", request->contact);
  if (job->certify)
    append_certification (text);
  g_string_append (text, "/ByteRange ");
  range_at = text->len;
  g_string_append_printf (text, BYTE_RANGE, 0u, 0u, 0u);
  g_string_append (text, "\n/Contents ");
  hole_at = text->len;
  g_string_append_c (text, '<');
  append_zeros (text, 2 * RESERVE);
  g_string_append (text, "> >>");

  job->number = sme_pdf_update_reserve (job->update);
  base = sme_pdf_update_put_text (job->update, job->number, text->str);
  job->range_start = base + range_at;
  job->hole_start = base + hole_at;
  job->hole_end = job->hole_start + 2 * RESERVE + 2;
}

/* ISO 32000-1, table 89: samples of 8 bits, from the top. */
static SmePdfObject *
make_image (const SmeSealImage *image, const char *space)
{
  SmePdfObject *dict = sme_pdf_object_new_dict ();

  sme_pdf_object_set (dict, "Type", sme_pdf_object_new_name ("XObject"));
  sme_pdf_object_set (dict, "Subtype", sme_pdf_object_new_name ("Image"));
  sme_pdf_object_set (dict, "Width", sme_pdf_object_new_integer (image->width));
  sme_pdf_object_set (dict, "Height", sme_pdf_object_new_integer (image->height));
  sme_pdf_object_set (dict, "BitsPerComponent", sme_pdf_object_new_integer (8));
  sme_pdf_object_set (dict, "ColorSpace", sme_pdf_object_new_name (space));
  return dict;
}

/* 11.6.5.3: the paper shows through where the soft mask says so. */
static guint32
put_image (Job *job, const SmeSealImage *image)
{
  g_autoptr (SmePdfObject) mask = make_image (image, "DeviceGray");
  g_autoptr (SmePdfObject) colours = make_image (image, "DeviceRGB");
  guint32 mask_number = sme_pdf_update_reserve (job->update);
  guint32 number = sme_pdf_update_reserve (job->update);

  sme_pdf_update_put_stream (job->update, mask_number, mask, image->coverage);
  sme_pdf_object_set (colours, "SMask", sme_pdf_object_new_reference (mask_number, 0));
  sme_pdf_update_put_stream (job->update, number, colours, image->colours);
  return number;
}

static SmePdfObject *
make_resources (Job *job)
{
  const SmeSealImage *image = job->request->appearance.image;
  SmePdfObject *resources = sme_pdf_object_new_dict ();
  SmePdfObject *pictures;

  if (image == NULL)
    return resources;
  pictures = sme_pdf_object_new_dict ();
  sme_pdf_object_set (pictures, SME_SEAL_IMAGE_NAME,
                      sme_pdf_object_new_reference (put_image (job, image), 0));
  sme_pdf_object_set (resources, "XObject", pictures);
  return resources;
}

static guint32
put_appearance (Job *job)
{
  const SmeSealAppearance *appearance = &job->request->appearance;
  double edges[] = { appearance->x0, appearance->y0, appearance->x1, appearance->y1 };
  g_autoptr (SmePdfObject) dict = sme_pdf_object_new_dict ();
  SmePdfObject *box = sme_pdf_object_new_array ();
  guint32 number = sme_pdf_update_reserve (job->update);

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    sme_pdf_object_append (box, sme_pdf_object_new_real (edges[i]));
  sme_pdf_object_set (dict, "Type", sme_pdf_object_new_name ("XObject"));
  sme_pdf_object_set (dict, "Subtype", sme_pdf_object_new_name ("Form"));
  sme_pdf_object_set (dict, "BBox", box);
  sme_pdf_object_set (dict, "Resources", make_resources (job));
  sme_pdf_update_put_stream (job->update, number, dict, appearance->operators);
  return number;
}

static void
put_field (Job *job)
{
  g_autoptr (SmePdfObject) field = sme_pdf_object_copy (job->field->dict);

  if (job->request->appearance.operators != NULL)
    {
      SmePdfObject *appearances = sme_pdf_object_new_dict ();

      sme_pdf_object_set (appearances, "N", sme_pdf_object_new_reference (put_appearance (job), 0));
      sme_pdf_object_set (field, "AP", appearances);
    }
  sme_pdf_object_set (field, "F", sme_pdf_object_new_integer (ANNOTATION_FLAGS));
  sme_pdf_object_set (field, "V", sme_pdf_object_new_reference (job->number, 0));
  sme_pdf_update_put (job->update, job->field->number, field);
}

/* A field this code prepared has its flags already; another maker's may lack them. */
static gboolean
set_form_flags (Job *job, SmePdfObject *catalog)
{
  SmePdfObject *value = sme_pdf_object_get (catalog, "AcroForm");
  g_autoptr (SmePdfObject) old = sme_pdf_file_resolve (job->file, value);
  g_autoptr (SmePdfObject) flags = sme_pdf_file_get (job->file, old, "SigFlags");
  g_autoptr (SmePdfObject) form = NULL;
  guint32 number = 0;

  if ((sme_pdf_object_get_integer (flags, 0) & SIGNATURES_EXIST) == SIGNATURES_EXIST)
    return FALSE;
  form = sme_pdf_object_copy (old);
  sme_pdf_object_set (form, "SigFlags", sme_pdf_object_new_integer (SIGNATURES_EXIST));
  if (sme_pdf_object_get_reference (value, &number, NULL))
    {
      sme_pdf_update_put (job->update, number, form);
      return FALSE;
    }
  sme_pdf_object_set (catalog, "AcroForm", g_steal_pointer (&form));
  return TRUE;
}

static gboolean
set_permissions (Job *job, SmePdfObject *catalog)
{
  g_autoptr (SmePdfObject) old = NULL;
  SmePdfObject *permissions;

  if (!job->certify)
    return FALSE;
  old = sme_pdf_file_get (job->file, catalog, "Perms");
  permissions =
    sme_pdf_object_is (old, SME_PDF_DICT) ? sme_pdf_object_copy (old) : sme_pdf_object_new_dict ();
  sme_pdf_object_set (permissions, "DocMDP", sme_pdf_object_new_reference (job->number, 0));
  sme_pdf_object_set (catalog, "Perms", permissions);
  return TRUE;
}

static void
put_catalog (Job *job)
{
  guint32 root = 0;
  g_autoptr (SmePdfObject) old = sme_pdf_file_get_catalog (job->file, &root);
  g_autoptr (SmePdfObject) catalog = sme_pdf_object_copy (old);
  gboolean changed = set_form_flags (job, catalog);

  if (set_permissions (job, catalog) || changed)
    sme_pdf_update_put (job->update, root, catalog);
}

static void
write_byte_range (Job *job, GByteArray *file)
{
  g_autofree char *range =
    g_strdup_printf (BYTE_RANGE, (guint) job->hole_start, (guint) job->hole_end,
                     (guint) (file->len - job->hole_end));

  memcpy (file->data + job->range_start, range, strlen (range));
}

static gboolean
write_contents (Job *job, GByteArray *file, GBytes *cms, GError **error)
{
  static const char digits[] = "0123456789abcdef";
  gsize size = 0;
  const guint8 *der = g_bytes_get_data (cms, &size);
  guint8 *target = file->data + job->hole_start + 1;

  if (size > RESERVE)
    {
      g_set_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_TOO_LARGE,
                   "The signature has %" G_GSIZE_FORMAT " bytes, %d are kept for it", size,
                   RESERVE);
      return FALSE;
    }
  for (gsize i = 0; i < size; i++)
    {
      *target++ = (guint8) digits[der[i] >> 4];
      *target++ = (guint8) digits[der[i] & 15];
    }
  return TRUE;
}

static GBytes *
complete (Job *job, GError **error)
{
  g_autoptr (GByteArray) out = sme_pdf_update_finish (job->update);
  g_autoptr (GBytes) view = NULL;
  g_autoptr (GBytes) cms = NULL;
  guint8 digest[SME_SEAL_DIGEST_SIZE];

  write_byte_range (job, out);
  view = g_bytes_new_static (out->data, out->len);
  sme_seal_digest_around (view, job->hole_start, job->hole_end, out->len, digest);
  cms = sme_cms_build (job->signer, digest, job->request->timestamp, job->request->timestamp_data,
                       error);
  if (cms == NULL || !write_contents (job, out, cms, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

GBytes *
sme_seal_sign (GBytes *pdf, SmeSealSigner *signer, const SmeSealRequest *request, GError **error)
{
  g_autoptr (SmePdfFile) file = NULL;
  g_autoptr (SmePdfUpdate) update = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  Job job = { 0 };

  g_return_val_if_fail (pdf != NULL && signer != NULL, NULL);
  g_return_val_if_fail (request != NULL && request->field_name != NULL, NULL);

  file = sme_pdf_file_new (pdf, error);
  if (file == NULL)
    return NULL;
  fields = sme_pdf_form_list (file);
  job.field = sme_pdf_form_find (fields, request->field_name);
  if (!may_sign (file, job.field, error))
    return NULL;
  update = sme_pdf_update_new (file);
  job.file = file;
  job.update = update;
  job.signer = signer;
  job.request = request;
  job.certify = request->certify && !has_signature (fields);
  put_signature (&job);
  put_field (&job);
  put_catalog (&job);
  return complete (&job, error);
}
