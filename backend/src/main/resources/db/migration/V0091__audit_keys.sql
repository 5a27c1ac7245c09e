-- The history is also asked by whom, to what and from where, by key. The columns stand first, without the tenant, because operators ask of all
-- tenants and an id is one tenant's anyway; with the tenant beside them, events are counted without being read. Equality of uuid and text is
-- leakproof, so row-level security leaves these indexes in use.
create index audit_event_of_actor on audit_event (actor_id, id) include (tenant_id) where actor_id is not null;
create index audit_event_from_address on audit_event (address, id) include (tenant_id) where address is not null;
drop index audit_event_of_target;
create index audit_event_of_target on audit_event (target_id, id) include (tenant_id) where target_id is not null;

-- Words are also the request document, the serial number and the log-in ID that an event tells of.
create or replace function keep_audit_words() returns trigger language plpgsql as $$
begin
    insert into audit_words (tenant_id, id, words)
        select tenant_id, id, words from (
            select tenant_id, id, concat_ws(' ', target, actor, address, detail ->> 'reference', detail ->> 'serial', detail ->> 'loginId') as words
            from sealed join audit_event using (tenant_id, id)) event
        where words <> '';
    return null;
end $$;

select set_config('shomei.tenant', '*', true);
update audit_words w set words = concat_ws(' ', w.words, e.detail ->> 'reference', e.detail ->> 'serial', e.detail ->> 'loginId')
    from audit_event e
    where e.tenant_id = w.tenant_id and e.id = w.id and jsonb_exists_any(e.detail, array['reference', 'serial', 'loginId']);
