/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-draft-text.h"

#include <glib/gi18n.h>

const char *
sme_draft_text_describe (SmeDraftState state, gboolean unreadable)
{
  switch (state)
    {
    case SME_DRAFT_SAVED:
      return unreadable
               ? _ ("Everything you typed is saved, but for a date that can't be read yet.")
               : _ ("Everything you typed is saved.");
    case SME_DRAFT_PENDING:
      return _ ("Saving…");
    case SME_DRAFT_KEPT_HERE:
      return _ (
        "The server can't be reached. What you typed is kept on this computer and sent later.");
    case SME_DRAFT_DISPUTED:
      return _ ("Kept on this computer until you have chosen above.");
    default:
      return _ ("What you typed could not be saved yet. Please keep this window open.");
    }
}
