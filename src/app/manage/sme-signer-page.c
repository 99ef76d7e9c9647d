/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/manage/sme-signer-page.h"

#include "app/account/sme-busy-button.h"
#include "app/account/sme-countdown.h"
#include "app/manage/sme-fact-row.h"
#include "app/manage/sme-next-step.h"
#include "base/sme-format.h"
#include "client/sme-caller.h"
#include "core/sme-enums.h"
#include "core/sme-problem.h"
#include "core/sme-signer-invitation.h"

#include <glib/gi18n.h>

struct _SmeSignerPage
{
  SmePage parent_instance;

  GtkLabel *heading;
  GtkLabel *explanation;
  SmeFactRow *name_row;
  SmeFactRow *email_row;
  SmeFactRow *phone_row;
  SmeFactRow *sent_row;
  SmeFactRow *signed_in_row;
  SmeFactRow *signed_row;
  SmeBusyButton *invite_button;
  SmeBusyButton *withdraw_button;

  SmeRecord *order;
  SmeRecord *invitation; /* NULL: nobody was invited */
  SmeCountdown *pause;
};

G_DEFINE_FINAL_TYPE (SmeSignerPage, sme_signer_page, SME_TYPE_PAGE)

/* What is said of each state; "nobody" is said of one that was taken back, too. */
static const struct
{
  const char *heading;
  const char *explanation;
} states[] = {
  [SME_SIGNER_INVITED] = { N_ ("The holder is invited"),
                           N_ ("An e-mail with an own eContract user name and a first password is "
                               "on its way to the holder. You are told here when the holder has "
                               "signed in, and when the contract is signed.") },
  [SME_SIGNER_SIGNED_IN] = { N_ ("The holder has signed in"),
                             N_ ("The holder reads the contract and signs it with the code that "
                                 "is sent to the holder's own phone.") },
  [SME_SIGNER_SIGNED] = { N_ ("The holder has signed"),
                          N_ ("The contract is signed and sealed. You find it among your "
                              "subscriptions.") },
  [SME_SIGNER_WITHDRAWN] = { N_ ("Have the holder sign elsewhere"),
                             N_ ("The holder gets an e-mail with an own eContract user name and a "
                                 "first password, and signs on any computer with the code that is "
                                 "sent to the holder's phone. Nobody has to pass a code on, and "
                                 "you never see it.") },
};

static SmeSignerState
get_state (SmeSignerPage *self)
{
  return self->invitation != NULL ? (SmeSignerState) sme_record_get_int (self->invitation, "state")
                                  : SME_SIGNER_WITHDRAWN;
}

static gboolean
is_out (SmeSignerPage *self)
{
  SmeSignerState state = get_state (self);

  return state == SME_SIGNER_INVITED || state == SME_SIGNER_SIGNED_IN;
}

/* Whether there is anything to be signed. */
static gboolean
may_invite (SmeSignerPage *self)
{
  return sme_next_step_allows (self->order, SME_NEXT_SIGN_CONTRACT) ||
         sme_next_step_allows (self->order, SME_NEXT_SIGN_ACCEPTANCE);
}

static void
update_buttons (SmeSignerPage *self)
{
  guint seconds = sme_countdown_get_seconds (self->pause);
  gboolean busy = sme_busy_button_get_busy (self->invite_button) ||
                  sme_busy_button_get_busy (self->withdraw_button);
  const char *caption = is_out (self) ? _ ("Send the invitation again") : _ ("Invite the holder");
  g_autofree char *time = sme_format_duration (seconds);
  /* Translators: "Send the code (in 0:42)" */
  g_autofree char *text =
    seconds > 0 ? g_strdup_printf (_ ("%s (in %s)"), caption, time) : g_strdup (caption);

  if (self->order == NULL)
    return;
  sme_busy_button_set_caption (self->invite_button, text);
  gtk_widget_set_visible (GTK_WIDGET (self->invite_button), may_invite (self));
  gtk_widget_set_visible (GTK_WIDGET (self->withdraw_button), is_out (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "signer.invite", !busy && seconds == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "signer.withdraw", !busy);
}

static void
set_time (SmeFactRow *row, SmeRecord *invitation, const char *field)
{
  g_autofree char *text = invitation != NULL && sme_record_has (invitation, field)
                            ? sme_format_date_time (sme_record_get_int (invitation, field))
                            : NULL;

  sme_fact_row_set_value (row, text);
}

/* Whoever the order declares; of an invitation that is out, whom it went to. */
static void
show_holder (SmeSignerPage *self)
{
  SmeRecord *profile = sme_record_get_object (self->order, "profile");
  SmeRecord *from = is_out (self) ? self->invitation : NULL;
  const char *phone = profile != NULL ? sme_record_get_text (profile, "phone") : NULL;
  g_autofree char *masked = phone != NULL ? sme_format_phone_masked (phone) : NULL;

  sme_fact_row_set_value (self->name_row, from != NULL ? sme_record_get_text (from, "name")
                                          : profile != NULL
                                            ? sme_record_get_text (profile, "full_name")
                                            : NULL);
  sme_fact_row_set_value (self->email_row, from != NULL ? sme_record_get_text (from, "email")
                                           : profile != NULL
                                             ? sme_record_get_text (profile, "email")
                                             : NULL);
  sme_fact_row_set_value (self->phone_row,
                          from != NULL ? sme_record_get_text (from, "phone") : masked);
}

static void
show_state (SmeSignerPage *self)
{
  SmeRecord *shown = get_state (self) != SME_SIGNER_WITHDRAWN ? self->invitation : NULL;

  gtk_label_set_label (self->heading, _ (states[get_state (self)].heading));
  gtk_label_set_label (self->explanation, _ (states[get_state (self)].explanation));
  show_holder (self);
  set_time (self->sent_row, shown, "sent_at");
  set_time (self->signed_in_row, shown, "signed_in_at");
  set_time (self->signed_row, shown, "signed_at");
  update_buttons (self);
}

static void
take_invitation (SmeSignerPage *self, SmeRecord *invitation)
{
  gint64 wait = 0;

  g_set_object (&self->invitation, invitation);
  if (is_out (self))
    wait = sme_record_get_int (invitation, "resend_after") -
           sme_record_get_int (invitation, "server_time");
  sme_countdown_start (self->pause, (guint) (MAX (wait, 0) + 999) / 1000);
  show_state (self);
}

static void
on_invitation_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSignerPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) invitation = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* That nobody was invited is no failure. */
  if (invitation == NULL && !g_error_matches (error, SME_PROBLEM, SME_PROBLEM_NOT_FOUND))
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  take_invitation (self, invitation);
  sme_page_show_content (SME_PAGE (self));
}

static SmeCaller *
get_shop (SmeSignerPage *self)
{
  return SME_CALLER (sme_context_get_shop (sme_page_get_context (SME_PAGE (self))));
}

static const char *
get_order_id (SmeSignerPage *self)
{
  return sme_route_get_id (sme_page_get_route (SME_PAGE (self)));
}

static void
on_order_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSignerPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) order = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (order == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  g_set_object (&self->order, order);
  sme_caller_send_async (get_shop (self), SME_OP_GET_SIGNER, get_order_id (self), NULL, NULL,
                         sme_page_get_cancellable (SME_PAGE (self)), on_invitation_ready,
                         g_object_ref (self));
}

static void
sme_signer_page_load (SmePage *page)
{
  SmeSignerPage *self = SME_SIGNER_PAGE (page);

  sme_caller_send_async (get_shop (self), SME_OP_GET_ORDER, get_order_id (self), NULL, NULL,
                         sme_page_get_cancellable (page), on_order_ready, g_object_ref (self));
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSignerPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) invitation = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->invite_button == NULL)
    return;
  sme_busy_button_set_busy (self->invite_button, FALSE);
  sme_busy_button_set_busy (self->withdraw_button, FALSE);
  if (invitation != NULL)
    take_invitation (self, invitation);
  else
    sme_page_toast_error (SME_PAGE (self), error);
  update_buttons (self);
}

static void
send (SmeSignerPage *self, SmeOperationId op, SmeBusyButton *button)
{
  sme_busy_button_set_busy (button, TRUE);
  update_buttons (self);
  sme_caller_send_async (get_shop (self), op, get_order_id (self), NULL, NULL,
                         sme_page_get_cancellable (SME_PAGE (self)), on_answered,
                         g_object_ref (self));
}

static void
on_invite_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  send (SME_SIGNER_PAGE (widget), SME_OP_INVITE_SIGNER, SME_SIGNER_PAGE (widget)->invite_button);
}

static void
on_withdraw_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  send (SME_SIGNER_PAGE (widget), SME_OP_WITHDRAW_SIGNER,
        SME_SIGNER_PAGE (widget)->withdraw_button);
}

static void
on_shop_changed (SmeSignerPage *self, const char *kind, const char *id)
{
  if (g_str_equal (kind, "order") && g_strcmp0 (id, get_order_id (self)) == 0 &&
      sme_page_get_state (SME_PAGE (self)) == SME_PAGE_CONTENT)
    sme_signer_page_load (SME_PAGE (self));
}

static void
sme_signer_page_constructed (GObject *object)
{
  SmeContext *context = sme_page_get_context (SME_PAGE (object));

  G_OBJECT_CLASS (sme_signer_page_parent_class)->constructed (object);
  sme_page_set_title (SME_PAGE (object), _ ("Signer elsewhere"));
  g_signal_connect_object (sme_context_get_shop (context), "changed", G_CALLBACK (on_shop_changed),
                           object, G_CONNECT_SWAPPED);
}

static void
sme_signer_page_dispose (GObject *object)
{
  SmeSignerPage *self = SME_SIGNER_PAGE (object);

  g_clear_object (&self->order);
  g_clear_object (&self->invitation);
  g_clear_object (&self->pause);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_SIGNER_PAGE);
  G_OBJECT_CLASS (sme_signer_page_parent_class)->dispose (object);
}

static void
sme_signer_page_class_init (SmeSignerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sme_signer_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sme_signer_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_signer_page_load;
  g_type_ensure (SME_TYPE_FACT_ROW);
  g_type_ensure (SME_TYPE_BUSY_BUTTON);
  gtk_widget_class_install_action (widget_class, "signer.invite", NULL, on_invite_activated);
  gtk_widget_class_install_action (widget_class, "signer.withdraw", NULL, on_withdraw_activated);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-signer-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeSignerPage, heading);
  gtk_widget_class_bind_template_child (widget_class, SmeSignerPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, SmeSignerPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, SmeSignerPage, email_row);
  gtk_widget_class_bind_template_child (widget_class, SmeSignerPage, phone_row);
  gtk_widget_class_bind_template_child (widget_class, SmeSignerPage, sent_row);
  gtk_widget_class_bind_template_child (widget_class, SmeSignerPage, signed_in_row);
  gtk_widget_class_bind_template_child (widget_class, SmeSignerPage, signed_row);
  gtk_widget_class_bind_template_child (widget_class, SmeSignerPage, invite_button);
  gtk_widget_class_bind_template_child (widget_class, SmeSignerPage, withdraw_button);
}

static void
sme_signer_page_init (SmeSignerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pause = sme_countdown_new ();
  g_signal_connect_object (self->pause, "notify::seconds", G_CALLBACK (update_buttons), self,
                           G_CONNECT_SWAPPED);
}
