/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Watch:
 *
 * Looks at the screen whenever something was painted on it.
 */
typedef struct _Watch Watch;

typedef enum
{
  WATCH_WINDOW, /* a quarter of the place for content is light: a window is painted, be it a small
                   one */
  WATCH_CARDS,  /* it is light and the coloured tiles of several cards are in it */
  WATCH_PAGE,   /* text is on white paper */
  WATCH_NOTHING,
} WatchFor;

Watch *watch_new (void);
void watch_free (Watch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Watch, watch_free)

/* FALSE when it wasn't seen in @timeout_ms. */
gboolean watch_until (Watch *self, WatchFor what, guint timeout_ms);

G_END_DECLS
