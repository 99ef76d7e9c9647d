/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of eContract, a dossier's negotiation, and the check of a document. */
#include "app/sme-routes.h"
#include "app/verify/sme-verify-page.h"
#include "lookup-fixture.h"
#include "page-widths.h"
#include "seal-cases.h"

#include <glib/gstdio.h>

#define NAME "Mẫu hợp đồng SmartCA OneSME"
#define DOCUMENT(id, kind, name) \
  "{\"id\":\"" id "\",\"kind\":\"" kind "\",\"name\":\"" name "\",\"state\":\"effective\"," \
  "\"changed_on\":\"2026-11-22\",\"bytes\":1234567,\"sha256\":" \
  "\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"}"
#define DOCUMENTS \
  ",\"transaction_code\":\"GD-20261122-0000012726\",\"documents\":" \
  "[" DOCUMENT ("p1", "contract", "Hợp đồng cung cấp và sử dụng dịch vụ") "," DOCUMENT ( \
    "p2", "terms", "Điều khoản sử dụng dịch vụ") "," DOCUMENT ("p3", "acceptance", \
                                                               "Biên bản chứng cứ ký") "]"
#define DOSSIER LOOKUP_DOSSIER ("d1", NAME, "12726", "completed", DOCUMENTS)
#define DOSSIERS \
  "{\"items\":[" DOSSIER \
  "," LOOKUP_DOSSIER ("d2", NAME, "12727", "ready", "") "," LOOKUP_DOSSIER ( \
    "d3", "Biên bản nghiệm thu", "12727", "voided", "") "],\"total\":73,\"next\":\"3\"}"
#define MESSAGES \
  "{\"items\":[{\"id\":\"m1\",\"dossier_id\":\"d1\",\"author\":\"customer\"," \
  "\"text\":\"Xin sửa điều 5.\",\"sent_at\":\"2026-11-22T03:15:00Z\"}," \
  "{\"id\":\"m2\",\"dossier_id\":\"d1\",\"author\":\"operator\",\"text\":" \
  "\"https://onesme.vn/enterprise/service/231/ky-so-tu-xa-vnpt-smartca-on?tab=1\"," \
  "\"attachment_name\":\"hop_dong_cung_cap_va_su_dung_dich_vu_sua_dieu_5.pdf\"," \
  "\"attachment_type\":\"application/pdf\",\"attachment_bytes\":2048," \
  "\"sent_at\":\"2026-11-22T04:15:00Z\"}],\"total\":2}"

/* @press: in English, what opens the part that is measured; or NULL */
typedef struct
{
  const char *name;
  const char *route;
  const char *press;
  gboolean signed_in;
} Row;

static const Row rows[] = {
  { "lookup-sign-in", "lookup", NULL, FALSE },
  { "lookup-reset", "reset-econtract:an-12726", NULL, FALSE },
  { "lookup", "lookup", NULL, TRUE },
  { "dossier", "dossier:d1", NULL, TRUE },
  { "negotiation", "dossier:d1", "Negotiation", TRUE },
};

static void
set_up (LookupFixture *f, gconstpointer data)
{
  const Row *row = data;

  lookup_fixture_set_up (f, data);
  if (row != NULL && row->signed_in)
    lookup_fixture_sign_in (f);
  test_server_reply_always (f->server, "GET /econtract/v1/dossiers", (TestReply){ 200, DOSSIERS });
  test_server_reply_always (f->server, "GET /econtract/v1/dossiers/d1",
                            (TestReply){ 200, DOSSIER });
  test_server_reply_always (f->server, "GET /econtract/v1/dossiers/d1/messages",
                            (TestReply){ 200, MESSAGES });
  test_server_reply_always (f->server, "GET /econtract/v1/authorities",
                            (TestReply){ 200, "{\"items\":[],\"total\":0}" });
  test_server_reply_always (f->server, "POST /econtract/v1/dossiers/d1/messages/read",
                            (TestReply){ 200, DOSSIER });
}

static SmePage *
show (LookupFixture *f, const char *text)
{
  g_autoptr (SmeRoute) route = sme_route_parse (text);
  SmePage *page =
    app_fixture_show_page (&f->app, sme_routes_find (sme_route_get_name (route))->type (), text);

  app_run_until_state (page, SME_PAGE_CONTENT);
  app_run_idle ();
  return page;
}

static void
test_page (LookupFixture *f, gconstpointer data)
{
  const Row *row = data;
  SmePage *page = show (f, row->route);

  if (row->press != NULL)
    {
      GtkWidget *label = app_find (GTK_WIDGET (page), GTK_TYPE_LABEL, page_widths_say (row->press));

      gtk_toggle_button_set_active (
        GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
      app_run_idle ();
    }
  page_widths_assert (GTK_WIDGET (page), 640);
}

static gboolean
is_idle (gpointer page)
{
  return !sme_verify_page_get_busy (page);
}

static void
check (SmePage *page, GBytes *bytes)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  int fd = g_file_open_tmp ("hop-dong-cung-cap-va-su-dung-dich-vu-XXXXXX.pdf", &path, NULL);

  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  file = g_file_new_for_path (path);
  sme_verify_page_check (SME_VERIFY_PAGE (page), file);
  app_run_until (is_idle, page);
  app_run_idle ();
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_verify (LookupFixture *f, gconstpointer data)
{
  SmePage *page = show (f, "verify");
  g_autoptr (GBytes) sealed = seal_cases_make_sealed ();
  g_autoptr (GBytes) forged = seal_cases_replace_page (sealed, 0);

  page_widths_assert (GTK_WIDGET (page), 640);
  check (page, sealed);
  page_widths_assert (GTK_WIDGET (page), 640);
  check (page, forged);
  page_widths_assert (GTK_WIDGET (page), 640);
}

int
main (int argc, char *argv[])
{
  page_widths_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/page-states/a82/large-letters/", rows[i].name, NULL);

      g_test_add (path, LookupFixture, &rows[i], set_up, test_page, lookup_fixture_tear_down);
    }
  g_test_add ("/page-states/a82/large-letters/verify", LookupFixture, NULL, set_up, test_verify,
              lookup_fixture_tear_down);
  return g_test_run ();
}
