-- The person whom a client certificate names. The id is the certificate's, which may be issued later.

create table certificate_holder (
    tenant_id       uuid not null references tenant (id),
    certificate_id  uuid not null,
    name            text not null,
    unit            text not null,
    email           text not null,
    primary key (tenant_id, certificate_id)
);
alter table certificate_holder enable row level security;
alter table certificate_holder force row level security;
create policy certificate_holder_of_tenant on certificate_holder using (may_see(tenant_id));
