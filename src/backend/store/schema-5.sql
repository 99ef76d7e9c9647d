-- SPDX-License-Identifier: GPL-3.0-or-later
-- Invoices, refunds that move on, and requests for the money back.

-- Numbers are taken in the transaction that takes the money, so that none is missing and
-- none is given twice; the PDF is drawn when it is first asked for, from what was true then.

CREATE TABLE invoice_number (
  series TEXT PRIMARY KEY,
  last BIGINT NOT NULL
);

CREATE TABLE invoice (
  id TEXT PRIMARY KEY,
  series TEXT NOT NULL,
  number BIGINT NOT NULL,
  order_id TEXT NOT NULL REFERENCES orders (id),
  payment_id TEXT NOT NULL REFERENCES payment (id),
  account_id TEXT NOT NULL,
  buyer TEXT,
  total BIGINT NOT NULL,
  source TEXT NOT NULL, -- the order as it was
  content BLOB,
  issued_at BIGINT NOT NULL,
  UNIQUE (series, number),
  UNIQUE (payment_id, order_id)
);
CREATE INDEX invoice_by_account ON invoice (account_id, issued_at, id);
CREATE INDEX invoice_by_order ON invoice (order_id);

ALTER TABLE refund ADD COLUMN reason TEXT NOT NULL DEFAULT 'surplus';
ALTER TABLE refund ADD COLUMN request_id TEXT;
ALTER TABLE refund ADD COLUMN changed_at BIGINT;
UPDATE refund SET reason = (SELECT CASE r.state WHEN 'excess' THEN 'surplus' ELSE r.state END FROM
  receipt r WHERE r.id = refund.receipt_id);
CREATE INDEX refund_by_state ON refund (state, created_at);

-- What a customer asks back of an order that is paid.
CREATE TABLE refund_request (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id),
  account_id TEXT NOT NULL,
  state TEXT NOT NULL,
  ground TEXT NOT NULL,
  text TEXT,
  note TEXT,
  amount BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  decided_at BIGINT
);
CREATE INDEX refund_request_by_order ON refund_request (order_id, created_at);
