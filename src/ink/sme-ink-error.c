/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-error.h"

G_DEFINE_QUARK (sme - ink - error - quark, sme_ink_error)
