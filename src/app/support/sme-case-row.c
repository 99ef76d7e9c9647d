/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/support/sme-case-row.h"

#include "app/support/sme-case-text.h"

#include <glib/gi18n.h>

struct _SmeCaseRow
{
  AdwExpanderRow parent_instance;
  SmeCase *support_case;
};

static guint signal_resolve;

G_DEFINE_FINAL_TYPE (SmeCaseRow, sme_case_row, ADW_TYPE_EXPANDER_ROW)

static void
add_line (SmeCaseRow *self, const char *text)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
on_grant_activated (SmeCaseRow *self)
{
  g_signal_emit (self, signal_resolve, 0, SME_CASE_GRANTED);
}

static void
on_leave_activated (SmeCaseRow *self)
{
  g_signal_emit (self, signal_resolve, 0, SME_CASE_UNCHANGED);
}

static void
add_decision (SmeCaseRow *self, const char *label, GCallback callback)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (label);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Demonstration: play the operator"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
sme_case_row_dispose (GObject *object)
{
  g_clear_object (&SME_CASE_ROW (object)->support_case);
  G_OBJECT_CLASS (sme_case_row_parent_class)->dispose (object);
}

static void
sme_case_row_class_init (SmeCaseRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_case_row_dispose;
  signal_resolve = g_signal_new ("resolve", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
sme_case_row_init (SmeCaseRow *self)
{
}

GtkWidget *
sme_case_row_new (SmeCase *support_case, gboolean demonstration)
{
  SmeCaseRow *self = g_object_new (SME_TYPE_CASE_ROW, NULL);
  SmeRecord *record = SME_RECORD (support_case);
  SmeCaseKind kind = (SmeCaseKind) sme_record_get_int (record, "kind");
  gboolean open = sme_record_get_int (record, "state") == SME_CASE_OPEN;
  const char *text = sme_record_get_text (record, "text");
  g_autofree char *number = sme_case_text_number (support_case);
  g_autofree char *title = g_strdup_printf ("%s: %s", number, sme_case_text_kind (kind));
  g_autofree char *state = sme_case_text_state (support_case);
  g_autofree char *hotline = sme_case_text_hotline (kind, demonstration);

  self->support_case = g_object_ref (support_case);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), state);
  if (text != NULL)
    add_line (self, text);
  if (open)
    add_line (self, hotline);
  if (open && demonstration)
    {
      add_decision (self, _ ("Do what was asked"), G_CALLBACK (on_grant_activated));
      add_decision (self, _ ("Leave all as it is"), G_CALLBACK (on_leave_activated));
    }
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), open);
  return GTK_WIDGET (self);
}

SmeCase *
sme_case_row_get_case (SmeCaseRow *self)
{
  g_return_val_if_fail (SME_IS_CASE_ROW (self), NULL);
  return self->support_case;
}
