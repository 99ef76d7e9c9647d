/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an old ward or commune belongs to since 01/07/2025. */
#include "config.h"

#include "app/order/sme-profile-form-private.h"

#include "client/sme-caller.h"
#include "core/sme-division.h"

#include <glib/gi18n.h>

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

void
sme_profile_form_ask_successors (SmeProfileForm *self)
{
  const SmePlace *places = self->places[SME_EDITION_2024];
  /* The five island districts had no communes: they are asked for by themselves. */
  const char *code = places[SME_PLACE_COMMUNE].code != NULL ? places[SME_PLACE_COMMUNE].code
                                                            : places[SME_PLACE_DISTRICT].code;

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

static SmeFieldRow *
get_printed_row (SmeProfileForm *self)
{
  return SME_FIELD_ROW (self->rows[sme_profile_field_find ("/address/printed")]);
}

/* A draft does not tell who wrote what is printed, but what its old address makes is ours. */
void
sme_profile_form_recognize_printed (SmeProfileForm *self)
{
  g_autofree char *line = NULL;

  if (sme_profile_form_get_edition (self) != SME_EDITION_2024)
    return;
  line = sme_profile_form_compose_line (self, SME_EDITION_2024);
  if (line[0] != '\0' && g_str_equal (sme_field_row_get_text (get_printed_row (self)), line))
    {
      g_free (self->printed);
      self->printed = g_steal_pointer (&line);
    }
}

/* What a person has written there stays. */
static void
fill_printed (SmeProfileForm *self)
{
  SmeFieldRow *row = get_printed_row (self);
  const char *text = sme_field_row_get_text (row);
  g_autofree char *line = NULL;

  if (text[0] != '\0' && g_strcmp0 (text, self->printed) != 0)
    return;
  line = sme_profile_form_compose_line (self, SME_EDITION_2024);
  sme_field_row_set_text (row, line);
  g_free (self->printed);
  self->printed = g_strdup (sme_field_row_get_text (row));
}

/* What the form wrote there goes on to say where the person lives; emptied by hand it stays so. */
void
sme_profile_form_follow_printed (SmeProfileForm *self, SmeFieldRow *edited)
{
  gboolean in_line =
    GTK_WIDGET (edited) == self->rows[sme_profile_field_find ("/address/street")] ||
    GTK_WIDGET (edited) == self->rows[sme_profile_field_find ("/address/house_number")];

  /* A profile that was filled in anew may have no old unit to say. */
  if (!in_line || self->printed == NULL ||
      self->places[SME_EDITION_2024][SME_PLACE_DISTRICT].code == NULL ||
      !g_str_equal (sme_field_row_get_text (get_printed_row (self)), self->printed))
    return;
  fill_printed (self);
}

void
sme_profile_form_convert (SmeProfileForm *self, const char *code)
{
  g_autoptr (SmeRecord) division = find_successor (self, code);
  g_autofree char *name = NULL;

  if (division == NULL)
    return;
  name = g_strdup_printf ("%s %s", sme_record_get_text (division, "type"),
                          sme_record_get_text (division, "name"));
  sme_profile_form_set_place (self, SME_EDITION_2025, SME_PLACE_PROVINCE,
                              sme_record_get_text (division, "parent_code"),
                              sme_record_get_text (division, "parent_name"));
  sme_profile_form_set_place (self, SME_EDITION_2025, SME_PLACE_COMMUNE, code, name);
  fill_printed (self);
  sme_choice_row_set_selected (self->edition, SME_EDITION_2025);
  sme_profile_form_show_places (self);
  gtk_widget_set_visible (self->conversion, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (sme_profile_form_get_place_row (self, SME_PLACE_COMMUNE)));
  sme_profile_form_edited (self);
}
