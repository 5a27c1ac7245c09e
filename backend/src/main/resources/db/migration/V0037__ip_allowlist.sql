-- Where a tenant's people may come from, and a list that is on trial until it is confirmed from an address it lets in.

create table ip_allowlist (
    tenant_id       uuid primary key references tenant (id),
    version         integer not null,
    entries         jsonb not null,
    trial_entries   jsonb,
    trial_until     timestamptz,
    changed_at      timestamptz,
    changed_by      text,
    check ((trial_entries is null) = (trial_until is null))
);
create index ip_allowlist_on_trial on ip_allowlist (trial_until) where trial_until is not null;
alter table ip_allowlist enable row level security;
alter table ip_allowlist force row level security;
create policy ip_allowlist_of_tenant on ip_allowlist using (may_see(tenant_id));
