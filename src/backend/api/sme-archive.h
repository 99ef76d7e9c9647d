/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SmeArchive:
 *
 * A zip file in the making. The same files at the same time give the same bytes.
 */
typedef struct _SmeArchive SmeArchive;

/* @at: the time that all its files get, in milliseconds since the epoch */
SmeArchive *sme_archive_new (gint64 at);
void sme_archive_free (SmeArchive *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeArchive, sme_archive_free)

/* @name: UTF-8, a plain file name; what cannot stand in one is replaced */
gboolean sme_archive_add (SmeArchive *self, const char *name, GBytes *content, GError **error);

/* Returns: (transfer full): the whole; nothing can be added any more */
GBytes *sme_archive_finish (SmeArchive *self, GError **error);

G_END_DECLS
