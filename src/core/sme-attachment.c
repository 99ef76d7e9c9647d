/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-attachment.h"

#include <string.h>

/* Four characters for three bytes. */
#define CONTENT_MAX ((SME_ATTACHMENT_MAX + 2) / 3 * 4)
#define NAME_MAX_CHARS 120

static const SmeField fields[] = {
  { "name", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = NAME_MAX_CHARS,
    .min = 1 },
  { "content", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = CONTENT_MAX,
    .min = 4, .format = SME_TEXT_BASE64 },
};

SME_DEFINE_RECORD (SmeAttachment, sme_attachment, fields)

static const struct
{
  const char *type;
  const char *start;
  gsize length;
} types[] = {
  { "application/pdf", "%PDF-", 5 },
  { "image/png", "\x89PNG\r\n\x1a\n", 8 },
  { "image/jpeg", "\xff\xd8\xff", 3 },
};

const char *
sme_attachment_find_type (GBytes *content)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (size > types[i].length && memcmp (data, types[i].start, types[i].length) == 0)
      return types[i].type;
  return NULL;
}

/* A plain name: it becomes one in somebody's folder. */
static gboolean
is_plain_name (const char *name)
{
  return name != NULL && name[0] != '.' && strpbrk (name, "/\\:*?\"<>|") == NULL;
}

GBytes *
sme_attachment_read (SmeAttachment *self, const char **code)
{
  const char *text = sme_record_get_text (SME_RECORD (self), "content");
  g_autoptr (GBytes) content = NULL;
  guchar *data;
  gsize size = 0;

  *code = "name";
  if (!is_plain_name (sme_record_get_text (SME_RECORD (self), "name")))
    return NULL;
  *code = "empty";
  data = text != NULL ? g_base64_decode (text, &size) : NULL;
  if (size == 0)
    {
      g_free (data);
      return NULL;
    }
  content = g_bytes_new_take (data, size);
  *code = "too-large";
  if (size > SME_ATTACHMENT_MAX)
    return NULL;
  *code = "type";
  return sme_attachment_find_type (content) != NULL ? g_steal_pointer (&content) : NULL;
}
