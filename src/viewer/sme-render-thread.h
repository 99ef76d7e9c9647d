/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SmeRenderPriority:
 *
 * What the render thread does first. Within one priority, first come is first served.
 */
typedef enum
{
  SME_RENDER_OPEN,    /* a document that a person waits for */
  SME_RENDER_VISIBLE, /* a page on the screen */
  SME_RENDER_TEXT,    /* text that a person asked for: search, copy, text mode */
  SME_RENDER_AHEAD,   /* a page in the direction of scrolling */
  SME_RENDER_BEHIND,  /* a page that was just left */
  SME_RENDER_IDLE,    /* stand-ins, thumbnails */
} SmeRenderPriority;

/**
 * SmeRenderWork:
 *
 * Runs in the render thread. @data is the task's data; @cancellable (nullable) may be polled by
 * long work. Returns: (transfer full): the result, or %NULL with @error set.
 */
typedef gpointer (*SmeRenderWork) (gpointer data, GCancellable *cancellable, GError **error);

/**
 * SmeRenderRequest:
 * @free_result: frees a result that nobody collects; called on the task's own thread
 * @owner: with @key says whose work this is, or %NULL. A request replaces the waiting one of the
 *   same owner and key (its task returns %G_IO_ERROR_CANCELLED), so that there is at most one
 *   running and one waiting per page.
 */
typedef struct
{
  SmeRenderWork work;
  GDestroyNotify free_result;
  SmeRenderPriority priority;
  gconstpointer owner;
  guint key;
} SmeRenderRequest;

/**
 * sme_render_thread_run:
 * @task: (transfer full): returns a pointer; its data goes to the work. Call this on the thread
 *   of the task's context. The render thread never touches the task nor any object it holds.
 *
 * Queues work for the one render thread of the program. A task whose cancellable is cancelled
 * while it waits leaves the queue at once.
 */
void sme_render_thread_run (GTask *task, const SmeRenderRequest *request);

/** Changes the priority of the work of @owner and @key, which waits or runs. */
void sme_render_thread_reprioritize (gconstpointer owner, guint key, SmeRenderPriority priority);

/**
 * sme_render_thread_dispose_later:
 *
 * Frees @data in the render thread, before any further work: for what only that thread may touch.
 */
void sme_render_thread_dispose_later (gpointer data, GDestroyNotify destroy);

/**
 * sme_render_thread_when_quiet:
 *
 * Has @func called in the render thread each time that there was no work for some seconds.
 */
void sme_render_thread_when_quiet (void (*func) (void));

/** For work that runs: its priority as it is now, and whether something much more urgent waits. */
SmeRenderPriority sme_render_thread_get_priority (void);
gboolean sme_render_thread_should_yield (void);

/** Whether the program ends: whatever runs should end, too. */
gboolean sme_render_thread_is_quitting (void);

/** Whether the caller is the render thread. */
gboolean sme_render_thread_is_current (void);

G_END_DECLS
