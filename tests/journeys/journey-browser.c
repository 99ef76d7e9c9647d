/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "journey-browser.h"

#include <glib/gstdio.h>

#define DESKTOP_ID "onesme-test-browser.desktop"

static void
write_file (const char *directory, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

void
journey_browser_install (Journey *self)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "browser.sh", NULL);
  g_autofree char *folder = journey_build_path (self, "");
  g_autofree char *applications = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *entry = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Browser\n"
                                            "Exec=\"%s\" \"%s\" %%u\n"
                                            "MimeType=x-scheme-handler/http;\n",
                                            script, folder);

  write_file (applications, DESKTOP_ID, entry);
  write_file (g_get_user_config_dir (), "mimeapps.list",
              "[Default Applications]\nx-scheme-handler/http=" DESKTOP_ID "\n");
}

char *
journey_browser_read (Journey *self, const char *file)
{
  g_autofree char *path = journey_build_path (self, file);
  gint64 deadline = g_get_monotonic_time () + (gint64) (journey_get_patience () * G_USEC_PER_SEC);
  char *text = NULL;

  while (!g_file_get_contents (path, &text, NULL, NULL))
    {
      if (g_get_monotonic_time () > deadline)
        journey_fail (self, "The browser has no %s", file);
      journey_wait_for_change (self);
    }
  return text;
}

static void
set_file (Journey *self, const char *name, const char *text)
{
  g_autofree char *path = journey_build_path (self, name);
  g_autofree char *answer = journey_build_path (self, "bank-answer.html");
  g_autoptr (GError) error = NULL;

  g_remove (answer);
  if (text == NULL)
    {
      g_remove (path);
      return;
    }
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

void
journey_browser_set_amount (Journey *self, const char *amount)
{
  set_file (self, "bank-amount", amount);
}

void
journey_browser_set_result (Journey *self, const char *result)
{
  set_file (self, "gateway-result", result);
}

void
journey_browser_set_reference (Journey *self, const char *reference)
{
  set_file (self, "bank-reference", reference);
}

void
journey_browser_hold (Journey *self, const char *name)
{
  set_file (self, "bank-hold", name);
}

void
journey_browser_see_held (Journey *self, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".address", NULL);
  g_autofree char *address = journey_browser_read (self, file);
}

void
journey_browser_pay_held (Journey *self, const char *name)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "browser.sh", NULL);
  g_autofree char *folder = journey_build_path (self, "");
  g_autofree char *held = g_strconcat ("held:", name, NULL);
  g_autofree char *output = journey_run (self, script, folder, held, NULL);
}

char *
journey_browser_open (Journey *self, const char *address)
{
  return journey_run (self, "curl", "--silent", "--show-error", "--location", "--header",
                      "Accept-Language: vi", address, NULL);
}
