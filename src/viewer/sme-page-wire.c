/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-page-wire.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Before each answer. */
typedef struct
{
  int code; /* -1 for an answer, else an error */
  guint size;
} Head;

const char *
sme_page_wire_get_type (SmePageOp op)
{
  static const char *const types[SME_PAGE_N_OPS] = {
    [SME_PAGE_OP_OPEN] = "(sa(dd))",   [SME_PAGE_OP_CLOSE] = "()",
    [SME_PAGE_OP_RENDER] = "()",       [SME_PAGE_OP_TEXT] = "(saya(ddddsud))",
    [SME_PAGE_OP_OUTLINE] = "a(usud)", [SME_PAGE_OP_FACTS] = "(ssssssssss)",
    [SME_PAGE_OP_COMPARE] = "(b)",     [SME_PAGE_OP_PRINT] = "()",
  };

  return types[op];
}

static gboolean
write_all (int socket, gconstpointer data, gsize size)
{
  const char *at = data;

  while (size > 0)
    {
      gssize n = send (socket, at, size, MSG_NOSIGNAL);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      at += n;
      size -= (gsize) n;
    }
  return TRUE;
}

static gboolean
read_all (int socket, gpointer data, gsize size)
{
  char *at = data;

  while (size > 0)
    {
      gssize n = recv (socket, at, size, 0);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      at += n;
      size -= (gsize) n;
    }
  return TRUE;
}

typedef union
{
  struct cmsghdr header;
  char space[CMSG_SPACE (sizeof (int))];
} Control;

gboolean
sme_page_wire_send (int socket, const SmePageRequest *request, int fd)
{
  struct iovec part = { (gpointer) request, sizeof *request };
  Control control = { 0 };
  struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };
  gssize n;

  if (fd >= 0)
    {
      message.msg_control = &control;
      message.msg_controllen = sizeof control;
      control.header.cmsg_level = SOL_SOCKET;
      control.header.cmsg_type = SCM_RIGHTS;
      control.header.cmsg_len = CMSG_LEN (sizeof (int));
      memcpy (CMSG_DATA (&control.header), &fd, sizeof fd);
    }
  do
    n = sendmsg (socket, &message, MSG_NOSIGNAL);
  while (n < 0 && errno == EINTR);
  if (n <= 0)
    return FALSE;
  return write_all (socket, (const char *) request + n, sizeof *request - (gsize) n);
}

gboolean
sme_page_wire_receive (int socket, SmePageRequest *request, int *fd)
{
  struct iovec part = { request, sizeof *request };
  Control control = { 0 };
  struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };
  gssize n;

  message.msg_control = &control;
  message.msg_controllen = sizeof control;
  do
    n = recvmsg (socket, &message, MSG_CMSG_CLOEXEC);
  while (n < 0 && errno == EINTR);
  *fd = -1;
  if (n <= 0)
    return FALSE;
  if (message.msg_controllen >= CMSG_LEN (sizeof (int)) && control.header.cmsg_type == SCM_RIGHTS)
    memcpy (fd, CMSG_DATA (&control.header), sizeof *fd);
  return read_all (socket, (char *) request + n, sizeof *request - (gsize) n) &&
         (guint) request->op < SME_PAGE_N_OPS;
}

gboolean
sme_page_wire_send_answer (int socket, GVariant *answer, int code)
{
  g_autoptr (GVariant) held = answer != NULL ? g_variant_ref_sink (answer) : NULL;
  Head head = { answer != NULL ? -1 : code, 0 };

  if (held != NULL)
    head.size = (guint) g_variant_get_size (held);
  return write_all (socket, &head, sizeof head) &&
         (head.size == 0 || write_all (socket, g_variant_get_data (held), head.size));
}

gboolean
sme_page_wire_receive_answer (int socket, SmePageOp op, GVariant **answer, int *code)
{
  g_autofree gpointer data = NULL;
  g_autoptr (GVariant) read = NULL;
  gsize size;
  Head head;

  *answer = NULL;
  if (!read_all (socket, &head, sizeof head) || head.size > SME_PAGE_WIRE_MAX_ANSWER)
    return FALSE;
  *code = head.code;
  if (head.code >= 0)
    return head.size == 0;
  data = g_malloc (MAX (head.size, 1));
  if (!read_all (socket, data, head.size))
    return FALSE;
  size = head.size;
  read = g_variant_ref_sink (g_variant_new_from_data (G_VARIANT_TYPE (sme_page_wire_get_type (op)),
                                                      data, size, FALSE, g_free, data));
  data = NULL; /* the variant has it */
  if (!g_variant_is_normal_form (read))
    return FALSE;
  *answer = g_steal_pointer (&read);
  return TRUE;
}
