-- SPDX-License-Identifier: GPL-3.0-or-later
-- Payments whose orders changed their price, and what the gateway said of them.

-- What the gateway was asked to take, where the orders cost something else since; NULL: the amount.
ALTER TABLE payment ADD COLUMN gateway_amount BIGINT;

-- When the gateway was last asked how it ended, and whether it has said all that it ever will.
ALTER TABLE payment ADD COLUMN asked_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE payment ADD COLUMN settled BIGINT NOT NULL DEFAULT 0;
UPDATE payment SET settled = 1 WHERE failure = 'not_begun';
CREATE INDEX payment_to_ask ON payment (method, settled, asked_at);

-- What was judged: the same said a second time, or told late, is not judged again.
CREATE TABLE gateway_notice (
  payment_id TEXT NOT NULL REFERENCES payment (id),
  number TEXT NOT NULL, -- of the transaction; '' where the gateway named none
  code TEXT NOT NULL,
  status TEXT NOT NULL,
  paid_at TEXT NOT NULL, -- as the gateway writes it, yyyyMMddHHmmss; '' where it did not
  judged_at BIGINT NOT NULL,
  PRIMARY KEY (payment_id, number, code, status)
);

-- Money that names no payment waits for somebody to say whose it is.
CREATE INDEX receipt_by_nobody ON receipt (received_at) WHERE payment_id IS NULL;
