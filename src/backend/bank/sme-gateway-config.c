/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-gateway-config.h"

#include "backend/store/sme-ids.h"

#include <sodium.h>
#include <string.h>

#define FILE_NAME "vnpay.ini"
#define GROUP "vnpay"
/* VNPAY's codes have eight characters too; nobody has this one. */
#define LOCAL_CODE "ONESMEDM"

/* A secret would go over the wire in what it signs; only a machine may talk to itself in clear. */
static gboolean
is_safe (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && g_uri_get_query (uri) == NULL &&
         (g_str_equal (g_uri_get_scheme (uri), "https") ||
          g_strcmp0 (g_uri_get_host (uri), "127.0.0.1") == 0);
}

static SmeGatewayConfig *
read_file (const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (SmeGatewayConfig) self = g_new0 (SmeGatewayConfig, 1);

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, error))
    return NULL;
  self->tmn_code = g_key_file_get_string (file, GROUP, "tmn_code", error);
  if (self->tmn_code == NULL)
    return NULL;
  self->secret = g_key_file_get_string (file, GROUP, "hash_secret", error);
  if (self->secret == NULL)
    return NULL;
  self->pay_url = g_key_file_get_string (file, GROUP, "pay_url", NULL);
  self->query_url = g_key_file_get_string (file, GROUP, "query_url", NULL);
  if (*self->tmn_code != '\0' && *self->secret != '\0' &&
      (self->pay_url == NULL || is_safe (self->pay_url)) &&
      (self->query_url == NULL || is_safe (self->query_url)))
    return g_steal_pointer (&self);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       FILE_NAME " lacks a code or a secret, or its address is not https");
  return NULL;
}

static gboolean
make_file (const char *path, GError **error)
{
  g_autofree char *secret = sme_secret_new ();
  g_autofree char *text =
    g_strdup_printf ("[" GROUP "]\ntmn_code=" LOCAL_CODE "\nhash_secret=%s\n", secret);

  return g_file_set_contents_full (
    path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

gboolean
sme_gateway_config_open (const char *keys_directory,
                         gboolean local,
                         SmeGatewayConfig **config,
                         GError **error)
{
  g_autofree char *path = g_build_filename (keys_directory, FILE_NAME, NULL);

  *config = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      if (!local)
        return TRUE;
      if (!make_file (path, error))
        return FALSE;
    }
  *config = read_file (path, error);
  /* Without an address the gateway is the demonstration's own, which is never for real. */
  if (*config != NULL && (*config)->pay_url == NULL && !local)
    {
      g_clear_pointer (config, sme_gateway_config_free);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, FILE_NAME " lacks pay_url");
      return FALSE;
    }
  return *config != NULL;
}

void
sme_gateway_config_free (SmeGatewayConfig *self)
{
  if (self->secret != NULL)
    sodium_memzero (self->secret, strlen (self->secret));
  g_free (self->tmn_code);
  g_free (self->secret);
  g_free (self->pay_url);
  g_free (self->query_url);
  g_free (self);
}
