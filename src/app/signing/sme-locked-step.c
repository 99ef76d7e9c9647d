/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-locked-step.h"

#include "app/support/sme-case-dialog.h"
#include "app/support/sme-case-text.h"
#include "client/sme-caller.h"

#include <glib/gi18n.h>

/* Support works beside the server, which hears of it as late as everybody else. */
#define LOOK_SECONDS 10

struct _SmeLockedStep
{
  SmeSigningStep parent_instance;

  AdwStatusPage *page;
  GtkLabel *number;
  GtkLabel *advice;
  GtkWidget *tell;
  guint look;
};

G_DEFINE_FINAL_TYPE (SmeLockedStep, sme_locked_step, SME_TYPE_SIGNING_STEP)

/* NULL: there is none, so one can be opened. */
static void
show_case (SmeLockedStep *self, SmeCase *open)
{
  g_autofree char *number = open != NULL ? sme_case_text_number (open) : NULL;

  gtk_label_set_label (self->number, number != NULL ? number : "");
  gtk_widget_set_visible (GTK_WIDGET (self->number), open != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->advice), open != NULL);
  gtk_widget_set_visible (self->tell, open == NULL);
}

static void
on_case_opened (SmePage *page, SmeCase *opened)
{
  show_case (SME_LOCKED_STEP (page), opened);
}

static void
on_tell_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeCasePlace place = sme_signing_step_get_case_place (SME_SIGNING_STEP (widget));
  g_autofree char *text = sme_signing_step_make_hotline_text (
    SME_SIGNING_STEP (widget), _ ("Support opens the signing again, with three new tries."));

  sme_case_dialog_present (SME_PAGE (widget), &place, SME_CASE_LOCKED,
                           sme_case_text_kind (SME_CASE_LOCKED), text, on_case_opened);
}

static SmeCase *
find_open (GListModel *cases)
{
  for (guint i = 0; i < g_list_model_get_n_items (cases); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (cases, i);

      if (sme_record_get_int (item, "kind") == SME_CASE_LOCKED &&
          sme_record_get_int (item, "state") == SME_CASE_OPEN)
        return SME_CASE (g_steal_pointer (&item));
    }
  return NULL;
}

static void
on_cases_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeLockedStep) self = data;
  g_autoptr (GListModel) cases =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, NULL);
  g_autoptr (SmeCase) open = cases != NULL ? find_open (cases) : NULL;

  /* Without an answer nothing is lost: the number can still be asked for. */
  if (cases != NULL && self->number != NULL)
    show_case (self, open);
}

static void
sme_locked_step_shown (SmePage *page)
{
  SmeCasePlace place = sme_signing_step_get_case_place (SME_SIGNING_STEP (page));

  SME_PAGE_CLASS (sme_locked_step_parent_class)->shown (page);
  sme_caller_send_async (place.caller, place.list, place.id, NULL, NULL,
                         sme_page_get_cancellable (page), on_cases_ready, g_object_ref (page));
}

static void
sme_locked_step_constructed (GObject *object)
{
  SmeLockedStep *self = SME_LOCKED_STEP (object);
  SmeSigningStep *step = SME_SIGNING_STEP (object);
  SmeDossierKind kind = sme_signing_flow_get_kind (sme_signing_step_get_flow (step));
  g_autofree char *text = sme_signing_step_make_hotline_text (
    step, sme_signing_step_pick (
            step, _ ("Please contact the hotline 1800 1260 (free) for support."),
            _ ("Please contact the hotline 1800 1260 (free), branch 1, for support.")));
  /* Above it stands already whether the order exists on this computer only. */
  g_autofree char *advice = sme_case_text_hotline (
    kind == SME_DOSSIER_ACCEPTANCE ? SME_CASE_ACCEPTANCE_FAILED : SME_CASE_LOCKED, FALSE);
  g_autofree char *whole =
    g_strdup_printf ("%s\n\n%s\n\n%s", _ ("The OTP code was entered wrongly three times."), text,
                     sme_signing_step_pick (step, _ ("The order and the contract are kept."),
                                            _ ("The order and the acceptance record are kept.")));

  G_OBJECT_CLASS (sme_locked_step_parent_class)->constructed (object);
  adw_status_page_set_description (self->page, whole);
  gtk_label_set_label (self->advice, advice);
}

static gboolean
on_look (gpointer data)
{
  SmeSigningFlow *flow = sme_signing_step_get_flow (data);

  if (sme_signing_flow_get_state (flow) == SME_SIGNING_LOCKED)
    sme_signing_flow_look_again (flow);
  return G_SOURCE_CONTINUE;
}

static void
sme_locked_step_map (GtkWidget *widget)
{
  SmeLockedStep *self = SME_LOCKED_STEP (widget);

  GTK_WIDGET_CLASS (sme_locked_step_parent_class)->map (widget);
  if (self->look == 0)
    self->look = g_timeout_add_seconds (LOOK_SECONDS, on_look, self);
}

static void
sme_locked_step_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&SME_LOCKED_STEP (widget)->look, g_source_remove);
  GTK_WIDGET_CLASS (sme_locked_step_parent_class)->unmap (widget);
}

static void
sme_locked_step_dispose (GObject *object)
{
  g_clear_handle_id (&SME_LOCKED_STEP (object)->look, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_LOCKED_STEP);
  G_OBJECT_CLASS (sme_locked_step_parent_class)->dispose (object);
}

static void
sme_locked_step_class_init (SmeLockedStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sme_locked_step_constructed;
  G_OBJECT_CLASS (klass)->dispose = sme_locked_step_dispose;
  SME_PAGE_CLASS (klass)->shown = sme_locked_step_shown;
  widget_class->map = sme_locked_step_map;
  widget_class->unmap = sme_locked_step_unmap;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-locked-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeLockedStep, page);
  gtk_widget_class_bind_template_child (widget_class, SmeLockedStep, number);
  gtk_widget_class_bind_template_child (widget_class, SmeLockedStep, advice);
  gtk_widget_class_bind_template_child (widget_class, SmeLockedStep, tell);
  gtk_widget_class_install_action (widget_class, "signing.tell", NULL, on_tell_activated);
}

static void
sme_locked_step_init (SmeLockedStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_step_set_primary_label (SME_STEP (self), "");
}
