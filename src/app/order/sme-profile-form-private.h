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
  SME_PROFILE_FIELD_CHOICE,
  SME_PROFILE_FIELD_PLACE, /* an administrative division */
  SME_PROFILE_FIELD_COUNTRY,
} SmeProfileFieldKind;

/* A field: where it stands in the profile. */
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

#define SME_N_PROFILE_FIELDS 22

/* In the order of the form. */
extern const SmeProfileField sme_profile_fields[SME_N_PROFILE_FIELDS];

typedef enum
{
  SME_PLACE_PROVINCE,
  SME_PLACE_DISTRICT,
  SME_PLACE_COMMUNE,
  SME_N_PLACES
} SmePlaceLevel;

typedef struct
{
  char *code;
  char *label;
} SmePlace;

struct _SmeProfileForm
{
  GtkWidget parent_instance;
  GtkStack *stack;
  SmeContext *context;
  SmeCustomerType customer_type;
  GtkWidget *rows[SME_N_PROFILE_FIELDS]; /* NULL: not asked of this customer */
  gboolean touched[SME_N_PROFILE_FIELDS];
  gboolean wrong[SME_N_PROFILE_FIELDS]; /* an error is shown */
  GtkBox *suggestions;
  GStrv issuers;    /* that are suggested */
  SmeProfile *base; /* what the form does not show is kept */
  gboolean filling;
  gboolean all_touched;
  SmeFieldRow *typing; /* where the person types now, or NULL */
  guint pause;

  /* The address. */
  SmeChoiceRow *edition;
  SmePlace places[2][SME_N_PLACES]; /* what was chosen, per edition */
  SmeDivisionPicker *picker;
  SmePickerRow *picking;
  double scrolled_to; /* CSS pixels, when the picker was opened */
  guint frames_waited;
  GtkLabel *address_line;
  GtkWidget *conversion; /* row that offers what an old unit belongs to now */
  GtkLabel *conversion_text;
  GtkBox *conversion_choices;
  GListModel *successors;
  char *printed;        /* the address as printed, as the form itself wrote it last; or NULL */
  GCancellable *asking; /* what became of an old unit */
};

/* sme-profile-form-data.c */
int sme_profile_field_find (const char *pointer);
const char *sme_profile_form_get_text (SmeProfileForm *self, const char *pointer);

/* sme-profile-form-build.c: makes the rows. */
void sme_profile_form_build (SmeProfileForm *self);

/* sme-profile-form-errors.c */
void sme_profile_form_show_errors (SmeProfileForm *self);
/* Of what may be right all the same: also where nobody has typed yet. */
void sme_profile_form_show_warnings (SmeProfileForm *self);
void sme_profile_form_set_error (SmeProfileForm *self, guint i, const char *code);

/* sme-profile-form-address.c */
SmeEdition sme_profile_form_get_edition (SmeProfileForm *self);
void sme_profile_form_on_edition_edited (SmeChoiceRow *row, gpointer self);
SmePickerRow *sme_profile_form_get_place_row (SmeProfileForm *self, SmePlaceLevel place);
void sme_profile_form_set_place (SmeProfileForm *self,
                                 SmeEdition edition,
                                 SmePlaceLevel place,
                                 const char *code,
                                 const char *label);
void sme_profile_form_show_places (SmeProfileForm *self);
char *sme_profile_form_compose_line (SmeProfileForm *self, SmeEdition edition);
void sme_profile_form_update_address (SmeProfileForm *self);
void sme_profile_form_read_address (SmeProfileForm *self, SmeRecord *address);
void sme_profile_form_write_address (SmeProfileForm *self, SmeRecord *address);
void sme_profile_form_clear_places (SmeProfileForm *self);

/* sme-profile-form-conversion.c */
void sme_profile_form_ask_successors (SmeProfileForm *self);
/* After a profile was filled in: finds out whether the form itself wrote the address as printed. */
void sme_profile_form_recognize_printed (SmeProfileForm *self);
/* Street and house number may be typed after the conversion: @edited is where the person types. */
void sme_profile_form_follow_printed (SmeProfileForm *self, SmeFieldRow *edited);
void sme_profile_form_convert (SmeProfileForm *self, const char *code);

/* sme-profile-form-picker.c */
void sme_profile_form_set_country (SmeProfileForm *self, const char *code);
void sme_profile_form_on_pick (SmePickerRow *row, gpointer self);
void sme_profile_form_on_division_chosen (SmeDivisionPicker *picker,
                                          const char *code,
                                          const char *name,
                                          gpointer self);
void sme_profile_form_on_division_cancelled (SmeDivisionPicker *picker, gpointer self);

/* sme-profile-form.c: what the rows tell. */
void sme_profile_form_edited (SmeProfileForm *self);
void sme_profile_form_on_row_edited (SmeFieldRow *row, gpointer self);
void sme_profile_form_on_row_left (SmeFieldRow *row, gpointer self);
void sme_profile_form_on_choice_edited (SmeChoiceRow *row, gpointer self);
void sme_profile_form_suggest_issuers (SmeProfileForm *self);
void sme_profile_form_show_nationality (SmeProfileForm *self);

G_END_DECLS
