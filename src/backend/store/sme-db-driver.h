/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-db.h"

G_BEGIN_DECLS

/* A value on its way into or out of the database. */
typedef struct
{
  enum
  {
    SME_VALUE_NULL,
    SME_VALUE_INT,
    SME_VALUE_TEXT,
    SME_VALUE_BYTES,
  } kind;
  gint64 integer;
  char *text;
  GBytes *bytes;
} SmeValue;

typedef struct
{
  const char *name; /* without the colon */
  SmeValue value;   /* borrowed */
} SmeParameter;

/* Called for every row; the values are taken over. */
typedef void (*SmeRowFunc) (SmeValue *values, const char *const *columns, guint n, gpointer data);

/**
 * SmeDbDriver:
 *
 * What an engine must bring. SQLite is the one there is; another one rewrites the names of
 * parameters to its own placeholders.
 */
typedef struct
{
  gpointer (*open) (const char *where, GError **error);
  void (*close) (gpointer connection);
  gboolean (*run_script) (gpointer connection, const char *script, GError **error);
  gboolean (*run) (gpointer connection,
                   const char *sql,
                   const SmeParameter *parameters,
                   guint n_parameters,
                   SmeRowFunc on_row,
                   gpointer data,
                   gint64 *changed,
                   GError **error);
} SmeDbDriver;

extern const SmeDbDriver sme_db_sqlite_driver;

G_END_DECLS
