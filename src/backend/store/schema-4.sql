-- SPDX-License-Identifier: GPL-3.0-or-later
-- One payment for several orders, and the card and bank gateway.

-- What a payment is for; an order's share is its total.
CREATE TABLE payment_order (
  payment_id TEXT NOT NULL REFERENCES payment (id),
  order_id TEXT NOT NULL REFERENCES orders (id),
  position BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  PRIMARY KEY (payment_id, order_id)
);
CREATE INDEX payment_order_by_order ON payment_order (order_id);
INSERT INTO payment_order (payment_id, order_id, position, amount)
  SELECT id, order_id, 0, amount FROM payment;

ALTER TABLE payment ADD COLUMN failure TEXT;

-- The gateway's number of the transaction that brought the money; NULL for a transfer.
ALTER TABLE receipt ADD COLUMN gateway_number TEXT;
CREATE UNIQUE INDEX receipt_by_gateway_number ON receipt (gateway_number);

-- The books of the local gateway, which is a company of its own and shares only the file: what was
-- done on its page, and until when it goes on telling the shop.
CREATE TABLE gateway_transaction (
  number INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  amount BIGINT NOT NULL,
  order_info TEXT NOT NULL,
  return_url TEXT NOT NULL,
  code TEXT NOT NULL,
  done_at BIGINT NOT NULL,
  tries BIGINT NOT NULL,
  tell_at BIGINT -- NULL: the shop has acknowledged it
);
CREATE INDEX gateway_transaction_to_tell ON gateway_transaction (tell_at);
