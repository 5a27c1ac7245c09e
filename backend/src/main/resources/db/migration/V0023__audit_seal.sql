-- The history as one Merkle tree that only grows, and what was signed of it.

-- Events that are in no tree yet: a row goes when its event becomes a leaf.
create table audit_unsealed (
    tenant_id   uuid not null,
    id          uuid not null,
    primary key (id, tenant_id)
);
alter table audit_unsealed enable row level security;
alter table audit_unsealed force row level security;
create policy audit_unsealed_of_tenant on audit_unsealed using (may_see(tenant_id));

-- Which leaf is which event. A leaf stays when its event's time is over.
create table audit_leaf (
    position    bigint primary key,
    tenant_id   uuid not null,
    id          uuid not null,
    unique (tenant_id, id)
);
alter table audit_leaf enable row level security;
alter table audit_leaf force row level security;
create policy audit_leaf_of_tenant on audit_leaf using (may_see(tenant_id));
create trigger audit_leaf_append_only before update or delete or truncate on audit_leaf
    for each statement execute function refuse_change();

-- Up to 256 hashes of one level, one behind the other.
create table audit_tile (
    level       integer not null,
    index       bigint not null,
    hashes      bytea not null,
    primary key (level, index)
);
alter table audit_tile alter column hashes set storage external;

create table audit_seal (
    size            bigint primary key,
    root            bytea not null,
    sealed_at       timestamptz not null,
    text            text not null,
    signature       bytea not null,
    certificates    bytea[] not null,
    time_stamp      bytea
);
create index audit_seal_by_time on audit_seal (sealed_at);

-- What a policy's retention is over for may go, and no policy has less than a year. Its leaf stays.
drop trigger audit_event_append_only on audit_event;
create trigger audit_event_append_only before update or truncate on audit_event
    for each statement execute function refuse_change();
create function refuse_early_removal() returns trigger language plpgsql as
$$ begin
    if old.at > now() - interval '1 year' then raise exception 'the audit is append-only'; end if;
    return old;
end $$;
create trigger audit_event_kept before delete on audit_event
    for each row execute function refuse_early_removal();

select set_config('shomei.tenant', '*', true);
insert into audit_unsealed (tenant_id, id) select tenant_id, id from audit_event;
