/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-refund-dialog.h"

#include "core/sme-enums.h"

#include <glib/gi18n.h>

#define N_GROUNDS (SME_GROUND_CERTIFICATE_REFUSED + 1)

struct _SmeRefundDialog
{
  AdwMessageDialog parent_instance;
  GtkCheckButton *grounds[N_GROUNDS]; /* NULL: not to be chosen */
  SmeRefundGround only;               /* where there is no choice */
  GtkEntry *text;
};

static guint signal_asked;

G_DEFINE_FINAL_TYPE (SmeRefundDialog, sme_refund_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* The server says which grounds there are. */
static gboolean
is_offered (SmeOrder *order, SmeRefundGround ground)
{
  const char *const *grounds = sme_record_get_texts (SME_RECORD (order), "refund_grounds");

  return grounds != NULL &&
         g_strv_contains (grounds, sme_enum_nick (SME_TYPE_REFUND_GROUND, (int) ground));
}

static SmeRefundGround
get_ground (SmeRefundDialog *self)
{
  for (int i = 0; i < N_GROUNDS; i++)
    if (self->grounds[i] != NULL && gtk_check_button_get_active (self->grounds[i]))
      return (SmeRefundGround) i;
  return self->only;
}

static void
on_response (SmeRefundDialog *self, const char *response)
{
  g_autoptr (SmeRefundRequest) request = sme_refund_request_new ();
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));

  if (!g_str_equal (response, "ask"))
    return;
  sme_record_set_int (SME_RECORD (request), "ground", get_ground (self));
  if (*text != '\0')
    sme_record_set_text (SME_RECORD (request), "text", text);
  g_signal_emit (self, signal_asked, 0, request);
}

static const char *
name_ground (SmeRefundGround ground)
{
  switch (ground)
    {
    case SME_GROUND_CHANGED_MIND:
      return _ ("I do not want the service any more");
    case SME_GROUND_CERTIFICATE_REFUSED:
      return _ ("The certificate was refused through no fault of mine");
    case SME_GROUND_WRONG_INFORMATION:
    default:
      return _ ("Information before the contract was wrong or missing");
    }
}

/* The label of a check button does not wrap by itself. */
static GtkCheckButton *
add_ground (GtkWidget *box, const char *text, GtkCheckButton *first)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (GTK_BOX (box), button);
  return GTK_CHECK_BUTTON (button);
}

/* Which one it is has to be said only where there are several. */
static void
add_grounds (SmeRefundDialog *self, SmeOrder *order, GtkWidget *box)
{
  GtkCheckButton *first = NULL;
  guint n = 0;

  self->only = SME_GROUND_WRONG_INFORMATION;
  for (int i = 0; i < N_GROUNDS; i++)
    if (is_offered (order, (SmeRefundGround) i))
      {
        self->only = (SmeRefundGround) i;
        n++;
      }
  for (int i = 0; n > 1 && i < N_GROUNDS; i++)
    if (is_offered (order, (SmeRefundGround) i))
      {
        self->grounds[i] = add_ground (box, name_ground ((SmeRefundGround) i), first);
        first = first != NULL ? first : self->grounds[i];
      }
  if (first != NULL)
    gtk_check_button_set_active (first, TRUE);
}

static const char *
explain (SmeOrder *order)
{
  if (is_offered (order, SME_GROUND_CHANGED_MIND))
    return _ (
      "The contract is not signed yet, so the whole amount goes back the way it came, and the"
      " order ends.");
  if (is_offered (order, SME_GROUND_CERTIFICATE_REFUSED))
    return _ (
      "The contract gives all of the money back when the certificate is refused through no fault"
      " of yours. The support looks into it and answers.");
  return _ ("The contract is signed. Within 30 days the law gives the money back when information"
            " before the contract was wrong or missing. The support looks into it and answers.");
}

static void
add_text (SmeRefundDialog *self, GtkWidget *box)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_What you want to tell us (optional)"));

  self->text = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_max_length (self->text, 500);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
}

static void
sme_refund_dialog_class_init (SmeRefundDialogClass *klass)
{
  signal_asked = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, SME_TYPE_REFUND_REQUEST);
}

static void
sme_refund_dialog_init (SmeRefundDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  adw_message_dialog_set_heading (dialog, _ ("Ask for the money back?"));
  adw_message_dialog_add_responses (dialog, "keep", _ ("_Keep the order"), "ask",
                                    _ ("_Ask for the money back"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "ask", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "keep");
  adw_message_dialog_set_close_response (dialog, "keep");
  g_signal_connect (self, "response", G_CALLBACK (on_response), NULL);
}

GtkWidget *
sme_refund_dialog_new (SmeOrder *order)
{
  SmeRefundDialog *self = g_object_new (SME_TYPE_REFUND_DIALOG, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), explain (order));
  add_grounds (self, order, box);
  add_text (self, box);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), box);
  return GTK_WIDGET (self);
}

void
sme_refund_dialog_take_up (SmeRefundDialog *self, SmeRefundRequest *request, const char *problem)
{
  SmeRecord *record = SME_RECORD (request);
  const char *text = sme_record_get_text (record, "text");
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  g_autofree char *body = NULL;
  guint ground;

  g_return_if_fail (SME_IS_REFUND_DIALOG (self) && request != NULL && problem != NULL);

  body = g_strdup_printf ("%s\n\n%s", problem, adw_message_dialog_get_body (dialog));
  adw_message_dialog_set_body (dialog, body);
  gtk_editable_set_text (GTK_EDITABLE (self->text), text != NULL ? text : "");
  ground = (guint) sme_record_get_int (record, "ground");
  if (ground < N_GROUNDS && self->grounds[ground] != NULL)
    gtk_check_button_set_active (self->grounds[ground], TRUE);
}
