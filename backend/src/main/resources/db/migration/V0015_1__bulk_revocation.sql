-- Many revocations that are looked at first and then carried out in the background.
create table bulk_revocation (
    tenant_id       uuid not null,
    id              uuid not null,
    state           text not null,
    source          text not null,
    file_name       text,
    encoding        text,
    reason          text not null,
    invalidity_date timestamptz,
    comment         text,
    reference       text,
    created_at      timestamptz not null,
    created_by      uuid not null,
    creator         text not null,
    expires_at      timestamptz not null,
    submitted_at    timestamptz,
    submitted_by    uuid,
    submitter       text,
    submitted_role  text,
    submitted_from  text,
    started_at      timestamptz,
    finished_at     timestamptz,
    primary key (tenant_id, id)
);
create index bulk_revocation_lapsing on bulk_revocation (expires_at) where state = 'CHECKED';
alter table bulk_revocation enable row level security;
alter table bulk_revocation force row level security;
create policy bulk_revocation_of_tenant on bulk_revocation using (may_see(tenant_id));

-- The certificate may be another tenant's where an operator revokes.
create table bulk_revocation_line (
    tenant_id           uuid not null,
    bulk_revocation_id  uuid not null,
    line                bigint not null,
    name                text not null,
    outcome             text not null,
    certificate_tenant  uuid,
    certificate_id      uuid,
    primary key (tenant_id, bulk_revocation_id, line)
);
create index bulk_revocation_line_left on bulk_revocation_line (tenant_id, bulk_revocation_id, line)
    where outcome in ('REVOCABLE', 'REPLACEABLE');
alter table bulk_revocation_line enable row level security;
alter table bulk_revocation_line force row level security;
create policy bulk_revocation_line_of_tenant on bulk_revocation_line using (may_see(tenant_id));
