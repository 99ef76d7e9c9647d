/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-error-text.h"

#include "client/sme-local-backend.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

#define RETRY SME_OFFER_RETRY
#define SIGN_IN SME_OFFER_SIGN_IN
#define HOTLINE SME_OFFER_HOTLINE

#define NOTHING_CHANGED N_ ("Nothing was changed.")
#define TYPED_IS_KEPT N_ ("What you entered is kept.")

/* Untranslated; sme_error_text_find() translates. */
static const SmeErrorText texts[] = {
  [SME_PROBLEM_INVALID] = { N_ ("Some entries are not right"),
                            N_ ("The server did not accept everything as it was entered."),
                            TYPED_IS_KEPT, N_ ("Correct the marked fields."), RETRY },
  [SME_PROBLEM_MALFORMED] = { N_ ("The request was not understood"),
                              N_ ("This program and the server do not agree on the format."),
                              TYPED_IS_KEPT,
                              N_ ("Update OneSME. If that does not help, call the hotline 1800 "
                                  "1260 (free)."),
                              RETRY | HOTLINE },
  [SME_PROBLEM_WRONG_STATE] = { N_ ("This has already moved on"),
                                N_ ("What you wanted to do is no longer possible, or not yet."),
                                NOTHING_CHANGED, N_ ("Load the page again to see where it stands."),
                                RETRY },
  [SME_PROBLEM_ALREADY_PAID] = { N_ ("This order is already paid"),
                                 N_ ("The money has arrived, so no second payment is needed."),
                                 N_ ("You were not charged again."),
                                 N_ ("Load the page again and go on with the contract."), RETRY },
  [SME_PROBLEM_PAYMENT_CHECKING] = { N_ ("A payment is being checked with the bank"),
                                     N_ ("Until the bank has said how it ended, the order can be "
                                         "neither changed, nor cancelled, nor paid again."),
                                     N_ ("Nothing was changed, and you are not charged twice."),
                                     N_ ("Try again in a moment. If it takes long, call the "
                                         "hotline 1800 1260 (free)."),
                                     RETRY | HOTLINE },
  [SME_PROBLEM_DOCUMENT_CHANGED] = { N_ ("The contract has changed"),
                                     N_ ("It is no longer the version that you have read."),
                                     N_ ("Nothing was signed."),
                                     N_ ("Read the new version, then go on."), RETRY },
  [SME_PROBLEM_WRONG_CREDENTIALS] = { N_ ("Sign-in failed"),
                                      N_ ("The user name or the password is wrong."), TYPED_IS_KEPT,
                                      N_ ("Check both; capital and small letters count."), RETRY },
  [SME_PROBLEM_ACCOUNT_NOT_ACTIVATED] = { N_ ("The account is not activated yet"),
                                          N_ ("An activation e-mail was sent when you registered."),
                                          TYPED_IS_KEPT,
                                          N_ (
                                            "Open the link in that e-mail, or have it sent again."),
                                          RETRY },
  [SME_PROBLEM_PASSWORD_CHANGE_REQUIRED] = { N_ ("The first password must be changed"),
                                             N_ ("The password from the e-mail is for the first "
                                                 "time only."),
                                             NOTHING_CHANGED,
                                             N_ ("Choose a password of your own, then go on."),
                                             RETRY },
  [SME_PROBLEM_IDEMPOTENCY_MISMATCH] = { N_ ("The request was sent twice with different contents"),
                                         N_ ("The first one counts."), TYPED_IS_KEPT,
                                         N_ ("Load the page again and look what was saved."),
                                         RETRY },
  [SME_PROBLEM_IDEMPOTENCY_MISSING] = { N_ ("The request was incomplete"),
                                        N_ ("This program left out what protects from doing a "
                                            "thing twice."),
                                        NOTHING_CHANGED, N_ ("Update OneSME."), RETRY },
  [SME_PROBLEM_IDEMPOTENCY_BUSY] = { N_ ("Still being worked on"),
                                     N_ ("The same request arrived a moment ago and is not "
                                         "finished."),
                                     N_ ("It is done only once."), N_ ("Try again in a moment."),
                                     RETRY },
  [SME_PROBLEM_OTP_TOO_SOON] = { N_ ("A code was sent just now"),
                                 N_ ("The code that you have is still valid."), NOTHING_CHANGED,
                                 N_ ("Wait a little for the message before you ask for another."),
                                 RETRY },
  [SME_PROBLEM_OTP_LIMIT] = { N_ ("No more codes can be sent"),
                              N_ ("Too many codes were asked for."),
                              N_ ("The contract and your strokes are kept."),
                              N_ ("Please contact the hotline 1800 1260 (free) for support."),
                              HOTLINE },
  [SME_PROBLEM_OTP_WRONG] = { N_ ("Wrong OTP code"), N_ ("The code is not the one that was sent."),
                              N_ ("The contract and your strokes are kept."),
                              N_ ("Check the message on your phone and enter the code again."),
                              RETRY },
  [SME_PROBLEM_OTP_EXPIRED] = { N_ ("The OTP code has expired"),
                                N_ ("A code is valid for five minutes."),
                                N_ ("The contract and your strokes are kept."),
                                N_ ("Have a new code sent."), RETRY },
  [SME_PROBLEM_SIGNER_INVITED] = { N_ ("Somebody else was invited to sign"),
                                   N_ ("The holder signs with an own sign-in, so no code is sent "
                                       "here."),
                                   N_ ("The contract is kept as it is."),
                                   N_ ("To sign here yourself, first take the invitation back: "
                                       "“Have the holder sign elsewhere”."),
                                   RETRY },
  [SME_PROBLEM_SIGNING_LOCKED] = { N_ ("Signing is locked"),
                                   N_ ("The OTP code was entered wrongly three times."),
                                   N_ ("The order and the contract are kept."),
                                   N_ ("Please contact the hotline 1800 1260 (free) for support."),
                                   HOTLINE },
  [SME_PROBLEM_CODE_TOO_SOON] = { N_ ("The last code is still on its way"),
                                  N_ ("The code that you have is still valid."), NOTHING_CHANGED,
                                  N_ ("Wait a little for the message before you ask for another."),
                                  RETRY },
  [SME_PROBLEM_CODE_WRONG] = { N_ ("Wrong code"), N_ ("The code is not the one that was sent."),
                               NOTHING_CHANGED, N_ ("Check the message and enter the code again."),
                               RETRY },
  [SME_PROBLEM_CODE_EXPIRED] = { N_ ("The code no longer works"),
                                 N_ ("It has expired, was used, or was entered wrongly too often."),
                                 NOTHING_CHANGED, N_ ("Have a new code sent."), RETRY },
  [SME_PROBLEM_CONSENT_REQUIRED] = { N_ ("Your consent is needed"),
                                     N_ ("You have withdrawn your consent to the use of personal "
                                         "data, which an order needs."),
                                     TYPED_IS_KEPT,
                                     N_ ("Give the consent again under “My data”, then go on."),
                                     RETRY },
  [SME_PROBLEM_ORDERS_UNFINISHED] = { N_ ("An order is paid and not finished"),
                                      N_ ("The account is needed to sign its contract or to send "
                                          "the money back."),
                                      NOTHING_CHANGED,
                                      N_ ("Finish the order or have it refunded first. The hotline "
                                          "1800 1260 "
                                          "(free) can help."),
                                      RETRY | HOTLINE },
  [SME_PROBLEM_NOT_A_CUSTOMER] = { N_ ("Only customers can review a service"),
                                   N_ ("You have not bought this service with this account."),
                                   TYPED_IS_KEPT, N_ ("Review it after you have bought it."),
                                   RETRY },
  [SME_PROBLEM_NO_SESSION] = { N_ ("You are signed out"),
                               N_ ("The session has ended, or you have not signed in yet."),
                               TYPED_IS_KEPT, N_ ("Sign in to go on where you were."), SIGN_IN },
  [SME_PROBLEM_FORBIDDEN] = { N_ ("This is not allowed here"),
                              N_ ("Your account does not have the right to do this."),
                              NOTHING_CHANGED,
                              N_ ("Ask the owner of the account, or sign in with another one."),
                              SIGN_IN },
  [SME_PROBLEM_NOT_FOUND] = { N_ ("Not found"),
                              N_ ("It does not exist, is no longer there, or belongs to another "
                                  "account."),
                              NULL, N_ ("Check the link or go back."), RETRY },
  [SME_PROBLEM_METHOD_NOT_ALLOWED] = { N_ ("The server cannot do this"),
                                       N_ ("It does not know this request."), NOTHING_CHANGED,
                                       N_ ("Check the server address in the preferences, or update "
                                           "OneSME."),
                                       RETRY },
  [SME_PROBLEM_UNSUPPORTED_MEDIA] = { N_ ("The server does not take this format"),
                                      N_ ("The contents are of a kind that it does not accept."),
                                      TYPED_IS_KEPT, N_ ("Use another file, or update OneSME."),
                                      RETRY },
  [SME_PROBLEM_TOO_LARGE] = { N_ ("Too large to send"), N_ ("The server takes 4 MB at most."),
                              TYPED_IS_KEPT, N_ ("Use a smaller file."), RETRY },
  [SME_PROBLEM_TOO_MANY_REQUESTS] = { N_ ("Too many tries in a short time"),
                                      N_ ("The server asks for a pause."), TYPED_IS_KEPT,
                                      N_ ("Wait a little, then try again."), RETRY },
  [SME_PROBLEM_PRECONDITION_REQUIRED] = { N_ ("The page is not up to date"),
                                          N_ (
                                            "The server wants to know which version you changed."),
                                          TYPED_IS_KEPT, N_ ("Load the page again, then save."),
                                          RETRY },
  [SME_PROBLEM_PRECONDITION_FAILED] = { N_ ("Changed somewhere else meanwhile"),
                                        N_ ("Another window or computer saved a newer version."),
                                        TYPED_IS_KEPT,
                                        N_ ("Load the page again, compare and save once more."),
                                        RETRY },
  [SME_PROBLEM_MISDIRECTED] = { N_ ("This is not the right server"),
                                N_ ("The address leads to a server that does not answer for it."),
                                NOTHING_CHANGED,
                                N_ ("Check the server address in the preferences."), RETRY },
  /* Of a download that was to go on where it broke off. */
  [SME_PROBLEM_RANGE] = { N_ ("The file changed while it was loaded"),
                          N_ ("It is no longer the version that you have read."), NOTHING_CHANGED,
                          N_ ("Read the new version, then go on."), RETRY },
  [SME_PROBLEM_INTERNAL] = { N_ ("The server made a mistake"),
                             N_ ("Something went wrong there; it is not your fault."),
                             TYPED_IS_KEPT,
                             N_ ("Try again in a moment. If it stays, call the hotline 1800 1260 "
                                 "(free)."),
                             RETRY | HOTLINE },
  [SME_PROBLEM_UNAVAILABLE] = { N_ ("The server is busy or being serviced"),
                                N_ ("It cannot answer right now."), TYPED_IS_KEPT,
                                N_ ("Try again in a moment."), RETRY },
  [SME_PROBLEM_UNREACHABLE] = { N_ ("No connection to the server"),
                                N_ ("The network or the server does not answer."), TYPED_IS_KEPT,
                                N_ ("Check the network, then try again."), RETRY },
  [SME_PROBLEM_TIMED_OUT] = { N_ ("The server takes too long"), N_ ("No answer came in time."),
                              N_ ("What you entered is kept; nothing is done twice if you try "
                                  "again."),
                              N_ ("Check the network, then try again."), RETRY },
  [SME_PROBLEM_BAD_ANSWER] = { N_ ("The answer was not understood"),
                               N_ ("The server sent something that is not as agreed."),
                               TYPED_IS_KEPT,
                               N_ ("Try again. If it stays, update OneSME or call the hotline 1800 "
                                   "1260 (free)."),
                               RETRY | HOTLINE },
  [SME_PROBLEM_INSECURE] = { N_ ("The connection is not safe"),
                             N_ ("The server could not prove who it is, so nothing was sent."),
                             TYPED_IS_KEPT,
                             N_ ("Check the server address and the date of this computer."),
                             RETRY },
};

static const SmeErrorText unknown = { N_ ("Something went wrong"),
                                      N_ ("An unexpected error occurred."), TYPED_IS_KEPT,
                                      N_ ("Try again."), RETRY };

/* Of the demonstration's own server. */
static const SmeErrorText local_texts[] = {
  [SME_LOCAL_BACKEND_ERROR_NOT_FOUND] = { N_ ("The demonstration is not installed"),
                                          N_ ("The program onesme-backend was not found."), NULL,
                                          N_ ("Install it, or enter the address of a server in the "
                                              "preferences."),
                                          RETRY },
  [SME_LOCAL_BACKEND_ERROR_BUSY] = { N_ ("The demonstration is running already"),
                                     N_ ("Another program uses its data."), NULL,
                                     N_ ("Close the other one, then try again."), RETRY },
  [SME_LOCAL_BACKEND_ERROR_TIMED_OUT] = { N_ ("The demonstration did not start in time"),
                                          N_ ("This computer may be very busy."),
                                          N_ ("Your orders and drafts are kept."),
                                          N_ ("Try again."), RETRY },
  [SME_LOCAL_BACKEND_ERROR_FAILED] = { N_ ("The demonstration does not start"),
                                       N_ ("It ended by itself several times."),
                                       N_ ("Your orders and drafts are kept."),
                                       N_ ("Try again. If it stays, start the computer again or "
                                           "enter the address of a server in the preferences."),
                                       RETRY },
};

static const struct
{
  const char *code;
  const char *text;
} field_texts[] = {
  { "required", N_ ("Please fill this in") },
  { "type", N_ ("This has the wrong form") },
  { "range", N_ ("This is too small or too large") },
  { "format", N_ ("This has the wrong form") },
  { "unknown-value", N_ ("Choose one of the offered values") },
  { "too-many", N_ ("These are too many") },
  { "too-long", N_ ("This is too long") },
  { "too-short", N_ ("This is too short") },
  { "characters", N_ ("This has characters that are not allowed here") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (texts) == SME_PROBLEM_INSECURE + 1);

/* Errors that don't come from the backend at all. */
static const SmeErrorText *
find_foreign (const GError *error)
{
  if (error->domain == SME_LOCAL_BACKEND_ERROR && error->code >= 0 &&
      error->code < (int) G_N_ELEMENTS (local_texts))
    return &local_texts[error->code];
  if (error->domain == G_TLS_ERROR)
    return &texts[SME_PROBLEM_INSECURE];
  if (error->domain == G_RESOLVER_ERROR)
    return &texts[SME_PROBLEM_UNREACHABLE];
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return &texts[SME_PROBLEM_TIMED_OUT];
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE))
    return &texts[SME_PROBLEM_UNREACHABLE];
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return &texts[SME_PROBLEM_NOT_FOUND];
  return &unknown;
}

static const char *
translate (const char *text)
{
  return text != NULL ? _ (text) : NULL;
}

SmeErrorText
sme_error_text_find (const GError *error)
{
  const SmeErrorText *found = &unknown;

  if (error != NULL && error->domain != SME_PROBLEM)
    found = find_foreign (error);
  else if (error != NULL && error->code >= 0 && error->code < (int) G_N_ELEMENTS (texts))
    found = &texts[error->code];
  return (SmeErrorText){ translate (found->title), translate (found->explanation),
                         translate (found->kept), translate (found->advice), found->offers };
}

const char *
sme_error_text_for_field (const char *code)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (field_texts); i++)
    if (g_str_equal (field_texts[i].code, code))
      return _ (field_texts[i].text);
  return _ ("This is not right");
}
