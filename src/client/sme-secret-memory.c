/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-secret-memory.h"

#include "client/sme-secret.h"

struct _SmeSecretMemory
{
  GPtrArray *items; /* SmeSecretItem, in the order they were stored */
};

SmeSecretName *
sme_secret_name_new (const char *kind, const char *server, const char *account)
{
  SmeSecretName *self = g_new0 (SmeSecretName, 1);

  self->kind = g_strdup (kind);
  self->server = g_strdup (server);
  self->account = g_strdup (account);
  return self;
}

void
sme_secret_name_free (SmeSecretName *self)
{
  g_free (self->kind);
  g_free (self->server);
  g_free (self->account);
  g_free (self);
}

static void
item_free (SmeSecretItem *item)
{
  sme_secret_name_free (item->name);
  g_free (item->label);
  sme_secret_free (item->secret);
  g_free (item);
}

SmeSecretMemory *
sme_secret_memory_new (void)
{
  SmeSecretMemory *self = g_new0 (SmeSecretMemory, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  return self;
}

void
sme_secret_memory_free (SmeSecretMemory *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}

static gboolean
same_owner (const SmeSecretName *a, const SmeSecretName *b)
{
  return g_str_equal (a->kind, b->kind) && g_str_equal (a->server, b->server);
}

static SmeSecretItem *
find (SmeSecretMemory *self, const SmeSecretName *name)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      SmeSecretItem *item = g_ptr_array_index (self->items, i);

      if (same_owner (item->name, name) && g_str_equal (item->name->account, name->account))
        return item;
    }
  return NULL;
}

void
sme_secret_memory_store (SmeSecretMemory *self,
                         const SmeSecretName *name,
                         const char *label,
                         const char *secret)
{
  SmeSecretItem *item = g_new0 (SmeSecretItem, 1);

  item->name = sme_secret_name_new (name->kind, name->server, name->account);
  item->label = g_strdup (label);
  item->secret = g_strdup (secret);
  sme_secret_memory_clear (self, name);
  g_ptr_array_add (self->items, item);
}

const char *
sme_secret_memory_lookup (SmeSecretMemory *self, const SmeSecretName *name)
{
  SmeSecretItem *item = find (self, name);

  return item != NULL ? item->secret : NULL;
}

void
sme_secret_memory_clear (SmeSecretMemory *self, const SmeSecretName *name)
{
  SmeSecretItem *item = find (self, name);

  if (item != NULL)
    g_ptr_array_remove (self->items, item);
}

void
sme_secret_memory_list (SmeSecretMemory *self, const SmeSecretName *name, GStrvBuilder *accounts)
{
  for (guint i = self->items->len; i > 0; i--)
    {
      SmeSecretItem *item = g_ptr_array_index (self->items, i - 1);

      if (same_owner (item->name, name))
        g_strv_builder_add (accounts, item->name->account);
    }
}

const SmeSecretItem *
sme_secret_memory_peek_any (SmeSecretMemory *self)
{
  return self->items->len > 0 ? g_ptr_array_index (self->items, 0) : NULL;
}
