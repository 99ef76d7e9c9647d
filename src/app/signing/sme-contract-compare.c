/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-contract-compare.h"

#include "app/sme-error-text.h"
#include "app/signing/sme-difference-row.h"
#include "app/signing/sme-problem-line.h"
#include "core/sme-contract-check.h"
#include "viewer/sme-text-gatherer.h"

#include <glib/gi18n.h>

struct _SmeContractCompare
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkListBox *list;
  GtkWidget *buttons;
  SmeProblemLine *problem;

  SmeCaller *caller; /* who is asked by @op for @id */
  SmeOperationId op;
  char *id;
  GBytes *pdf;
  SmeDeclaration *declaration;
  GString *text; /* of the pages so far */
  GCancellable *cancellable;
  gboolean settled;
};

enum
{
  PROP_0,
  PROP_SETTLED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeContractCompare, sme_contract_compare, ADW_TYPE_BIN)

static void
set_settled (SmeContractCompare *self, gboolean settled)
{
  if (self->settled == settled)
    return;
  self->settled = settled;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SETTLED]);
}

/* An invited holder has declared nothing; the buyer has. */
static const char *
pick (SmeContractCompare *self, const char *own, const char *about)
{
  return self->op == SME_OP_GET_ORDER ? own : about;
}

static void
show_nothing_compared (SmeContractCompare *self)
{
  gtk_label_set_label (self->label,
                       pick (self,
                             _ ("The contract could not be compared with your declaration. "
                                "Please check the data yourself."),
                             _ ("The contract could not be compared with what was declared about "
                                "you. Please check the data yourself.")));
  set_settled (self, TRUE);
}

static void
show_differences (SmeContractCompare *self, GPtrArray *differences)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < differences->len; i++)
    gtk_list_box_append (self->list, sme_difference_row_new (g_ptr_array_index (differences, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), differences->len > 0);
  gtk_widget_set_visible (self->buttons, differences->len > 0);
  if (differences->len == 0)
    {
      gtk_label_set_label (self->label,
                           pick (self,
                                 _ ("The contract says what you declared: name, identity paper, "
                                    "dates, address, plan and price."),
                                 _ ("The contract says what was declared about you: name, identity "
                                    "paper, dates, address, plan and price.")));
      set_settled (self, TRUE);
      return;
    }
  text = g_strdup_printf (
    self->op == SME_OP_GET_ORDER
      ? g_dngettext (NULL, "%u value on the contract differs from your declaration:",
                     "%u values on the contract differ from your declaration:", differences->len)
      : g_dngettext (
          NULL, "%u value on the contract differs from what was declared about you:",
          "%u values on the contract differ from what was declared about you:", differences->len),
    differences->len);
  gtk_label_set_label (self->label, text);
}

static void
on_gathered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeContractCompare) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = sme_text_gatherer_gather_finish (SME_DOCUMENT (source), result, &error);
  g_autoptr (GPtrArray) differences = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->list == NULL)
    return;
  /* A contract that is a picture has no text to compare. */
  if (text == NULL || g_utf8_strlen (g_strstrip (text), -1) < 100)
    {
      show_nothing_compared (self);
      return;
    }
  differences = sme_contract_check_compare (self->text->str, self->declaration);
  show_differences (self, differences);
}

static void
on_page (guint page, const char *text, gpointer data)
{
  SmeContractCompare *self = data;

  if (page > 0)
    g_string_append_c (self->text, '\f');
  g_string_append (self->text, text);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeContractCompare) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeDocument) document = sme_document_open_finish (result, &error);
  SmeTextSpot from = { 0, 0 }, to = { 0, G_MAXUINT };

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->list == NULL)
    return;
  if (document == NULL)
    {
      show_nothing_compared (self);
      return;
    }
  to.page = sme_document_get_n_pages (document) - 1;
  sme_text_gatherer_gather_async (document, &from, &to, on_page, self, self->cancellable,
                                  on_gathered, g_object_ref (self));
}

/* What can be tried again is no reason to leave the comparison out. */
static void
show_failure (SmeContractCompare *self, const GError *error)
{
  if ((sme_error_text_find (error).offers & (SME_OFFER_RETRY | SME_OFFER_SIGN_IN)) == 0)
    {
      show_nothing_compared (self);
      return;
    }
  gtk_label_set_label (self->label,
                       pick (self, _ ("The contract is not compared with your declaration yet."),
                             _ ("The contract is not compared yet with what was declared about "
                                "you.")));
  sme_problem_line_show (self->problem, error);
}

static void
on_declared_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeContractCompare) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) declared = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->list == NULL)
    return;
  if (declared == NULL)
    {
      show_failure (self, error);
      return;
    }
  g_clear_object (&self->declaration);
  self->declaration = SME_IS_ORDER (declared) ? sme_declaration_new_of_order (SME_ORDER (declared))
                                              : SME_DECLARATION (g_steal_pointer (&declared));
  if (sme_record_get_object (SME_RECORD (self->declaration), "profile") == NULL)
    {
      show_nothing_compared (self);
      return;
    }
  sme_document_open_bytes_async (self->pdf, self->cancellable, on_opened, g_object_ref (self));
}

static void
stop (SmeContractCompare *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
clear_list (SmeContractCompare *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
ask (SmeContractCompare *self)
{
  sme_problem_line_show (self->problem, NULL);
  gtk_label_set_label (self->label,
                       pick (self, _ ("The contract is being compared with your declaration."),
                             _ ("The contract is being compared with what was declared about "
                                "you.")));
  sme_caller_send_async (self->caller, self->op, self->id, NULL, NULL, self->cancellable,
                         on_declared_ready, g_object_ref (self));
}

void
sme_contract_compare_start (SmeContractCompare *self,
                            SmeCaller *caller,
                            SmeOperationId op,
                            const char *id,
                            GBytes *pdf)
{
  g_return_if_fail (SME_IS_CONTRACT_COMPARE (self) && SME_IS_CALLER (caller) && pdf != NULL);
  if (self->pdf != NULL && g_bytes_equal (self->pdf, pdf))
    return;
  stop (self);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->pdf, g_bytes_unref);
  self->pdf = g_bytes_ref (pdf);
  g_string_truncate (self->text, 0);
  clear_list (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  gtk_widget_set_visible (self->buttons, FALSE);
  set_settled (self, FALSE);
  g_set_object (&self->caller, caller);
  self->op = op;
  g_free (self->id);
  self->id = g_strdup (id);
  ask (self);
}

gboolean
sme_contract_compare_get_settled (SmeContractCompare *self)
{
  g_return_val_if_fail (SME_IS_CONTRACT_COMPARE (self), FALSE);
  return self->settled;
}

/* The pressed button goes only after the keyboard has left it. */
static void
on_right_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeContractCompare *self = SME_CONTRACT_COMPARE (widget);

  gtk_widget_action_set_enabled (widget, "compare.right", FALSE);
  gtk_label_set_label (self->label,
                       _ ("You said that these values are right as they are on the contract."));
  set_settled (self, TRUE);
}

static void
sme_contract_compare_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SETTLED)
    g_value_set_boolean (value, SME_CONTRACT_COMPARE (object)->settled);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_contract_compare_dispose (GObject *object)
{
  SmeContractCompare *self = SME_CONTRACT_COMPARE (object);

  stop (self);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_object (&self->declaration);
  g_clear_object (&self->caller);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_CONTRACT_COMPARE);
  G_OBJECT_CLASS (sme_contract_compare_parent_class)->dispose (object);
}

static void
sme_contract_compare_finalize (GObject *object)
{
  g_string_free (SME_CONTRACT_COMPARE (object)->text, TRUE);
  g_free (SME_CONTRACT_COMPARE (object)->id);
  G_OBJECT_CLASS (sme_contract_compare_parent_class)->finalize (object);
}

static void
sme_contract_compare_class_init (SmeContractCompareClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sme_contract_compare_get_property;
  object_class->dispose = sme_contract_compare_dispose;
  object_class->finalize = sme_contract_compare_finalize;
  props[PROP_SETTLED] =
    g_param_spec_boolean ("settled", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_action (widget_class, "compare.right", NULL, on_right_activated);
  g_type_ensure (SME_TYPE_PROBLEM_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-contract-compare.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeContractCompare, label);
  gtk_widget_class_bind_template_child (widget_class, SmeContractCompare, list);
  gtk_widget_class_bind_template_child (widget_class, SmeContractCompare, buttons);
  gtk_widget_class_bind_template_child (widget_class, SmeContractCompare, problem);
  gtk_widget_class_bind_template_callback (widget_class, ask);
}

static void
sme_contract_compare_init (SmeContractCompare *self)
{
  self->text = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_contract_compare_new (void)
{
  return g_object_new (SME_TYPE_CONTRACT_COMPARE, NULL);
}
