/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/order/sme-draft-versions.h"

#include "core/sme-profile-merge.h"

struct _SmeDraftVersions
{
  SmeProfile *base;
  SmeProfile *waiting;
  SmeProfile *theirs;
  GStrv conflicts;
};

SmeProfile *
sme_draft_versions_get_base (SmeDraftVersions *self)
{
  return self->base;
}

SmeProfile *
sme_draft_versions_get_waiting (SmeDraftVersions *self)
{
  return self->waiting;
}

SmeProfile *
sme_draft_versions_get_theirs (SmeDraftVersions *self)
{
  return self->theirs;
}

const char *const *
sme_draft_versions_get_conflicts (SmeDraftVersions *self)
{
  return (const char *const *) self->conflicts;
}

static void
take_copy (SmeProfile **place, SmeProfile *profile)
{
  SmeProfile *copy = profile != NULL ? sme_record_copy (SME_RECORD (profile)) : NULL;

  g_clear_object (place);
  *place = copy;
}

void
sme_draft_versions_set_base (SmeDraftVersions *self, SmeProfile *base)
{
  take_copy (&self->base, base);
}

void
sme_draft_versions_type (SmeDraftVersions *self, SmeProfile *typed)
{
  take_copy (&self->waiting, typed);
}

SmeProfile *
sme_draft_versions_take (SmeDraftVersions *self)
{
  return g_steal_pointer (&self->waiting);
}

void
sme_draft_versions_give_back (SmeDraftVersions *self, SmeProfile *sent)
{
  if (self->waiting == NULL)
    self->waiting = g_object_ref (sent);
}

static void
end_conflict (SmeDraftVersions *self)
{
  g_clear_object (&self->theirs);
  g_clear_pointer (&self->conflicts, g_strfreev);
}

gboolean
sme_draft_versions_meet (SmeDraftVersions *self, SmeProfile *theirs, gboolean *changed)
{
  g_autoptr (SmeProfile) merged = NULL;
  g_auto (GStrv) conflicts = NULL;

  /* All that was typed is on the server: what is there now is newer. */
  if (self->waiting == NULL)
    take_copy (&self->waiting, self->base != NULL ? self->base : theirs);
  conflicts = sme_profile_merge (self->base, self->waiting, theirs, &merged);
  *changed = !sme_record_equal (SME_RECORD (merged), SME_RECORD (self->waiting));
  g_set_object (&self->waiting, merged);
  end_conflict (self);
  if (conflicts[0] == NULL)
    {
      take_copy (&self->base, theirs);
      return TRUE;
    }
  self->theirs = g_object_ref (theirs);
  self->conflicts = g_steal_pointer (&conflicts);
  return FALSE;
}

void
sme_draft_versions_resolve (SmeDraftVersions *self, SmeProfile *chosen)
{
  g_return_if_fail (self->theirs != NULL);

  take_copy (&self->base, self->theirs);
  end_conflict (self);
  take_copy (&self->waiting, chosen);
}

void
sme_draft_versions_forget (SmeDraftVersions *self)
{
  g_clear_object (&self->waiting);
  g_clear_object (&self->base);
  end_conflict (self);
}

SmeDraftVersions *
sme_draft_versions_new (void)
{
  return g_new0 (SmeDraftVersions, 1);
}

void
sme_draft_versions_free (SmeDraftVersions *self)
{
  if (self == NULL)
    return;
  sme_draft_versions_forget (self);
  g_free (self);
}
