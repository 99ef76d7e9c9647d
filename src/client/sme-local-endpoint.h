/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SmeLocalEndpoint:
 *
 * What the runs of a local backend have in common: a listening loopback socket, bound here and
 * kept, so that the port is ours while no run is there; a pipe whose other end closes with us,
 * however we end; and the token of the local-only routes. A child gets these and no other files.
 */
typedef struct _SmeLocalEndpoint SmeLocalEndpoint;

SmeLocalEndpoint *sme_local_endpoint_new (GError **error);
void sme_local_endpoint_free (SmeLocalEndpoint *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeLocalEndpoint, sme_local_endpoint_free)

const char *sme_local_endpoint_get_url (SmeLocalEndpoint *self);
const char *sme_local_endpoint_get_token (SmeLocalEndpoint *self);

/* While there is no run, and none will be: who calls is told at once, instead of waiting for the
 * next one. Not while one runs, which takes its calls from the same socket. */
void sme_local_endpoint_set_refusing (SmeLocalEndpoint *self, gboolean refusing);

/* Starts a run of @program; its standard output is a pipe. */
GSubprocess *sme_local_endpoint_launch (SmeLocalEndpoint *self,
                                        const char *program,
                                        const char *data_dir,
                                        GError **error);

/* $ONESME_BACKEND, beside our own program, in the build tree, or where it is installed; or NULL. */
char *sme_local_endpoint_find_program (void);

G_END_DECLS
