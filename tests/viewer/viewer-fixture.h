/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document.h"

G_BEGIN_DECLS

/** A contract of @n_pages of A4, each with "Hợp đồng số N" and some lines of Vietnamese. */
GBytes *fixture_make_contract (guint n_pages);

/** The same, filled with as much text as a real contract has. */
GBytes *fixture_make_dense_contract (guint n_pages);

/**
 * A contract of @n_pages (at least 3) with a table of contents ("Điều 1" on page 1 to "Điều 3" with
 * "Khoản 3.1" below it) and two links at the top of page 1: to page 3, where the box from 72, 20 to
 * 172, 40 is, and to https://smartca.vnpt.vn, right of it from 200 to 300.
 */
GBytes *fixture_make_linked_contract (guint n_pages);

/** The same, filled with text. "Điều 2" begins half way down page 2, "Khoản 3.1" of page 3. */
GBytes *fixture_make_dense_linked_contract (guint n_pages);

/** A PDF of one page without text, with @media_box ("0 0 595 842") and @trailer (may be ""). */
GBytes *fixture_make_bare_pdf (const char *media_box, const char *trailer);

/** Opens @bytes, running the main loop. Returns: %NULL with @error. */
SmeDocument *fixture_open (GBytes *bytes, GError **error);

/** Opens what must open. */
SmeDocument *fixture_open_contract (guint n_pages);

/** Runs the main loop until *@condition; a test that waits too long fails. */
void fixture_run_until (const gboolean *condition);

/** Runs the main loop until @condition says so. */
void fixture_run_until_func (gboolean (*condition) (gpointer), gpointer user_data);

/** A #GAsyncReadyCallback that keeps the result in a `GAsyncResult *`. */
void fixture_keep_result (GObject *source, GAsyncResult *result, gpointer user_data);

/** Waits for what fixture_keep_result() keeps. */
void fixture_await (GAsyncResult **result);

G_END_DECLS
