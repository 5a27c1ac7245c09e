-- Log-ins that have not ended yet, and those that have.

create table session (
    id              uuid primary key,
    tenant_id       uuid not null,
    account_id      uuid not null,
    certificate_id  uuid,
    opened_at       timestamptz not null,
    last_seen_at    timestamptz not null,
    address         text not null,
    ended_at        timestamptz,
    end_reason      text
);
create index session_of_account on session (tenant_id, account_id, opened_at);
create index session_of_certificate on session (certificate_id) where ended_at is null;
create index session_idle on session (last_seen_at) where ended_at is null;
alter table session enable row level security;
alter table session force row level security;
create policy session_of_tenant on session using (may_see(tenant_id));
