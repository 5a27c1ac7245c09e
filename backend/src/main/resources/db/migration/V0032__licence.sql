-- What is counted against a tenant's contract: one narrow row for each certificate that counts, and how many there are. Nothing counts the
-- register.

create table licence_count (
    tenant_id      uuid primary key references tenant (id),
    -- Under which policy was counted; under another one everything is counted anew.
    policy_version integer not null,
    counted        integer not null
);
alter table licence_count enable row level security;
alter table licence_count force row level security;
create policy licence_count_of_tenant on licence_count using (may_see(tenant_id));

create table licence (
    tenant_id       uuid not null,
    certificate_id  uuid not null,
    -- Whose certificate it is, where each subject may have so many.
    subject         text not null,
    counted_until   timestamptz not null,
    claimed_at      timestamptz not null,
    -- Whether the certificate is in the register; until then it is being issued.
    entered         boolean not null,
    primary key (tenant_id, certificate_id)
);
create index licence_lapsing on licence (tenant_id, counted_until);
create index licence_of_subject on licence (tenant_id, subject);
create index licence_issuing on licence (tenant_id, claimed_at) where not entered;
alter table licence enable row level security;
alter table licence force row level security;
create policy licence_of_tenant on licence using (may_see(tenant_id));
