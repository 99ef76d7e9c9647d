/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-page-geometry.h"

G_BEGIN_DECLS

/* What the program and its process for pages (onesme-pages) say to each other over a socket. Both
 * are of one build; all the same the program takes nothing on trust that comes from the process,
 * because a hostile file may have got hold of it. */

/** The descriptor on which the process finds the socket. */
#define SME_PAGE_WIRE_FD 3

/** Bytes of an answer at most: a page full of text with the places of all letters. */
#define SME_PAGE_WIRE_MAX_ANSWER (48 * 1024 * 1024)

/**
 * SmePageOp: what is asked for, and the type of the answer.
 * @SME_PAGE_OP_OPEN: takes the file in the descriptor: title, sizes of the pages
 * @SME_PAGE_OP_CLOSE: forgets a document
 * @SME_PAGE_OP_RENDER: draws into the memory behind the descriptor
 * @SME_PAGE_OP_TEXT: text, a #graphene_rect_t for each letter, links (place, address, page, top)
 * @SME_PAGE_OP_OUTLINE: headings in order: depth from 1, title, page, top
 * @SME_PAGE_OP_FACTS: the texts of #SmeDocumentFacts in their order, and two times in ISO 8601
 * @SME_PAGE_OP_COMPARE: whether a page shows the same in both documents
 * @SME_PAGE_OP_PRINT: draws a page for print and throws it away, to see whether that ends
 */
typedef enum
{
  SME_PAGE_OP_OPEN,
  SME_PAGE_OP_CLOSE,
  SME_PAGE_OP_RENDER,
  SME_PAGE_OP_TEXT,
  SME_PAGE_OP_OUTLINE,
  SME_PAGE_OP_FACTS,
  SME_PAGE_OP_COMPARE,
  SME_PAGE_OP_PRINT,
  SME_PAGE_N_OPS
} SmePageOp;

/**
 * SmePageRequest:
 * @document: a number that the program chose
 * @other: of the later state, for comparing
 * @n_bytes: of the file in the descriptor
 * @area: of which page, and what of it
 */
typedef struct
{
  SmePageOp op;
  guint document;
  guint other;
  gboolean except_signatures;
  gsize n_bytes;
  SmePageArea area;
} SmePageRequest;

/** The type of the answer, as a format of #GVariant. */
const char *sme_page_wire_get_type (SmePageOp op);

/** Sends a request with a descriptor, or -1; %FALSE: the other side is gone. */
gboolean sme_page_wire_send (int socket, const SmePageRequest *request, int fd);

/** @fd: (out): to be closed, or -1. */
gboolean sme_page_wire_receive (int socket, SmePageRequest *request, int *fd);

/** @answer: (nullable): floating or not; %NULL sends @code, a #SmeDocumentError. */
gboolean sme_page_wire_send_answer (int socket, GVariant *answer, int code);

/**
 * sme_page_wire_receive_answer:
 * @answer: (out) (nullable) (transfer full): of the type of @op; %NULL for an error
 * @code: (out): the #SmeDocumentError
 *
 * Returns: %FALSE if the other side is gone or what it says makes no sense.
 */
gboolean sme_page_wire_receive_answer (int socket, SmePageOp op, GVariant **answer, int *code);

G_END_DECLS
