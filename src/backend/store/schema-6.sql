-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reviews that come with the catalog are marked, and are there in both languages.

ALTER TABLE review ADD COLUMN demonstration BIGINT NOT NULL DEFAULT 0;
ALTER TABLE review ADD COLUMN body_en TEXT;
