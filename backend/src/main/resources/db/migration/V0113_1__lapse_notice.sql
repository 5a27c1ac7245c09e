-- When people were told that what lets them acquire a certificate lapses; it counts for what was given to them before that.
alter table account add column lapse_noticed_at timestamptz;
alter table secret add column lapse_noticed_at timestamptz;
create index secret_lapsing on secret (tenant_id, lapses_at) where kind = 'ACQUISITION_PASSWORD' and lapses_at is not null;
