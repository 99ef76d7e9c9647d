/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-consent-state-row.h"

#include "app/account/sme-consent-text.h"
#include "app/form/sme-row-focus.h"
#include "app/sme-route.h"
#include "base/sme-format.h"

#include <glib/gi18n.h>
#include <string.h>

struct _SmeConsentStateRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *box;
  GtkWidget *button_box;
};

G_DEFINE_FINAL_TYPE (SmeConsentStateRow, sme_consent_state_row, ADW_TYPE_PREFERENCES_ROW)

static void
sme_consent_state_row_class_init (SmeConsentStateRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = sme_row_focus_inside;
}

static void
sme_consent_state_row_init (SmeConsentStateRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->button_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->box, "sme-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static void
add_label (SmeConsentStateRow *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, style);
    }
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
add_button (SmeConsentStateRow *self,
            const char *label,
            const char *what,
            const char *action,
            const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", label, what);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (self->button_box), button);
}

static gboolean
is_valid (SmeConsent *consent)
{
  return consent != NULL && !sme_record_has (SME_RECORD (consent), "withdrawn_at");
}

/* "marketing-2026-11-23" without the purpose, which the row names in words. */
static const char *
get_shown_version (SmeRecord *consent)
{
  const char *version = sme_record_get_text (consent, "version");
  const char *purpose = sme_record_get_text (consent, "purpose");
  gsize length = strlen (purpose);

  return g_str_has_prefix (version, purpose) && version[length] == '-' ? version + length + 1
                                                                       : version;
}

char *
sme_consent_state_describe (SmeConsent *consent)
{
  SmeRecord *record = SME_RECORD (consent);
  const char *version = get_shown_version (record);
  g_autofree char *given = sme_format_date_time (sme_record_get_int (record, "given_at"));
  g_autofree char *withdrawn = sme_format_date_time (sme_record_get_int (record, "withdrawn_at"));

  if (is_valid (consent))
    /* Translators: a version, a date and a time. */
    return g_strdup_printf (_ ("Version %s, agreed on %s"), version, given);
  /* Translators: a version, and twice a date and a time. */
  return g_strdup_printf (_ ("Version %s, agreed on %s, withdrawn on %s"), version, given,
                          withdrawn);
}

static void
add_buttons (SmeConsentStateRow *self, SmeRecord *item, SmeConsent *consent, const char *text)
{
  const char *purpose = sme_record_get_text (item, "purpose");
  const char *version = sme_record_get_text (item, "version");
  g_autofree char *route = sme_route_build ("terms", version, NULL);
  gboolean valid = is_valid (consent);
  gboolean newest =
    valid && g_strcmp0 (sme_record_get_text (SME_RECORD (consent), "version"), version) == 0;

  add_button (self, C_ ("consent", "Read"), text, "win.open", route);
  if (!valid)
    add_button (self, C_ ("consent", "Agree"), text, "consents.give", purpose);
  else if (!newest)
    add_button (self, _ ("Agree to the new version"), text, "consents.give", purpose);
  if (valid && sme_record_get_int (item, "withdrawable") != 0)
    add_button (self, C_ ("consent", "Withdraw…"), text, "consents.withdraw", purpose);
}

GtkWidget *
sme_consent_state_row_new (SmeTermsItem *item, SmeConsent *consent)
{
  SmeConsentStateRow *self = g_object_new (SME_TYPE_CONSENT_STATE_ROW, NULL);
  SmeRecord *record = SME_RECORD (item);
  g_autofree char *text = sme_consent_text (sme_record_get_text (record, "purpose"));
  g_autofree char *state =
    consent != NULL ? sme_consent_state_describe (consent) : g_strdup (_ ("Not agreed"));

  add_label (self, text, NULL);
  add_label (self, state, "dim-label");
  if (is_valid (consent) && sme_record_get_int (record, "withdrawable") == 0)
    add_label (self, sme_consent_effect_text (SME_EFFECT_ACCOUNT_MUST_END), "dim-label");
  gtk_box_append (GTK_BOX (self->box), self->button_box);
  add_buttons (self, record, consent, text);
  return GTK_WIDGET (self);
}
