/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-search-pass.h"

#include <string.h>

typedef gboolean (*Offer) (SmeSearchGroup *group, const char *term);

gboolean
sme_search_pass_begins (GPtrArray *terms, const char *word)
{
  guint low = 0, high = terms->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (g_ptr_array_index (terms, middle), word) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low < terms->len && g_str_has_prefix (g_ptr_array_index (terms, low), word);
}

static void
offer_all (SmeSearchGroup *group, GPtrArray *terms, Offer offer)
{
  for (guint i = 0; i < terms->len; i++)
    if (!offer (group, g_ptr_array_index (terms, i)))
      break;
}

static SmeSearchGroup *
make_group (SmeSearchPass pass, GPtrArray *terms, const char *word)
{
  SmeSearchGroup *group = sme_search_group_new (word, sme_search_pass_begins (terms, word));

  if (sme_search_group_wants_near (group, pass > SME_SEARCH_PASS_STRICT))
    offer_all (group, terms, sme_search_group_offer);
  if (pass == SME_SEARCH_PASS_NAMES && sme_search_group_is_empty (group))
    offer_all (group, terms, sme_search_group_offer_name);
  return group;
}

/* NULL where two words are none when they are written as one, and where nothing is wrong in them.
 */
static SmeSearchGroup *
make_joined (GPtrArray *terms, const char *first, const char *second)
{
  SmeSearchGroup *group = sme_search_group_new_joined (first, second);

  if (group == NULL)
    return NULL;
  if (!sme_search_pass_begins (terms, group->typed))
    offer_all (group, terms, sme_search_group_offer_name);
  if (sme_search_group_is_empty (group))
    g_clear_pointer (&group, sme_search_group_free);
  return group;
}

gboolean
sme_search_pass_is_worth (SmeSearchPass pass, const char *const *words)
{
  for (guint i = 0; words[i] != NULL && pass == SME_SEARCH_PASS_NAMES; i++)
    if (sme_search_group_is_short (words[i]))
      return TRUE;
  return pass != SME_SEARCH_PASS_NAMES;
}

GPtrArray *
sme_search_pass_make_groups (SmeSearchPass pass, GPtrArray *terms, const char *const *words)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) sme_search_group_free);

  for (guint i = 0; words[i] != NULL; i++)
    {
      SmeSearchGroup *joined = pass == SME_SEARCH_PASS_NAMES && words[i + 1] != NULL
                                 ? make_joined (terms, words[i], words[i + 1])
                                 : NULL;

      g_ptr_array_add (groups, joined != NULL ? joined : make_group (pass, terms, words[i]));
      if (joined != NULL)
        i++;
    }
  return groups;
}
