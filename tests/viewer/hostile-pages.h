/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A picture of a billion pixels: in an object, within a page, and in a file without a table. */
GBytes *hostile_make_huge_image (void);
GBytes *hostile_make_inline_image (void);
GBytes *hostile_make_hidden_image (void);

/** A page that is never done. */
GBytes *hostile_make_endless_drawing (void);

/** A page that takes more memory than there is. */
GBytes *hostile_make_packed_saves (void);

G_END_DECLS
