/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-waiting-item.h"

#include "app/manage/sme-next-step.h"
#include "app/sme-route.h"
#include "base/sme-format.h"
#include "core/sme-enums.h"
#include "core/sme-plan.h"

#include <glib/gi18n.h>

struct _SmeWaitingItem
{
  GObject parent_instance;

  const char *title;
  const char *label;
  const char *icon_name;
  const char *section;
  char *subtitle;
  char *route;
};

/* The most urgent first: an order shows the first of these that the server allows. */
static const struct
{
  SmeNextAction action;
  const char *title;
  const char *label;
  const char *icon_name;
  const char *page;
  const char *param, *value;
} kinds[] = {
  { SME_NEXT_SIGN_CONTRACT, N_ ("Contract waiting to be signed"), N_ ("Sign the contract"),
    "onesme-sign-symbolic", "sign", NULL, NULL },
  { SME_NEXT_SIGN_ACCEPTANCE, N_ ("Acceptance record waiting to be signed"),
    N_ ("Sign the acceptance record"), "onesme-sign-symbolic", "sign", "purpose", "acceptance" },
  { SME_NEXT_PAY, N_ ("Waiting for payment"), N_ ("Pay"), "onesme-wallet-symbolic", "order", NULL,
    NULL },
  { SME_NEXT_DECLARE, N_ ("Information to be declared"), N_ ("Declare information"),
    "onesme-orders-symbolic", "order", "step", "declare" },
  { SME_NEXT_ACTIVATE, N_ ("Certificate waiting to be activated"), N_ ("Show the next step"),
    "onesme-certificate-symbolic", "certificate", NULL, NULL },
};

G_DEFINE_FINAL_TYPE (SmeWaitingItem, sme_waiting_item, G_TYPE_OBJECT)

static void
sme_waiting_item_finalize (GObject *object)
{
  SmeWaitingItem *self = SME_WAITING_ITEM (object);

  g_free (self->subtitle);
  g_free (self->route);
  G_OBJECT_CLASS (sme_waiting_item_parent_class)->finalize (object);
}

static void
sme_waiting_item_class_init (SmeWaitingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_waiting_item_finalize;
}

static void
sme_waiting_item_init (SmeWaitingItem *self)
{
}

static gboolean
allows (SmeRecord *order, SmeNextAction action)
{
  const char *const *actions = sme_record_get_texts (order, "next_actions");

  return actions != NULL &&
         g_strv_contains (actions, sme_enum_nick (SME_TYPE_NEXT_ACTION, (int) action));
}

static char *
describe_order (SmeRecord *order)
{
  SmeRecord *plan = sme_record_get_object (order, "plan");
  const char *name = plan != NULL ? sme_record_get_text (plan, "name") : NULL;

  if (name == NULL)
    return g_strdup_printf (_ ("Order %s"), sme_record_get_text (order, "number"));
  return g_strdup_printf (_ ("%s, order %s"), name, sme_record_get_text (order, "number"));
}

SmeWaitingItem *
sme_waiting_item_new_for_order (SmeOrder *order)
{
  SmeRecord *record = SME_RECORD (order);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (allows (record, kinds[i].action))
      {
        SmeWaitingItem *self = g_object_new (SME_TYPE_WAITING_ITEM, NULL);

        self->title = _ (kinds[i].title);
        self->label = _ (kinds[i].label);
        self->icon_name = kinds[i].icon_name;
        self->section = "orders";
        self->subtitle = describe_order (record);
        self->route = sme_route_build (kinds[i].page, sme_record_get_text (record, "id"),
                                       kinds[i].param, kinds[i].value, NULL);
        return self;
      }
  return NULL;
}

SmeWaitingItem *
sme_waiting_item_new_for_subscription (SmeSubscription *subscription)
{
  SmeRecord *record = SME_RECORD (subscription);
  SmeWaitingItem *self;
  g_autofree char *date = NULL;

  if (sme_record_get_int (record, "state") != SME_SUBSCRIPTION_EXPIRING)
    return NULL;
  self = g_object_new (SME_TYPE_WAITING_ITEM, NULL);
  date = sme_format_date ((int) sme_record_get_int (record, "ends_on"));
  self->title = _ ("Expiring soon");
  self->label = _ ("Renew");
  self->icon_name = "onesme-subscriptions-symbolic";
  self->section = "subscriptions";
  self->subtitle =
    g_strdup_printf (_ ("%s, until %s"), sme_record_get_text (record, "plan_name"), date);
  self->route = sme_next_step_build_renewal (record);
  return self;
}

const char *
sme_waiting_item_get_title (SmeWaitingItem *self)
{
  return self->title;
}

const char *
sme_waiting_item_get_subtitle (SmeWaitingItem *self)
{
  return self->subtitle;
}

const char *
sme_waiting_item_get_label (SmeWaitingItem *self)
{
  return self->label;
}

const char *
sme_waiting_item_get_icon_name (SmeWaitingItem *self)
{
  return self->icon_name;
}

const char *
sme_waiting_item_get_route (SmeWaitingItem *self)
{
  return self->route;
}

const char *
sme_waiting_item_get_section (SmeWaitingItem *self)
{
  return self->section;
}
