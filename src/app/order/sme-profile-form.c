/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-profile-form-private.h"

#include "app/form/sme-reason-text.h"
#include "base/sme-time.h"
#include "core/sme-field-error.h"
#include "core/sme-identity-rules.h"
#include "core/sme-profile-rules.h"

#include <glib/gi18n.h>

/* After the last key, before errors show: not while a word is still being typed. */
#define PAUSE_MS 1200
/* That the form may take to be laid out. */
#define MOST_FRAMES 20

static guint signal_edited;

G_DEFINE_FINAL_TYPE (SmeProfileForm, sme_profile_form, GTK_TYPE_WIDGET)

static int
get_today (void)
{
  return sme_date_from_time (g_get_real_time () / 1000);
}

/* A date that was typed but can't be read is not merely missing. */
static const char *
refine (SmeProfileForm *self, guint i, const char *code)
{
  if (sme_profile_fields[i].kind == SME_PROFILE_FIELD_DATE && g_str_equal (code, "required") &&
      sme_field_row_get_text (self->rows[i])[0] != '\0')
    return "date";
  return code;
}

static const char *
find_code (GPtrArray *errors, const char *pointer)
{
  for (guint i = 0; i < errors->len; i++)
    if (g_str_equal (sme_record_get_text (g_ptr_array_index (errors, i), "pointer"), pointer))
      return sme_record_get_text (g_ptr_array_index (errors, i), "code");
  return NULL;
}

static const char *
get_conflict_note (SmeRecord *profile)
{
  SmeIdentityConflicts conflicts = SME_IDENTITY_CONFLICT_NONE;
  int sex = sme_record_has (profile, "sex") ? (int) sme_record_get_int (profile, "sex") : -1;

  if (sme_record_get_int (profile, "id_type") == SME_ID_CITIZEN_ID &&
      sme_record_has (profile, "id_number"))
    conflicts = sme_identity_find_conflicts (sme_record_get_text (profile, "id_number"), sex,
                                             (int) sme_record_get_int (profile, "born_on"), 0);
  if (conflicts & SME_IDENTITY_CONFLICT_BIRTH_YEAR)
    return _ ("The number names another year of birth. Please check both; they are printed on the"
              " contract.");
  if (conflicts & SME_IDENTITY_CONFLICT_SEX)
    return _ ("The number names the other sex. Please check both.");
  return NULL;
}

/* Nine digits are an old identity card, but also three quarters of a number that is being typed. */
static gboolean
may_be_unfinished (SmeProfileForm *self, guint i, const char *code)
{
  return self->typing == self->rows[i] && g_strcmp0 (code, "id-type-expired") == 0;
}

static void
show_field_error (SmeProfileForm *self, guint i, GPtrArray *errors)
{
  const char *code = find_code (errors, sme_profile_fields[i].pointer);
  gboolean show = self->touched[i] || self->all_touched;

  /* Nothing is judged while it is being composed; an error that is mended goes at once. */
  if (code == NULL || may_be_unfinished (self, i, code))
    sme_field_row_set_error (self->rows[i], NULL);
  else if (show && !sme_field_row_is_composing (self->rows[i]))
    sme_field_row_set_error (self->rows[i], sme_reason_text (refine (self, i, code)));
}

static void
show_errors (SmeProfileForm *self)
{
  g_autoptr (SmeProfile) profile = sme_profile_form_get_profile (self);
  g_autoptr (GPtrArray) errors = sme_profile_check (profile, self->customer_type, get_today ());
  gboolean all = self->all_touched;
  const char *code;

  for (guint i = 0; i < SME_N_PROFILE_FIELDS; i++)
    if (self->rows[i] != NULL)
      show_field_error (self, i, errors);
  sme_field_row_set_note (self->rows[sme_profile_field_find ("/id_number")],
                          get_conflict_note (SME_RECORD (profile)));
  code = find_code (errors, "/sex");
  sme_choice_row_set_error (self->sex, code != NULL && all ? sme_reason_text (code) : NULL);
  code = find_code (errors, "/id_type");
  sme_choice_row_set_error (self->id_type, code != NULL && all ? sme_reason_text (code) : NULL);
  code = find_code (errors, "/address/province_code");
  sme_picker_row_set_error (self->province, code != NULL && all ? sme_reason_text (code) : NULL);
  code = find_code (errors, "/address/commune_code");
  sme_picker_row_set_error (self->commune, code != NULL && all ? sme_reason_text (code) : NULL);
}

gboolean
sme_profile_form_get_valid (SmeProfileForm *self)
{
  g_autoptr (SmeProfile) profile = sme_profile_form_get_profile (self);
  g_autoptr (GPtrArray) errors = sme_profile_check (profile, self->customer_type, get_today ());

  return errors->len == 0;
}

void
sme_profile_form_update_address (SmeProfileForm *self)
{
  g_autofree char *line = sme_profile_form_get_address_line (self);

  gtk_label_set_label (self->address_line, line[0] != '\0' ? line : "–");
}

void
sme_profile_form_judge (SmeProfileForm *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  for (guint i = 0; i < SME_N_PROFILE_FIELDS; i++)
    if (self->rows[i] != NULL && sme_field_row_is_focused (self->rows[i]) &&
        sme_field_row_get_text (self->rows[i])[0] != '\0')
      self->touched[i] = TRUE;
  show_errors (self);
}

static gboolean
on_paused (gpointer user_data)
{
  SmeProfileForm *self = user_data;

  self->pause = 0;
  sme_profile_form_judge (self);
  return G_SOURCE_REMOVE;
}

static void
edited (SmeProfileForm *self)
{
  if (self->filling)
    return;
  sme_profile_form_update_address (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, on_paused, self);
  g_signal_emit (self, signal_edited, 0);
}

static guint
find_row (SmeProfileForm *self, SmeFieldRow *row)
{
  guint i = 0;

  while (i < SME_N_PROFILE_FIELDS - 1 && self->rows[i] != row)
    i++;
  return i;
}

void
sme_profile_form_on_row_edited (SmeFieldRow *row, gpointer user_data)
{
  SmeProfileForm *self = user_data;

  if (!self->filling)
    self->typing = row;
  edited (self);
  if (!self->filling && row == self->rows[sme_profile_field_find ("/id_issued_on")])
    sme_profile_form_suggest_issuers (self);
}

void
sme_profile_form_on_row_left (SmeFieldRow *row, gpointer user_data)
{
  SmeProfileForm *self = user_data;

  self->typing = NULL;
  if (sme_field_row_get_text (row)[0] != '\0')
    self->touched[find_row (self, row)] = TRUE;
  show_errors (self);
}

static void
add_suggestion (SmeProfileForm *self, const char *issuer)
{
  GtkWidget *button = gtk_button_new_with_label (issuer);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "profile.issuer");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", issuer);
  gtk_box_append (self->suggestions, button);
}

/* Called while the date is typed, not when it is left: a press on a suggestion is what leaves it,
 * and a button that goes while it is pressed hangs GTK 4.8. */
void
sme_profile_form_suggest_issuers (SmeProfileForm *self)
{
  g_autoptr (SmeProfile) profile = sme_profile_form_get_profile (self);
  g_auto (GStrv) issuers = sme_identity_suggest_issuers (
    (SmeIdType) MAX (0, sme_choice_row_get_selected (self->id_type)),
    (int) sme_record_get_int (SME_RECORD (profile), "id_issued_on"), NULL);
  GtkWidget *child;

  if (self->issuers != NULL &&
      g_strv_equal ((const char *const *) issuers, (const char *const *) self->issuers))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->suggestions))) != NULL)
    gtk_box_remove (self->suggestions, child);
  for (guint i = 0; issuers[i] != NULL; i++)
    add_suggestion (self, issuers[i]);
  g_strfreev (self->issuers);
  self->issuers = g_steal_pointer (&issuers);
}

static void
on_issuer_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeProfileForm *self = SME_PROFILE_FORM (widget);
  int i = sme_profile_field_find ("/id_issued_by");

  sme_field_row_set_text (self->rows[i], g_variant_get_string (parameter, NULL));
  self->touched[i] = TRUE;
  show_errors (self);
}

void
sme_profile_form_on_choice_edited (SmeChoiceRow *row, gpointer user_data)
{
  edited (user_data);
  sme_profile_form_suggest_issuers (user_data);
}

static GtkAdjustment *
find_scroll (SmeProfileForm *self)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  return window != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window)) : NULL;
}

static void
show_picker (SmeProfileForm *self, SmePickerRow *row)
{
  GtkAdjustment *scroll = find_scroll (self);

  self->picking = row;
  self->scrolled_to = scroll != NULL ? gtk_adjustment_get_value (scroll) : 0;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->picker));
}

/* The form has its height again only when it has been laid out. */
static gboolean
on_frame_after_picker (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SmeProfileForm *self = SME_PROFILE_FORM (widget);
  GtkAdjustment *scroll = find_scroll (self);
  double most =
    scroll != NULL ? gtk_adjustment_get_upper (scroll) - gtk_adjustment_get_page_size (scroll) : 0;

  if (scroll == NULL || (most < self->scrolled_to && ++self->frames_waited < MOST_FRAMES))
    return scroll != NULL ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
  gtk_adjustment_set_value (scroll, self->scrolled_to);
  return G_SOURCE_REMOVE;
}

void
sme_profile_form_on_pick_province (SmePickerRow *row, gpointer user_data)
{
  SmeProfileForm *self = user_data;

  show_picker (self, row);
  sme_division_picker_open (self->picker, _ ("City/province"), SME_EDITION_2025, NULL);
}

void
sme_profile_form_on_pick_commune (SmePickerRow *row, gpointer user_data)
{
  SmeProfileForm *self = user_data;

  if (sme_picker_row_get_code (self->province) == NULL)
    {
      sme_picker_row_set_error (row, _ ("Please choose the city or province first."));
      return;
    }
  show_picker (self, row);
  sme_division_picker_open (self->picker, _ ("Ward/commune"), SME_EDITION_2025,
                            sme_picker_row_get_code (self->province));
}

static void
close_picker (SmeProfileForm *self)
{
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_grab_focus (GTK_WIDGET (self->picking));
  self->frames_waited = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame_after_picker, NULL, NULL);
}

void
sme_profile_form_on_division_chosen (SmeDivisionPicker *picker,
                                     const char *code,
                                     const char *name,
                                     gpointer user_data)
{
  SmeProfileForm *self = user_data;

  if (self->picking == self->province &&
      g_strcmp0 (code, sme_picker_row_get_code (self->province)) != 0)
    sme_picker_row_set_value (self->commune, NULL, NULL);
  sme_picker_row_set_value (self->picking, code, name);
  sme_picker_row_set_error (self->picking, NULL);
  close_picker (self);
  edited (self);
}

void
sme_profile_form_on_division_cancelled (SmeDivisionPicker *picker, gpointer user_data)
{
  close_picker (user_data);
}

static void
focus_first_error (SmeProfileForm *self)
{
  for (guint i = 0; i < SME_N_PROFILE_FIELDS; i++)
    if (self->rows[i] != NULL && sme_field_row_get_error (self->rows[i]) != NULL)
      {
        sme_field_row_focus (self->rows[i]);
        return;
      }
  if (sme_choice_row_get_selected (self->sex) < 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->sex));
  else if (sme_picker_row_get_code (self->province) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->province));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->commune));
}

gboolean
sme_profile_form_check_all (SmeProfileForm *self)
{
  self->all_touched = TRUE;
  self->typing = NULL;
  show_errors (self);
  if (sme_profile_form_get_valid (self))
    return TRUE;
  focus_first_error (self);
  return FALSE;
}

gboolean
sme_profile_form_take_errors (SmeProfileForm *self, GPtrArray *errors)
{
  guint found = 0;

  for (guint i = 0; i < SME_N_PROFILE_FIELDS; i++)
    {
      const char *code = find_code (errors, sme_profile_fields[i].pointer);

      if (self->rows[i] == NULL || code == NULL)
        continue;
      sme_field_row_set_error (self->rows[i], sme_reason_text (code));
      found++;
    }
  if (find_code (errors, "/address/commune_code") != NULL)
    {
      sme_picker_row_set_error (self->commune,
                                sme_reason_text (find_code (errors, "/address/commune_code")));
      found++;
    }
  if (found > 0)
    focus_first_error (self);
  return found > 0 && found == errors->len;
}

static void
sme_profile_form_dispose (GObject *object)
{
  SmeProfileForm *self = SME_PROFILE_FORM (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_object (&self->base);
  g_clear_object (&self->context);
  g_clear_pointer (&self->issuers, g_strfreev);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  G_OBJECT_CLASS (sme_profile_form_parent_class)->dispose (object);
}

static void
sme_profile_form_class_init (SmeProfileFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_profile_form_dispose;
  signal_edited = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "profile.issuer", "s", on_issuer_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sme_profile_form_init (SmeProfileForm *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  /* Else the hidden page counts with the width that it has at its least height. */
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

GtkWidget *
sme_profile_form_new (SmeContext *context, SmeCustomerType customer_type)
{
  SmeProfileForm *self = g_object_new (SME_TYPE_PROFILE_FORM, NULL);

  self->context = g_object_ref (context);
  self->customer_type = customer_type;
  sme_profile_form_build (self);
  return GTK_WIDGET (self);
}
