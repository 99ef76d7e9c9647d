/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "seal/sme-seal-signer.h"

G_BEGIN_DECLS

/**
 * SmeKeys:
 *
 * The secrets of the backend, kept apart from the database in a directory of their own (0700, files
 * 0600) and made at the first start: the key that codes, tokens and bodies are hashed with, and the
 * keys and certificates of the seal and of the timestamps.
 */
typedef struct _SmeKeys SmeKeys;

SmeKeys *sme_keys_open (const char *directory, GError **error);
void sme_keys_free (SmeKeys *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeKeys, sme_keys_free)

/* Keyed BLAKE2b-256 of the parts, in hexadecimal; @purpose separates the uses. NULL-terminated. */
char *sme_keys_mac (SmeKeys *self, const char *purpose, ...) G_GNUC_NULL_TERMINATED;
char *sme_keys_mac_bytes (SmeKeys *self, const char *purpose, GBytes *bytes);

/* Constant-time. */
gboolean sme_keys_equal (const char *a, const char *b);

SmeSealSigner *sme_keys_get_signer (SmeKeys *self);

/* Writes the certificates of the authorities above seal and timestamps, and no key: what
 * list_authorities answers, for those on this computer who check files while the server is off. */
gboolean sme_keys_publish (SmeKeys *self, const char *path, GError **error);
/* Who stamps times where no other authority is configured. */
SmeSealSigner *sme_keys_get_stamper (SmeKeys *self);

G_END_DECLS
