/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-routes.h"
#include "app/support/sme-link.h"

#include <string.h>

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
  /* One code in 32 begins so. */
  { "onesme://activate?token=_b-pnKhc", "activate:_b-pnKhc" },
  { "onesme://activate?token=-b_pnKhc", "activate:-b_pnKhc" },
  { "onesme://activate?token=a.b", NULL },
  /* The code, once, and nothing beside it */
  { "onesme://activate?token=a1&extra=1", NULL },
  { "onesme://activate?extra=1&token=a1", NULL },
  { "onesme://activate?token=a1&token=b2", NULL },
  { "onesme://activate?token=a1&token=a1", NULL },
  { "onesme://activate?token=a1&", NULL },
  { "onesme://activate?token=a1;extra=1", NULL },
  { "onesme://activate?Token=a1", NULL },
  { "onesme://econtract", "lookup" },
  { "onesme://econtract/dossiers/d-1", "lookup:d-1" },
  { "onesme://order/o1", "order:o1" },
  { "onesme://home", "home" },
  { "onesme://payments/o-1", "payments:o-1" },
  { "onesme://invoice/i-1", "invoice:i-1" },
  { "onesme://payment-return?payment=p-1", "payment-return:p-1" },
  { "onesme://payment-return", "orders" },
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
  { "onesme://payment-return/p-1", NULL },
  { "onesme://payment-return?payment=a%2Fb", NULL },
  { "onesme://buy/plan?months=12", NULL },
  { "onesme:service/231", NULL },
  { "onesme://", NULL },
  { "onesme://assistant", "assistant" },
  { "onesme://article/problem-otp", "article:problem-otp" },
  { "onesme://econtract/d-1", "lookup:d-1" },
  /* Nothing but the tab is carried over. */
  { "onesme://service/231?tab=pricing&server-url=https://evil.example", "service:231?tab=pricing" },
  { "https://onesme.vn/enterprise/service/231/x?next=javascript:alert(1)#y", "service:231" },
  /* No path tricks */
  { "onesme://service/..", NULL },
  { "onesme://service/.", NULL },
  { "onesme://service/%2e%2e", NULL },
  { "onesme://service/%2e%2e%2fadmin", NULL },
  { "onesme://service/../admin", NULL },
  { "onesme://service/./231", NULL },
  { "onesme://service/x/../231", NULL },
  { "onesme://service/%2E%2E%2Fadmin", NULL },
  { "onesme://service/231%00", NULL },
  { "onesme://service/231%", NULL },
  { "onesme://service/231%zz", NULL },
  { "onesme://service/-231", NULL },
  { "https://onesme.vn/enterprise/service/..%2f..%2fadmin/x", NULL },
  /* No other host, however it looks */
  { "https://onesme.vn./service/231", NULL },
  { "https://onesme.vn@evil.example/service/231", NULL },
  { "https://onesme.vn:443@evil.example/service/231", NULL },
  { "https://onesme.vn%00.evil.example/service/231", NULL },
  { "https://onesme.vn\\.evil.example/service/231", NULL },
  { "https://evil.example/onesme.vn/service/231", NULL },
  { "https://\u043enesme.vn/service/231", NULL },
  { "https://xn--nesme-xqf.vn/service/231", NULL },
  { "https:onesme.vn/service/231", NULL },
  { "https:///service/231", NULL },
  { "//onesme.vn/service/231", NULL },
  { "ftp://onesme.vn/service/231", NULL },
  /* What only the person may do */
  { "onesme://settings?server-url=https://evil.example", NULL },
  { "onesme://server/https:%2F%2Fevil.example", NULL },
  { "onesme://reset-password", NULL },
  { "onesme://reset-password?email=a@b.vn&code=123456", NULL },
  { "onesme://reset/123456", NULL },
  { "onesme://pay/o1", NULL },
  { "onesme://sign-out", NULL },
  { "onesme://payment-return?order=o1&vnp_ResponseCode=00", NULL },
  /* Nothing that a shell, a terminal or a reader of lines would take for something else */
  { "onesme://service/231 --help", NULL },
  { "onesme://service/231\nonesme://buy/x", NULL },
  { "onesme://service/231\t", NULL },
  { " onesme://service/231", NULL },
  { "onesme://service/\x1b[31m", NULL },
  { "onesme://service/$(id)", NULL },
  { "onesme://service/`id`", NULL },
  { "onesme://service/231;id", NULL },
  { "onesme://service/\xff", NULL },
  { "onesme://activate?token=%1b%5b31m", NULL },
  { "onesme://activate?token=a&token=../b", NULL },
  { "--gapplication-service", NULL },
  { "data:text/html,onesme://service/231", NULL },
  { "view-source:onesme://service/231", NULL },
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
      g_autofree char *shown = g_strescape (links[i].uri, NULL);

      g_test_message ("%s", shown);
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

/* Whatever bytes come: no crash, and what comes out is a route of a page that is there. */
static void
test_mutations (void)
{
  static const char *const seeds[] = {
    "onesme://service/231?tab=pricing",
    "onesme://activate?token=AbC-12_3",
    "onesme://econtract/dossiers/d-1",
    "https://onesme.vn/enterprise/service/231/x?tab=1&type=SERVICE",
  };
  static const char bytes[] = "/:?#[]@!$&'()*+,;=%2e0F. \n\\<>\"{}|^`~aZ9\x7f\xc3\xff";

  for (guint round = 0; round < 40000; round++)
    {
      g_autofree char *link = g_strdup (seeds[round % G_N_ELEMENTS (seeds)]);
      gint32 n = g_test_rand_int_range (1, 4);
      g_autofree char *route = NULL;
      g_autoptr (SmeRoute) parsed = NULL;

      for (gint32 i = 0; i < n; i++)
        link[g_test_rand_int_range (0, (gint32) strlen (link))] =
          bytes[g_test_rand_int_range (0, (gint32) strlen (bytes))];
      route = sme_link_to_route (link);
      g_assert_nonnull (sme_link_explain (link));
      if (route == NULL)
        continue;
      parsed = sme_route_parse (route);
      g_assert_nonnull (parsed);
      g_assert_nonnull (sme_routes_find (sme_route_get_name (parsed)));
      g_assert_cmpstr (sme_route_get_name (parsed), !=, "buy");
      g_assert_cmpstr (sme_route_get_name (parsed), !=, "reset-password");
      if (sme_route_get_id (parsed) != NULL)
        g_assert_true (sme_route_get_id (parsed)[0] != '.' &&
                       strpbrk (sme_route_get_id (parsed), "/?#%& \n") == NULL);
    }
}

static void
test_explanations (void)
{
  g_assert_nonnull (strstr (sme_link_explain ("https://evil.example/"), "not a link of OneSME"));
  g_assert_nonnull (strstr (sme_link_explain ("file:///etc/passwd"), "not a link of OneSME"));
  g_assert_nonnull (strstr (sme_link_explain ("onesme://reset-password?code=1"), "may do this"));
  g_assert_nonnull (strstr (sme_link_explain ("onesme://payment-return?a=b"), "may do this"));
  g_assert_nonnull (
    strstr (sme_link_explain ("onesme://activate?token=a&extra=1"), "enter its code"));
  g_assert_nonnull (strstr (sme_link_explain ("onesme://service/"), "damaged"));
  g_assert_nonnull (strstr (sme_link_explain ("onesme://%zz"), "damaged"));
  g_assert_nonnull (strstr (sme_link_explain (NULL), "damaged"));
}

static void
test_likeness (void)
{
  g_assert_true (sme_link_is_like ("onesme://activate?token=abc"));
  g_assert_true (sme_link_is_like (" OneSME:service/231 "));
  g_assert_true (sme_link_is_like ("https://onesme.vn/x"));
  g_assert_true (sme_link_is_like ("http://evil.example"));
  g_assert_false (sme_link_is_like ("onesme"));
  g_assert_false (sme_link_is_like ("chữ ký số"));
  g_assert_false (sme_link_is_like (""));
  g_assert_false (sme_link_is_like (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a10/links-open-their-page-and-no-other", test_table);
  g_test_add_func ("/link/length-is-limited", test_length);
  g_test_add_func ("/a10/hostile-links-open-nothing-else", test_mutations);
  g_test_add_func ("/link/a-refusal-says-why", test_explanations);
  g_test_add_func ("/link/what-is-meant-as-a-link", test_likeness);
  return g_test_run ();
}
