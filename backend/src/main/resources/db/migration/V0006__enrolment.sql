-- One-time rights to collect a certificate. The URL's token is kept as its SHA-256 only.

create table enrolment (
    token_sha256    bytea primary key,
    tenant_id       uuid not null,
    certificate_id  uuid not null,
    deadline        timestamptz not null,
    created_at      timestamptz not null,
    collected_at    timestamptz,
    collected_from  text
);
create index enrolment_of_certificate on enrolment (tenant_id, certificate_id);
alter table enrolment enable row level security;
alter table enrolment force row level security;
create policy enrolment_of_tenant on enrolment using (may_see(tenant_id));
