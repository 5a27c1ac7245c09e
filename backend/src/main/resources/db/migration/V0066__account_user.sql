-- Users as their administrators look after them: the name in kana (HK-043), since when an incident is registered, and since when an
-- administrator lets the user acquire a certificate (HK-040).

alter table account
    add column kana text,
    add column incident_at timestamptz,
    add column entitled_at timestamptz;

-- A user's list is by log-in ID.
create index account_by_user on account (tenant_id, coalesce(login_id, ''), id) where role = 'USER';

create or replace function keep_account_text() returns trigger language plpgsql as $$
begin
    insert into account_text (tenant_id, id, searched)
        values (new.tenant_id, new.id,
                coalesce(new.login_id, '') || ' ' || new.name || ' ' || coalesce(new.kana, '') || ' ' || coalesce(new.email, ''))
        on conflict (tenant_id, id) do update set searched = excluded.searched;
    return null;
end $$;
drop trigger account_text_is_kept on account;
create trigger account_text_is_kept after insert or update of login_id, name, kana, email on account
    for each row execute function keep_account_text();

-- Whoever has a certificate was let.
select set_config('shomei.tenant', '*', true);
update account a set entitled_at = a.created_at
where role = 'USER' and exists (select from certificate c where c.tenant_id = a.tenant_id and c.account_id = a.id);
