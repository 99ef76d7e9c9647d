/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/verify/sme-verify-page.h"

#include "app/manage/sme-fact-row.h"
#include "app/verify/sme-issuers.h"
#include "app/verify/sme-verification.h"
#include "viewer/sme-seal-details.h"
#include "viewer/sme-viewer.h"

#include <glib/gi18n.h>

struct _SmeVerifyPage
{
  SmePage parent_instance;

  GtkStack *stack;
  GtkWidget *offline_box;
  GtkImage *icon;
  GtkLabel *title_label;
  SmeFactRow *file_row;
  SmeFactRow *seal_row;
  SmeFactRow *timestamp_row;
  SmeFactRow *evidence_row;
  SmeFactRow *reuse_row;
  SmeFactRow *chain_row;
  GtkWidget *details_button;

  GFile *file;
  SmeVerification *found;
  GCancellable *cancellable; /* while a check is under way */
  GtkFileChooserNative *chooser;
  GtkWindow *details; /* while it is open; weak */
};

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeVerifyPage, sme_verify_page, SME_TYPE_PAGE)

static void
set_busy (SmeVerifyPage *self, gboolean busy)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (busy)
    self->cancellable = g_cancellable_new ();
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
}

static void
show_icon (SmeVerifyPage *self)
{
  static const struct
  {
    const char *icon_name;
    const char *style;
  } looks[] = {
    [SME_SEAL_CONCLUSION_TRUSTED] = { "onesme-certificate-symbolic", "success" },
    [SME_SEAL_CONCLUSION_UNKNOWN] = { "dialog-warning-symbolic", "warning" },
    [SME_SEAL_CONCLUSION_BAD] = { "dialog-error-symbolic", "error" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), looks[i].style);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), looks[self->found->conclusion].style);
  gtk_image_set_from_icon_name (self->icon, looks[self->found->conclusion].icon_name);
}

static void
show_found (SmeVerifyPage *self)
{
  const SmeSealFindings *findings = self->found->findings;
  gboolean signed_once = findings != NULL && findings->main != NULL;
  g_autofree char *path = g_file_get_parse_name (self->file);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *seal = sme_verification_describe (self->found);
  g_autofree char *evidence = sme_verification_describe_evidence (self->found);
  g_autofree char *reuse = sme_verification_describe_reuse (self->found);
  g_autofree char *chain = sme_verification_describe_chain (self->found);

  show_icon (self);
  gtk_label_set_label (self->title_label, sme_verification_get_title (self->found));
  sme_fact_row_set_value (self->file_row, name);
  sme_fact_row_set_value (self->seal_row, seal);
  sme_fact_row_set_value (
    self->timestamp_row, signed_once ? sme_seal_finding_describe_timestamp (findings->main) : NULL);
  sme_fact_row_set_value (self->evidence_row, evidence);
  sme_fact_row_set_value (self->reuse_row, reuse);
  sme_fact_row_set_value (self->chain_row, chain);
  gtk_widget_set_visible (self->details_button, findings != NULL && findings->list->len > 0);
  gtk_stack_set_visible_child_name (self->stack, "found");
}

static void
on_verified (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeVerifyPage) self = data;
  g_autoptr (SmeVerification) found = sme_verification_run_finish (result, NULL);

  if (found == NULL || self->stack == NULL) /* another one was begun, or the page went */
    return;
  g_clear_pointer (&self->found, sme_verification_free);
  self->found = g_steal_pointer (&found);
  show_found (self);
  set_busy (self, FALSE);
}

/* Without the issuers the file can be judged all the same; that nobody is known is said. */
static void
on_issuers_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeVerifyPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) issuers = sme_issuers_fetch_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stack == NULL)
    return;
  gtk_widget_set_visible (self->offline_box, issuers == NULL);
  if (issuers == NULL)
    issuers = sme_issuers_new ();
  sme_verification_run_async (self->file, issuers, self->cancellable, on_verified,
                              g_object_ref (self));
}

void
sme_verify_page_check (SmeVerifyPage *self, GFile *file)
{
  SmeContext *context;

  g_return_if_fail (SME_IS_VERIFY_PAGE (self) && G_IS_FILE (file));
  context = sme_page_get_context (SME_PAGE (self));
  g_set_object (&self->file, file);
  if (self->details != NULL)
    gtk_window_destroy (self->details);
  set_busy (self, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  sme_issuers_fetch_async (sme_context_get_econtract (context), self->cancellable, on_issuers_ready,
                           g_object_ref (self));
}

gboolean
sme_verify_page_get_busy (SmeVerifyPage *self)
{
  g_return_val_if_fail (SME_IS_VERIFY_PAGE (self), FALSE);
  return self->cancellable != NULL;
}

static void
on_chosen (GtkNativeDialog *dialog, int response, SmeVerifyPage *self)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    sme_verify_page_check (self, file);
}

static void
on_choose_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeVerifyPage *self = SME_VERIFY_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkFileFilter) filter = NULL;

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_ ("Choose the file to check"), GTK_WINDOW (root),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _ ("PDF files"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_again_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeVerifyPage *self = SME_VERIFY_PAGE (widget);
  g_autoptr (GFile) file = self->file != NULL ? g_object_ref (self->file) : NULL;

  if (file != NULL)
    sme_verify_page_check (self, file);
}

static void
on_details_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeVerifyPage *self = SME_VERIFY_PAGE (widget);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));

  if (self->found == NULL || self->found->findings == NULL || self->details != NULL)
    return;
  g_set_weak_pointer (&self->details,
                      GTK_WINDOW (sme_seal_details_new (parent, self->found->findings)));
  gtk_window_present (self->details);
}

static gboolean
on_dropped (GtkDropTarget *target, const GValue *value, double x, double y, SmeVerifyPage *self)
{
  GFile *file = g_value_get_object (value);

  if (file == NULL)
    return FALSE;
  sme_verify_page_check (self, file);
  return TRUE;
}

static void
sme_verify_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BUSY)
    g_value_set_boolean (value, sme_verify_page_get_busy (SME_VERIFY_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_verify_page_dispose (GObject *object)
{
  SmeVerifyPage *self = SME_VERIFY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_weak_pointer (&self->details);
  g_clear_pointer (&self->found, sme_verification_free);
  g_clear_object (&self->file);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_VERIFY_PAGE);
  G_OBJECT_CLASS (sme_verify_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SmeVerifyPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SmeVerifyPage, offline_box);
  gtk_widget_class_bind_template_child (widget_class, SmeVerifyPage, icon);
  gtk_widget_class_bind_template_child (widget_class, SmeVerifyPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, SmeVerifyPage, file_row);
  gtk_widget_class_bind_template_child (widget_class, SmeVerifyPage, seal_row);
  gtk_widget_class_bind_template_child (widget_class, SmeVerifyPage, timestamp_row);
  gtk_widget_class_bind_template_child (widget_class, SmeVerifyPage, evidence_row);
  gtk_widget_class_bind_template_child (widget_class, SmeVerifyPage, reuse_row);
  gtk_widget_class_bind_template_child (widget_class, SmeVerifyPage, chain_row);
  gtk_widget_class_bind_template_child (widget_class, SmeVerifyPage, details_button);
}

static void
sme_verify_page_class_init (SmeVerifyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sme_verify_page_get_property;
  object_class->dispose = sme_verify_page_dispose;
  props[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  sme_viewer_init ();
  g_type_ensure (SME_TYPE_FACT_ROW);
  gtk_widget_class_install_action (widget_class, "verify.choose", NULL, on_choose_activated);
  gtk_widget_class_install_action (widget_class, "verify.again", NULL, on_again_activated);
  gtk_widget_class_install_action (widget_class, "verify.details", NULL, on_details_activated);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-verify-page.ui");
  bind_children (widget_class);
}

static void
sme_verify_page_init (SmeVerifyPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  sme_page_set_title (SME_PAGE (self), _ ("Check a sealed file"));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_dropped), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
