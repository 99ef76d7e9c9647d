/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-link-question.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Characters of an address shown; what follows is told as an ellipsis. */
#define SHOWN_MAX 300

gboolean
sme_link_is_allowed (const char *uri)
{
  static const char *const schemes[] = { "http", "https", "mailto", "tel" };
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED, NULL);

  if (parsed == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strcasecmp (g_uri_get_scheme (parsed), schemes[i]) == 0)
      return i > 1 || (g_uri_get_host (parsed) != NULL && g_uri_get_host (parsed)[0] != '\0');
  return FALSE;
}

/* Control and format characters (which may turn the direction of what follows) become "?". */
static char *
make_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *plain = g_string_new (NULL);
  guint length = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p), length++)
    {
      gunichar ch = g_utf8_get_char (p);

      if (length == SHOWN_MAX)
        {
          g_string_append (plain, "…");
          break;
        }
      g_string_append_unichar (plain, g_unichar_isprint (ch) ? ch : '?');
    }
  return g_string_free (plain, FALSE);
}

char *
sme_link_describe (const char *uri)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = parsed != NULL ? g_uri_get_host (parsed) : NULL;
  g_autofree char *ascii = host != NULL ? g_hostname_to_ascii (host) : NULL;
  g_autofree char *text = NULL;

  if (ascii == NULL || g_str_is_ascii (uri))
    return make_plain (uri);
  text =
    g_uri_join (G_URI_FLAGS_PARSE_RELAXED, g_uri_get_scheme (parsed), g_uri_get_userinfo (parsed),
                ascii, g_uri_get_port (parsed), g_uri_get_path (parsed), g_uri_get_query (parsed),
                g_uri_get_fragment (parsed));
  return make_plain (text);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, const char *uri)
{
  if (g_str_equal (response, "open"))
    gtk_show_uri (gtk_window_get_transient_for (GTK_WINDOW (dialog)), uri, GDK_CURRENT_TIME);
}

GtkWidget *
sme_link_question_new (GtkWindow *parent, const char *uri)
{
  gboolean is_allowed;
  g_autofree char *address = NULL;
  GtkWidget *dialog;

  g_return_val_if_fail (uri != NULL, NULL);

  is_allowed = sme_link_is_allowed (uri);
  address = sme_link_describe (uri);
  dialog = adw_message_dialog_new (
    parent, is_allowed ? _ ("Open this address outside of OneSME?") : _ ("This link is not opened"),
    NULL);
  if (is_allowed)
    adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), address);
  else
    /* Translators: %s is an address that a document leads to. */
    adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      _ ("The document leads to “%s”. Only web pages, mail and telephone numbers are opened."),
      address);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                   is_allowed ? _ ("_Cancel") : _ ("_Close"));
  if (is_allowed)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "open", _ ("_Open"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), g_strdup (uri),
                         (GClosureNotify) (void *) g_free, 0);
  return dialog;
}
