-- Since when a tenant has the English name that its certificates hold; null where it never had another.

alter table tenant add column renamed_at timestamptz;
