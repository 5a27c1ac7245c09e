-- What logs in.

create table account (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    role        text not null,
    login_id    text,
    name        text not null,
    email       text,
    rights      text not null,
    state       text not null,
    created_at  timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, login_id)
);
alter table account enable row level security;
alter table account force row level security;
create policy account_of_tenant on account using (may_see(tenant_id));
