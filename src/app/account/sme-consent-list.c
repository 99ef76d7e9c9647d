/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-consent-list.h"

#include "app/account/sme-consent-row.h"
#include "app/form/sme-row-focus.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

struct _SmeConsentList
{
  AdwBin parent_instance;

  GtkListBox *list_box;
  GtkLabel *message;

  GListModel *terms;
};

G_DEFINE_FINAL_TYPE (SmeConsentList, sme_consent_list, ADW_TYPE_BIN)

static SmeConsentRow *
get_row (SmeConsentList *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, index);

  return row != NULL ? SME_CONSENT_ROW (row) : NULL;
}

static void
set_message (SmeConsentList *self, const char *text)
{
  gtk_label_set_label (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "",
                                  -1);
}

static SmeConsentRow *
find_missing (SmeConsentList *self)
{
  SmeConsentRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (sme_consent_row_get_required (row) && !sme_consent_row_get_agreed (row))
      return row;
  return NULL;
}

static void
on_row_edited (SmeConsentList *self)
{
  if (find_missing (self) == NULL)
    set_message (self, NULL);
}

static gboolean
same_terms (GListModel *a, GListModel *b)
{
  guint n = g_list_model_get_n_items (a);

  if (n != g_list_model_get_n_items (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) one = g_list_model_get_item (a, i);
      g_autoptr (SmeRecord) other = g_list_model_get_item (b, i);

      if (!sme_record_equal (one, other))
        return FALSE;
    }
  return TRUE;
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  GtkWidget *row = sme_consent_row_new (item);

  g_signal_connect_object (row, "edited", G_CALLBACK (on_row_edited), data, G_CONNECT_SWAPPED);
  return row;
}

static void
sme_consent_list_dispose (GObject *object)
{
  SmeConsentList *self = SME_CONSENT_LIST (object);

  if (self->list_box != NULL)
    gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
  g_clear_object (&self->terms);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_CONSENT_LIST);
  G_OBJECT_CLASS (sme_consent_list_parent_class)->dispose (object);
}

static void
sme_consent_list_class_init (SmeConsentListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_consent_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-consent-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeConsentList, list_box);
  gtk_widget_class_bind_template_child (widget_class, SmeConsentList, message);
}

static void
sme_consent_list_init (SmeConsentList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_consent_list_new (void)
{
  return g_object_new (SME_TYPE_CONSENT_LIST, NULL);
}

void
sme_consent_list_set_terms (SmeConsentList *self, GListModel *terms)
{
  g_return_if_fail (SME_IS_CONSENT_LIST (self) && G_IS_LIST_MODEL (terms));
  if (self->terms != NULL && same_terms (self->terms, terms))
    return;
  g_set_object (&self->terms, terms);
  gtk_list_box_bind_model (self->list_box, terms, make_row, self, NULL);
  set_message (self, NULL);
}

gboolean
sme_consent_list_check (SmeConsentList *self, gboolean focus)
{
  SmeConsentRow *missing = find_missing (self);

  set_message (self,
               missing != NULL ? _ ("Please read these and agree to those with a star.") : NULL);
  if (missing != NULL && focus)
    {
      gtk_widget_grab_focus (GTK_WIDGET (missing));
      sme_row_focus_show (GTK_WIDGET (missing));
    }
  return missing == NULL;
}

void
sme_consent_list_add_to (SmeConsentList *self, SmeRecord *record, const char *name)
{
  SmeConsentRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      g_autoptr (SmeConsent) consent = sme_consent_row_make_consent (row);

      if (consent != NULL)
        sme_record_append (record, name, consent);
    }
}

gboolean
sme_consent_list_take_error (SmeConsentList *self, const GError *error)
{
  GPtrArray *fields = error->domain == SME_PROBLEM ? sme_problem_get_fields (error) : NULL;

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    if (g_str_has_prefix (sme_record_get_text (g_ptr_array_index (fields, i), "pointer"),
                          "/consents"))
      {
        set_message (self, _ ("The terms have changed. Please load the page again (F5), read them "
                              "and agree once more; what you typed stays."));
        return TRUE;
      }
  return FALSE;
}
