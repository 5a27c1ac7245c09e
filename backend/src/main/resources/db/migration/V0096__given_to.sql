-- Whom or what a certificate was given to, as the tenant's administrator notes it; searched like its names.
alter table certificate add column given_to text;

create or replace function keep_certificate_texts() returns trigger language plpgsql as $$
begin
    insert into certificate_text (tenant_id, id, searched)
        select tenant_id, id, common_name || ' ' || coalesce(subscriber_name, '') || ' ' || coalesce(subscriber_email, '')
            || ' ' || coalesce(given_to, '') from entered;
    return null;
end $$;

create or replace function change_certificate_text() returns trigger language plpgsql as $$
begin
    update certificate_text
        set searched = new.common_name || ' ' || coalesce(new.subscriber_name, '') || ' ' || coalesce(new.subscriber_email, '')
            || ' ' || coalesce(new.given_to, '')
        where tenant_id = new.tenant_id and id = new.id;
    return null;
end $$;
drop trigger certificate_text_changes on certificate;
create trigger certificate_text_changes after update of common_name, subscriber_name, subscriber_email, given_to on certificate
    for each row execute function change_certificate_text();
