/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list that takes the place of the form while a division or a country is chosen. */
#include "config.h"

#include "app/order/sme-profile-form-private.h"

#include "app/form/sme-country-text.h"

#include <glib/gi18n.h>

/* That the form may take to be laid out. */
#define MOST_FRAMES 20

static SmePickerRow *
get_country_row (SmeProfileForm *self)
{
  return SME_PICKER_ROW (self->rows[sme_profile_field_find ("/nationality")]);
}

void
sme_profile_form_set_country (SmeProfileForm *self, const char *code)
{
  sme_picker_row_set_value (get_country_row (self), code, sme_country_text_describe (code));
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

  while (place < SME_PLACE_COMMUNE && sme_profile_form_get_place_row (self, place) != row)
    place++;
  return place;
}

/* The place that lists this one; -1 for provinces. */
static int
get_parent (SmeProfileForm *self, guint place)
{
  if (place == SME_PLACE_COMMUNE && sme_profile_form_get_edition (self) == SME_EDITION_2025)
    return SME_PLACE_PROVINCE;
  return (int) place - 1;
}

static void
pick_country (SmeProfileForm *self, SmePickerRow *row)
{
  g_autoptr (GListModel) countries = sme_country_text_list ();

  show_picker (self, row);
  sme_division_picker_open_list (
    self->picker, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), countries);
}

static void
pick_place (SmeProfileForm *self, SmePickerRow *row)
{
  SmeEdition edition = sme_profile_form_get_edition (self);
  int parent = get_parent (self, find_place (self, row));
  const char *code = parent >= 0 ? self->places[edition][parent].code : NULL;

  if (parent >= 0 && code == NULL)
    {
      sme_picker_row_set_error (row, parent == SME_PLACE_DISTRICT
                                       ? _ ("Please choose the district first.")
                                       : _ ("Please choose the city or province first."));
      return;
    }
  show_picker (self, row);
  sme_division_picker_open (self->picker, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                            edition, code);
}

void
sme_profile_form_on_pick (SmePickerRow *row, gpointer user_data)
{
  SmeProfileForm *self = user_data;

  if (row == get_country_row (self))
    pick_country (self, row);
  else
    pick_place (self, row);
}

gboolean
sme_profile_form_close_picker (SmeProfileForm *self)
{
  if (gtk_stack_get_visible_child (self->stack) != GTK_WIDGET (self->picker))
    return FALSE;
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_grab_focus (GTK_WIDGET (self->picking));
  self->frames_waited = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame_after_picker, NULL, NULL);
  return TRUE;
}

static void
take_place (SmeProfileForm *self, const char *code, const char *name)
{
  SmeEdition edition = sme_profile_form_get_edition (self);
  guint place = find_place (self, self->picking);

  /* What is in another place is somewhere else. */
  if (g_strcmp0 (code, self->places[edition][place].code) != 0)
    for (guint below = place + 1; below < SME_N_PLACES; below++)
      sme_profile_form_set_place (self, edition, below, NULL, NULL);
  sme_profile_form_set_place (self, edition, place, code, name);
  sme_profile_form_show_places (self);
}

void
sme_profile_form_on_division_chosen (SmeDivisionPicker *picker,
                                     const char *code,
                                     const char *name,
                                     gpointer user_data)
{
  SmeProfileForm *self = user_data;
  gboolean country = self->picking == get_country_row (self);

  if (country)
    sme_profile_form_set_country (self, code);
  else
    take_place (self, code, name);
  sme_picker_row_set_error (self->picking, NULL);
  sme_profile_form_close_picker (self);
  /* What a passport's number may be depends on its country. */
  if (country)
    sme_profile_form_show_errors (self);
  else
    sme_profile_form_ask_successors (self);
  sme_profile_form_edited (self);
}

void
sme_profile_form_on_division_cancelled (SmeDivisionPicker *picker, gpointer user_data)
{
  sme_profile_form_close_picker (user_data);
}
