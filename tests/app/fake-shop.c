/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-shop.h"

#include "core/sme-account.h"

#include <string.h>

typedef struct
{
  char *path_id;
  char *json;
  SmeProblemCode problem; /* where there is no JSON */
  char *pointer;          /* of the wrong field; NULL for none */
  char *code;
} Answer;

typedef struct
{
  guint count;
  GPtrArray *answers;
  SmeRecord *query;
  SmeRecord *body;
  char *path_id;
  gboolean held;
} Operation;

struct _FakeShop
{
  GObject parent_instance;

  Operation operations[SME_N_OPERATIONS];
  GQueue waiting; /* GTask */
  gboolean held;
  gboolean signed_in;
  gboolean online;
  SmeAccount *account;
};

enum
{
  PROP_0,
  PROP_SIGNED_IN,
  PROP_ONLINE,
  PROP_ACCOUNT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void fake_shop_caller_init (SmeCallerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeShop,
                               fake_shop,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SME_TYPE_CALLER, fake_shop_caller_init))

typedef struct
{
  SmeOperationId op;
  char *path_id;
} Call;

static void
call_free (gpointer data)
{
  Call *call = data;

  g_free (call->path_id);
  g_free (call);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->path_id);
  g_free (answer->json);
  g_free (answer->pointer);
  g_free (answer->code);
  g_free (answer);
}

static const Answer *
find_answer (FakeShop *self, const Call *call)
{
  GPtrArray *answers = self->operations[call->op].answers;

  for (guint i = answers->len; i > 0; i--)
    {
      const Answer *answer = g_ptr_array_index (answers, i - 1);

      if (answer->path_id == NULL || g_strcmp0 (answer->path_id, call->path_id) == 0)
        return answer;
    }
  return NULL;
}

static void
return_answer (FakeShop *self, GTask *task)
{
  const Call *call = g_task_get_task_data (task);
  const Answer *answer = find_answer (self, call);
  const SmeOperation *operation = sme_operation_get (call->op);
  g_autoptr (GBytes) body = NULL;
  GError *error = NULL;
  SmeAnswer *read;

  if (answer == NULL || answer->json == NULL)
    {
      if (answer != NULL && answer->pointer != NULL)
        sme_problem_set_field (&error, answer->pointer, answer->code);
      else
        sme_problem_set (&error, answer != NULL ? answer->problem : SME_PROBLEM_NOT_FOUND, NULL);
      g_task_return_error (task, error);
      return;
    }
  body = g_bytes_new (answer->json, strlen (answer->json));
  read = sme_answer_new_from_http (call->op, operation->status,
                                   operation->status == 204 ? NULL : "application/json", body, -1,
                                   &error);
  if (read != NULL)
    g_task_return_pointer (task, read, (GDestroyNotify) sme_answer_free);
  else
    g_task_return_error (task, error);
}

static gboolean
on_idle (gpointer data)
{
  GTask *task = data;
  FakeShop *self = g_task_get_source_object (task);

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  if (self->held || self->operations[((Call *) g_task_get_task_data (task))->op].held)
    g_queue_push_tail (&self->waiting, g_object_ref (task));
  else
    return_answer (self, task);
  return G_SOURCE_REMOVE;
}

static void
fake_shop_send_async (SmeCaller *caller,
                      SmeOperationId op,
                      const char *path_id,
                      SmeRecord *query,
                      SmeRecord *body,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  FakeShop *self = FAKE_SHOP (caller);
  Operation *operation = &self->operations[op];
  GTask *task = g_task_new (self, cancellable, callback, data);
  Call *call = g_new0 (Call, 1);

  call->op = op;
  call->path_id = g_strdup (path_id);
  g_task_set_task_data (task, call, call_free);
  operation->count++;
  g_clear_object (&operation->query);
  g_clear_object (&operation->body);
  operation->query = query != NULL ? sme_record_copy (query) : NULL;
  operation->body = body != NULL ? sme_record_copy (body) : NULL;
  g_free (operation->path_id);
  operation->path_id = g_strdup (path_id);
  g_idle_add_full (G_PRIORITY_DEFAULT, on_idle, task, g_object_unref);
}

static SmeAnswer *
fake_shop_send_finish (SmeCaller *caller, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fake_shop_caller_init (SmeCallerInterface *iface)
{
  iface->send_async = fake_shop_send_async;
  iface->send_finish = fake_shop_send_finish;
}

static void
fake_shop_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FakeShop *self = FAKE_SHOP (object);

  switch (id)
    {
    case PROP_SIGNED_IN:
      g_value_set_boolean (value, self->signed_in);
      break;
    case PROP_ONLINE:
      g_value_set_boolean (value, self->online);
      break;
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fake_shop_finalize (GObject *object)
{
  FakeShop *self = FAKE_SHOP (object);

  for (guint i = 0; i < SME_N_OPERATIONS; i++)
    {
      g_ptr_array_unref (self->operations[i].answers);
      g_clear_object (&self->operations[i].query);
      g_clear_object (&self->operations[i].body);
      g_free (self->operations[i].path_id);
    }
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (fake_shop_parent_class)->finalize (object);
}

static void
fake_shop_class_init (FakeShopClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fake_shop_get_property;
  object_class->finalize = fake_shop_finalize;
  props[PROP_SIGNED_IN] = g_param_spec_boolean ("signed-in", NULL, NULL, FALSE, G_PARAM_READABLE);
  props[PROP_ONLINE] = g_param_spec_boolean ("online", NULL, NULL, TRUE, G_PARAM_READABLE);
  props[PROP_ACCOUNT] =
    g_param_spec_object ("account", NULL, NULL, SME_TYPE_ACCOUNT, G_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_signal_new ("changed", FAKE_TYPE_SHOP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_STRING, G_TYPE_STRING);
  g_signal_new ("resync", FAKE_TYPE_SHOP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("session-ended", FAKE_TYPE_SHOP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
fake_shop_init (FakeShop *self)
{
  self->online = TRUE;
  g_queue_init (&self->waiting);
  for (guint i = 0; i < SME_N_OPERATIONS; i++)
    self->operations[i].answers = g_ptr_array_new_with_free_func (answer_free);
}

FakeShop *
fake_shop_new (void)
{
  return g_object_new (FAKE_TYPE_SHOP, NULL);
}

void
fake_shop_answer (FakeShop *self, SmeOperationId op, const char *path_id, const char *json)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->path_id = g_strdup (path_id);
  answer->json = g_strdup (json);
  g_ptr_array_add (self->operations[op].answers, answer);
}

void
fake_shop_refuse (FakeShop *self, SmeOperationId op, SmeProblemCode code)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->problem = code;
  g_ptr_array_add (self->operations[op].answers, answer);
}

void
fake_shop_refuse_field (FakeShop *self, SmeOperationId op, const char *pointer, const char *code)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->pointer = g_strdup (pointer);
  answer->code = g_strdup (code);
  g_ptr_array_add (self->operations[op].answers, answer);
}

void
fake_shop_hold (FakeShop *self)
{
  self->held = TRUE;
}

void
fake_shop_let_go (FakeShop *self)
{
  GTask *task;

  self->held = FALSE;
  for (guint i = 0; i < SME_N_OPERATIONS; i++)
    self->operations[i].held = FALSE;
  while ((task = g_queue_pop_head (&self->waiting)) != NULL)
    {
      if (!g_task_return_error_if_cancelled (task))
        return_answer (self, task);
      g_object_unref (task);
    }
}

void
fake_shop_hold_operation (FakeShop *self, SmeOperationId op)
{
  self->operations[op].held = TRUE;
}

guint
fake_shop_count (FakeShop *self, SmeOperationId op)
{
  return self->operations[op].count;
}

SmeRecord *
fake_shop_get_query (FakeShop *self, SmeOperationId op)
{
  return self->operations[op].query;
}

SmeRecord *
fake_shop_get_body (FakeShop *self, SmeOperationId op)
{
  return self->operations[op].body;
}

const char *
fake_shop_get_path_id (FakeShop *self, SmeOperationId op)
{
  return self->operations[op].path_id;
}

void
fake_shop_set_signed_in (FakeShop *self, gboolean signed_in)
{
  self->signed_in = signed_in;
  g_clear_object (&self->account);
  if (signed_in)
    {
      self->account = sme_account_new ();
      sme_record_set_text (SME_RECORD (self->account), "id", "account-1");
      sme_record_set_text (SME_RECORD (self->account), "email", "lan@example.vn");
      sme_record_set_text (SME_RECORD (self->account), "full_name", "Nguyễn Thị Lan");
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACCOUNT]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SIGNED_IN]);
}

void
fake_shop_set_customer_type (FakeShop *self, int type)
{
  sme_record_set_int (SME_RECORD (self->account), "customer_type", type);
}

void
fake_shop_set_online (FakeShop *self, gboolean online)
{
  self->online = online;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ONLINE]);
}

/* The pages only use the interface, the properties and the signals. */
SmeShop *
fake_shop_as_shop (FakeShop *self)
{
  return (SmeShop *) self;
}
