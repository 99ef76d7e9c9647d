/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-choose-step.h"

#include "core/sme-plan.h"

#include <glib/gi18n.h>

struct _SmeChooseStep
{
  SmeStep parent_instance;
};

G_DEFINE_FINAL_TYPE (SmeChooseStep, sme_choose_step, SME_TYPE_STEP)

static void
sme_choose_step_class_init (SmeChooseStepClass *klass)
{
}

static void
sme_choose_step_init (SmeChooseStep *self)
{
}

static void
add_features (AdwPreferencesGroup *group, const char *const *features)
{
  for (guint i = 0; features != NULL && features[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("object-select-symbolic"));
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), features[i]);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_preferences_group_add (group, row);
    }
}

SmeStep *
sme_choose_step_new (SmeContext *context, SmeOrder *order)
{
  SmeStep *step =
    g_object_new (SME_TYPE_CHOOSE_STEP, "context", context, "title", _ ("Choose a plan"), NULL);
  SmeRecord *plan = sme_record_get_object (SME_RECORD (order), "plan");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   sme_record_get_text (plan, "name"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         sme_record_get_text (plan, "service_name"));
  add_features (ADW_PREFERENCES_GROUP (group), sme_record_get_texts (plan, "features"));
  gtk_box_append (GTK_BOX (box), group);
  sme_page_set_content (SME_PAGE (step), box);
  sme_step_set_complete (step, TRUE, NULL);
  return step;
}
