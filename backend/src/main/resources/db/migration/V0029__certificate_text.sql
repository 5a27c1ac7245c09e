-- Row-level security lets no condition that might tell something of a hidden row be asked of an index before the rows are known to be
-- visible, and "like" is such a one: a search went through the whole register. So the searched text stands by itself, without row-level
-- security; it is read through a view with the same condition, which is one of many and not a barrier.
create table certificate_text (
    tenant_id   uuid not null,
    id          uuid not null,
    searched    text not null,
    primary key (tenant_id, id)
);
select set_config('shomei.tenant', '*', true);
insert into certificate_text (tenant_id, id, searched)
    select tenant_id, id, common_name || ' ' || coalesce(subscriber_name, '') || ' ' || coalesce(subscriber_email, '') from certificate;
create index certificate_text_by_words on certificate_text using gin (tenant_id, searched gin_trgm_ops);
drop index certificate_by_text;

create view v_certificate_text as select tenant_id, id, searched from certificate_text where may_see(tenant_id);

-- The database itself keeps it: no way of entering certificates, an older copy of the platform among them, can leave it out.
create function keep_certificate_texts() returns trigger language plpgsql as $$
begin
    insert into certificate_text (tenant_id, id, searched)
        select tenant_id, id, common_name || ' ' || coalesce(subscriber_name, '') || ' ' || coalesce(subscriber_email, '') from entered;
    return null;
end $$;
create trigger certificate_text_is_kept after insert on certificate
    referencing new table as entered for each statement execute function keep_certificate_texts();

create function change_certificate_text() returns trigger language plpgsql as $$
begin
    update certificate_text
        set searched = new.common_name || ' ' || coalesce(new.subscriber_name, '') || ' ' || coalesce(new.subscriber_email, '')
        where tenant_id = new.tenant_id and id = new.id;
    return null;
end $$;
create trigger certificate_text_changes after update of common_name, subscriber_name, subscriber_email on certificate
    for each row execute function change_certificate_text();
