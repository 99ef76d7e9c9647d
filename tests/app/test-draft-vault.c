/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft in the vault of this computer, where it lies while the server does not have it. */
#include "app/order/sme-draft-store.h"
#include "client/sme-vault.h"
#include "core/sme-account.h"
#include "draft-desk.h"

#include <string.h>

/* ---- Another account on the same computer */

static void
on_refused (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeProfile) loaded =
    sme_draft_keeper_load_finish (SME_DRAFT_KEEPER (source), result, &error);

  g_assert_null (loaded);
  g_assert_nonnull (error);
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* Nothing is shown to who asks now. */
static void
assert_refused (AppFixture *f)
{
  SmeDraftKeeper *keeper = sme_draft_keeper_new (f->context, DRAFT_ID);
  gboolean refused = FALSE;

  sme_draft_keeper_load_async (keeper, NULL, on_refused, &refused);
  app_run_until (is_true, &refused);
  g_object_unref (keeper);
}

/* In memory only: there is no keyring here. */
static SmeVault *
make_vault (AppFixture *f)
{
  g_autoptr (SmeKeyring) keyring = sme_keyring_new ();
  g_autoptr (SmeVault) vault = sme_vault_new (keyring, "/nonexistent");

  sme_context_set_vault (f->context, vault);
  return vault;
}

static void
sign_in (AppFixture *f, const char *id)
{
  g_autoptr (SmeAccount) account = NULL;

  fake_shop_set_signed_in (f->shop, id != NULL);
  g_object_get (f->shop, "account", &account, NULL);
  if (id != NULL)
    sme_record_set_text (SME_RECORD (account), "id", id);
}

/* Typed while the server is away, which is the only time that it lies here. */
static void
type_offline (AppFixture *f, const char *name)
{
  DraftDesk *desk = draft_desk_load (f, "{}");
  g_autoptr (SmeProfile) typed = draft_make (name, NULL);

  fake_shop_refuse (f->shop, SME_OP_PUT_DRAFT, SME_PROBLEM_UNREACHABLE);
  sme_draft_keeper_put (desk->keeper, typed);
  draft_desk_wait (desk, SME_DRAFT_KEPT_HERE);
  draft_desk_leave (desk);
}

static void
assert_loads (AppFixture *f, const char *name)
{
  DraftDesk *desk = draft_desk_load (f, "{}");

  g_assert_cmpstr (sme_record_get_text (SME_RECORD (desk->loaded), "full_name"), ==, name);
  draft_desk_leave (desk);
}

/* While the server is away it is not asked at every word, and still each word is kept at once, not
 * only when it is asked the next time. */
static void
test_offline (AppFixture *f, gconstpointer data)
{
  DraftDesk *desk;
  g_autoptr (SmeProfile) typed = draft_make ("Lan", NULL);
  g_autoptr (SmeProfile) more = draft_make ("Lan Anh", NULL);

  make_vault (f);
  sign_in (f, "lan");
  desk = draft_desk_load (f, "{}");
  fake_shop_refuse (f->shop, SME_OP_PUT_DRAFT, SME_PROBLEM_UNREACHABLE);
  sme_draft_keeper_put (desk->keeper, typed);
  draft_desk_wait (desk, SME_DRAFT_KEPT_HERE);
  sme_draft_keeper_put (desk->keeper, more);
  draft_desk_wait (desk, SME_DRAFT_KEPT_HERE);
  g_assert_cmpuint (fake_shop_count (f->shop, SME_OP_PUT_DRAFT), ==, 1);
  draft_desk_leave (desk);
  fake_shop_answer (f->shop, SME_OP_PUT_DRAFT, DRAFT_ID, "{}");
  assert_loads (f, "Lan Anh");
}

/* ---- Killed while the server is asked what another computer wrote */

/* Nothing is under way for it any more. */
static gboolean
is_only (gpointer object)
{
  return G_OBJECT (object)->ref_count == 1;
}

typedef struct
{
  AppFixture *fixture;
  SmeDraftStore *store;
  SmeProfile *found;
  gboolean asking;
} Look;

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  Look *look = data;
  g_autoptr (SmeProfile) base = NULL;
  gboolean old;

  look->asking = FALSE;
  look->found = sme_draft_store_get_finish (look->store, result, &base, &old, NULL);
}

/* What the program would find here if it were started again. */
static gboolean
is_kept (gpointer data)
{
  Look *look = data;

  if (look->found == NULL && !look->asking &&
      fake_shop_count (look->fixture->shop, SME_OP_GET_DRAFT) == 2)
    {
      look->asking = TRUE;
      sme_draft_store_get_async (look->store, NULL, on_looked, look);
    }
  return look->found != NULL;
}

static void
test_killed_after_conflict (AppFixture *f, gconstpointer data)
{
  g_autoptr (SmeProfile) typed = draft_make ("Lan Anh", NULL);
  Look look = { .fixture = f };
  DraftDesk *desk;

  make_vault (f);
  sign_in (f, "lan");
  desk = draft_desk_load (f, "{\"full_name\":\"Lan\"}");
  look.store = sme_draft_store_new (f->context, DRAFT_ID);
  fake_shop_refuse (f->shop, SME_OP_PUT_DRAFT, SME_PROBLEM_PRECONDITION_FAILED);
  fake_shop_hold_operation (f->shop, SME_OP_GET_DRAFT);
  sme_draft_keeper_put (desk->keeper, typed);
  app_run_until (is_kept, &look);
  g_assert_cmpstr (sme_record_get_text (SME_RECORD (look.found), "full_name"), ==, "Lan Anh");
  /* Nothing is said of a server that is away: it is asked. */
  g_assert_cmpint (sme_draft_keeper_get_state (desk->keeper), ==, SME_DRAFT_PENDING);
  fake_shop_answer (f->shop, SME_OP_PUT_DRAFT, DRAFT_ID, "{}");
  fake_shop_let_go (f->shop);
  draft_desk_wait (desk, SME_DRAFT_SAVED);
  app_run_until (is_only, desk->keeper);
  draft_desk_free (desk);
  g_clear_object (&look.found);
  g_clear_object (&look.store);
}

static void
test_foreign (AppFixture *f, gconstpointer data)
{
  make_vault (f);
  sign_in (f, "lan");
  type_offline (f, "Lan");
  /* Signed out, and another person, whose the order is not. */
  sign_in (f, NULL);
  fake_shop_refuse (f->shop, SME_OP_GET_DRAFT, SME_PROBLEM_NO_SESSION);
  assert_refused (f);
  sign_in (f, "binh");
  fake_shop_refuse (f->shop, SME_OP_GET_DRAFT, SME_PROBLEM_NOT_FOUND);
  assert_refused (f);
  fake_shop_refuse (f->shop, SME_OP_GET_DRAFT, SME_PROBLEM_UNREACHABLE);
  assert_refused (f);
  /* Nor what lay here would the server mistake one for the other. */
  assert_loads (f, NULL);
  sign_in (f, "lan");
  fake_shop_answer (f->shop, SME_OP_PUT_DRAFT, DRAFT_ID, "{}");
  assert_loads (f, "Lan");
}

static void
on_vault_called (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* As drafts lay before they belonged to an account. */
static void
put_old (SmeVault *vault, const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  gboolean done = FALSE;

  sme_vault_put_async (vault, "draft/" DRAFT_ID, bytes, NULL, on_vault_called, &done);
  app_run_until (is_true, &done);
}

static void
test_old (AppFixture *f, gconstpointer data)
{
  SmeVault *vault = make_vault (f);

  put_old (vault, "{\"full_name\":\"Lan\"}");
  sign_in (f, "binh");
  /* Whose it is, only the server knows. */
  fake_shop_refuse (f->shop, SME_OP_GET_DRAFT, SME_PROBLEM_UNREACHABLE);
  assert_refused (f);
  fake_shop_refuse (f->shop, SME_OP_GET_DRAFT, SME_PROBLEM_NOT_FOUND);
  assert_refused (f);
  sign_in (f, "lan");
  fake_shop_refuse (f->shop, SME_OP_PUT_DRAFT, SME_PROBLEM_UNREACHABLE);
  assert_loads (f, "Lan");
  /* It has moved to her things. */
  sign_in (f, "binh");
  assert_loads (f, NULL);
  sign_in (f, "lan");
  assert_loads (f, "Lan");
}

static void
test_deleted (AppFixture *f, gconstpointer data)
{
  SmeVault *vault = make_vault (f);
  gboolean done = FALSE;

  sign_in (f, "lan");
  type_offline (f, "Lan");
  sign_in (f, "binh");
  type_offline (f, "Bình");
  sme_vault_forget_account_async (vault, "lan", NULL, on_vault_called, &done);
  app_run_until (is_true, &done);
  assert_loads (f, "Bình");
  sign_in (f, "lan");
  assert_loads (f, NULL);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  ADD ("/a24/each-word-is-kept-while-the-server-is-away", test_offline);
  ADD ("/a24/a-kill-after-a-conflict-loses-nothing", test_killed_after_conflict);
  ADD ("/a24/another-account-is-shown-nothing", test_foreign);
  ADD ("/a24/what-lay-under-the-order-alone-is-its-owners", test_old);
  ADD ("/a24/a-deleted-account-leaves-no-drafts", test_deleted);
  return g_test_run ();
}
