/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-error.h"

G_DEFINE_QUARK (sme - paper - error - quark, sme_paper_error)
