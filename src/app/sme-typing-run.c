/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-typing-run.h"

#define PAUSE_MS 2000

/* Who goes somewhere with the keyboard means what is typed there. */
static gboolean
goes_somewhere (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
    case GDK_KEY_Escape:
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
    case GDK_KEY_Home:
    case GDK_KEY_End:
      return TRUE;
    default:
      return keyval >= GDK_KEY_F1 && keyval <= GDK_KEY_F12;
    }
}

gboolean
sme_typing_run_note (SmeTypingRun *self, guint keyval, guint32 time_ms, gboolean in_entry)
{
  /* The clock of the keys may start again from nothing: the difference wraps with it. */
  guint32 pause_ms = time_ms - self->last_ms;

  if (in_entry)
    self->of_entry = TRUE;
  else if (pause_ms > PAUSE_MS || goes_somewhere (keyval))
    self->of_entry = FALSE;
  self->last_ms = time_ms;
  return !self->of_entry;
}

void
sme_typing_run_end (SmeTypingRun *self)
{
  self->of_entry = FALSE;
}
