/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SmeCatalog: the messages of one language, read from a GNU .mo file into memory. Unlike gettext()
 * it doesn't look at the process locale, so one process can write to each person in their own
 * language. Immutable; may be used in any thread.
 */
typedef struct _SmeCatalog SmeCatalog;

/**
 * sme_catalog_new: reads @mo_path, at most 16 MiB. Blocks; not for the main loop of the app.
 * Returns: (transfer full): NULL and a GIOError otherwise
 */
SmeCatalog *sme_catalog_new (const char *mo_path, GError **error);

/** sme_catalog_new_for_bytes: the same of bytes from anywhere: offsets are checked, strings must
 * end within the file and be UTF-8. NULL and G_IO_ERROR_INVALID_DATA otherwise. */
SmeCatalog *sme_catalog_new_for_bytes (GBytes *bytes, GError **error);

/**
 * sme_catalog_for_language: the first readable DIR/LANGUAGE/LC_MESSAGES/onesme.mo.
 * @language: "vi", "vi_VN" or "vi-VN"; the region is tried first, then left off
 * @dirs: NULL-terminated
 * Returns: (transfer full): never NULL; without a file it translates nothing
 */
SmeCatalog *sme_catalog_for_language (const char *language, const char *const *dirs);

SmeCatalog *sme_catalog_ref (SmeCatalog *self);
void sme_catalog_unref (SmeCatalog *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeCatalog, sme_catalog_unref)

/** sme_catalog_get_size: how many messages it has, the header not counted. */
guint sme_catalog_get_size (SmeCatalog *self);

/**
 * sme_catalog_get: the translation of @msgid, @msgid itself if there is none.
 * @context: (nullable): the context a message was marked with
 * Returns: (transfer none): lives as long as the catalog (or @msgid)
 */
const char *sme_catalog_get (SmeCatalog *self, const char *context, const char *msgid);

/**
 * sme_catalog_get_plural: the form for @n of ngettext (@msgid, @msgid_plural, @n). Knows languages
 * with one form (Vietnamese) and with two, one for 1 and one for the rest; others get the last
 * form.
 */
const char *sme_catalog_get_plural (SmeCatalog *self,
                                    const char *context,
                                    const char *msgid,
                                    const char *msgid_plural,
                                    gulong n);

G_END_DECLS
