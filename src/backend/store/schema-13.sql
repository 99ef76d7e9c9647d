-- SPDX-License-Identifier: GPL-3.0-or-later
-- The eContract password that was mailed, and holders who sign with a sign-in of their own.

-- The first password is still known when it was replaced: who has the letter is told since when it
-- does not fit any more, and nobody else is.
ALTER TABLE econtract_user ADD COLUMN first_mac TEXT;
UPDATE econtract_user SET first_mac = password_hash WHERE password_hash LIKE 'mac:%';

-- Whom the buyer of an order invited to sign it; one at a time.
CREATE TABLE signer (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id),
  account_id TEXT NOT NULL, -- the buyer's
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  username TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  first_mac TEXT,
  password_changed_at BIGINT,
  first_used_at BIGINT,
  sent_at BIGINT NOT NULL,
  resend_after BIGINT NOT NULL,
  signed_at BIGINT,
  withdrawn_at BIGINT,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX signer_by_order ON signer (order_id) WHERE withdrawn_at IS NULL;
CREATE INDEX signer_by_account ON signer (account_id, created_at);

ALTER TABLE token ADD COLUMN signer_id TEXT;
CREATE INDEX token_by_signer ON token (signer_id);

-- What ends soon is looked for all the time.
CREATE INDEX subscription_by_end ON subscription (state, ends_on);
