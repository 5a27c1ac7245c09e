-- Notices of what expires: which were sent, and how far each tenant's calendar has been looked through.

-- Nobody is told any more that this certificate expires.
alter table certificate add column muted_at timestamptz;
alter table certificate add column muted_by text;

-- One notice for a certificate and a step of the policy, whoever else sweeps at the same time.
create table expiry_notice (
    tenant_id      uuid not null references tenant (id),
    certificate_id uuid not null,
    step           text not null,
    noticed_at     timestamptz not null,
    primary key (tenant_id, certificate_id, step)
);
alter table expiry_notice enable row level security;
alter table expiry_notice force row level security;
create policy expiry_notice_of_tenant on expiry_notice using (may_see(tenant_id));

-- Every notice of a step that was due by then has been sent.
create table expiry_sweep (
    tenant_id   uuid not null references tenant (id),
    step        text not null,
    swept_until timestamptz not null,
    primary key (tenant_id, step)
);
alter table expiry_sweep enable row level security;
alter table expiry_sweep force row level security;
create policy expiry_sweep_of_tenant on expiry_sweep using (may_see(tenant_id));

-- The same for the issuing deadlines of domains; another deadline is another matter.
create table domain_notice (
    tenant_id        uuid not null references tenant (id),
    domain           text not null,
    issuing_deadline timestamptz not null,
    step             text not null,
    noticed_at       timestamptz not null,
    primary key (tenant_id, domain, issuing_deadline, step)
);
alter table domain_notice enable row level security;
alter table domain_notice force row level security;
create policy domain_notice_of_tenant on domain_notice using (may_see(tenant_id));

-- What was sent about a certificate.
create index notice_of_certificate on notice (tenant_id, certificate_id, id) where certificate_id is not null;
