/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-contract-view.h"

#include "app/sme-error-text.h"
#include "app/signing/sme-seal-line.h"
#include "app/sme-hotline-button.h"
#include "viewer/sme-document-pane.h"
#include "viewer/sme-viewer.h"

#include <glib/gi18n.h>

struct _SmeContractView
{
  AdwBin parent_instance;

  GtkWidget *switcher;
  GtkStack *stack;
  SmeDocumentPane *contract; /* the first pane */
  SmeDocumentPane *terms;
  SmeDocumentPane *evidence;
  GtkStackPage *evidence_page;
  char *contract_hash; /* of the file in each pane */
  char *terms_hash;
  SmeSealLine *seal_line;
  SmeEcontract *econtract; /* names the issuers to judge seals by; NULL: none is judged */
  GBytes *contract_file;
  GBytes *evidence_file;
  GBytes *judged; /* what the line speaks of */
  gboolean reached_end;
  gboolean shows_end; /* as soon as there is one */
  guint end_tick;
  guint n_frames; /* since the document opened, in which it had a size */
};

enum
{
  PROP_0,
  PROP_REACHED_END,
  N_PROPS
};

enum
{
  RETRY,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeContractView, sme_contract_view, ADW_TYPE_BIN)

static void
on_reached_end (SmeContractView *self)
{
  gboolean reached_end = sme_document_pane_get_reached_end (self->contract);

  if (self->reached_end == reached_end)
    return;
  self->reached_end = reached_end;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REACHED_END]);
}

static void
go_to_end (SmeContractView *self)
{
  SmeDocument *document = sme_document_pane_get_document (self->contract);

  self->shows_end = FALSE;
  if (document != NULL)
    sme_document_view_set_page (sme_document_pane_get_view (self->contract),
                                sme_document_get_n_pages (document) - 1);
}

/* A view can be scrolled once it was laid out with the new document: a frame later. */
static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SmeContractView *self = SME_CONTRACT_VIEW (widget);

  if (gtk_widget_get_height (GTK_WIDGET (sme_document_pane_get_view (self->contract))) > 0)
    self->n_frames++;
  if (self->n_frames < 2)
    return G_SOURCE_CONTINUE;
  self->end_tick = 0;
  go_to_end (self);
  return G_SOURCE_REMOVE;
}

static void
on_document_opened (SmeContractView *self)
{
  self->n_frames = 0;
  if (self->shows_end && self->end_tick == 0 &&
      sme_document_pane_get_document (self->contract) != NULL)
    self->end_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
}

static void
on_retry (SmeContractView *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static GBytes *
find_sealed_in_sight (SmeContractView *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);

  if (shown == GTK_WIDGET (self->contract))
    return self->contract_file;
  return shown == GTK_WIDGET (self->evidence) ? self->evidence_file : NULL;
}

/* The line speaks of the document in sight and of no other. Nobody seals terms. */
static void
update_seal_line (SmeContractView *self)
{
  GBytes *file = self->econtract != NULL ? find_sealed_in_sight (self) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->seal_line), file != NULL);
  if (file == NULL || file == self->judged)
    return;
  g_clear_pointer (&self->judged, g_bytes_unref);
  self->judged = g_bytes_ref (file);
  sme_seal_line_check (self->seal_line, self->econtract, file);
}

void
sme_contract_view_check_seals (SmeContractView *self, SmeEcontract *econtract)
{
  g_return_if_fail (SME_IS_CONTRACT_VIEW (self));
  g_return_if_fail (econtract == NULL || SME_IS_ECONTRACT (econtract));

  g_set_object (&self->econtract, econtract);
  g_clear_pointer (&self->judged, g_bytes_unref);
  update_seal_line (self);
}

static void
keep (GBytes **place, GBytes *file)
{
  GBytes *kept = file != NULL ? g_bytes_ref (file) : NULL;

  g_clear_pointer (place, g_bytes_unref);
  *place = kept;
}

static void
show_in (SmeDocumentPane *pane, char **hash, SmeShownDocument *document)
{
  const char *wanted = document != NULL ? sme_shown_document_get_sha256 (document) : NULL;

  if (g_strcmp0 (*hash, wanted) == 0)
    return;
  g_free (*hash);
  *hash = g_strdup (wanted);
  if (document == NULL)
    {
      sme_document_pane_set_document (pane, NULL);
      return;
    }
  sme_document_pane_set_name (pane, sme_shown_document_get_name (document));
  sme_document_pane_open_bytes (pane, document->bytes);
}

static SmeShownDocument *
find_terms (GPtrArray *documents)
{
  for (guint i = 0; i < documents->len; i++)
    if (!sme_shown_document_is_contract (g_ptr_array_index (documents, i)))
      return g_ptr_array_index (documents, i);
  return NULL;
}

static void
show_switcher (SmeContractView *self)
{
  gtk_widget_set_visible (self->switcher, gtk_widget_get_visible (GTK_WIDGET (self->terms)) ||
                                            gtk_stack_page_get_visible (self->evidence_page));
}

void
sme_contract_view_set_documents (SmeContractView *self, GPtrArray *documents)
{
  SmeShownDocument *contract, *terms;

  g_return_if_fail (SME_IS_CONTRACT_VIEW (self));
  g_return_if_fail (documents != NULL);

  contract = sme_shown_documents_find_contract (documents);
  terms = find_terms (documents);
  keep (&self->contract_file, contract != NULL ? contract->bytes : NULL);
  show_in (self->contract, &self->contract_hash, contract);
  show_in (self->terms, &self->terms_hash, terms);
  gtk_widget_set_visible (GTK_WIDGET (self->terms), terms != NULL);
  show_switcher (self);
  update_seal_line (self);
}

void
sme_contract_view_set_evidence (SmeContractView *self, GBytes *pdf)
{
  g_return_if_fail (SME_IS_CONTRACT_VIEW (self));

  sme_document_pane_set_name (self->evidence, C_ ("verify", "Evidence record"));
  if (pdf != NULL)
    sme_document_pane_open_bytes (self->evidence, pdf);
  else
    sme_document_pane_set_document (self->evidence, NULL);
  gtk_stack_page_set_visible (self->evidence_page, pdf != NULL);
  keep (&self->evidence_file, pdf);
  show_switcher (self);
  update_seal_line (self);
}

void
sme_contract_view_show_loading (SmeContractView *self)
{
  g_return_if_fail (SME_IS_CONTRACT_VIEW (self));
  g_clear_pointer (&self->contract_hash, g_free);
  sme_document_pane_show_loading (self->contract);
}

void
sme_contract_view_show_error (SmeContractView *self, const GError *error)
{
  g_autofree char *text = sme_error_text_summarize (error);

  g_return_if_fail (SME_IS_CONTRACT_VIEW (self));
  g_clear_pointer (&self->contract_hash, g_free);
  sme_document_pane_show_error (self->contract, text, TRUE);
}

gboolean
sme_contract_view_get_reached_end (SmeContractView *self)
{
  g_return_val_if_fail (SME_IS_CONTRACT_VIEW (self), FALSE);
  return self->reached_end;
}

void
sme_contract_view_show_end (SmeContractView *self)
{
  g_return_if_fail (SME_IS_CONTRACT_VIEW (self));

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->contract));
  self->shows_end = TRUE;
  on_document_opened (self);
}

void
sme_contract_view_save (SmeContractView *self)
{
  g_return_if_fail (SME_IS_CONTRACT_VIEW (self));
  gtk_widget_activate_action (GTK_WIDGET (self->contract), "document.save", NULL);
}

static void
sme_contract_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_REACHED_END)
    g_value_set_boolean (value, SME_CONTRACT_VIEW (object)->reached_end);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sme_contract_view_finalize (GObject *object)
{
  SmeContractView *self = SME_CONTRACT_VIEW (object);

  g_free (self->contract_hash);
  g_free (self->terms_hash);
  g_clear_object (&self->econtract);
  g_clear_pointer (&self->contract_file, g_bytes_unref);
  g_clear_pointer (&self->evidence_file, g_bytes_unref);
  g_clear_pointer (&self->judged, g_bytes_unref);
  G_OBJECT_CLASS (sme_contract_view_parent_class)->finalize (object);
}

static void
sme_contract_view_class_init (SmeContractViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sme_contract_view_get_property;
  object_class->finalize = sme_contract_view_finalize;
  props[PROP_REACHED_END] =
    g_param_spec_boolean ("reached-end", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[RETRY] = g_signal_new ("retry", SME_TYPE_CONTRACT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  sme_viewer_init ();
  g_type_ensure (SME_TYPE_SEAL_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-contract-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeContractView, switcher);
  gtk_widget_class_bind_template_child (widget_class, SmeContractView, stack);
  gtk_widget_class_bind_template_child (widget_class, SmeContractView, contract);
  gtk_widget_class_bind_template_child (widget_class, SmeContractView, terms);
  gtk_widget_class_bind_template_child (widget_class, SmeContractView, evidence);
  gtk_widget_class_bind_template_child (widget_class, SmeContractView, evidence_page);
  gtk_widget_class_bind_template_child (widget_class, SmeContractView, seal_line);
  gtk_widget_class_bind_template_callback (widget_class, update_seal_line);
  gtk_widget_class_bind_template_callback (widget_class, on_reached_end);
  gtk_widget_class_bind_template_callback (widget_class, on_document_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
}

static void
sme_contract_view_init (SmeContractView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_document_pane_add_help (self->contract, sme_hotline_button_new ());
  sme_document_pane_add_help (self->terms, sme_hotline_button_new ());
}

GtkWidget *
sme_contract_view_new (void)
{
  return g_object_new (SME_TYPE_CONTRACT_VIEW, NULL);
}
