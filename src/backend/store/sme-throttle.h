/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/**
 * SmeThrottle:
 * @free_tries: how many failures cost nothing
 * @window: milliseconds after which failures are forgotten
 *
 * Slows down guessing: after the free tries every further one must wait longer.
 */
typedef struct
{
  const char *purpose;
  guint free_tries;
  gint64 window;
} SmeThrottle;

extern const SmeThrottle sme_throttle_sign_in;
/* The password asked for once more within a session. */
extern const SmeThrottle sme_throttle_password;

/* SME_PROBLEM_TOO_MANY_REQUESTS with the seconds to wait, when it is too soon for another try. */
gboolean sme_throttle_check (SmeCall *call,
                             const SmeThrottle *throttle,
                             const char *subject,
                             GError **error);
gboolean
sme_throttle_fail (SmeCall *call, const SmeThrottle *throttle, const char *subject, GError **error);
gboolean sme_throttle_forget (SmeCall *call,
                              const SmeThrottle *throttle,
                              const char *subject,
                              GError **error);

/* Counts something in spans of @window milliseconds, each beginning with what is counted first;
 * @count is what it is now, this one included. */
gboolean sme_throttle_count (SmeCall *call,
                             const char *purpose,
                             const char *subject,
                             gint64 window,
                             gint64 *count,
                             GError **error);

/* Something that can be had once in @window milliseconds: SME_PROBLEM_TOO_MANY_REQUESTS with the
 * seconds to wait when it was begun within them. */
gboolean sme_throttle_check_pause (SmeCall *call,
                                   const char *purpose,
                                   const char *subject,
                                   gint64 window,
                                   GError **error);
gboolean
sme_throttle_begin_pause (SmeCall *call, const char *purpose, const char *subject, GError **error);

/* The same for what can be had @most times in spans of @window that sme_throttle_count() counts. */
gboolean sme_throttle_check_count (SmeCall *call,
                                   const char *purpose,
                                   const char *subject,
                                   gint64 window,
                                   gint64 most,
                                   GError **error);

/* Until the day in Vietnam is over. */
int sme_throttle_seconds_of_today (SmeCall *call);

/* Counts something per Vietnam day; @count is what it is now. */
gboolean sme_daily_count (SmeCall *call,
                          const char *purpose,
                          const char *subject,
                          gint64 add,
                          gint64 *count,
                          GError **error);

G_END_DECLS
