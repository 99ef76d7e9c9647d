/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-declare-step.h"

#include "app/order/sme-declaration-dialog.h"
#include "app/order/sme-draft-conflict.h"
#include "app/order/sme-draft-keeper.h"
#include "app/order/sme-earlier-list.h"
#include "app/order/sme-profile-form.h"
#include "client/sme-shop.h"
#include "base/sme-format.h"
#include "core/sme-account.h"
#include "core/sme-organisation.h"
#include "core/sme-problem.h"

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
};

G_DEFINE_FINAL_TYPE (SmeDeclareStep, sme_declare_step, SME_TYPE_STEP)

static const char *
get_order_id (SmeDeclareStep *self)
{
  return sme_record_get_text (SME_RECORD (self->order), "id");
}

static void
show_state (SmeDeclareStep *self)
{
  const char *text = NULL;

  switch (sme_draft_keeper_get_state (self->keeper))
    {
    case SME_DRAFT_SAVED:
      text = sme_profile_form_get_unreadable (self->form)
               ? _ ("Everything you typed is saved, but for a date that can't be read yet.")
               : _ ("Everything you typed is saved.");
      break;
    case SME_DRAFT_PENDING:
      text = _ ("Saving…");
      break;
    case SME_DRAFT_KEPT_HERE:
      text =
        _ ("The server can't be reached. What you typed is kept on this computer and sent later.");
      break;
    case SME_DRAFT_DISPUTED:
      text = _ ("Kept on this computer until you have chosen above.");
      break;
    default:
      text = _ ("What you typed could not be saved yet. Please keep this window open.");
    }
  gtk_label_set_label (self->saved, text);
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

static void
suggest_text (SmeRecord *record, const char *name, SmeRecord *account, const char *from)
{
  if (!sme_record_has (record, name))
    sme_record_set_text (record, name, sme_record_get_text (account, from));
}

/* What the business gave when it registered. */
static void
suggest_organisation (SmeRecord *profile, SmeRecord *account)
{
  g_autoptr (SmeRecord) made = SME_RECORD (sme_organisation_new ());
  SmeRecord *organisation = sme_record_get_object (profile, "organisation");

  if (organisation == NULL)
    sme_record_set_object (profile, "organisation", organisation = made);
  suggest_text (organisation, "name", account, "organisation_name");
  suggest_text (organisation, "tax_code", account, "tax_code");
  suggest_text (organisation, "registration_number", account, "registration_number");
  suggest_text (organisation, "representative", account, "full_name");
  suggest_text (organisation, "position", account, "position");
}

/* What the account knows is a good guess while nothing was declared. */
static void
suggest (SmeDeclareStep *self, SmeProfile *profile)
{
  static const char *const names[] = { "full_name", "phone", "email" };
  SmeRecord *account = (SmeRecord *) sme_shop_get_account (sme_context_get_shop (self->context));

  if (account == NULL)
    return;
  if (!sme_record_has (SME_RECORD (profile), "organisation") &&
      sme_record_get_int (account, "customer_type") != SME_CUSTOMER_PERSON)
    suggest_organisation (SME_RECORD (profile), account);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    suggest_text (SME_RECORD (profile), names[i], account, names[i]);
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
  suggest (self, profile);
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

static void
on_declared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeDeclareStep *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SmeRecord) order = sme_shop_call_finish (SME_SHOP (source), result, &error);

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

static void
on_confirmed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeDeclareStep *self = g_task_get_source_object (task);
  g_autoptr (SmeProfile) profile = NULL;

  if (!sme_declaration_dialog_ask_finish (result))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Not confirmed");
      return;
    }
  profile = sme_profile_form_get_profile (self->form);
  sme_shop_call_async (sme_context_get_shop (self->context), SME_OP_PUT_PROFILE,
                       get_order_id (self), NULL, SME_RECORD (profile),
                       g_task_get_cancellable (task), on_declared, g_object_ref (task));
}

static void
sme_declare_step_apply_async (SmeStep *step,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  SmeDeclareStep *self = SME_DECLARE_STEP (step);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_autoptr (SmeProfile) profile = NULL;

  g_task_set_source_tag (task, sme_declare_step_apply_async);
  if (sme_draft_keeper_get_theirs (self->keeper) != NULL)
    {
      gtk_widget_child_focus (GTK_WIDGET (self->conflict), GTK_DIR_TAB_FORWARD);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "To be chosen first");
      return;
    }
  if (!sme_profile_form_check_all (self->form))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Fields are wrong");
      return;
    }
  profile = sme_profile_form_get_profile (self->form);
  sme_declaration_dialog_ask_async (GTK_WIDGET (self), profile, on_confirmed, g_object_ref (task));
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
  SME_STEP_CLASS (klass)->apply_async = sme_declare_step_apply_async;
  SME_STEP_CLASS (klass)->take_error = sme_declare_step_take_error;
}

static void
sme_declare_step_init (SmeDeclareStep *self)
{
}

/* A business fills in once what is the same for all its people. */
static GtkWidget *
make_several (SmeDeclareStep *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Order for several people…"));
  g_autofree char *route = g_strconcat ("people:", get_order_id (self), NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Several people?"));
  adw_action_row_set_subtitle (
    ADW_ACTION_ROW (row),
    _ ("Fill in the organisation and its head office below, and give the people as a table."));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", route);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}

static void
build (SmeDeclareStep *self)
{
  SmeAccount *account = sme_shop_get_account (sme_context_get_shop (self->context));
  SmeCustomerType type =
    account != NULL ? (SmeCustomerType) sme_record_get_int (SME_RECORD (account), "customer_type")
                    : SME_CUSTOMER_PERSON;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->form = SME_PROFILE_FORM (sme_profile_form_new (self->context, type));
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
  if (type != SME_CUSTOMER_PERSON)
    gtk_box_append (GTK_BOX (box), make_several (self));
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
