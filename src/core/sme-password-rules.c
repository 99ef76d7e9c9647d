/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-password-rules.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "base/sme-text.h"
#include "sme-password-resource.h"

/* A shorter part of an address is in many words. */
#define OWN_LETTERS 6

/* The list, one string a line; the lines are the table's keys and live as long as the process. */
static GHashTable *
load_common (void)
{
  GHashTable *common = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (
    sme_password_get_resource (), "/vn/onesme/core/common.txt", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (bytes != NULL, common);

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      g_hash_table_add (common, (char *) g_intern_string (lines[i]));

  return common;
}

static GHashTable *
common_passwords (void)
{
  static gsize common = 0;

  if (g_once_init_enter (&common))
    g_once_init_leave (&common, (gsize) load_common ());

  return (GHashTable *) common;
}

/* Without case, accents and blanks: what the list is written in. */
static char *
make_key (const char *password)
{
  char *key = sme_text_fold (password);
  char *to = key;

  for (const char *from = key; *from != '\0'; from++)
    if (*from != ' ')
      *to++ = *from;
  *to = '\0';

  return key;
}

char *
sme_password_prepare (const char *password)
{
  g_autofree char *composed = NULL;
  GString *prepared;

  g_return_val_if_fail (password != NULL, NULL);

  composed = g_utf8_normalize (password, -1, G_NORMALIZE_NFC);
  if (composed == NULL)
    return NULL;

  prepared = g_string_new (NULL);
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      g_string_append_unichar (prepared,
                               g_unichar_type (ch) == G_UNICODE_SPACE_SEPARATOR ? ' ' : ch);
    }

  return g_string_free (prepared, FALSE);
}

static char *
keep_letters (const char *key)
{
  GString *letters = g_string_new (NULL);

  for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));

  return g_string_free (letters, FALSE);
}

/* The same, or nothing but digits and signs between and around the same letters. */
static gboolean
is_little_more_than (const char *key, const char *part)
{
  g_autofree char *letters = keep_letters (key);
  g_autofree char *of_part = keep_letters (part);

  return g_str_equal (key, part) ||
         (strlen (of_part) >= OWN_LETTERS && g_str_equal (letters, of_part));
}

static gboolean
is_own_email (const char *key, const char *email)
{
  g_autofree char *whole = make_key (email);
  g_autofree char *local = g_strndup (whole, strcspn (whole, "@"));

  return is_little_more_than (key, whole) ||
         (strlen (local) >= OWN_LETTERS && is_little_more_than (key, local));
}

SmeReason
sme_password_check (const char *password, const char *email)
{
  g_autofree char *prepared = NULL;
  g_autofree char *key = NULL;
  glong length;

  if (password == NULL || *password == '\0')
    return SME_REASON_REQUIRED;

  prepared = sme_password_prepare (password);
  if (prepared == NULL)
    return SME_REASON_CHARACTERS;

  length = g_utf8_strlen (prepared, -1);
  if (length < SME_PASSWORD_MIN)
    return SME_REASON_TOO_SHORT;
  if (length > SME_PASSWORD_MAX)
    return SME_REASON_TOO_LONG;

  key = make_key (prepared);
  if (g_hash_table_contains (common_passwords (), key))
    return SME_REASON_COMMON;

  return email != NULL && is_own_email (key, email) ? SME_REASON_OWN_EMAIL : SME_REASON_OK;
}

/* Characters that neither repeat the one before nor go on from it by one, up or down. */
static int
count_fresh (const char *text)
{
  gunichar before = 0;
  int fresh = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      fresh += ch != before && ch != before + 1 && ch + 1 != before;
      before = ch;
    }

  return fresh;
}

/* How many characters the longest common password in @key takes. */
static int
count_common (const char *key)
{
  GHashTableIter iter;
  gpointer word;
  gsize longest = 0;

  g_hash_table_iter_init (&iter, common_passwords ());
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (strlen (word) > longest && strstr (key, word) != NULL)
      longest = strlen (word);

  return (int) longest;
}

/* How many characters somebody guessing has to choose from. */
static int
count_alphabet (const char *text)
{
  gboolean lower = FALSE, upper = FALSE, digit = FALSE, sign = FALSE, other = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      lower |= g_ascii_islower (*p);
      upper |= g_ascii_isupper (*p);
      digit |= g_ascii_isdigit (*p);
      sign |= g_ascii_isprint (*p) && !g_ascii_isalnum (*p);
      other |= (guchar) *p >= 0x80;
    }

  return 26 * lower + 26 * upper + 10 * digit + 33 * sign + 100 * other;
}

int
sme_password_strength (const char *password, const char *email)
{
  g_autofree char *prepared = NULL;
  g_autofree char *key = NULL;
  int common;
  double bits;

  if (sme_password_check (password, email) != SME_REASON_OK)
    return 0;

  prepared = sme_password_prepare (password);
  key = make_key (prepared);
  common = count_common (key);
  bits = MAX (count_fresh (prepared) - MAX (common - 1, 0), 0) *
         log2 (MAX (count_alphabet (prepared), 2));

  if (bits < 40)
    return 1;
  if (bits < 56)
    return 2;

  return bits < 70 ? 3 : 4;
}
