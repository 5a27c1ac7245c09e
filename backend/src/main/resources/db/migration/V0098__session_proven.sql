-- When whoever is in a session proved themself again after the log-in.
alter table session add column proven_at timestamptz;
