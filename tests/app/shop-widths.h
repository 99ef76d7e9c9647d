/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the program asks for while a page is shown. @json: "" is that there is nothing. */
typedef struct
{
  const char *what;
  const char *json;
} ShopAnswer;

/* @press: in English, what opens the part or the dialog that is measured; NULL for the page as it
 * is
 * @most: pixels, with large letters
 * @local: with what only the local backend offers */
typedef struct
{
  const char *name;
  const char *route;
  const char *press;
  int most;
  ShopAnswer answers[4];
  gboolean local;
} ShopWidths;

/* A test for each page: how narrow a window it fits in. By a company, which has the most to show.
 */
void shop_widths_add (const ShopWidths *rows, gsize n_rows);

G_END_DECLS
