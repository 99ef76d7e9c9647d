/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-email.h"

#include <gio/gio.h>
#include <string.h>

#define MAX_LOCAL 64
#define MAX_LABEL 63
#define MAX_DOMAIN 253
#define MAX_ADDRESS 254

static SmeReason
check_local (const char *local, gsize length)
{
  if (length == 0)
    return SME_REASON_FORMAT;
  if (length > MAX_LOCAL)
    return SME_REASON_TOO_LONG;
  if (local[0] == '.' || local[length - 1] == '.' || g_strstr_len (local, length, "..") != NULL)
    return SME_REASON_FORMAT;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (local[i]) && strchr ("!#$%&'*+-/=?^_`{|}~.", local[i]) == NULL)
      return SME_REASON_CHARACTERS;

  return SME_REASON_OK;
}

static SmeReason
check_label (const char *label)
{
  gsize length = strlen (label);

  if (length == 0 || label[0] == '-' || label[length - 1] == '-')
    return SME_REASON_FORMAT;
  if (length > MAX_LABEL)
    return SME_REASON_TOO_LONG;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (label[i]) && label[i] != '-')
      return SME_REASON_CHARACTERS;

  return SME_REASON_OK;
}

/* @domain in ASCII. An all-digit last label would be the tail of an IP address. */
static SmeReason
check_domain (const char *domain)
{
  g_auto (GStrv) labels = g_strsplit (domain, ".", -1);
  guint n_labels = g_strv_length (labels);

  if (strlen (domain) > MAX_DOMAIN)
    return SME_REASON_TOO_LONG;
  if (n_labels < 2)
    return SME_REASON_FORMAT;

  for (guint i = 0; i < n_labels; i++)
    {
      SmeReason reason = check_label (labels[i]);

      if (reason != SME_REASON_OK)
        return reason;
    }

  if (strlen (labels[n_labels - 1]) < 2 || !g_ascii_isalpha (labels[n_labels - 1][0]))
    return SME_REASON_FORMAT;

  return SME_REASON_OK;
}

static gboolean
has_foreign_character (const char *domain)
{
  for (const char *p = domain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (!g_unichar_isalnum (ch) && !g_unichar_ismark (ch) && ch != '-' && ch != '.')
        return TRUE;
    }

  return FALSE;
}

/* Splits @text into the part before the @ and the domain in ASCII, lower case. */
static SmeReason
split (const char *text, char **local, char **domain)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));
  char *at = strchr (trimmed, '@');
  SmeReason reason;

  if (*trimmed == '\0')
    return SME_REASON_REQUIRED;
  if (!g_utf8_validate (trimmed, -1, NULL) || strpbrk (trimmed, " \t\r\n,;<>\"") != NULL)
    return SME_REASON_CHARACTERS;
  if (strlen (trimmed) > 4 * MAX_ADDRESS)
    return SME_REASON_TOO_LONG;
  if (at == NULL || strchr (at + 1, '@') != NULL)
    return SME_REASON_FORMAT;

  reason = check_local (trimmed, at - trimmed);
  if (reason != SME_REASON_OK)
    return reason;
  if (has_foreign_character (at + 1))
    return SME_REASON_CHARACTERS;

  g_autofree char *ascii = g_hostname_to_ascii (at + 1);
  g_autofree char *lower = ascii != NULL ? g_ascii_strdown (ascii, -1) : NULL;
  reason = lower != NULL ? check_domain (lower) : SME_REASON_FORMAT;
  if (reason == SME_REASON_OK && (at - trimmed) + 1 + strlen (lower) > MAX_ADDRESS)
    reason = SME_REASON_TOO_LONG;
  if (reason != SME_REASON_OK)
    return reason;

  *local = g_strndup (trimmed, at - trimmed);
  *domain = g_steal_pointer (&lower);
  return SME_REASON_OK;
}

SmeReason
sme_email_check (const char *text, char **normalized)
{
  g_autofree char *local = NULL;
  g_autofree char *domain = NULL;
  g_autofree char *shown = NULL;
  SmeReason reason = split (text, &local, &domain);

  if (reason != SME_REASON_OK)
    return reason;

  /* A label that calls itself Punycode but isn't. */
  shown = g_hostname_to_unicode (domain);
  if (shown == NULL)
    return SME_REASON_FORMAT;

  if (normalized != NULL)
    *normalized = g_strconcat (local, "@", shown, NULL);
  return SME_REASON_OK;
}

char *
sme_email_to_ascii (const char *email)
{
  g_autofree char *local = NULL;
  g_autofree char *domain = NULL;

  if (split (email, &local, &domain) != SME_REASON_OK)
    return NULL;

  return g_strconcat (local, "@", domain, NULL);
}

char *
sme_email_to_key (const char *email)
{
  g_autofree char *ascii = sme_email_to_ascii (email);

  return ascii != NULL ? g_ascii_strdown (ascii, -1) : NULL;
}
