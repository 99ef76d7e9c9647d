-- SPDX-License-Identifier: GPL-3.0-or-later
-- The evidence of a completed dossier: what is told of it, and the sealed file that says the same.

CREATE TABLE evidence (
  dossier_id TEXT PRIMARY KEY REFERENCES dossier (id),
  record TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  content BLOB NOT NULL,
  created_at BIGINT NOT NULL
);
