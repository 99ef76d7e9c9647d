/* SPDX-License-Identifier: GPL-3.0-or-later */
/* onesme-pages: draws and reads the pages of documents for the program that started it, which holds
 * the other end of its socket. What a hostile file makes poppler do ends here: with this process,
 * within a bound of memory, and the program bounds the time. */
#include "viewer/sme-document-error.h"
#include "viewer/sme-document-limits.h"
#include "viewer/sme-page-service.h"

#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* After that long without work, what drawing has left over goes back to the system. */
#define QUIET_MS 2000

static void
limit (int what, rlim_t value)
{
  const struct rlimit bound = { value, value };

  setrlimit (what, &bound);
}

static void
bind_process (void)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL); /* in the middle of a page it would not see its socket close */
  prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl (PR_SET_NAME, "onesme-pages");
  close_range (SME_PAGE_WIRE_FD + 1, ~0u, 0);
  limit (RLIMIT_CORE, 0); /* a contract does not belong into a crash report */
#ifndef __SANITIZE_ADDRESS__
  limit (RLIMIT_AS, SME_PAGES_MAX_MEMORY);
#endif
}

/* poppler tells of each flaw of a file. */
static void
ignore (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
}

static gboolean
wait_for_request (gboolean *has_worked)
{
  struct pollfd wait = { SME_PAGE_WIRE_FD, POLLIN, 0 };

  if (*has_worked && poll (&wait, 1, QUIET_MS) == 0)
    {
      malloc_trim (0);
      *has_worked = FALSE;
    }
  return TRUE;
}

int
main (void)
{
  gboolean has_worked = FALSE;
  SmePageRequest request;
  int fd;

  bind_process ();
  g_log_set_handler ("Poppler", G_LOG_LEVEL_MASK, ignore, NULL);
  while (wait_for_request (&has_worked) && sme_page_wire_receive (SME_PAGE_WIRE_FD, &request, &fd))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) answer = sme_page_service_answer (&request, fd, &error);

      if (fd >= 0)
        close (fd);
      if (!sme_page_wire_send_answer (SME_PAGE_WIRE_FD, answer,
                                      error != NULL ? error->code : SME_DOCUMENT_ERROR_FAILED))
        break;
      has_worked = TRUE;
    }
  sme_page_service_clear ();
  return 0;
}
