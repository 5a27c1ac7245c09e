-- What operators register of a tenant beside its names.

alter table tenant
    -- Grows with every change of the tenant and of its domains.
    add column version      integer not null default 1,
    add column state_since  timestamptz not null default now(),
    add column state_reason text,
    -- How many certificates its contract is for; null where none were agreed.
    add column licences     integer check (licences >= 0);
update tenant set state_since = created_at;

alter table domain add column registered_at timestamptz not null default now();

-- Values of OU that certificates for names in a domain may have. One that is withdrawn stays, so that lists tell of it.
create table permitted_unit (
    tenant_id     uuid not null,
    domain        text not null,
    name          text not null,
    state         text not null,
    registered_at timestamptz not null,
    primary key (tenant_id, domain, name),
    foreign key (tenant_id, domain) references domain (tenant_id, name) on delete cascade
);
alter table permitted_unit enable row level security;
alter table permitted_unit force row level security;
create policy permitted_unit_of_tenant on permitted_unit using (may_see(tenant_id));

-- Whom the platform's staff writes to and calls.
create table tenant_contact (
    tenant_id   uuid not null references tenant (id),
    position    integer not null,
    name        text not null,
    latin_name  text,
    unit        text,
    email       text not null,
    phone       text,
    primary key (tenant_id, position)
);
alter table tenant_contact enable row level security;
alter table tenant_contact force row level security;
create policy tenant_contact_of_tenant on tenant_contact using (may_see(tenant_id));
