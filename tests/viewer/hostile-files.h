/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HostileFile: a file that wants to do harm, or is none at all.
 * @code: the error with which it is refused, or %HOSTILE_OPENS
 * @n_pages: if it opens
 */
typedef struct
{
  const char *name;
  GBytes *(*make) (void);
  int code;
  guint n_pages;
} HostileFile;

#define HOSTILE_OPENS (-1)

/** All of them; the last one has no name. */
extern const HostileFile hostile_files[];

/** What a launch action of the corpus would make if it were run. */
#define HOSTILE_TRACE "/tmp/onesme-was-launched"

G_END_DECLS
