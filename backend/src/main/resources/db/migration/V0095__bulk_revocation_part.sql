-- A line of a bulk revocation may mean several certificates: a name that was made by number, after a renewal.
alter table bulk_revocation_line add column part integer not null default 0;
alter table bulk_revocation_line drop constraint bulk_revocation_line_pkey,
    add primary key (tenant_id, bulk_revocation_id, line, part);
