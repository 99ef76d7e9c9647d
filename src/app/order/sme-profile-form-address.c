/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The address: divisions in two levels or, as on older papers, in three; and what became of the
 * old ones. */
#include "config.h"

#include "app/order/sme-profile-form-private.h"

#include "client/sme-caller.h"
#include "core/sme-address-line.h"
#include "core/sme-division.h"

#include <glib/gi18n.h>
#include <string.h>

/* That the form may take to be laid out. */
#define MOST_FRAMES 20

enum
{
  PROVINCE,
  DISTRICT,
  COMMUNE,
};

static const char *const pointers[SME_N_PLACES] = { "/address/province_code",
                                                    "/address/district_code",
                                                    "/address/commune_code" };
static const char *const names[SME_N_PLACES] = { "province_code", "district_code", "commune_code" };

static SmePickerRow *
get_row (SmeProfileForm *self, guint place)
{
  return SME_PICKER_ROW (self->rows[sme_profile_field_find (pointers[place])]);
}

SmeEdition
sme_profile_form_get_edition (SmeProfileForm *self)
{
  return sme_choice_row_get_selected (self->edition) == SME_EDITION_2024 ? SME_EDITION_2024
                                                                         : SME_EDITION_2025;
}

static void
set_place (SmeProfileForm *self,
           SmeEdition edition,
           guint place,
           const char *code,
           const char *label)
{
  SmePlace *kept = &self->places[edition][place];

  g_free (kept->code);
  g_free (kept->label);
  kept->code = g_strdup (code);
  kept->label = g_strdup (label);
}

void
sme_profile_form_clear_places (SmeProfileForm *self)
{
  for (guint edition = 0; edition < 2; edition++)
    for (guint place = 0; place < SME_N_PLACES; place++)
      set_place (self, edition, place, NULL, NULL);
}

static void
show_places (SmeProfileForm *self)
{
  SmeEdition edition = sme_profile_form_get_edition (self);

  for (guint i = 0; i < SME_N_PLACES; i++)
    sme_picker_row_set_value (get_row (self, i), self->places[edition][i].code,
                              self->places[edition][i].label);
  gtk_widget_set_visible (GTK_WIDGET (get_row (self, DISTRICT)), edition == SME_EDITION_2024);
}

/* In three levels the line has the bare name of the province, as the guide shows it. */
static const char *
skip_type (const char *label)
{
  static const char *const types[] = { "Thành phố ", "Tỉnh " };

  for (guint i = 0; label != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_has_prefix (label, types[i]))
      return label + strlen (types[i]);
  return label;
}

static char *
compose_line (SmeProfileForm *self, SmeEdition edition)
{
  const SmePlace *places = self->places[edition];
  SmeAddressParts parts = { 0 };

  parts.house_number = sme_profile_form_get_text (self, "/address/house_number");
  parts.street = sme_profile_form_get_text (self, "/address/street");
  /* Type and name stand together in what was chosen. */
  parts.commune = places[COMMUNE].label;
  parts.district = places[DISTRICT].label;
  parts.province =
    edition == SME_EDITION_2024 ? skip_type (places[PROVINCE].label) : places[PROVINCE].label;
  return sme_address_line_compose (edition, &parts);
}

char *
sme_profile_form_get_address_line (SmeProfileForm *self)
{
  return compose_line (self, sme_profile_form_get_edition (self));
}

void
sme_profile_form_update_address (SmeProfileForm *self)
{
  g_autofree char *line = sme_profile_form_get_address_line (self);

  gtk_label_set_label (self->address_line, line[0] != '\0' ? line : "–");
}

/* ---- What became of an old unit */

static char *
describe_successor (SmeRecord *division)
{
  return g_strdup_printf ("%s %s, %s", sme_record_get_text (division, "type"),
                          sme_record_get_text (division, "name"),
                          sme_record_get_text (division, "parent_name"));
}

static void
add_successor (SmeProfileForm *self, SmeRecord *division, gboolean only)
{
  g_autofree char *text = describe_successor (division);
  GtkWidget *button = gtk_button_new_with_label (only ? _ ("Use the present address") : text);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    sme_record_get_text (division, "code"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "profile.convert");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (self->conversion_choices, button);
}

static void
offer_successors (SmeProfileForm *self, GListModel *list)
{
  guint n = g_list_model_get_n_items (list);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->conversion_choices))) != NULL)
    gtk_box_remove (self->conversion_choices, child);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) division = g_list_model_get_item (list, i);

      if (n == 1)
        {
          g_autofree char *name = describe_successor (division);
          /* Translators: %s is a ward and its province. */
          g_autofree char *text = g_strdup_printf (_ ("Since 01/07/2025 this is: %s."), name);

          gtk_label_set_label (self->conversion_text, text);
        }
      add_successor (self, division, n == 1);
    }
  if (n > 1)
    gtk_label_set_label (self->conversion_text,
                         _ ("This ward or commune was divided on 01/07/2025. Which one is the"
                            " address in now?"));
  g_set_object (&self->successors, list);
  gtk_widget_set_visible (self->conversion, n > 0);
}

static void
on_successors (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeProfileForm) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, &error);

  /* Without an answer the old address stays as it is, which may be declared too. */
  if (list != NULL && sme_profile_form_get_edition (self) == SME_EDITION_2024)
    offer_successors (self, list);
}

static void
ask_successors (SmeProfileForm *self)
{
  const SmePlace *places = self->places[SME_EDITION_2024];
  /* The five island districts had no communes: they are asked for by themselves. */
  const char *code = places[COMMUNE].code != NULL ? places[COMMUNE].code : places[DISTRICT].code;

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_set_visible (self->conversion, FALSE);
  if (sme_profile_form_get_edition (self) != SME_EDITION_2024 || code == NULL)
    return;
  self->asking = g_cancellable_new ();
  sme_caller_send_async (SME_CALLER (sme_context_get_shop (self->context)), SME_OP_LIST_SUCCESSORS,
                         code, NULL, NULL, self->asking, on_successors, g_object_ref (self));
}

static SmeRecord *
find_successor (SmeProfileForm *self, const char *code)
{
  guint n = self->successors != NULL ? g_list_model_get_n_items (self->successors) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) division = g_list_model_get_item (self->successors, i);

      if (g_strcmp0 (sme_record_get_text (division, "code"), code) == 0)
        return g_steal_pointer (&division);
    }
  return NULL;
}

void
sme_profile_form_convert (SmeProfileForm *self, const char *code)
{
  g_autoptr (SmeRecord) division = find_successor (self, code);
  g_autofree char *printed = compose_line (self, SME_EDITION_2024);
  g_autofree char *name = NULL;
  SmeFieldRow *row = SME_FIELD_ROW (self->rows[sme_profile_field_find ("/address/printed")]);

  if (division == NULL)
    return;
  name = g_strdup_printf ("%s %s", sme_record_get_text (division, "type"),
                          sme_record_get_text (division, "name"));
  set_place (self, SME_EDITION_2025, PROVINCE, sme_record_get_text (division, "parent_code"),
             sme_record_get_text (division, "parent_name"));
  set_place (self, SME_EDITION_2025, COMMUNE, code, name);
  if (sme_field_row_get_text (row)[0] == '\0')
    sme_field_row_set_text (row, printed);
  sme_choice_row_set_selected (self->edition, SME_EDITION_2025);
  show_places (self);
  gtk_widget_set_visible (self->conversion, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (get_row (self, COMMUNE)));
  sme_profile_form_edited (self);
}

/* ---- Choosing */

void
sme_profile_form_on_edition_edited (SmeChoiceRow *row, gpointer user_data)
{
  SmeProfileForm *self = user_data;

  if (self->filling)
    return;
  show_places (self);
  ask_successors (self);
  sme_profile_form_edited (self);
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

static guint
find_place (SmeProfileForm *self, SmePickerRow *row)
{
  guint place = 0;

  while (place < COMMUNE && get_row (self, place) != row)
    place++;
  return place;
}

/* The place that lists this one; -1 for provinces. */
static int
get_parent (SmeProfileForm *self, guint place)
{
  if (place == COMMUNE && sme_profile_form_get_edition (self) == SME_EDITION_2025)
    return PROVINCE;
  return (int) place - 1;
}

void
sme_profile_form_on_pick (SmePickerRow *row, gpointer user_data)
{
  SmeProfileForm *self = user_data;
  SmeEdition edition = sme_profile_form_get_edition (self);
  int parent = get_parent (self, find_place (self, row));
  const char *code = parent >= 0 ? self->places[edition][parent].code : NULL;

  if (parent >= 0 && code == NULL)
    {
      sme_picker_row_set_error (row, parent == DISTRICT
                                       ? _ ("Please choose the district first.")
                                       : _ ("Please choose the city or province first."));
      return;
    }
  show_picker (self, row);
  sme_division_picker_open (self->picker, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                            edition, code);
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
  SmeEdition edition = sme_profile_form_get_edition (self);
  guint place = find_place (self, self->picking);

  /* What is in another place is somewhere else. */
  if (g_strcmp0 (code, self->places[edition][place].code) != 0)
    for (guint below = place + 1; below < SME_N_PLACES; below++)
      set_place (self, edition, below, NULL, NULL);
  set_place (self, edition, place, code, name);
  show_places (self);
  sme_picker_row_set_error (self->picking, NULL);
  close_picker (self);
  ask_successors (self);
  sme_profile_form_edited (self);
}

void
sme_profile_form_on_division_cancelled (SmeDivisionPicker *picker, gpointer user_data)
{
  close_picker (user_data);
}

/* ---- The record */

void
sme_profile_form_read_address (SmeProfileForm *self, SmeRecord *address)
{
  g_autofree char *line = sme_profile_form_get_address_line (self);
  SmeEdition edition = sme_profile_form_get_edition (self);

  sme_record_set_int (address, "edition", edition);
  for (guint i = 0; i < SME_N_PLACES; i++)
    sme_record_set_text (address, names[i], self->places[edition][i].code);
  sme_record_set_text (address, "line", line[0] != '\0' ? line : NULL);
}

/* The line ends with the names of the places; the codes alone have none to show. */
static char *
find_label (const char *const *parts, guint n, guint from_end, const char *code)
{
  if (code == NULL)
    return NULL;
  return g_strdup (n > from_end ? parts[n - 1 - from_end] : code);
}

void
sme_profile_form_write_address (SmeProfileForm *self, SmeRecord *address)
{
  const char *line = sme_address_get_line (address != NULL ? SME_ADDRESS (address) : NULL);
  g_auto (GStrv) parts = line != NULL ? g_strsplit (line, ", ", -1) : g_new0 (char *, 1);
  guint n = g_strv_length (parts), from_end = 0;
  SmeEdition edition =
    address != NULL && sme_record_get_int (address, "edition") == SME_EDITION_2024
      ? SME_EDITION_2024
      : SME_EDITION_2025;

  sme_profile_form_clear_places (self);
  for (guint i = 0; address != NULL && i < SME_N_PLACES; i++)
    {
      const char *code = sme_record_get_text (address, names[i]);
      g_autofree char *label = find_label ((const char *const *) parts, n, from_end, code);

      set_place (self, edition, i, code, label);
      from_end += code != NULL;
    }
  /* Written before there was a line: what is printed was that line. */
  if (address != NULL && !sme_record_has (address, "line"))
    sme_field_row_set_text (SME_FIELD_ROW (self->rows[sme_profile_field_find ("/address/printed")]),
                            "");
  sme_choice_row_set_selected (self->edition, edition);
  show_places (self);
  ask_successors (self);
}
