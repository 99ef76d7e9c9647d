/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-form-checker.h"

#include "app/form/sme-reason-text.h"
#include "core/sme-problem.h"

/* After the last key: not while a word is still being typed. */
#define PAUSE_MS 1200

typedef struct
{
  SmeFormChecker *checker;
  SmeFieldRow *row;
  const char *pointer;
  SmeFieldRule rule;
  gpointer data;   /* for it */
  gboolean judged; /* left once with something in it */
} Field;

struct _SmeFormChecker
{
  GObject parent_instance;

  gpointer data;
  GPtrArray *fields;
  Field *typed; /* in which the pause is waited for */
  guint pause;
};

G_DEFINE_FINAL_TYPE (SmeFormChecker, sme_form_checker, G_TYPE_OBJECT)

static const char *
judge (Field *field, gboolean complete)
{
  gboolean required = FALSE;
  gboolean secret = FALSE;
  g_autofree char *text = g_strdup (sme_field_row_get_text (field->row));

  g_object_get (field->row, "required", &required, "secret", &secret, NULL);
  if (!secret)
    g_strstrip (text);
  if (*text == '\0')
    return required && complete ? "required" : NULL;
  return field->rule != NULL ? field->rule (text, field->data) : NULL;
}

static void
show (Field *field, const char *code)
{
  sme_field_row_set_error (field->row, code != NULL ? sme_reason_text (code) : NULL);
}

static gboolean
on_paused (gpointer data)
{
  SmeFormChecker *self = data;
  Field *field = self->typed;

  self->pause = 0;
  if (sme_field_row_is_composing (field->row))
    return G_SOURCE_REMOVE;
  field->judged = TRUE;
  show (field, judge (field, FALSE));
  return G_SOURCE_REMOVE;
}

static void
on_edited (SmeFieldRow *row, gpointer data)
{
  Field *field = data;
  SmeFormChecker *self = field->checker;

  g_clear_handle_id (&self->pause, g_source_remove);
  if (judge (field, FALSE) == NULL)
    {
      show (field, NULL);
      return;
    }
  self->typed = field;
  self->pause = g_timeout_add (PAUSE_MS, on_paused, self);
}

static void
on_left (SmeFieldRow *row, gpointer data)
{
  Field *field = data;

  if (sme_field_row_is_composing (row) || *sme_field_row_get_text (row) == '\0')
    return;
  if (field->checker->typed == field)
    g_clear_handle_id (&field->checker->pause, g_source_remove);
  field->judged = TRUE;
  /* What the server said about these very letters stays. */
  if (sme_field_row_get_error (row) == NULL || judge (field, FALSE) != NULL)
    show (field, judge (field, FALSE));
}

static void
sme_form_checker_dispose (GObject *object)
{
  SmeFormChecker *self = SME_FORM_CHECKER (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      g_signal_handlers_disconnect_by_data (field->row, field);
    }
  g_ptr_array_set_size (self->fields, 0);
  G_OBJECT_CLASS (sme_form_checker_parent_class)->dispose (object);
}

static void
sme_form_checker_finalize (GObject *object)
{
  g_ptr_array_unref (SME_FORM_CHECKER (object)->fields);
  G_OBJECT_CLASS (sme_form_checker_parent_class)->finalize (object);
}

static void
field_free (gpointer data)
{
  Field *field = data;

  g_object_unref (field->row);
  g_free (field);
}

static void
sme_form_checker_class_init (SmeFormCheckerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_form_checker_dispose;
  G_OBJECT_CLASS (klass)->finalize = sme_form_checker_finalize;
}

static void
sme_form_checker_init (SmeFormChecker *self)
{
  self->fields = g_ptr_array_new_with_free_func (field_free);
}

SmeFormChecker *
sme_form_checker_new (gpointer data)
{
  SmeFormChecker *self = g_object_new (SME_TYPE_FORM_CHECKER, NULL);

  self->data = data;
  return self;
}

void
sme_form_checker_add (SmeFormChecker *self,
                      SmeFieldRow *row,
                      const char *pointer,
                      SmeFieldRule rule)
{
  sme_form_checker_add_with (self, row, pointer, rule, self->data);
}

void
sme_form_checker_add_with (SmeFormChecker *self,
                           SmeFieldRow *row,
                           const char *pointer,
                           SmeFieldRule rule,
                           gpointer data)
{
  Field *field = g_new0 (Field, 1);

  g_return_if_fail (SME_IS_FORM_CHECKER (self) && SME_IS_FIELD_ROW (row));
  field->checker = self;
  field->row = g_object_ref (row);
  field->pointer = pointer;
  field->rule = rule;
  field->data = data;
  g_ptr_array_add (self->fields, field);
  g_signal_connect (row, "edited", G_CALLBACK (on_edited), field);
  g_signal_connect (row, "left", G_CALLBACK (on_left), field);
}

void
sme_form_checker_refresh (SmeFormChecker *self, SmeFieldRow *row)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      /* What it is judged by has changed: whatever is in it is looked at again. */
      if (field->row == row && (field->judged || *sme_field_row_get_text (row) != '\0'))
        show (field, judge (field, FALSE));
    }
}

gboolean
sme_form_checker_check_all (SmeFormChecker *self)
{
  Field *first = NULL;

  g_clear_handle_id (&self->pause, g_source_remove);
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);
      const char *code =
        gtk_widget_get_visible (GTK_WIDGET (field->row)) ? judge (field, TRUE) : NULL;

      field->judged = TRUE;
      show (field, code);
      if (code != NULL && first == NULL)
        first = field;
    }
  if (first != NULL)
    sme_field_row_focus (first->row);
  return first == NULL;
}

static Field *
find (SmeFormChecker *self, const char *pointer)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = g_ptr_array_index (self->fields, i);

      if (g_strcmp0 (field->pointer, pointer) == 0 &&
          gtk_widget_get_visible (GTK_WIDGET (field->row)))
        return field;
    }
  return NULL;
}

gboolean
sme_form_checker_take_error (SmeFormChecker *self, const GError *error)
{
  GPtrArray *wrong = error->domain == SME_PROBLEM ? sme_problem_get_fields (error) : NULL;
  gboolean all = wrong != NULL && wrong->len > 0;
  Field *first = NULL;

  for (guint i = 0; wrong != NULL && i < wrong->len; i++)
    {
      SmeRecord *record = g_ptr_array_index (wrong, i);
      Field *field = find (self, sme_record_get_text (record, "pointer"));

      all = all && field != NULL;
      if (field == NULL)
        continue;
      sme_field_row_set_error (field->row, sme_reason_text (sme_record_get_text (record, "code")));
      first = first != NULL ? first : field;
    }
  if (first != NULL)
    sme_field_row_focus (first->row);
  return all;
}
