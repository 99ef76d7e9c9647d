/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SmeMail:
 * @id: names the mail, and parts it
 * @from: the sender's address
 * @body: UTF-8, lines end with a newline
 * @sent_at: in milliseconds since the epoch
 * @attachment: (nullable): a file that goes with the text
 * @attachment_name: (nullable): what the file is called, ASCII without quotation marks
 * @attachment_type: (nullable): its media type
 *
 * What a mail is written from.
 */
typedef struct
{
  const char *id;
  const char *from;
  const char *to;
  const char *subject;
  const char *body;
  gint64 sent_at;
  GBytes *attachment;
  const char *attachment_name;
  const char *attachment_type;
} SmeMail;

/**
 * sme_mail_write:
 *
 * The mail as it is handed to a mail server: RFC 5322 and MIME (RFC 2045, 2047, 2183), of lines
 * that every server takes. A pure function.
 *
 * Returns: (transfer full) (nullable): %NULL, with a critical message, for an address or a name
 * that would write a header of its own
 */
GBytes *sme_mail_write (const SmeMail *mail);

G_END_DECLS
