/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/support/sme-link.h"

#include <glib.h>

static const struct
{
  const char *uri;
  const char *route; /* NULL: refused */
} links[] = {
  /* The guide's own link (A10) */
  { "https://onesme.vn/enterprise/service/231/ky-so-tu-xa-vnpt-smartca-on?tab=1&type=SERVICE",
    "service:231?tab=overview" },
  { "https://onesme.vn/enterprise/service/231?tab=2", "service:231?tab=pricing" },
  { "https://www.onesme.vn/service/231/", "service:231" },
  { "https://onesme.vn/", "home" },
  { "https://onesme.vn", "home" },
  { "onesme://service/231", "service:231" },
  { "onesme://service/231?tab=guide", "service:231?tab=guide" },
  { "onesme://service/231?tab=9", "service:231" },
  { "onesme://activate?token=AbC-12_3", "activate:AbC-12_3" },
  { "onesme://econtract", "lookup" },
  { "onesme://econtract/dossiers/d-1", "lookup:d-1" },
  { "onesme://order/o1", "order:o1" },
  { "onesme://home", "home" },
  { "onesme://subscriptions/", "subscriptions" },
  /* Refused */
  { "http://onesme.vn/service/231", NULL },
  { "https://onesme.vn.evil.example/service/231", NULL },
  { "https://evil.example/?https://onesme.vn/service/231", NULL },
  { "https://user@onesme.vn/service/231", NULL },
  { "https://onesme.vn:8443/service/231", NULL },
  { "https://onesme.vn/admin", NULL },
  { "https://onesme.vn/service", NULL },
  { "https://onesme.vn/enterprise/enterprise/service/1", NULL },
  { "onesme://user:pass@service/231", NULL },
  { "onesme://service/a%2Fb", NULL },
  { "onesme://service/a/b", NULL },
  { "onesme://service/a%0ab", NULL },
  { "onesme://service/%C3%A1", NULL },
  { "onesme://activate", NULL },
  { "onesme://activate?token=", NULL },
  { "onesme://activate?token=a%26b", NULL },
  { "onesme://activate/x?token=a", NULL },
  { "onesme://preferences", NULL },
  { "onesme://buy/plan?months=12", NULL },
  { "onesme:service/231", NULL },
  { "onesme://", NULL },
  { "file:///etc/passwd", NULL },
  { "javascript:alert(1)", NULL },
  { "", NULL },
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *route = sme_link_to_route (links[i].uri);

      g_test_message ("%s", links[i].uri);
      g_assert_cmpstr (route, ==, links[i].route);
    }
  g_assert_null (sme_link_to_route (NULL));
}

static void
test_length (void)
{
  g_autofree char *id = g_strnfill (201, 'a');
  g_autofree char *long_id = g_strconcat ("onesme://service/", id, NULL);
  g_autofree char *fill = g_strnfill (3000, 'a');
  g_autofree char *long_uri = g_strconcat ("onesme://service/1?x=", fill, NULL);

  g_assert_null (sme_link_to_route (long_id));
  g_assert_null (sme_link_to_route (long_uri));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a10/links-open-their-page-and-no-other", test_table);
  g_test_add_func ("/link/length-is-limited", test_length);
  return g_test_run ();
}
