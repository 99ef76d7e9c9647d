-- SPDX-License-Identifier: GPL-3.0-or-later
-- The invoice that goes with a mail, as its attachment.
ALTER TABLE message ADD COLUMN invoice_id TEXT REFERENCES invoice (id);
