-- A customer of the platform, its registered subject values, its policy and the domains it may use.

-- Row-level security: the application names the tenant of the transaction; '*' is for work across tenants.
create function may_see(tenant uuid) returns boolean
    language sql stable parallel safe
    return current_setting('shomei.tenant', true) = '*'
        or tenant::text = current_setting('shomei.tenant', true);

create table tenant (
    id          uuid primary key,
    code        text not null unique,
    name_ja     text not null,
    name_en     text not null,
    state       text not null,
    time_zone   text not null,
    subject_o   text not null,
    subject_st  text,
    subject_l   text,
    subject_c   text not null,
    created_at  timestamptz not null
);

-- A tenant's policy is a preset and what it changes of it; the newest version holds.
create table policy (
    tenant_id   uuid not null references tenant (id),
    version     integer not null,
    preset      text not null,
    overrides   jsonb not null,
    created_at  timestamptz not null,
    primary key (tenant_id, version)
);

create table domain (
    tenant_id        uuid not null references tenant (id),
    name             text not null,
    issuing_deadline timestamptz not null,
    wildcard_allowed boolean not null,
    primary key (tenant_id, name)
);
alter table domain enable row level security;
alter table domain force row level security;
create policy domain_of_tenant on domain using (may_see(tenant_id));
