-- What the service desk tells the people of a tenant on their first page; what belongs to the platform, those of all tenants.

create table announcement (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    title_ja    text not null,
    title_en    text not null,
    text_ja     text not null,
    text_en     text not null,
    shown_from  timestamptz not null,
    shown_until timestamptz,
    version     integer not null default 1,
    primary key (tenant_id, id)
);
create index announcement_by_id on announcement (id);
alter table announcement enable row level security;
alter table announcement force row level security;
create policy announcement_of_tenant on announcement using (may_see(tenant_id));
