-- Written without being read, so that the role that works needs no right to read it: R__application_role takes that right away.
create or replace function keep_account_text() returns trigger language plpgsql as $$
declare
    words text := coalesce(new.login_id, '') || ' ' || new.name || ' ' || coalesce(new.kana, '') || ' ' || coalesce(new.email, '');
begin
    insert into account_text (tenant_id, id, searched) values (new.tenant_id, new.id, words)
        on conflict (tenant_id, id) do update set searched = words;
    return null;
end $$;
