-- Who did what to what, when, from where. Rows are added and never changed.

create table audit_event (
    tenant_id   uuid not null,
    id          uuid not null,
    at          timestamptz not null,
    operation   text not null,
    outcome     text not null,
    actor       text,
    actor_id    uuid,
    actor_role  text,
    address     text,
    target      text,
    target_id   uuid,
    request_id  text,
    detail      jsonb,
    primary key (tenant_id, id)
);
create index audit_event_by_operation on audit_event (tenant_id, operation, id);
create index audit_event_of_target on audit_event (tenant_id, target_id, id) where target_id is not null;
create index audit_event_of_all on audit_event (id);
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy audit_event_of_tenant on audit_event using (may_see(tenant_id));

create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'the audit is append-only'; end $$;
create trigger audit_event_append_only before update or delete or truncate on audit_event
    for each statement execute function refuse_change();
