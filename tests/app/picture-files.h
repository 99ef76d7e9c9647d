/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files of pictures as people have them, and as nobody should. Each is written into the test's own
 * directory, which picture_files_clear() takes away. */

/* A signature on paper, 900 x 400; @type: "png" or "jpeg". */
GFile *picture_files_write_signature (const char *name, const char *type);
/* The same as a camera writes it that was held upright: EXIF says so, and where it was. */
GFile *picture_files_write_turned (const char *name);
/* Paper alone. */
GFile *picture_files_write_paper (const char *name);
/* A few bytes that say that the picture has @side x @side pixels. */
GFile *picture_files_write_bomb (const char *name, const char *type, guint side);
/* Anything. */
GFile *picture_files_write (const char *name, gconstpointer data, gsize size);
void picture_files_clear (void);

G_END_DECLS
