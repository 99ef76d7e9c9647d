/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "backend/paper/sme-paper-contract.h"

G_BEGIN_DECLS

#define FIXTURE_TIME G_GINT64_CONSTANT (1795317300000) /* 22/11/2026 10:15 in Vietnam */
#define FIXTURE_ADDRESS "14, Khu Đoàn Kết 3, Phường Đồ Sơn, Thành phố Hải Phòng"

/* Names of our own: only a later poppler lets its types clean up after themselves. */
typedef PopplerDocument FixtureDocument;
typedef PopplerPage FixturePage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FixtureDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FixturePage, g_object_unref)

/* An order that is paid, with everything declared; its profile names an organisation too. */
SmeOrder *fixture_order_new (void);

/* A contract of @order, drawn for the demonstration. */
GBytes *fixture_draw (SmeOrder *order, SmeCustomerType type, SmePaperField *field);

PopplerDocument *fixture_open (GBytes *pdf);

/* @text without any white space: where lines end, and what poppler takes for a space, is no matter.
 */
char *fixture_squeeze (const char *text);

/* What the pages say, squeezed. */
char *fixture_get_text (GBytes *pdf);
char *fixture_get_page_text (PopplerDocument *document, int page);

void fixture_assert_says (const char *text, const char *words);

G_END_DECLS
