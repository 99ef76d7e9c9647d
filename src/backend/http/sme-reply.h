/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

/**
 * SmeReply:
 *
 * What a handler answers. @etag is without quotes; a reply without body has %NULL there.
 */
typedef struct
{
  guint status;
  const char *content_type; /* static */
  char *etag;
  GBytes *body;
  int retry_after;  /* seconds, or -1 */
  char *set_cookie; /* for the web pages of the local bank only */
  char *location;
  char *allow;
  char *content_range;
  gboolean accept_ranges;
} SmeReply;

SmeReply *sme_reply_new (guint status, const char *content_type, GBytes *body);
SmeReply *sme_reply_new_empty (void);
SmeReply *sme_reply_new_record (guint status, SmeRecord *record);
/* @items is borrowed. */
SmeReply *sme_reply_new_list (GListModel *items, gint64 total, const char *next);
/* Its texts for people are in @language, "vi" or "en". */
SmeReply *sme_reply_new_problem (const GError *error, const char *language);
void sme_reply_set_version (SmeReply *self, gint64 version);
void sme_reply_free (SmeReply *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeReply, sme_reply_free)

G_END_DECLS
