/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sme-clock.h"

struct _SmeClock
{
  gatomicrefcount ref_count;
  GMutex lock;
  gint64 offset;
};

SmeClock *
sme_clock_new (void)
{
  SmeClock *self = g_new0 (SmeClock, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  return self;
}

SmeClock *
sme_clock_ref (SmeClock *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sme_clock_unref (SmeClock *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_mutex_clear (&self->lock);
  g_free (self);
}

gint64
sme_clock_get_offset (SmeClock *self)
{
  gint64 offset;

  g_mutex_lock (&self->lock);
  offset = self->offset;
  g_mutex_unlock (&self->lock);
  return offset;
}

void
sme_clock_set_offset (SmeClock *self, gint64 offset)
{
  g_mutex_lock (&self->lock);
  self->offset = offset;
  g_mutex_unlock (&self->lock);
}

gint64
sme_clock_now (SmeClock *self)
{
  return g_get_real_time () / 1000 + sme_clock_get_offset (self);
}
