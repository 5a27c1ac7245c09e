-- What sealed events are searched by: row-level security asks no index a search for words, so they stand by themselves without it and are
-- read through a view with the same condition. They are written when an event is sealed, away from the work itself.
create table audit_words (
    tenant_id   uuid not null,
    id          uuid not null,
    words       text not null,
    primary key (tenant_id, id)
);
create index audit_words_by_words on audit_words using gin (tenant_id, words gin_trgm_ops);

create view v_audit_words as select tenant_id, id, words from audit_words where may_see(tenant_id);

create function keep_audit_words() returns trigger language plpgsql as $$
begin
    insert into audit_words (tenant_id, id, words)
        select tenant_id, id, concat_ws(' ', target, actor, address) from sealed join audit_event using (tenant_id, id)
        where coalesce(target, actor, address) is not null;
    return null;
end $$;
create trigger audit_words_are_kept after insert on audit_leaf
    referencing new table as sealed for each statement execute function keep_audit_words();

create function remove_audit_words() returns trigger language plpgsql as $$
begin
    delete from audit_words where (tenant_id, id) in (select tenant_id, id from removed);
    return null;
end $$;
create trigger audit_words_go after delete on audit_event
    referencing old table as removed for each statement execute function remove_audit_words();

select set_config('shomei.tenant', '*', true);
insert into audit_words (tenant_id, id, words)
    select tenant_id, id, concat_ws(' ', target, actor, address) from audit_event join audit_leaf using (tenant_id, id)
    where coalesce(target, actor, address) is not null;

-- Few of many, and often looked for.
create index audit_event_failed on audit_event (tenant_id, id) where outcome = 'FAILURE';
