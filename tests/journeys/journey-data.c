/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journey-data.h"

#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-signing.h"
#include "journey-steps.h"

#include <glib/gstdio.h>
#include <string.h>

/* The toast, as far as it says the same of every folder. */
static void
see_saved (Journey *self)
{
  const char *text = T ("Your data are saved in the folder “%s”");
  g_autofree char *begin = g_strndup (text, (gsize) (strstr (text, "%s") - text));

  journey_see (self, begin);
}

char *
journey_take_data_along (Journey *self, const char *name)
{
  g_autofree char *parent = journey_build_path (self, name);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  const char *made;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  journey_open_row (self, T ("Take your data along…"));
  journey_choose_file (self, parent);
  see_saved (self);
  dir = g_dir_open (parent, 0, &error);
  g_assert_no_error (error);
  made = g_dir_read_name (dir);
  g_assert_nonnull (made);
  g_assert_true (g_str_has_prefix (made, "OneSME-"));
  return g_build_filename (parent, made, NULL);
}

static void
check_json (Journey *self, const char *path, const char *const *words)
{
  /* Written anew, so that letters are letters however they were escaped. */
  g_autofree char *text = journey_run (
    self, "python3", "-c",
    "import json,sys; print(json.dumps(json.load(open(sys.argv[1])), ensure_ascii=False))", path,
    NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      journey_fail (self, "%s does not say “%s”", path, words[i]);
}

static void
check_pdf (Journey *self, const char *path)
{
  g_autofree char *data = NULL;
  g_autofree char *facts = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  if (length < 5 || memcmp (data, "%PDF-", 5) != 0)
    journey_fail (self, "%s is no PDF", path);
  facts = journey_run (self, "pdfinfo", path, NULL);
  g_assert_nonnull (strstr (facts, "Pages:"));
}

/* What it says of each file in @folder is so, and it says it of every one but itself. */
static void
check_index (Journey *self, const char *folder)
{
  g_autofree char *said = journey_run (
    self, "python3", "-c",
    "import hashlib,json,os,sys\n"
    "folder=sys.argv[1]\n"
    "files=json.load(open(os.path.join(folder,'index.json')))['files']\n"
    "names={f['name'] for f in files}|{'index.json'}\n"
    "assert names==set(os.listdir(folder)), names\n"
    "for f in files:\n"
    "  data=open(os.path.join(folder,f['name']),'rb').read()\n"
    "  assert len(data)==f['bytes'] and hashlib.sha256(data).hexdigest()==f['sha256'], f\n",
    folder, NULL);
}

guint
journey_check_data (Journey *self, const char *folder, const char *const *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  gboolean told = FALSE, listed = FALSE;
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_test_message ("%s", name);
      if (g_str_equal (name, "data.json"))
        {
          told = TRUE;
          check_json (self, path, words);
          continue;
        }
      if (g_str_equal (name, "index.json"))
        {
          listed = TRUE;
          check_index (self, folder);
          continue;
        }
      check_pdf (self, path);
      n++;
    }
  g_assert_true (told && listed);
  return n;
}
