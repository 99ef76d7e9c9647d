/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draft-desk.h"

SmeProfile *
draft_make (const char *name, const char *phone)
{
  SmeProfile *profile = sme_profile_new ();

  sme_record_set_text (SME_RECORD (profile), "full_name", name);
  sme_record_set_text (SME_RECORD (profile), "phone", phone);
  return profile;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  DraftDesk *desk = data;
  g_autoptr (GError) error = NULL;

  desk->loaded = sme_draft_keeper_load_finish (SME_DRAFT_KEEPER (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_loaded (gpointer data)
{
  return ((DraftDesk *) data)->loaded != NULL;
}

static gboolean
is_wanted (gpointer data)
{
  DraftDesk *desk = data;

  return sme_draft_keeper_get_state (desk->keeper) == desk->wanted;
}

void
draft_desk_wait (DraftDesk *desk, SmeDraftState state)
{
  desk->wanted = state;
  app_run_until (is_wanted, desk);
}

static void
on_merged (SmeDraftKeeper *keeper, SmeProfile *merged, gpointer data)
{
  g_set_object (&((DraftDesk *) data)->merged, merged);
}

DraftDesk *
draft_desk_load (AppFixture *f, const char *draft)
{
  DraftDesk *desk = g_new0 (DraftDesk, 1);

  fake_shop_answer (f->shop, SME_OP_GET_DRAFT, DRAFT_ID, draft);
  desk->keeper = sme_draft_keeper_new (f->context, DRAFT_ID);
  g_signal_connect (desk->keeper, "merged", G_CALLBACK (on_merged), desk);
  sme_draft_keeper_load_async (desk->keeper, NULL, on_loaded, desk);
  app_run_until (is_loaded, desk);
  return desk;
}

void
draft_desk_free (DraftDesk *desk)
{
  g_assert_finalize_object (desk->keeper);
  g_clear_object (&desk->loaded);
  g_clear_object (&desk->merged);
  g_free (desk);
}

void
draft_desk_leave (DraftDesk *desk)
{
  g_object_unref (desk->keeper);
  app_run_idle ();
  g_clear_object (&desk->loaded);
  g_clear_object (&desk->merged);
  g_free (desk);
}
