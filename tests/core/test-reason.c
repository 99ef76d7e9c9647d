/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/sme-reason.h"

static void
test_codes (void)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (SME_TYPE_REASON);

  g_assert_cmpuint (klass->n_values, ==, SME_REASON_NOT_FOR_CUSTOMER + 1);
  for (guint i = 0; i < klass->n_values; i++)
    {
      const char *code = sme_reason_to_code ((SmeReason) klass->values[i].value);
      SmeReason back = SME_REASON_OK;

      g_assert_cmpuint (strspn (code, "abcdefghijklmnopqrstuvwxyz-"), ==, strlen (code));
      g_assert_true (sme_reason_from_code (code, &back));
      g_assert_cmpint (back, ==, klass->values[i].value);
    }
}

static void
test_unknown_code (void)
{
  SmeReason reason = SME_REASON_COMMON;

  g_assert_false (sme_reason_from_code ("nonsense", &reason));
  g_assert_false (sme_reason_from_code (NULL, &reason));
  g_assert_cmpint (reason, ==, SME_REASON_COMMON);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reason/each-has-a-code-and-comes-back", test_codes);
  g_test_add_func ("/reason/unknown-code-is-refused", test_unknown_code);

  return g_test_run ();
}
