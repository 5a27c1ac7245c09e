-- The outbox: mails to send, written in the transaction that causes them. A secret is never among the facts.

create table notice (
    tenant_id       uuid not null,
    id              uuid not null,
    kind            text not null,
    recipient       text not null,
    facts           jsonb not null,
    certificate_id  uuid,
    state           text not null,
    attempts        integer not null,
    next_attempt_at timestamptz,
    last_error      text,
    created_at      timestamptz not null,
    sent_at         timestamptz,
    primary key (tenant_id, id)
);
create index notice_due on notice (next_attempt_at) where state = 'WAITING';
create index notice_failed on notice (tenant_id, id) where state = 'FAILED';
alter table notice enable row level security;
alter table notice force row level security;
create policy notice_of_tenant on notice using (may_see(tenant_id));
