-- SPDX-License-Identifier: GPL-3.0-or-later
-- Portable SQL: BIGINT milliseconds for times, INTEGER 0/1 for booleans, INTEGER yyyymmdd for dates.

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

-- Catalog, loaded from the shipped data when its version changes. body is the record as JSON.
CREATE TABLE service (
  id TEXT PRIMARY KEY,
  portal_id BIGINT,
  position BIGINT NOT NULL,
  category_id TEXT NOT NULL,
  customer_types TEXT NOT NULL,
  name_sort TEXT NOT NULL,
  name_sort_en TEXT NOT NULL,
  price_from BIGINT,
  free_trial BIGINT NOT NULL,
  rating BIGINT NOT NULL,
  rating_count BIGINT NOT NULL,
  base_likes BIGINT NOT NULL,
  folded_name TEXT NOT NULL,
  name_words TEXT NOT NULL,
  body TEXT NOT NULL,
  body_en TEXT NOT NULL
);
CREATE INDEX service_by_portal ON service (portal_id);
CREATE INDEX service_by_category ON service (category_id);

CREATE TABLE plan (
  id TEXT PRIMARY KEY,
  service_id TEXT NOT NULL REFERENCES service (id),
  body TEXT NOT NULL,
  body_en TEXT NOT NULL
);

CREATE TABLE service_like (
  account_id TEXT NOT NULL,
  service_id TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, service_id)
);

-- One review per customer and service, of what was bought.
CREATE TABLE review (
  id TEXT PRIMARY KEY,
  service_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  author TEXT NOT NULL,
  stars BIGINT NOT NULL,
  body TEXT,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  UNIQUE (service_id, account_id)
);
CREATE INDEX review_by_service ON review (service_id, updated_at, id);

CREATE TABLE account (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  customer_type TEXT NOT NULL,
  full_name TEXT NOT NULL,
  phone TEXT NOT NULL,
  phone_confirmed_at BIGINT,
  organisation_name TEXT,
  tax_code TEXT,
  registration_number TEXT,
  position TEXT,
  language TEXT NOT NULL,
  state TEXT NOT NULL,
  version BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  closed_at BIGINT
);

CREATE TABLE activation (
  token_hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  expires_at BIGINT NOT NULL,
  used_at BIGINT,
  created_at BIGINT NOT NULL
);

-- Proof: rows are never changed but for the time of the withdrawal, and outlive the account.
CREATE TABLE consent (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  purpose TEXT NOT NULL,
  version TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  given_at BIGINT NOT NULL,
  withdrawn_at BIGINT
);
CREATE INDEX consent_by_account ON consent (account_id, given_at, id);

-- A code on its way to a mailbox or telephone. subject is a keyed hash of whose it is (an account,
-- or an address that maybe nobody has); value is what is to be confirmed.
CREATE TABLE code (
  id TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  subject TEXT NOT NULL,
  account_id TEXT,
  value TEXT,
  code_mac TEXT NOT NULL,
  wrong BIGINT NOT NULL,
  last_wrong_mac TEXT,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  resend_after BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX code_by_subject ON code (purpose, subject);

-- What was tried too often: key is a keyed hash, never an address or number.
CREATE TABLE throttle (
  key TEXT PRIMARY KEY,
  count BIGINT NOT NULL,
  since BIGINT NOT NULL
);

-- A family is one sign-in; ending it ends all its tokens.
CREATE TABLE session_family (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  device_name TEXT,
  used_generation BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  last_used_at BIGINT NOT NULL,
  ended_at BIGINT
);

CREATE INDEX session_family_by_account ON session_family (account_id);

CREATE TABLE token (
  hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  account_id TEXT NOT NULL,
  family_id TEXT REFERENCES session_family (id),
  generation BIGINT NOT NULL,
  dossier_id TEXT,
  session_id TEXT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX token_by_family ON token (family_id);
CREATE INDEX token_by_account ON token (account_id, kind);

CREATE TABLE idempotency (
  scope TEXT NOT NULL,
  key TEXT NOT NULL,
  body_mac TEXT NOT NULL,
  status BIGINT NOT NULL,
  content_type TEXT,
  etag TEXT,
  body BLOB,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_by_age ON idempotency (created_at);

CREATE TABLE orders (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL REFERENCES account (id),
  state TEXT NOT NULL,
  version BIGINT NOT NULL,
  language TEXT NOT NULL,
  service_id TEXT,
  request TEXT NOT NULL,
  plan TEXT NOT NULL,
  quote TEXT NOT NULL,
  total BIGINT NOT NULL,
  draft TEXT,
  profile TEXT,
  billing TEXT,
  terms_version TEXT,
  terms_agreed_at BIGINT,
  dossier_id TEXT,
  acceptance_dossier_id TEXT,
  subscription_id TEXT,
  held_state TEXT, -- where an order on hold goes back to
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);
CREATE INDEX orders_by_account ON orders (account_id, created_at, id);

CREATE TABLE order_number (
  day TEXT PRIMARY KEY,
  last BIGINT NOT NULL
);

CREATE TABLE payment (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id),
  account_id TEXT NOT NULL,
  state TEXT NOT NULL,
  method TEXT NOT NULL,
  amount BIGINT NOT NULL,
  received BIGINT NOT NULL,
  reference TEXT NOT NULL UNIQUE,
  expires_at BIGINT,
  created_at BIGINT NOT NULL
);
CREATE INDEX payment_by_order ON payment (order_id, created_at);
CREATE INDEX payment_by_state ON payment (state, expires_at);

CREATE TABLE receipt (
  id TEXT PRIMARY KEY,
  payment_id TEXT REFERENCES payment (id),
  amount BIGINT NOT NULL,
  state TEXT NOT NULL,
  reference TEXT NOT NULL,
  received_at BIGINT NOT NULL
);
CREATE INDEX receipt_by_payment ON receipt (payment_id);

CREATE TABLE refund (
  id TEXT PRIMARY KEY,
  payment_id TEXT REFERENCES payment (id),
  receipt_id TEXT NOT NULL REFERENCES receipt (id),
  amount BIGINT NOT NULL,
  state TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX refund_by_payment ON refund (payment_id);

CREATE TABLE subscription (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL UNIQUE REFERENCES orders (id),
  account_id TEXT NOT NULL,
  state TEXT NOT NULL,
  version BIGINT NOT NULL,
  service_name TEXT NOT NULL,
  plan_name TEXT NOT NULL,
  folded TEXT NOT NULL,
  cycle_months BIGINT NOT NULL,
  price BIGINT NOT NULL,
  starts_on BIGINT,
  ends_on BIGINT,
  auto_renew BIGINT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX subscription_by_account ON subscription (account_id, created_at, id);

CREATE TABLE econtract_user (
  account_id TEXT PRIMARY KEY REFERENCES account (id),
  username TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  password_changed_at BIGINT,
  first_used_at BIGINT,
  created_at BIGINT NOT NULL
);

CREATE TABLE dossier (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id),
  account_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  version BIGINT NOT NULL,
  name TEXT NOT NULL,
  customer TEXT NOT NULL,
  transaction_code TEXT,
  phone TEXT NOT NULL,
  otp_mac TEXT,
  otp_digest TEXT,
  otp_session TEXT,
  otp_expires_at BIGINT,
  otp_resend_after BIGINT,
  otp_sends BIGINT NOT NULL,
  otp_wrong BIGINT NOT NULL,
  otp_verified_at BIGINT,
  signature TEXT,
  completed_at BIGINT,
  created_at BIGINT NOT NULL
);
CREATE INDEX dossier_by_account ON dossier (account_id, created_at, id);

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  kind TEXT NOT NULL,
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  changed_at BIGINT NOT NULL,
  template TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  content BLOB NOT NULL,
  signed_prefix_sha256 TEXT
);
CREATE INDEX document_by_dossier ON document (dossier_id, position);

CREATE TABLE certificate (
  order_id TEXT PRIMARY KEY REFERENCES orders (id),
  state TEXT NOT NULL,
  version BIGINT NOT NULL,
  code_hash TEXT NOT NULL,
  code_sent_at BIGINT NOT NULL,
  code_wrong BIGINT NOT NULL,
  activated_at BIGINT,
  ekyc_at BIGINT,
  issued_at BIGINT,
  refused_at BIGINT,
  refusal TEXT,
  refusal_note TEXT,
  serial_number TEXT,
  valid_from BIGINT,
  valid_until BIGINT,
  changed_at BIGINT NOT NULL
);

-- What the support is asked to look at; a number is told on the phone.
CREATE TABLE support_case (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  order_id TEXT NOT NULL REFERENCES orders (id),
  account_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  text TEXT,
  outcome TEXT,
  note TEXT,
  created_at BIGINT NOT NULL,
  resolved_at BIGINT
);
CREATE INDEX support_case_by_order ON support_case (order_id, created_at);

-- Mail and SMS to deliver; in the local backend the inbox shows them.
CREATE TABLE message (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account_id TEXT,
  kind TEXT NOT NULL,
  recipient TEXT NOT NULL,
  subject TEXT,
  body TEXT NOT NULL,
  code TEXT,
  link TEXT,
  sent_at BIGINT NOT NULL
);

-- Hash-chained per scope ("order:ID", "account:ID"): what happened, never what was typed.
CREATE TABLE audit (
  scope TEXT NOT NULL,
  seq BIGINT NOT NULL,
  at BIGINT NOT NULL,
  event TEXT NOT NULL,
  from_state TEXT,
  to_state TEXT,
  detail TEXT,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (scope, seq)
);

-- Sends and wrong entries per phone or account and day.
CREATE TABLE daily_count (
  key TEXT NOT NULL,
  day BIGINT NOT NULL,
  count BIGINT NOT NULL,
  PRIMARY KEY (key, day)
);
