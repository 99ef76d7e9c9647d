/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-keyring-text.h"

#include <glib/gi18n.h>

const char *
sme_keyring_text (SmeKeyringState state)
{
  switch (state)
    {
    case SME_KEYRING_LOCKED:
      return _ ("The keyring is locked, so you stay signed in for this run only.");
    case SME_KEYRING_ABSENT:
      return _ ("This computer has no keyring, so you stay signed in for this run only.");
    case SME_KEYRING_FAILED:
      return _ ("The keyring does not answer, so you stay signed in for this run only.");
    case SME_KEYRING_UNKNOWN:
    case SME_KEYRING_AVAILABLE:
    default:
      return NULL;
    }
}

static void
on_state_changed (SmeKeyring *keyring, GParamSpec *pspec, gpointer window)
{
  SmeKeyringState state = sme_keyring_get_state (keyring);
  const char *text = sme_keyring_text (state);

  if (state == SME_KEYRING_UNKNOWN)
    return;
  g_signal_handlers_disconnect_by_func (keyring, on_state_changed, window);
  if (text != NULL)
    gtk_widget_activate_action (window, "win.toast-kept", "s", text);
}

void
sme_keyring_text_tell (SmeKeyring *keyring, GtkWidget *window)
{
  g_return_if_fail (SME_IS_KEYRING (keyring) && GTK_IS_WIDGET (window));
  g_signal_connect_object (keyring, "notify::state", G_CALLBACK (on_state_changed), window, 0);
  on_state_changed (keyring, NULL, window);
}
