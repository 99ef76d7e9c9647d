/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A server of the person's own choice that does not answer: the program starts, says so, its guide
 * and its assistant work, and all comes back by itself when the server does. Then one of the
 * program's own that cannot be started: the catalog is there, also what nobody has opened. */
#include "journey-hands.h"
#include "journey-labels.h"
#include "journey-steps.h"

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static Journey *journey;
static guint16 port;
static GPid server;

/* One that nobody listens on, and that the server can have later. */
static guint16
find_free_port (void)
{
  g_autoptr (GSocket) socket =
    g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) address = NULL;

  g_assert_true (g_socket_bind (socket, any, TRUE, NULL));
  address = g_socket_get_local_address (socket, NULL);
  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
}

static void
choose_server (void)
{
  g_autofree char *value = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_autofree char *output =
    journey_run (journey, "gsettings", "set", "vn.onesme.Desktop", "server-url", value, NULL);
}

static void
start_server (void)
{
  g_autofree char *program =
    g_build_filename (SME_BUILD_ROOT, "src", "backend", "onesme-backend", NULL);
  g_autofree char *data = journey_build_path (journey, "server");
  g_autofree char *folder = g_strconcat ("--data-dir=", data, NULL);
  g_autofree char *address = g_strdup_printf ("--listen=127.0.0.1:%u", port);
  char *arguments[] = { program, folder, address, NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_async (NULL, arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &server, &error);
  g_assert_no_error (error);
}

static void
stop_server (void)
{
  if (server == 0)
    return;
  kill (server, SIGTERM);
  waitpid (server, NULL, 0);
  server = 0;
}

static void
test_start (void)
{
  choose_server ();
  journey_start (journey, NULL);
  journey_see (journey, T ("No connection to the server. What you enter is kept."));
}

static void
test_guide (void)
{
  journey_keys (journey, "F1");
  journey_see (journey, L ("Câu hỏi thường gặp | Tài liệu hỗ trợ dịch vụ VNPT SmartCA"));
  journey_enter (journey, T ("Search the guide"),
                 journey_is_vietnamese () ? "hoan tien" : "refund");
  journey_see (journey,
               journey_is_vietnamese () ? "Khi nào được hoàn tiền?" : "When do I get a refund?");
  journey_keys (journey, "shift+F1");
  journey_enter (journey, T ("Your question"),
                 journey_is_vietnamese () ? "chưa nhận dc otp" : "the otp never arrives");
  journey_press (journey, journey_message_in ("assistant", "Ask"));
  journey_see (journey, journey_is_vietnamese () ? "Không nhận được mã OTP"
                                                 : "The OTP code does not arrive");
  journey_find (journey, T ("Call the hotline 1800 1260 (free)"), JOURNEY_BUTTON);
}

static void
test_back (void)
{
  journey_go_to (journey, T ("Home"));
  start_server ();
  journey_see_no_more (journey, T ("No connection to the server. What you enter is kept."));
  journey_see (journey, T ("Popular services"));
}

/* What was seen of the catalog is still there, and the line says of when it is. */
static void
test_lost (void)
{
  const char *line = T ("No connection to the server. The catalog is as it was on %s; ordering "
                        "needs the network. What you enter is kept.");
  g_autofree char *begin = g_strndup (line, (gsize) (strstr (line, "%s") - line));

  stop_server ();
  journey_keys (journey, "F5");
  journey_see (journey, begin);
  journey_see (journey, T ("Popular services"));
  start_server ();
  journey_see_no_more (journey, begin);
  journey_quit (journey);
  stop_server ();
}

/* ---- The program's own server */

static char *
build_backend_path (void)
{
  return journey_build_path (journey, "onesme-backend");
}

static void
install_backend (void)
{
  g_autofree char *program =
    g_build_filename (SME_BUILD_ROOT, "src", "backend", "onesme-backend", NULL);
  g_autofree char *path = build_backend_path ();

  g_assert_cmpint (symlink (program, path), ==, 0);
  g_setenv ("ONESME_BACKEND", path, TRUE);
}

static void
take_backend_away (void)
{
  g_autofree char *path = build_backend_path ();

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static gboolean
is_kept (const char *file)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "onesme", "catalog", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, file, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

static void
wait_until_kept (const char *file)
{
  gint64 deadline =
    g_get_monotonic_time () + (gint64) (60 * journey_get_patience () * G_TIME_SPAN_SECOND);

  while (!is_kept (file) && g_get_monotonic_time () < deadline)
    journey_wait_for_change (journey);
  g_assert_true (is_kept (file));
}

/* Only the first page is looked at; the rest comes by itself. */
static void
test_seen_once (void)
{
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "onesme", "catalog", NULL);
  g_autofree char *reset =
    journey_run (journey, "gsettings", "reset", "vn.onesme.Desktop", "server-url", NULL);
  g_autofree char *removed = journey_run (journey, "rm", "-rf", cache, NULL);

  install_backend ();
  journey_start (journey, NULL);
  journey_see (journey, T ("Popular services"));
  wait_until_kept ("news-earn.json");
  wait_until_kept ("service-hrm.json");
  journey_quit (journey);
}

static void
test_never_opened (void)
{
  gboolean vietnamese = journey_is_vietnamese ();

  take_backend_away ();
  journey_start (journey, NULL);
  journey_see (journey, T ("The demonstration is not installed"));
  journey_see (journey, T ("Popular services"));
  /* A letter is wrong, too. */
  journey_keys (journey, "ctrl+f");
  journey_type (journey, "hrn");
  journey_wait_until_calm (journey);
  journey_press (journey, vietnamese ? "Quản lý nhân sự VNPT HRM" : "VNPT HRM human resources");
  journey_press (journey, L ("Bảng giá"));
  journey_see (journey, "HRM 50");
  journey_go_to (journey, T ("Earn online"));
  journey_see (journey,
               vietnamese ? "Cẩn thận với lời mời kiếm tiền" : "Beware of offers to earn money");
  journey_see (journey, T ("The demonstration is not installed"));
}

/* The person has installed it meanwhile. */
static void
test_try_again (void)
{
  install_backend ();
  journey_press (journey, T ("Try again"));
  journey_see_no_more (journey, T ("The demonstration is not installed"));
  journey_go_to (journey, T ("Home"));
  journey_see (journey, T ("Popular services"));
  journey_quit (journey);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  journey = journey_new ("offline");
  port = find_free_port ();
  g_test_add_func ("/offline/a82/it-starts-and-says-so", test_start);
  g_test_add_func ("/offline/a7-a8/guide-and-assistant-need-no-server", test_guide);
  g_test_add_func ("/offline/a11-a82/all-comes-back-by-itself", test_back);
  g_test_add_func ("/offline/a13-a82/a-server-that-goes-away", test_lost);
  g_test_add_func ("/offline-own/a82/home-is-seen-with-the-own-server", test_seen_once);
  g_test_add_func ("/offline-own/a82/without-the-own-server-also-what-nobody-opened",
                   test_never_opened);
  g_test_add_func ("/offline-own/a82/try-again-starts-the-own-server", test_try_again);
  status = g_test_run ();
  stop_server ();
  journey_free (journey);
  return status;
}
