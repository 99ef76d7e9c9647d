/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/manage/sme-state-text.h"

#include "app-fixture.h"
#include "core/sme-enums.h"

/* Every state has words and a shape of its own kind; none is told by colour alone. */
static void
check_all (GType type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  GEnumClass *values = (GEnumClass *) klass;
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  SmeStateText unknown = sme_state_text_find (type, -1);

  for (guint i = 0; i < values->n_values; i++)
    {
      SmeStateText text = sme_state_text_find (type, values->values[i].value);

      g_assert_cmpstr (text.text, !=, "");
      g_assert_cmpstr (text.text, !=, unknown.text);
      g_assert_true (gtk_icon_theme_has_icon (theme, text.icon_name));
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (text.text, !=, sme_state_text_find (type, values->values[k].value).text);
    }
}

static void
test_all (void)
{
  check_all (SME_TYPE_ORDER_STATE);
  check_all (SME_TYPE_PAYMENT_STATE);
  check_all (SME_TYPE_REFUND_STATE);
  check_all (SME_TYPE_SUBSCRIPTION_STATE);
  check_all (SME_TYPE_DOSSIER_STATE);
}

static void
test_unknown (void)
{
  g_assert_cmpstr (sme_state_text_find (SME_TYPE_ORDER_STATE, 999).text, ==, "Not known");
  g_assert_cmpstr (sme_state_text_find (SME_TYPE_SEX, 0).text, ==, "Not known");
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/state-text/every-state-has-words-and-an-icon", test_all);
  g_test_add_func ("/state-text/others-are-not-known", test_unknown);
  return g_test_run ();
}
