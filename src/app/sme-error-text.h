/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SmeErrorOffer:
 *
 * What a person can do about an error with one click.
 */
typedef enum
{
  SME_OFFER_NONE = 0,
  SME_OFFER_RETRY = 1 << 0,
  SME_OFFER_SIGN_IN = 1 << 1,
  SME_OFFER_HOTLINE = 1 << 2,
} SmeErrorOffer;

/**
 * SmeErrorText:
 * @title: what happened, a few words
 * @explanation: why, a sentence
 * @kept: what became of what the person did; may be %NULL where nothing was at stake
 * @advice: what to do now
 *
 * An error in a person's words, translated. One row per code of SME_PROBLEM; an error of another
 * domain has the row of the code it amounts to (a broken connection is UNREACHABLE).
 */
typedef struct
{
  const char *title;
  const char *explanation;
  const char *kept;
  const char *advice;
  SmeErrorOffer offers;
} SmeErrorText;

SmeErrorText sme_error_text_find (const GError *error);

/* Explanation, what was kept, advice, and where the error knows them the tries left and the time to
 * wait; plain text, free with g_free(). */
char *sme_error_text_describe (const GError *error);

/* Title and advice in one line, for toasts and the line above a form's buttons. */
char *sme_error_text_summarize (const GError *error);

/* When something can be tried again, in seconds, minutes or hours; free with g_free(). */
char *sme_error_text_describe_wait (guint seconds);

/* "Enter a full name", ...: the text for the code of one field error (SmeFieldError). */
const char *sme_error_text_for_field (const char *code);

G_END_DECLS
