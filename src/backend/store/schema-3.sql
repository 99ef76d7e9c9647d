-- SPDX-License-Identifier: GPL-3.0-or-later
-- A catalog of any size is narrowed and sorted without reading its records.

CREATE INDEX service_like_by_service ON service_like (service_id);
CREATE INDEX service_shelf ON service (position, id, category_id, customer_types, free_trial,
  price_from, rating, rating_count, base_likes, name_sort, name_sort_en);
