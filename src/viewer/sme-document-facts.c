/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-document-facts.h"

void
sme_document_facts_free (SmeDocumentFacts *self)
{
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->keywords);
  g_free (self->creator);
  g_free (self->producer);
  g_free (self->version);
  g_free (self->fonts_missing);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->modified, g_date_time_unref);
  g_free (self);
}
