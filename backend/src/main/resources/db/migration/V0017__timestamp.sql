-- How many time stamps were made and refused, and the latest of all.

create table timestamp_usage (
    tenant_id   uuid not null references tenant (id),
    day         date not null,
    outcome     text not null,
    count       bigint not null,
    primary key (tenant_id, day, outcome)
);
create index timestamp_usage_by_day on timestamp_usage (day);
alter table timestamp_usage enable row level security;
alter table timestamp_usage force row level security;
create policy timestamp_usage_of_tenant on timestamp_usage using (may_see(tenant_id));

-- One row: no clock behind it is right.
create table timestamp_last (
    singleton   boolean primary key check (singleton),
    at          timestamptz not null
);
