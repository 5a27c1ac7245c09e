-- What an event is searched by is put together once, in small letters, when it is written: whoever reads one event after the other only
-- compares. The index of what is sealed is made of the same words.
alter table audit_event add column words text not null generated always as (lower(
    coalesce(target || ' ', '') || coalesce(actor || ' ', '') || coalesce(address || ' ', '') || coalesce(detail ->> 'reference' || ' ', '')
    || coalesce(detail ->> 'serial' || ' ', '') || coalesce(detail ->> 'loginId', ''))) stored;

create or replace function keep_audit_words() returns trigger language plpgsql as $$
begin
    insert into audit_words (tenant_id, id, words)
        select tenant_id, id, words from sealed join audit_event using (tenant_id, id) where words <> '';
    return null;
end $$;

select set_config('shomei.tenant', '*', true);
drop index audit_words_by_words;
truncate audit_words;
insert into audit_words (tenant_id, id, words)
    select tenant_id, id, words from audit_event join audit_leaf using (tenant_id, id) where words <> '';
create index audit_words_by_words on audit_words using gin (tenant_id, words gin_trgm_ops);
