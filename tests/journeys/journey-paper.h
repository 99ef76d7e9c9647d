/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journey.h"

G_BEGIN_DECLS

/* What others say of a contract that the program saved; each fails the test if they find fault.
 * Files are named by their path. */

/* pdfsig and mutool: one signature, valid, over the whole file. OpenSSL: the CMS in it is over just
 * the bytes that ByteRange names, and these are all but the CMS itself. */
void journey_paper_check_signature (Journey *self, const char *path);
/* pdfsig finds no signature. */
void journey_paper_check_unsigned (Journey *self, const char *path);
/* @path begins with the whole of @earlier and goes on. */
void journey_paper_check_continues (Journey *self, const char *earlier, const char *path);
/* pdftotext reads all of @words, on whichever line; NULL ends them. */
void journey_paper_check_says (Journey *self, const char *path, const char *const *words);
/* The last page shows a drawing: more ink than that of @blank. */
void journey_paper_check_ink (Journey *self, const char *blank, const char *path);
/* Two files of the journey's folder, byte for byte. */
void journey_paper_check_same (Journey *self, const char *a, const char *b);
/* The number of the order that the contract is about. (transfer full) */
char *journey_paper_read_order_number (Journey *self, const char *path);

G_END_DECLS
