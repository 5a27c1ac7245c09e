-- Webhooks: addresses of customers' systems that are told what happens, and what each was told.

create table webhook (
    tenant_id     uuid not null references tenant (id),
    id            uuid not null,
    url           text not null,
    description   text not null,
    events        text not null,
    secret        bytea not null,
    paused_at     timestamptz,
    paused_reason text,
    version       integer not null,
    created_at    timestamptz not null,
    created_by    text not null,
    primary key (tenant_id, id)
);
alter table webhook enable row level security;
alter table webhook force row level security;
create policy webhook_of_tenant on webhook using (may_see(tenant_id));

-- Written in the transaction of the event. While a webhook is paused, its deliveries are HELD.
create table webhook_delivery (
    tenant_id       uuid not null,
    id              uuid not null,
    webhook_id      uuid not null,
    event           text not null,
    body            text not null,
    state           text not null,
    attempts        integer not null,
    next_attempt_at timestamptz,
    last_status     integer,
    last_error      text,
    created_at      timestamptz not null,
    delivered_at    timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, webhook_id) references webhook (tenant_id, id) on delete cascade
);
create index webhook_delivery_due on webhook_delivery (next_attempt_at) where state = 'WAITING';
create index webhook_delivery_of_webhook on webhook_delivery (tenant_id, webhook_id, id);
create index webhook_delivery_ended on webhook_delivery (created_at) where state in ('DELIVERED', 'FAILED');
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy webhook_delivery_of_tenant on webhook_delivery using (may_see(tenant_id));
