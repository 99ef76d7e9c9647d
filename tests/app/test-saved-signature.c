/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first argument says whether there is a keyring: see tests/tools/run-with-keyring.sh. */
#include "app/signing/sme-saved-signature.h"
#include "test-server.h"

#include <glib/gstdio.h>

typedef struct
{
  char *directory;
  SmeKeyring *keyring;
  SmeVault *vault;
  SmeSavedSignature *saved;
} Fixture;

/* Another run of the program, for @account. */
static void
begin (Fixture *f, const char *account)
{
  f->keyring = sme_keyring_new ();
  sme_keyring_set_limits (f->keyring, 5000, 300);
  f->vault = sme_vault_new (f->keyring, f->directory);
  f->saved = sme_saved_signature_new (f->keyring, f->vault, account);
}

static void
end (Fixture *f)
{
  test_assert_finalizes (f->saved);
  test_assert_finalizes (f->vault);
  test_assert_finalizes (f->keyring);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->directory = g_dir_make_tmp ("onesme-saved-XXXXXX", NULL);
  begin (f, "an");
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  end (f);
  remove_tree (f->directory);
  g_free (f->directory);
}

static gboolean
load (Fixture *f)
{
  g_auto (TestCall) call = { 0 };

  sme_saved_signature_load_async (f->saved, NULL, test_on_ready, &call);
  return sme_saved_signature_load_finish (f->saved, test_await (&call), NULL);
}

static gboolean
unlock (Fixture *f)
{
  g_auto (TestCall) call = { 0 };

  sme_saved_signature_unlock_async (f->saved, NULL, test_on_ready, &call);
  return sme_saved_signature_unlock_finish (f->saved, test_await (&call), NULL);
}

static SmeInk *
draw (double width, double height)
{
  SmeInk *ink = sme_ink_new (width, height);

  for (guint stroke = 0; stroke < 2; stroke++)
    {
      g_assert_true (sme_ink_begin_stroke (ink, NULL));
      for (guint i = 0; i < 20; i++)
        sme_ink_append (ink, 20 + i * 5 + stroke * 40, 60 + (i % 5) * 8, i * 8, -1, NULL);
      sme_ink_end_stroke (ink);
    }
  return ink;
}

static gboolean
holds (const char *path, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *contents = NULL;
  const char *name;
  gsize length;

  if (dir == NULL)
    return g_file_get_contents (path, &contents, &length, NULL) &&
           g_strstr_len (contents, (gssize) length, text) != NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (holds (child, text))
        return TRUE;
    }
  return FALSE;
}

static void
test_another_day (Fixture *f, gconstpointer data)
{
  g_autoptr (SmeInk) ink = draw (600, 250);

  g_assert_false (load (f));
  g_assert_true (sme_saved_signature_can_keep (f->saved));
  sme_saved_signature_keep (f->saved, sme_signature_content_new_from_ink (ink));
  g_assert_true (sme_saved_signature_get_exists (f->saved));
  g_assert_true (load (f));
  end (f);
  begin (f, "an");
  g_assert_true (unlock (f));
  g_assert_true (sme_ink_equal (sme_saved_signature_get_content (f->saved)->ink, ink));
}

static void
test_name (Fixture *f, gconstpointer data)
{
  load (f);
  sme_saved_signature_keep (f->saved, sme_signature_content_new_from_name ("Nguyễn Thị Ánh"));
  g_assert_true (load (f));
  g_assert_cmpstr (sme_saved_signature_get_content (f->saved)->way, ==, "type");
  g_assert_cmpstr (sme_saved_signature_get_content (f->saved)->name, ==, "Nguyễn Thị Ánh");
  g_assert_false (holds (f->directory, "Ánh"));
}

/* Another person at the same computer. */
static void
test_own (Fixture *f, gconstpointer data)
{
  load (f);
  sme_saved_signature_keep (f->saved, sme_signature_content_new_from_name ("Nguyễn Thị Ánh"));
  g_assert_true (load (f));
  end (f);
  begin (f, "binh");
  g_assert_false (unlock (f));
}

static void
test_deleted (Fixture *f, gconstpointer data)
{
  load (f);
  sme_saved_signature_keep (f->saved, sme_signature_content_new_from_name ("An"));
  sme_saved_signature_forget (f->saved);
  g_assert_false (sme_saved_signature_get_exists (f->saved));
  g_assert_false (load (f));
}

/* As large as it fits, and nothing of what was there. */
static void
test_other_box (void)
{
  g_autoptr (SmeInk) ink = draw (600, 250);
  g_autoptr (SmeInk) target = draw (300, 200);
  g_autoptr (SmeSignatureContent) content = sme_signature_content_new_from_ink (ink);
  cairo_rectangle_t whole, half;

  sme_signature_content_draw (content, target);
  g_assert_cmpuint (sme_ink_get_n_strokes (target), ==, 2);
  g_assert_true (sme_ink_get_bounds (ink, &whole));
  g_assert_true (sme_ink_get_bounds (target, &half));
  g_assert_cmpfloat_with_epsilon (half.width, whole.width / 2, 0.01);
  g_assert_cmpfloat_with_epsilon (half.y, whole.y / 2, 0.01);
}

static void
test_broken (void)
{
  g_autoptr (GBytes) junk = g_bytes_new_static ("what is this", 12);
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);

  g_assert_null (sme_signature_content_new_from_bytes (junk));
  g_assert_null (sme_signature_content_new_from_bytes (none));
}

/* Nobody unlocks: nothing is kept, and nothing is offered. */
static void
test_locked (Fixture *f, gconstpointer data)
{
  g_assert_false (load (f));
  g_assert_false (sme_saved_signature_can_keep (f->saved));
  g_assert_true (sme_saved_signature_is_locked (f->saved));
  sme_saved_signature_keep (f->saved, sme_signature_content_new_from_name ("An"));
  g_assert_false (sme_saved_signature_get_exists (f->saved));
  g_assert_false (unlock (f));
  g_assert_false (holds (f->directory, "An"));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  if (g_str_equal (argv[1], "locked"))
    {
      ADD ("/a45/saved/a-locked-keyring-gives-and-takes-nothing", test_locked);
      return g_test_run ();
    }
  ADD ("/a45/saved/another-day", test_another_day);
  ADD ("/a45/saved/a-name-is-not-readable-on-the-disk", test_name);
  ADD ("/a45/saved/of-one-account", test_own);
  ADD ("/a45/saved/can-be-deleted", test_deleted);
  g_test_add_func ("/a45/saved/fits-another-box", test_other_box);
  g_test_add_func ("/a45/saved/what-is-broken-is-none", test_broken);
  return g_test_run ();
}
