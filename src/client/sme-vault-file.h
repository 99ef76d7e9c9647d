/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SmeVaultKey:
 *
 * The key of a vault, in memory that is never swapped out and is overwritten when it goes. Safe to
 * use from any thread.
 */
typedef struct _SmeVaultKey SmeVaultKey;

SmeVaultKey *sme_vault_key_new_random (void);
/* NULL when @text is not what sme_vault_key_to_text() gives. */
SmeVaultKey *sme_vault_key_new_from_text (const char *text);
/* Free with sme_secret_free(). */
char *sme_vault_key_to_text (SmeVaultKey *self);
void sme_vault_key_free (SmeVaultKey *self);

/* All of these block: they are for a worker thread. Errors are of %SME_VAULT_ERROR. */

/* Makes @directory (0700) and takes away what a crash left half written. */
gboolean sme_vault_file_prepare (const char *directory, GError **error);

/* Where in @directory the things of @owner lie: a folder whose name says nothing. (transfer full)
 */
char *sme_vault_file_build_folder (const char *directory, SmeVaultKey *key, const char *owner);
/* With all files in it. What is not there is gone. */
gboolean sme_vault_file_remove_folder (const char *directory, const char *folder, GError **error);

/* On the disk when it returns: file and name. */
gboolean sme_vault_file_write (const char *directory,
                               SmeVaultKey *key,
                               const char *name,
                               GBytes *bytes,
                               GError **error);

/* NULL without an error when there is none. */
GBytes *
sme_vault_file_read (const char *directory, SmeVaultKey *key, const char *name, GError **error);
gboolean
sme_vault_file_remove (const char *directory, SmeVaultKey *key, const char *name, GError **error);

G_END_DECLS
