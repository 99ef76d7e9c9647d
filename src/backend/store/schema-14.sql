-- SPDX-License-Identifier: GPL-3.0-or-later
-- Orders are searched like subscriptions.

-- What is looked through and sorted by, folded; NULL: of a program before this one, and filled in
-- when the server starts (sme-store-order-list.h).
ALTER TABLE orders ADD COLUMN folded TEXT;
