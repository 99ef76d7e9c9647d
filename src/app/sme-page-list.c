/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-page-list.h"

#include "app/sme-page-focus.h"

static void
show_nothing_there (SmePage *page, SmeRemoteList *list, SmePageEmptyFunc show_empty)
{
  switch (sme_remote_list_get_state (list))
    {
    case SME_REMOTE_LIST_LOADING:
      /* What is shown now (also "nothing found") stays until the answer is there. */
      if (sme_page_get_state (page) == SME_PAGE_ERROR)
        sme_page_show_loading (page);
      break;
    case SME_REMOTE_LIST_READY:
      show_empty (page);
      break;
    case SME_REMOTE_LIST_ERROR:
      sme_page_show_error (page, sme_remote_list_get_error (list));
      break;
    }
}

static void
update (SmePage *page, SmeRemoteList *list)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0)
    sme_page_show_content (page);
  else
    show_nothing_there (page, list, g_object_get_data (G_OBJECT (page), "sme-show-empty"));
}

static void
on_state_changed (SmeRemoteList *list, GParamSpec *pspec, gpointer data)
{
  SmePage *page = data;

  update (page, list);
  if (sme_remote_list_get_state (list) == SME_REMOTE_LIST_ERROR &&
      g_list_model_get_n_items (G_LIST_MODEL (list)) > 0)
    sme_page_toast_error (page, sme_remote_list_get_error (list));
  if (sme_remote_list_get_state (list) != SME_REMOTE_LIST_LOADING)
    sme_page_focus_forget (page);
}

static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, gpointer data)
{
  update (data, SME_REMOTE_LIST (list));
  sme_page_focus_settle (data);
}

void
sme_page_follow_list (SmePage *page, SmeRemoteList *list, SmePageEmptyFunc show_empty)
{
  g_return_if_fail (SME_IS_PAGE (page) && SME_IS_REMOTE_LIST (list));
  g_object_set_data (G_OBJECT (page), "sme-show-empty", show_empty);
  g_signal_connect_object (list, "notify::state", G_CALLBACK (on_state_changed), page, 0);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (on_items_changed), page, 0);
  update (page, list);
}
