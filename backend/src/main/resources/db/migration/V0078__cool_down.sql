-- From when on an account that was allowed another certificate can acquire it; null at once.

alter table account add column acquirable_from timestamptz;
