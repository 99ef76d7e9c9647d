-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last day of the trial that comes before the paid cycle (yyyymmdd); NULL without a trial.
ALTER TABLE subscription ADD COLUMN trial_ends_on BIGINT;
