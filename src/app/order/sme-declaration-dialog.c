/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-declaration-dialog.h"

#include "base/sme-format.h"
#include "core/sme-address-line.h"
#include "core/sme-phone.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
add_line (GString *text, const char *name, const char *value)
{
  if (value != NULL && value[0] != '\0')
    g_string_append_printf (text, "%s: %s\n", name, value);
}

static char *
describe (SmeRecord *profile)
{
  g_autoptr (GString) text = g_string_new (NULL);
  SmeRecord *address = sme_record_get_object (profile, "address");
  SmeRecord *organisation = sme_record_get_object (profile, "organisation");
  g_autofree char *issued = sme_format_date ((int) sme_record_get_int (profile, "id_issued_on"));
  g_autofree char *born = sme_format_date ((int) sme_record_get_int (profile, "born_on"));

  if (organisation != NULL)
    {
      add_line (text, _ ("Name of the organisation"), sme_record_get_text (organisation, "name"));
      add_line (text, _ ("Tax code"), sme_record_get_text (organisation, "tax_code"));
      add_line (text, _ ("Representative"), sme_record_get_text (organisation, "representative"));
    }
  add_line (text, _ ("Full name"), sme_record_get_text (profile, "full_name"));
  add_line (text, _ ("Document number"), sme_record_get_text (profile, "id_number"));
  add_line (text, _ ("Date of issue"), issued);
  add_line (text, _ ("Place of issue"), sme_record_get_text (profile, "id_issued_by"));
  add_line (text, _ ("Date of birth"), born);
  add_line (text, _ ("Address"), sme_address_get_line (SME_ADDRESS (address)));
  add_line (text, _ ("Email address"), sme_record_get_text (profile, "email"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_otp (SmeRecord *profile)
{
  g_autofree char *phone = NULL, *shown = NULL;

  sme_phone_check_mobile (sme_record_get_text (profile, "phone"), &phone);
  shown = sme_format_phone (phone != NULL ? phone : sme_record_get_text (profile, "phone"));
  /* Translators: %s is a phone number. */
  return g_strdup_printf (_ ("The OTP will be sent to %s"), shown);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, g_str_equal (response, "confirm"));
}

void
sme_declaration_dialog_ask_async (GtkWidget *parent,
                                  SmeProfile *profile,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autofree char *data = describe (SME_RECORD (profile));
  g_autofree char *otp = describe_otp (SME_RECORD (profile));
  g_autofree char *body = g_strdup_printf (
    "%s\n\n%s\n%s", _ ("This is what the contract will say. Is everything right?"), data, otp);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (parent)),
                                              _ ("Update the information?"), body);
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, sme_declaration_dialog_ask_async);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "confirm",
                                    _ ("Confirm"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "confirm",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "confirm");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
sme_declaration_dialog_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
