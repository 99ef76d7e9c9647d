/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-draft-conflict.h"

#include "app/form/sme-country-text.h"
#include "app/order/sme-profile-form-private.h"
#include "base/sme-format.h"
#include "core/sme-address-line.h"
#include "core/sme-profile-merge.h"

#include <glib/gi18n.h>

struct _SmeDraftConflict
{
  AdwBin parent_instance;
  GPtrArray *rows; /* SmeChoiceRow, as the pointers; borrowed */
  GStrv pointers;
  SmeProfile *theirs;
};

enum
{
  MINE,
  THEIRS,
};

static guint signal_resolved;

G_DEFINE_FINAL_TYPE (SmeDraftConflict, sme_draft_conflict, ADW_TYPE_BIN)

static const SmeProfileField *
find_field (const char *pointer)
{
  for (guint i = 0; i < SME_N_PROFILE_FIELDS; i++)
    if (g_str_equal (sme_profile_fields[i].pointer, pointer))
      return &sme_profile_fields[i];
  return NULL;
}

static char *
describe_choice (SmeRecord *profile, const char *name)
{
  gint64 value = sme_record_get_int (profile, name);

  if (g_str_equal (name, "sex"))
    return g_strdup (value == SME_SEX_MALE ? C_ ("sex", "Male") : C_ ("sex", "Female"));
  return g_strdup (value == SME_ID_PASSPORT ? _ ("Passport") : _ ("Identity card"));
}

static char *
describe_field (SmeProfile *profile, const char *pointer)
{
  const SmeProfileField *field = find_field (pointer);
  SmeRecord *record = SME_RECORD (profile);

  if (field == NULL)
    return g_strdup (sme_address_get_line (sme_record_get_object (record, "address")));
  if (field->group != NULL)
    record = sme_record_get_object (record, field->group);
  if (record == NULL || !sme_record_has (record, field->name))
    return NULL;
  if (field->kind == SME_PROFILE_FIELD_CHOICE)
    return describe_choice (record, field->name);
  if (field->kind == SME_PROFILE_FIELD_COUNTRY)
    return g_strdup (sme_country_text_describe (sme_record_get_text (record, field->name)));
  if (field->kind == SME_PROFILE_FIELD_DATE)
    return sme_format_date ((int) sme_record_get_int (record, field->name));
  return g_strdup (sme_record_get_text (record, field->name));
}

static char *
describe_version (SmeProfile *profile, const char *pointer)
{
  char *value = describe_field (profile, pointer);

  return value != NULL ? value : g_strdup (_ ("(empty)"));
}

static void
on_use (SmeDraftConflict *self)
{
  g_signal_emit (self, signal_resolved, 0);
}

static GtkWidget *
make_row (SmeDraftConflict *self, SmeProfile *mine, const char *pointer)
{
  const SmeProfileField *field = find_field (pointer);
  GtkWidget *row =
    sme_choice_row_new (field != NULL ? _ (field->title) : _ ("Ward, province"), FALSE);
  g_autofree char *here = describe_version (mine, pointer);
  g_autofree char *there = describe_version (self->theirs, pointer);
  /* Translators: %s is what was typed into a field. */
  g_autofree char *first = g_strdup_printf (_ ("Here: %s"), here);
  /* Translators: %s is what was typed into a field on another computer. */
  g_autofree char *second = g_strdup_printf (_ ("Other computer: %s"), there);

  sme_choice_row_append (SME_CHOICE_ROW (row), first);
  sme_choice_row_append (SME_CHOICE_ROW (row), second);
  sme_choice_row_set_selected (SME_CHOICE_ROW (row), MINE);
  return row;
}

void
sme_draft_conflict_ask (SmeDraftConflict *self,
                        SmeProfile *mine,
                        SmeProfile *theirs,
                        const char *const *conflicts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Use these"));

  g_set_object (&self->theirs, theirs);
  g_strfreev (self->pointers);
  self->pointers = g_strdupv ((char **) conflicts);
  g_ptr_array_set_size (self->rows, 0);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   _ ("Changed on another computer too"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group),
    _ ("Please choose for each field. What you typed here is kept on this computer until then."));
  for (guint i = 0; conflicts[i] != NULL; i++)
    {
      GtkWidget *row = make_row (self, mine, conflicts[i]);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_use), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), button);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}

void
sme_draft_conflict_apply (SmeDraftConflict *self, SmeProfile *profile)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (sme_choice_row_get_selected (g_ptr_array_index (self->rows, i)) == THEIRS)
      sme_profile_take (profile, self->theirs, self->pointers[i]);
}

static void
sme_draft_conflict_finalize (GObject *object)
{
  SmeDraftConflict *self = SME_DRAFT_CONFLICT (object);

  g_ptr_array_unref (self->rows);
  g_strfreev (self->pointers);
  g_clear_object (&self->theirs);
  G_OBJECT_CLASS (sme_draft_conflict_parent_class)->finalize (object);
}

static void
sme_draft_conflict_class_init (SmeDraftConflictClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_draft_conflict_finalize;
  signal_resolved = g_signal_new ("resolved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
sme_draft_conflict_init (SmeDraftConflict *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sme_draft_conflict_new (void)
{
  return g_object_new (SME_TYPE_DRAFT_CONFLICT, NULL);
}
