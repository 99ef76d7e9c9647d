/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what the fuzzer begins with: write-corpus FOLDER. Small files only; the large ones of the
 * corpus would only slow it down. */
#include "hostile-files.h"
#include "seal-cases.h"
#include "viewer-fixture.h"

#define SIZE_MAX_BYTES (64 * 1024)

static void
write_file (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.pdf", folder, name);
  g_autoptr (GError) error = NULL;

  if (g_bytes_get_size (bytes) <= SIZE_MAX_BYTES)
    g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                         &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  /* What only takes long, or all memory, teaches the fuzzer nothing; here nothing bounds it. */
  static const char *const slow[] = {
    "saves",        "doubling-drawing", "endless-drawing", "hidden-image", "inflating",
    "inline-image", "packed-saves",     "slow-page",       NULL,
  };
  g_autoptr (GBytes) contract = fixture_make_contract (2);
  g_autoptr (GBytes) linked = fixture_make_linked_contract (3);
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) forged = seal_cases_replace_page (sealed, 0);
  g_autoptr (GBytes) twice = seal_cases_make_twice_signed ();

  g_assert_cmpint (argc, ==, 2);
  for (const HostileFile *file = hostile_files; file->name != NULL; file++)
    if (!g_strv_contains (slow, file->name))
      {
        g_autoptr (GBytes) bytes = file->make ();

        write_file (argv[1], file->name, bytes);
      }
  write_file (argv[1], "contract", contract);
  write_file (argv[1], "linked", linked);
  write_file (argv[1], "sealed", sealed);
  write_file (argv[1], "forged", forged);
  write_file (argv[1], "twice-signed", twice);
  return 0;
}
