/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-declaration-dialog.h"

#include "app/order/sme-declaration-text.h"
#include "base/sme-format.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define TEXT_HEIGHT 280 /* CSS pixels */
#define SURROUNDINGS 54 /* CSS pixels: the dialog's margins, and some of the window beside it */
#define TEXT_CHARS 64   /* most addresses then take one line; a narrow window narrows it */

static char *
describe_otp (SmeRecord *profile)
{
  g_autofree char *shown = sme_format_phone (sme_record_get_text (profile, "phone"));

  /* Translators: %s is a phone number. */
  return g_strdup_printf (_ ("The OTP will be sent to %s"), shown);
}

/* All fields of a business are more than a small window is high. The text takes the focus, so that
 * it can be read and scrolled with the keyboard alone. */
static GtkWidget *
make_text (const char *text)
{
  GtkWidget *label = gtk_label_new (text), *scroller = gtk_scrolled_window_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* As wide as its lines are, where there is room; GTK would break them for a squarer text. */
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  /* A bar that hides would hide that there is more. */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), TEXT_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  return scroller;
}

/* Where the OTP goes stands below, in sight whatever is scrolled. */
static GtkWidget *
make_content (SmeProfile *profile, SmeCustomerType type)
{
  g_autofree char *otp = describe_otp (SME_RECORD (profile));
  g_autofree char *text = sme_declaration_text_describe (profile, type);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *label = gtk_label_new (otp);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), make_text (text));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* Each is sent an OTP of their own, so that line stands with each. */
static char *
describe_people (GPtrArray *profiles, SmeCustomerType type)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < profiles->len; i++)
    {
      SmeProfile *profile = g_ptr_array_index (profiles, i);
      g_autofree char *declared = sme_declaration_text_describe (profile, type);
      g_autofree char *otp = describe_otp (SME_RECORD (profile));

      g_string_append_printf (text, "%s%u. %s\n%s", i > 0 ? "\n\n" : "", i + 1, declared, otp);
    }
  return g_string_free (text, FALSE);
}

/* The dialog is made for a short text, and breaks a longer one into a narrow column by itself: it
 * is asked for the width of its lines, as far as the window below has it. */
static void
widen (GtkWidget *content, GtkWidget *window)
{
  int room = gtk_widget_get_width (window) - 2 * SURROUNDINGS, natural;

  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  if (room > 0)
    gtk_widget_set_size_request (content, MIN (natural, room), -1);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, g_str_equal (response, "confirm"));
}

static void
ask (GTask *task, const char *heading, const char *body, GtkWidget *content)
{
  GtkWidget *parent = g_task_get_source_object (task);
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (parent)), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "confirm",
                                    _ ("Confirm"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "confirm",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "confirm");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), content);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  widen (content, GTK_WIDGET (gtk_widget_get_root (parent)));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sme_declaration_dialog_ask_async (GtkWidget *parent,
                                  SmeProfile *profile,
                                  SmeCustomerType type,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, sme_declaration_dialog_ask_async);
  ask (task, _ ("Update the information?"),
       _ ("This is what the contract will say. Is everything right?"),
       make_content (profile, type));
}

void
sme_declaration_dialog_ask_people_async (GtkWidget *parent,
                                         GPtrArray *profiles,
                                         SmeCustomerType type,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  g_autofree char *text = describe_people (profiles, type);
  g_autofree char *heading = g_strdup_printf (
    g_dngettext (NULL, "Order for %u person?", "Order for %u people?", profiles->len),
    profiles->len);

  g_task_set_source_tag (task, sme_declaration_dialog_ask_people_async);
  ask (task, heading, _ ("This is what the contracts will say. Is everything right?"),
       make_text (text));
}

gboolean
sme_declaration_dialog_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
