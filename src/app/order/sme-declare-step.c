/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-declare-step.h"

#include "app/order/sme-declaration-dialog.h"
#include "app/order/sme-draft-conflict.h"
#include "app/order/sme-draft-keeper.h"
#include "app/order/sme-draft-text.h"
#include "app/order/sme-earlier-list.h"
#include "app/order/sme-profile-form.h"
#include "app/order/sme-profile-suggestion.h"
#include "app/order/sme-several-people.h"
#include "client/sme-caller.h"
#include "client/sme-shop.h"
#include "base/sme-format.h"
#include "base/sme-time.h"
#include "core/sme-account.h"
#include "core/sme-problem.h"
#include "core/sme-profile-rules.h"

#include <glib/gi18n.h>

struct _SmeDeclareStep
{
  SmeStep parent_instance;
  SmeContext *context;
  SmeOrder *order;
  SmeProfileForm *form;
  SmeDraftKeeper *keeper;
  SmeEarlierList *earlier;
  SmeDraftConflict *conflict;
  GtkLabel *saved;
  SmeCustomerType customer_type;
};

G_DEFINE_FINAL_TYPE (SmeDeclareStep, sme_declare_step, SME_TYPE_STEP)

/* (transfer full) (nullable) */
static SmeAccount *
get_account (SmeDeclareStep *self)
{
  SmeAccount *account = NULL;

  g_object_get (sme_context_get_shop (self->context), "account", &account, NULL);
  return account;
}

static const char *
get_order_id (SmeDeclareStep *self)
{
  return sme_record_get_text (SME_RECORD (self->order), "id");
}

static void
show_state (SmeDeclareStep *self)
{
  gtk_label_set_label (self->saved,
                       sme_draft_text_describe (sme_draft_keeper_get_state (self->keeper),
                                                sme_profile_form_get_unreadable (self->form)));
}

static void
show_conflict (SmeDeclareStep *self)
{
  g_autoptr (SmeProfile) mine = NULL;

  if (sme_draft_keeper_get_theirs (self->keeper) == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->conflict), FALSE);
      return;
    }
  mine = sme_profile_form_get_profile (self->form);
  sme_draft_conflict_ask (self->conflict, mine, sme_draft_keeper_get_theirs (self->keeper),
                          sme_draft_keeper_get_conflicts (self->keeper));
}

static void
on_keeper_state (SmeDeclareStep *self)
{
  show_state (self);
  show_conflict (self);
}

/* Fields that only the other computer has changed. */
static void
on_keeper_merged (SmeDeclareStep *self, SmeProfile *merged)
{
  sme_profile_form_set_profile (self->form, merged);
}

static void
on_resolved (SmeDeclareStep *self)
{
  g_autoptr (SmeProfile) profile = sme_profile_form_get_profile (self->form);

  sme_draft_conflict_apply (self->conflict, profile);
  sme_profile_form_set_profile (self->form, profile);
  sme_draft_keeper_resolve (self->keeper, profile);
}

static void
on_form_edited (SmeDeclareStep *self)
{
  g_autoptr (SmeProfile) profile = sme_profile_form_get_profile (self->form);

  sme_draft_keeper_put (self->keeper, profile);
}

/* Nothing of this order is known beyond what the account says. */
static gboolean
is_untouched (SmeProfile *profile)
{
  return !sme_record_has (SME_RECORD (profile), "id_number") &&
         !sme_record_has (SME_RECORD (profile), "born_on");
}

static void
on_earlier_chosen (SmeDeclareStep *self, SmeProfile *earlier)
{
  g_autoptr (SmeProfile) profile = sme_record_copy (SME_RECORD (earlier));
  g_autofree char *phone = sme_format_phone (sme_record_get_text (SME_RECORD (profile), "phone"));

  sme_record_set_text (SME_RECORD (profile), "phone", phone);
  sme_profile_form_set_profile (self->form, profile);
  on_form_edited (self);
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static void
on_draft_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeDeclareStep) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeAccount) account = NULL;
  g_autoptr (SmeProfile) profile =
    sme_draft_keeper_load_finish (SME_DRAFT_KEEPER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (profile == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  if (is_untouched (profile))
    sme_earlier_list_load (self->earlier);
  account = get_account (self);
  if (account != NULL)
    sme_profile_suggestion_fill (profile, account);
  sme_profile_form_set_profile (self->form, profile);
  show_state (self);
  show_conflict (self);
  sme_page_show_content (SME_PAGE (self));
}

static void
sme_declare_step_load (SmePage *page)
{
  SmeDeclareStep *self = SME_DECLARE_STEP (page);

  sme_draft_keeper_load_async (self->keeper, sme_page_get_cancellable (page), on_draft_loaded,
                               g_object_ref (self));
}

static gboolean
sme_declare_step_go_back (SmePage *page)
{
  return sme_profile_form_close_picker (SME_DECLARE_STEP (page)->form);
}

static void
on_declared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeDeclareStep *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SmeRecord) order = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (order == NULL)
    {
      /* The other computer's version is shown, then the person decides. */
      if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_PRECONDITION_FAILED))
        sme_draft_keeper_look_again (self->keeper);
      g_task_return_error (task, error);
      return;
    }
  sme_draft_keeper_forget (self->keeper);
  g_task_return_boolean (task, TRUE);
}

static void on_confirmed (GObject *source, GAsyncResult *result, gpointer user_data);

/* What is declared, in the form in which the contract prints it. */
static SmeProfile *
get_declaration (SmeDeclareStep *self)
{
  SmeProfile *profile = sme_profile_form_get_profile (self->form);

  sme_profile_normalize (profile, sme_date_from_time (g_get_real_time () / 1000));
  return profile;
}

/* What the dialog repeats is what will be sent. */
static void
ask (GTask *task)
{
  SmeDeclareStep *self = g_task_get_source_object (task);
  SmeProfile *declaration = get_declaration (self);

  g_task_set_task_data (task, declaration, g_object_unref);
  sme_declaration_dialog_ask_async (GTK_WIDGET (self), declaration, self->customer_type,
                                    on_confirmed, g_object_ref (task));
}

/* Another computer may have changed the form behind the dialog. */
static gboolean
may_declare (GTask *task)
{
  SmeDeclareStep *self = g_task_get_source_object (task);

  if (sme_draft_keeper_get_theirs (self->keeper) != NULL)
    {
      gtk_widget_child_focus (GTK_WIDGET (self->conflict), GTK_DIR_TAB_FORWARD);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "To be chosen first");
      return FALSE;
    }
  if (!sme_profile_form_check_all (self->form))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Fields are wrong");
      return FALSE;
    }
  return TRUE;
}

static void
on_confirmed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeDeclareStep *self = g_task_get_source_object (task);
  SmeRecord *shown = g_task_get_task_data (task);
  g_autoptr (SmeRecord) now = NULL;

  if (!sme_declaration_dialog_ask_finish (result))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Not confirmed");
      return;
    }
  if (!may_declare (task))
    return;
  now = SME_RECORD (get_declaration (self));
  if (!sme_record_equal (now, shown))
    {
      ask (task);
      return;
    }
  sme_caller_send_async (SME_CALLER (sme_context_get_shop (self->context)), SME_OP_PUT_PROFILE,
                         get_order_id (self), NULL, shown, g_task_get_cancellable (task),
                         on_declared, g_object_ref (task));
}

static void
sme_declare_step_apply_async (SmeStep *step,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_autoptr (GTask) task = g_task_new (step, cancellable, callback, data);

  g_task_set_source_tag (task, sme_declare_step_apply_async);
  if (may_declare (task))
    ask (task);
}

static gboolean
sme_declare_step_take_error (SmeStep *step, const GError *error)
{
  SmeDeclareStep *self = SME_DECLARE_STEP (step);
  GPtrArray *errors = sme_problem_get_fields (error);

  return errors != NULL && sme_profile_form_take_errors (self->form, errors);
}

static void
sme_declare_step_dispose (GObject *object)
{
  SmeDeclareStep *self = SME_DECLARE_STEP (object);

  g_clear_object (&self->keeper);
  g_clear_object (&self->order);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sme_declare_step_parent_class)->dispose (object);
}

static void
sme_declare_step_class_init (SmeDeclareStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_declare_step_dispose;
  SME_PAGE_CLASS (klass)->load = sme_declare_step_load;
  SME_PAGE_CLASS (klass)->go_back = sme_declare_step_go_back;
  SME_STEP_CLASS (klass)->apply_async = sme_declare_step_apply_async;
  SME_STEP_CLASS (klass)->take_error = sme_declare_step_take_error;
}

static void
sme_declare_step_init (SmeDeclareStep *self)
{
}

static void
build (SmeDeclareStep *self)
{
  g_autoptr (SmeAccount) account = get_account (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->customer_type =
    account != NULL ? (SmeCustomerType) sme_record_get_int (SME_RECORD (account), "customer_type")
                    : SME_CUSTOMER_PERSON;
  self->form = SME_PROFILE_FORM (sme_profile_form_new (self->context, self->customer_type));
  self->saved = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->saved, TRUE);
  gtk_label_set_xalign (self->saved, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->saved), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->saved), "dim-label");
  self->conflict = SME_DRAFT_CONFLICT (sme_draft_conflict_new ());
  g_signal_connect_object (self->conflict, "resolved", G_CALLBACK (on_resolved), self,
                           G_CONNECT_SWAPPED);
  self->earlier = SME_EARLIER_LIST (sme_earlier_list_new (self->context, get_order_id (self)));
  g_signal_connect_object (self->earlier, "chosen", G_CALLBACK (on_earlier_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->conflict));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->earlier));
  if (self->customer_type != SME_CUSTOMER_PERSON)
    gtk_box_append (GTK_BOX (box), sme_several_people_new (get_order_id (self)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->saved));
  sme_page_set_content (SME_PAGE (self), box);
  g_signal_connect_object (self->form, "edited", G_CALLBACK (on_form_edited), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "merged", G_CALLBACK (on_keeper_merged), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "notify::state", G_CALLBACK (on_keeper_state), self,
                           G_CONNECT_SWAPPED);
}

SmeStep *
sme_declare_step_new (SmeContext *context, SmeOrder *order)
{
  SmeDeclareStep *self = g_object_new (SME_TYPE_DECLARE_STEP, "context", context, "title",
                                       _ ("Declare information"), NULL);

  self->context = g_object_ref (context);
  self->order = g_object_ref (order);
  self->keeper = sme_draft_keeper_new (context, get_order_id (self));
  build (self);
  sme_step_set_primary_label (SME_STEP (self), _ ("Update"));
  sme_step_set_cancel_action (SME_STEP (self), "order.leave");
  sme_step_set_complete (SME_STEP (self), TRUE, NULL);
  return SME_STEP (self);
}
