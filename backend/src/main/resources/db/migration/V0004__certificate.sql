-- The register: what was issued, to whom, in which state.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table certificate (
    tenant_id           uuid not null references tenant (id),
    id                  uuid not null,
    authority           text not null references authority (name),
    serial              text not null,
    kind                text not null,
    profile             text not null,
    profile_version     integer not null,
    policy_version      integer not null,
    subject_dn          text not null,
    common_name         text not null,
    dns_names           text not null,
    not_before          timestamptz not null,
    not_after           timestamptz not null,
    issued_at           timestamptz not null,
    issued_by           text not null,
    der                 bytea not null,
    account_id          uuid,
    request_file_id     uuid,
    request_line        bigint,
    subscriber_name     text,
    subscriber_unit     text,
    subscriber_email    text,
    subscriber_software text,
    collect_by          timestamptz,
    collected_at        timestamptz,
    renewed_by          uuid,
    revoked_at          timestamptz,
    revocation_reason   text,
    revocation_comment  text,
    revoked_by          text,
    updated_at          timestamptz not null,
    primary key (tenant_id, id),
    unique (authority, serial)
);
create index certificate_by_expiry on certificate (tenant_id, not_after, id);
create index certificate_revoked on certificate (authority, revoked_at) where revoked_at is not null;
create index certificate_revoked_of_tenant on certificate (tenant_id, id) where revoked_at is not null;
create index certificate_waiting on certificate (tenant_id, id) where collect_by is not null and collected_at is null;
create index certificate_of_account on certificate (tenant_id, account_id) where account_id is not null;
create index certificate_by_text on certificate using gin (tenant_id,
    (common_name || ' ' || coalesce(subscriber_name, '') || ' ' || coalesce(subscriber_email, '')) gin_trgm_ops);
alter table certificate enable row level security;
alter table certificate force row level security;
create policy certificate_of_tenant on certificate using (may_see(tenant_id));
