/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-window.h"

G_BEGIN_DECLS

/* "Mở liên kết": asks for a link and opens it in @window; says why one cannot be opened while it is
 * typed or pasted. */
void sme_link_dialog_present (SmeWindow *window);

G_END_DECLS
