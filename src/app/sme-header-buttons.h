/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * sme_header_buttons_follow:
 * @header: in a window that is not shown yet
 *
 * Where @header is as narrow as on a phone, the window's buttons that minimize and maximize give
 * their place to the title, of which a word or two could be read otherwise. The one that closes,
 * and the order that the desktop wants, stay.
 */
void sme_header_buttons_follow (AdwHeaderBar *header);

G_END_DECLS
