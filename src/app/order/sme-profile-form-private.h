/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/form/sme-choice-row.h"
#include "app/form/sme-field-row.h"
#include "app/form/sme-picker-row.h"
#include "app/order/sme-division-picker.h"
#include "app/order/sme-profile-form.h"

G_BEGIN_DECLS

typedef enum
{
  SME_PROFILE_FIELD_TEXT,
  SME_PROFILE_FIELD_DATE,
} SmeProfileFieldKind;

/* A text field: where it stands in the profile. */
typedef struct
{
  const char *pointer;
  const char *group; /* NULL, "address" or "organisation" */
  const char *name;
  SmeProfileFieldKind kind;
  gboolean required;
  GtkInputPurpose purpose;
  const char *title; /* to be translated */
} SmeProfileField;

#define SME_N_PROFILE_FIELDS 14

/* In the order of the form. */
extern const SmeProfileField sme_profile_fields[SME_N_PROFILE_FIELDS];

struct _SmeProfileForm
{
  GtkWidget parent_instance;
  GtkStack *stack;
  SmeContext *context;
  SmeCustomerType customer_type;
  SmeFieldRow *rows[SME_N_PROFILE_FIELDS];
  gboolean touched[SME_N_PROFILE_FIELDS];
  SmeChoiceRow *id_type;
  SmeChoiceRow *sex;
  SmePickerRow *province;
  SmePickerRow *commune;
  SmePickerRow *picking;
  double scrolled_to; /* CSS pixels, when the picker was opened */
  guint frames_waited;
  GtkBox *suggestions;
  GStrv issuers; /* that are suggested */
  GtkLabel *address_line;
  SmeDivisionPicker *picker;
  SmeProfile *base; /* what the form does not show is kept */
  gboolean filling;
  gboolean all_touched;
  SmeFieldRow *typing; /* where the person types now, or NULL */
  guint pause;
};

/* sme-profile-form-data.c */
int sme_profile_field_find (const char *pointer);

/* sme-profile-form-build.c: makes the rows. */
void sme_profile_form_build (SmeProfileForm *self);

/* sme-profile-form.c: what the rows tell. */
void sme_profile_form_on_row_edited (SmeFieldRow *row, gpointer self);
void sme_profile_form_on_row_left (SmeFieldRow *row, gpointer self);
void sme_profile_form_on_choice_edited (SmeChoiceRow *row, gpointer self);
void sme_profile_form_on_pick_province (SmePickerRow *row, gpointer self);
void sme_profile_form_on_pick_commune (SmePickerRow *row, gpointer self);
void sme_profile_form_on_division_chosen (SmeDivisionPicker *picker,
                                          const char *code,
                                          const char *name,
                                          gpointer self);
void sme_profile_form_on_division_cancelled (SmeDivisionPicker *picker, gpointer self);
void sme_profile_form_update_address (SmeProfileForm *self);
void sme_profile_form_suggest_issuers (SmeProfileForm *self);

G_END_DECLS
