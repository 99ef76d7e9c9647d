/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-seal-details.h"

#include "base/sme-format.h"
#include "viewer/sme-compare-window.h"

#include <glib/gi18n.h>

struct _SmeSealDetails
{
  AdwWindow parent_instance;

  AdwPreferencesPage *page;
  GBytes *file;
  GPtrArray *revisions; /* of GBytes, what the buttons compare with, or NULL */
  GPtrArray *changed;   /* of GArray, the pages that differ, or NULL */
};

G_DEFINE_FINAL_TYPE (SmeSealDetails, sme_seal_details, ADW_TYPE_WINDOW)

static void
add (AdwPreferencesGroup *group, const char *name, const char *value)
{
  GtkWidget *row;

  if (value == NULL || value[0] == '\0')
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
}

static void
add_time (AdwPreferencesGroup *group, const SmeSealFinding *finding)
{
  g_autofree char *time = finding->time != 0 ? sme_format_date_time (finding->time) : NULL;

  add (group,
       finding->time_is_proved ? _ ("Time, proved by a time stamp")
                               : _ ("Time, as the signer says"),
       time);
}

static void
on_compare (GtkButton *button, SmeSealDetails *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  GtkWidget *window =
    sme_compare_window_new (GTK_WINDOW (self), g_ptr_array_index (self->revisions, index),
                            self->file, g_ptr_array_index (self->changed, index));

  gtk_window_present (GTK_WINDOW (window));
}

static void
add_button (SmeSealDetails *self, AdwPreferencesGroup *group, guint index)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Compare with what was signed"));

  gtk_widget_set_margin_top (button, 12);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect (button, "clicked", G_CALLBACK (on_compare), self);
  adw_preferences_group_add (group, button);
}

static void
add_finding (SmeSealDetails *self, const SmeSealFinding *finding, guint index)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *verdict = sme_seal_finding_describe_verdict (finding);
  g_autofree char *after = sme_seal_finding_describe_after (finding);
  g_autofree char *title = NULL;

  if (finding->is_timestamp)
    title = g_strdup (_ ("Time stamp"));
  else
    /* Translators: %u numbers the signatures of a file. */
    title = g_strdup_printf (_ ("Signature %u"), index + 1);
  adw_preferences_group_set_title (group, title);
  add (group, C_ ("seal", "Name in the certificate"), finding->by);
  add (group, C_ ("seal", "Issued by"), finding->issuer);
  add_time (group, finding);
  add (group, C_ ("seal", "Reason"), finding->reason);
  add (group, C_ ("seal", "Result of the check"), verdict);
  add (group, C_ ("seal", "Since then"), after);
  if (finding->after != SME_SEAL_AFTER_NOTHING && finding->revision != NULL)
    add_button (self, group, index);
  adw_preferences_page_add (self->page, group);
}

static void
free_bytes (gpointer bytes)
{
  if (bytes != NULL)
    g_bytes_unref (bytes);
}

static void
free_array (gpointer array)
{
  if (array != NULL)
    g_array_unref (array);
}

static void
sme_seal_details_finalize (GObject *object)
{
  SmeSealDetails *self = SME_SEAL_DETAILS (object);

  g_clear_pointer (&self->file, g_bytes_unref);
  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  g_clear_pointer (&self->changed, g_ptr_array_unref);

  G_OBJECT_CLASS (sme_seal_details_parent_class)->finalize (object);
}

static void
sme_seal_details_class_init (SmeSealDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sme_seal_details_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-seal-details.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeSealDetails, page);
}

static void
sme_seal_details_init (SmeSealDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->revisions = g_ptr_array_new_with_free_func (free_bytes);
  self->changed = g_ptr_array_new_with_free_func (free_array);
}

GtkWidget *
sme_seal_details_new (GtkWindow *parent, const SmeSealFindings *findings)
{
  SmeSealDetails *self = g_object_new (SME_TYPE_SEAL_DETAILS, "transient-for", parent, NULL);

  self->file = g_bytes_ref (findings->file);
  for (guint i = 0; i < findings->list->len; i++)
    {
      const SmeSealFinding *finding = g_ptr_array_index (findings->list, i);

      g_ptr_array_add (self->revisions,
                       finding->revision != NULL ? g_bytes_ref (finding->revision) : NULL);
      g_ptr_array_add (self->changed, finding->pages_changed != NULL
                                        ? g_array_ref (finding->pages_changed)
                                        : NULL);
      add_finding (self, finding, i);
    }
  return GTK_WIDGET (self);
}
