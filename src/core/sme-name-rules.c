/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-name-rules.h"

#include "base/sme-text.h"
#include "core/sme-enums.h"

#include <string.h>

/* The alphabet, small and composed: plain letters, then each vowel with its five tones. */
static const char letters[] = "abcdeghiklmnopqrstuvxyđăâêôơư"
                              "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíị"
                              "òỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";

SmeReason
sme_name_check (const char *name)
{
  if (name == NULL || name[strspn (name, " \t\n")] == '\0')
    return SME_REASON_REQUIRED;
  return sme_text_is_name (name) ? SME_REASON_OK : SME_REASON_CHARACTERS;
}

static gboolean
is_vietnamese (gunichar ch)
{
  return g_utf8_strchr (letters, -1, g_unichar_tolower (ch)) != NULL;
}

char *
sme_name_find_foreign (const char *name)
{
  g_autofree char *composed = sme_text_normalize_name (name);
  g_autoptr (GString) found = g_string_new (NULL);

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (!g_unichar_isalpha (ch) || is_vietnamese (ch) ||
          g_utf8_strchr (found->str, -1, g_unichar_toupper (ch)) != NULL)
        continue;
      if (found->len > 0)
        g_string_append (found, ", ");
      g_string_append_unichar (found, g_unichar_toupper (ch));
    }
  return found->len > 0 ? g_string_free (g_steal_pointer (&found), FALSE) : NULL;
}

static gboolean
is_vietnamese_paper (SmeRecord *profile)
{
  const char *nationality = sme_record_get_text (profile, "nationality");

  return sme_record_get_int (profile, "id_type") != SME_ID_PASSPORT || nationality == NULL ||
         g_ascii_strcasecmp (nationality, "VN") == 0;
}

char *
sme_profile_find_foreign_letters (SmeProfile *profile)
{
  SmeRecord *record = SME_RECORD (profile);
  const char *name = sme_record_get_text (record, "full_name");

  return name != NULL && is_vietnamese_paper (record) ? sme_name_find_foreign (name) : NULL;
}
