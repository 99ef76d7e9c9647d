/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/form/sme-choice-row.h"
#include "app/form/sme-field-row.h"
#include "app/form/sme-field-subject.h"
#include "app/order/sme-billing-form.h"
#include "core/sme-enums.h"
#include "core/sme-invoice-data.h"

G_BEGIN_DECLS

/* A field: where it stands in the billing data, and the kinds of invoice that have it. */
typedef struct
{
  const char *group;
  const char *name;
  guint kinds; /* bits */
  gboolean required;
  SmeFieldSubject subject;
  const char *title; /* to be translated */
} SmeBillingField;

#define SME_N_BILLING_FIELDS 10
#define SME_N_INVOICE_KINDS (SME_INVOICE_ORGANISATION + 1)

/* In the order of the form. */
extern const SmeBillingField sme_billing_fields[SME_N_BILLING_FIELDS];

struct _SmeBillingForm
{
  AdwBin parent_instance;
  SmeChoiceRow *kind;
  SmeFieldRow *rows[SME_N_BILLING_FIELDS];
  SmeRecord *invoices[SME_N_INVOICE_KINDS]; /* SmeInvoiceData: the texts of each kind */
  int shown;                                /* the kind whose texts are in the rows */
  gboolean filling;                         /* what changes is not typed */
};

/* sme-billing-form-data.c */
gboolean sme_billing_form_is_of_invoice (guint i);
/* What stands in the rows, as the invoice of the kind that is shown; and the other way round. */
void sme_billing_form_store (SmeBillingForm *self);
void sme_billing_form_load (SmeBillingForm *self, int kind);

/* sme-billing-form.c */
gboolean sme_billing_form_is_asked (SmeBillingForm *self, guint i);
void sme_billing_form_show_fields (SmeBillingForm *self);

G_END_DECLS
