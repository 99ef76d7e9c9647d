/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

struct _SmeArchive
{
  struct archive *writer;
  GByteArray *bytes;
  gint64 at;
};

static la_ssize_t
on_write (struct archive *writer, void *data, const void *buffer, size_t length)
{
  SmeArchive *self = data;

  g_byte_array_append (self->bytes, buffer, (guint) length);
  return (la_ssize_t) length;
}

SmeArchive *
sme_archive_new (gint64 at)
{
  SmeArchive *self = g_new0 (SmeArchive, 1);

  self->at = at;
  self->bytes = g_byte_array_new ();
  self->writer = archive_write_new ();
  archive_write_set_format_zip (self->writer);
  /* Names are UTF-8, and said to be so, whatever the locale. */
  archive_write_set_options (self->writer, "hdrcharset=UTF-8");
  archive_write_set_bytes_in_last_block (self->writer, 1);
  archive_write_open (self->writer, self, NULL, on_write, NULL);
  return self;
}

void
sme_archive_free (SmeArchive *self)
{
  archive_write_free (self->writer);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

static gboolean
check (SmeArchive *self, int result, GError **error)
{
  const char *words = archive_error_string (self->writer);

  if (result == ARCHIVE_OK)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The archive: %s", words != NULL ? words : "");
  return FALSE;
}

static gboolean
write_content (SmeArchive *self, GBytes *content, GError **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (content, &size);

  return archive_write_data (self->writer, data, size) == (la_ssize_t) size ||
         check (self, ARCHIVE_FATAL, error);
}

gboolean
sme_archive_add (SmeArchive *self, const char *name, GBytes *content, GError **error)
{
  struct archive_entry *entry = archive_entry_new ();
  g_autofree char *plain = g_strdelimit (g_strdup (name), "/\\:*?\"<>|", '-');
  gboolean good;

  archive_entry_set_pathname_utf8 (entry, plain);
  archive_entry_set_size (entry, (la_int64_t) g_bytes_get_size (content));
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_mtime (entry, (time_t) (self->at / 1000), 0);
  good = check (self, archive_write_header (self->writer, entry), error) &&
         write_content (self, content, error);
  archive_entry_free (entry);
  return good;
}

GBytes *
sme_archive_finish (SmeArchive *self, GError **error)
{
  if (!check (self, archive_write_close (self->writer), error))
    return NULL;
  return g_bytes_new (self->bytes->data, self->bytes->len);
}
