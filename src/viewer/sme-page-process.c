/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-page-process.h"

#include "viewer/sme-document-error.h"
#include "viewer/sme-page-service.h"
#include "viewer/sme-render-thread.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* How often it is looked whether a call is still wanted. */
#define SLICE_MS 50

/* A page that nobody wants any more may still take that much of the processor: starting another
 * process would take longer. */
#define GRACE_SECONDS 0.3

/* On the clock, where the process does not get on without using the processor. */
#define CLOCK_MAX (60 * G_TIME_SPAN_SECOND)
#define CLOCK_GRACE (2 * G_TIME_SPAN_SECOND)

/* A sanitizer watches poppler's memory, though it is not compiled into it. */
#ifdef __SANITIZE_ADDRESS__
#define SLOWNESS 2
#else
#define SLOWNESS 1
#endif

typedef struct
{
  GPid pid; /* 0 for none */
  int socket;
  guint generation;
  int n_documents;
} Process;

static Process process;
static gboolean stays_inside;

static char *
find_program (void)
{
  const char *named = g_getenv ("ONESME_PAGES");
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = own != NULL ? g_path_get_dirname (own) : g_strdup (".");
  g_autofree char *beside = g_build_filename (folder, "onesme-pages", NULL);
  g_autofree char *built = g_build_filename (folder, "..", "viewer", "onesme-pages", NULL);
  g_autofree char *tested =
    g_build_filename (folder, "..", "..", "src", "viewer", "onesme-pages", NULL);
  const char *places[] = { beside, built, tested, SME_LIBEXEC_DIR "/onesme-pages" };

  if (named != NULL && *named != '\0')
    return g_strdup (named);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_file_test (places[i], G_FILE_TEST_IS_EXECUTABLE))
      return g_strdup (places[i]);
  return g_strdup ("onesme-pages");
}

static gboolean
spawn (int socket, GPid *pid)
{
  g_autofree char *program = find_program ();
  const char *argv[] = { program, NULL };
  const int target = SME_PAGE_WIRE_FD;
  g_autoptr (GError) error = NULL;

  /* Without closing descriptors GLib need not copy this process; the other one closes them. */
  if (g_spawn_async_with_pipes_and_fds (
        NULL, argv, NULL,
        G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_LEAVE_DESCRIPTORS_OPEN | G_SPAWN_STDOUT_TO_DEV_NULL,
        NULL, NULL, -1, -1, -1, &socket, &target, 1, pid, NULL, NULL, NULL, &error))
    return TRUE;
  g_message ("The process for pages cannot be started: %s", error->message);
  return FALSE;
}

/* Takes what is left of a process that has ended. */
static void
forget_process (void)
{
  close (process.socket);
  process.pid = 0;
}

/* It may end without us: by whoever is short of memory, for one. */
static gboolean
has_ended (void)
{
  if (waitpid (process.pid, NULL, WNOHANG) == 0)
    return FALSE;
  forget_process ();
  return TRUE;
}

static void
end_process (void)
{
  if (process.pid == 0)
    return;
  kill (process.pid, SIGKILL);
  while (waitpid (process.pid, NULL, 0) < 0 && errno == EINTR)
    ;
  forget_process ();
}

guint
sme_page_process_ensure (void)
{
  const struct timeval patience = { 10 * SLOWNESS, 0 };
  int sockets[2];

  if (stays_inside)
    return 1;
  g_return_val_if_fail (sme_render_thread_is_current (), 0);
  if (process.pid != 0 && !has_ended ())
    return process.generation;
  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
    return 0;
  if (!spawn (sockets[1], &process.pid))
    {
      close (sockets[0]);
      close (sockets[1]);
      process.pid = 0;
      return 0;
    }
  close (sockets[1]);
  /* The rest of an answer follows its beginning; a request fits into the socket. */
  setsockopt (sockets[0], SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  setsockopt (sockets[0], SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  sme_render_thread_when_quiet (sme_page_process_end_unused);
  process.socket = sockets[0];
  process.n_documents = 0;
  return ++process.generation;
}

static double
get_processor_seconds (void)
{
  struct timespec time = { 0, 0 };
  clockid_t id;

  if (clock_getcpuclockid (process.pid, &id) == 0)
    clock_gettime (id, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static gboolean
give_up (GError **error, GQuark domain, int code, const char *message)
{
  g_set_error_literal (error, domain, code, message);
  return FALSE;
}

/* Returns: %FALSE when it is time to give the call up. */
static gboolean
is_wanted (const SmePageBounds *bounds, double spent, gint64 passed, GError **error)
{
  gboolean had_grace = spent >= GRACE_SECONDS || passed >= CLOCK_GRACE;

  if (spent >= bounds->seconds * SLOWNESS || passed >= CLOCK_MAX * SLOWNESS)
    return give_up (error, SME_DOCUMENT_ERROR, SME_DOCUMENT_ERROR_TOO_COMPLEX, "It takes too long");
  if (sme_render_thread_is_quitting () ||
      (had_grace && g_cancellable_is_cancelled (bounds->cancellable)))
    return give_up (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The work was no longer needed");
  if (had_grace && bounds->yields && sme_render_thread_should_yield ())
    return give_up (error, G_IO_ERROR, G_IO_ERROR_BUSY, "Something else is more urgent");
  return TRUE;
}

static gboolean
await_answer (const SmePageBounds *bounds, double spent_before, GError **error)
{
  gint64 begin = g_get_monotonic_time ();

  for (;;)
    {
      struct pollfd wait = { process.socket, POLLIN, 0 };

      if (poll (&wait, 1, SLICE_MS) > 0)
        return TRUE;
      if (!is_wanted (bounds, get_processor_seconds () - spent_before,
                      g_get_monotonic_time () - begin, error))
        return FALSE;
    }
}

static GVariant *
call_process (const SmePageRequest *request, int fd, const SmePageBounds *bounds, GError **error)
{
  GVariant *answer = NULL;
  double spent = get_processor_seconds ();
  int code = SME_DOCUMENT_ERROR_FAILED;

  if (!sme_page_wire_send (process.socket, request, fd))
    {
      end_process ();
      give_up (error, SME_DOCUMENT_ERROR, SME_DOCUMENT_ERROR_FAILED, "The process has ended");
      return NULL;
    }
  if (!await_answer (bounds, spent, error))
    {
      end_process ();
      return NULL;
    }
  if (!sme_page_wire_receive_answer (process.socket, request->op, &answer, &code))
    {
      end_process ();
      give_up (error, SME_DOCUMENT_ERROR, SME_DOCUMENT_ERROR_TOO_COMPLEX,
               "The process broke down, or was out of memory");
      return NULL;
    }
  if (answer == NULL)
    give_up (error, SME_DOCUMENT_ERROR, code, "The process for pages refused");
  return answer;
}

GVariant *
sme_page_process_call (const SmePageRequest *request,
                       int fd,
                       const SmePageBounds *bounds,
                       GError **error)
{
  if (stays_inside)
    return sme_page_service_answer (request, fd, error);
  g_return_val_if_fail (sme_render_thread_is_current (), NULL);
  if (sme_page_process_ensure () == 0)
    {
      give_up (error, SME_DOCUMENT_ERROR, SME_DOCUMENT_ERROR_FAILED, "There is no process for it");
      return NULL;
    }
  return call_process (request, fd, bounds, error);
}

gboolean
sme_page_process_is (guint generation)
{
  return stays_inside || (process.pid != 0 && process.generation == generation);
}

void
sme_page_process_count (int change)
{
  process.n_documents += change;
}

void
sme_page_process_end_unused (void)
{
  if (process.n_documents == 0)
    end_process ();
}

GPid
sme_page_process_get_pid (void)
{
  return process.pid;
}

void
sme_page_process_stay_inside (void)
{
  stays_inside = TRUE;
}
