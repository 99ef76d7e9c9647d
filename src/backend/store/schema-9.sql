-- SPDX-License-Identifier: GPL-3.0-or-later
-- An address may wait in several registrations; only one active account has it.

-- The rule of uniqueness that came with the column stays with it, as a column that has one cannot
-- be removed everywhere; it now holds what is unique anyway.
ALTER TABLE account RENAME COLUMN email_key TO former_key;
ALTER TABLE account ADD COLUMN email_key TEXT NOT NULL DEFAULT '';
UPDATE account SET email_key = former_key;
UPDATE account SET former_key = id;
CREATE UNIQUE INDEX account_by_active_email ON account (email_key) WHERE state = 'active';
CREATE INDEX account_by_email ON account (email_key, state, created_at);

-- When another registration of the address was activated; the row is then that account's and only
-- says why the code does nothing.
ALTER TABLE activation ADD COLUMN superseded_at BIGINT;
CREATE INDEX activation_by_account ON activation (account_id, created_at);
