-- SPDX-License-Identifier: GPL-3.0-or-later
-- What customer and operator write to each other about a dossier.

CREATE TABLE dossier_message (
  id TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  author TEXT NOT NULL, -- customer, operator
  text TEXT NOT NULL,
  attachment_name TEXT,
  attachment_type TEXT,
  attachment_sha256 TEXT,
  attachment BLOB,
  sent_at BIGINT NOT NULL,
  read_at BIGINT -- by the other side
);
CREATE INDEX dossier_message_by_dossier ON dossier_message (dossier_id, sent_at, id);
