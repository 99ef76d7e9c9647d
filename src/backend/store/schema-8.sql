-- SPDX-License-Identifier: GPL-3.0-or-later
-- What services cost is compared by the month: cycles are of one month and of many. NULL where the
-- price is on request. Filled in when the catalog is put on the shelves, which follows.

ALTER TABLE service ADD COLUMN price_per_month BIGINT;
DROP INDEX service_shelf;
CREATE INDEX service_shelf ON service (position, id, category_id, customer_types, free_trial,
  price_per_month, rating, rating_count, base_likes, name_sort, name_sort_en);
