/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-scan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Of a picture that is chosen. What cameras of telephones write has 3 to 12 MB. */
#define SME_IMAGE_MAX_BYTES (16 * 1024 * 1024)
#define SME_IMAGE_MAX_PIXELS (40 * 1000 * 1000)

/**
 * SmeImageError:
 * @SME_IMAGE_ERROR_TYPE: neither PNG nor JPEG, whatever its name says
 * @SME_IMAGE_ERROR_BYTES: the file is too large
 * @SME_IMAGE_ERROR_PIXELS: what it would become is too large
 * @SME_IMAGE_ERROR_DAMAGED: it cannot be decoded to its end
 */
typedef enum
{
  SME_IMAGE_ERROR_TYPE,
  SME_IMAGE_ERROR_BYTES,
  SME_IMAGE_ERROR_PIXELS,
  SME_IMAGE_ERROR_DAMAGED,
} SmeImageError;

#define SME_IMAGE_ERROR (sme_image_error_quark ())
GQuark sme_image_error_quark (void);

/**
 * sme_image_reader_read_async:
 * @stream: (transfer none): the bytes of a picture
 *
 * Reads a picture of a signature in a thread: its type is told by its bytes, its size is looked at
 * before it is unpacked, and it is turned as a camera says that it was held. Only pixels come back;
 * place, time and what else was in the file are gone. Errors: %SME_IMAGE_ERROR, and those of
 * reading.
 */
void sme_image_reader_read_async (GInputStream *stream,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
SmeInkScan *sme_image_reader_read_finish (GAsyncResult *result, GError **error);

/* The same of a file, which need not be on this computer. */
void sme_image_reader_read_file_async (GFile *file,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/* sme_ink_scan_extract() in a thread. */
void sme_image_reader_extract_async (SmeInkScan *scan,
                                     double strength,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
SmeInkImage *sme_image_reader_extract_finish (GAsyncResult *result, GError **error);

/* The code of sme_reason_text() for any error of these. */
const char *sme_image_reader_reason_code (const GError *error);

G_END_DECLS
