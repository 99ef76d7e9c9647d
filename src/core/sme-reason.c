/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-reason.h"

G_DEFINE_ENUM_TYPE (SmeReason,
                    sme_reason,
                    G_DEFINE_ENUM_VALUE (SME_REASON_OK, "ok"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_REQUIRED, "required"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_TOO_SHORT, "too-short"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_TOO_LONG, "too-long"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_CHARACTERS, "characters"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_FORMAT, "format"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_CHECK_DIGIT, "check-digit"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_WRONG_KIND, "wrong-kind"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_ID_TYPE_EXPIRED, "id-type-expired"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_UNKNOWN_PROVINCE, "unknown-province"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_BIRTH_IN_FUTURE, "birth-in-future"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_IN_FUTURE, "in-future"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_BEFORE_BIRTH, "before-birth"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_EXPIRED, "expired"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_EXPIRES_BEFORE_ISSUE, "expires-before-issue"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_NOT_MOBILE, "not-mobile"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_OLD_MOBILE, "old-mobile"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_SHORT_LANDLINE, "short-landline"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_UNKNOWN_PREFIX, "unknown-prefix"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_COMMON, "common"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_OWN_EMAIL, "own-email"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_RANGE, "range"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_UNKNOWN_VALUE, "unknown-value"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_WRONG, "wrong"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_UNCHANGED, "unchanged"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_TAKEN, "taken"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_PRICE_ON_REQUEST, "price-on-request"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_COUPON_UNKNOWN, "coupon-unknown"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_COUPON_NOT_STARTED, "coupon-not-started"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_COUPON_EXPIRED, "coupon-expired"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_COUPON_MINIMUM, "coupon-minimum"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_COUPON_USED, "coupon-used"),
                    G_DEFINE_ENUM_VALUE (SME_REASON_NOT_FOR_CUSTOMER, "not-for-customer"))

static GEnumClass *
reason_class (void)
{
  static gsize klass = 0;

  if (g_once_init_enter (&klass))
    g_once_init_leave (&klass, (gsize) g_type_class_ref (SME_TYPE_REASON));

  return (GEnumClass *) klass;
}

const char *
sme_reason_to_code (SmeReason reason)
{
  GEnumValue *value = g_enum_get_value (reason_class (), (int) reason);

  g_return_val_if_fail (value != NULL, "ok");

  return value->value_nick;
}

gboolean
sme_reason_from_code (const char *code, SmeReason *reason)
{
  GEnumValue *value = code != NULL ? g_enum_get_value_by_nick (reason_class (), code) : NULL;

  g_return_val_if_fail (reason != NULL, FALSE);

  if (value == NULL)
    return FALSE;

  *reason = (SmeReason) value->value;
  return TRUE;
}
