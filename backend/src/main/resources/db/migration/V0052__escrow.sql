-- Private keys that the platform made and somebody has still to fetch, and what encrypts them.

create table data_key (
    tenant_id   uuid primary key references tenant (id),
    wrapped     bytea not null,
    created_at  timestamptz not null
);
alter table data_key enable row level security;
alter table data_key force row level security;
create policy data_key_of_tenant on data_key using (may_see(tenant_id));

-- A row ends with the key: nothing is kept of it but what the operation history tells.
create table escrowed_key (
    tenant_id       uuid not null references tenant (id),
    certificate_id  uuid not null,
    family          text not null,
    wrapped_key     bytea not null,
    wrapped_pin     bytea,
    destroy_at      timestamptz not null,
    collected       boolean not null default false,
    created_at      timestamptz not null,
    primary key (tenant_id, certificate_id)
);
create index escrowed_key_by_end on escrowed_key (destroy_at);
alter table escrowed_key enable row level security;
alter table escrowed_key force row level security;
create policy escrowed_key_of_tenant on escrowed_key using (may_see(tenant_id));
