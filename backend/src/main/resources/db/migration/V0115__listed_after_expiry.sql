-- Signatures and time stamps are relied on after the certificate has expired: one that was revoked stays on the lists for ten years more
-- (Code Signing BR 7.2).

create or replace function list_revocation() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if (new.revoked_at, new.revocation_reason, new.invalidity_date)
            is not distinct from (old.revoked_at, old.revocation_reason, old.invalidity_date) then
            return null;
        end if;
    end if;
    insert into revoked_certificate
        (authority, serial, crl_shard, revoked_at, reason, invalidity_date, listed_until)
    values (new.authority, new.serial, new.crl_shard, new.revoked_at, new.revocation_reason, new.invalidity_date,
        case when new.kind = 'CODE_SIGNING' or new.profile = 'tsa' then new.not_after + interval '10 years' else new.not_after end)
    on conflict (authority, serial) do update
        set revoked_at = excluded.revoked_at, reason = excluded.reason, invalidity_date = excluded.invalidity_date;
    return null;
end $$;

select set_config('shomei.tenant', '*', true);
-- What has left the lists waits for the next one, as what changes does.
update revoked_certificate r set revoked_at = r.revoked_at
from certificate c
where c.authority = r.authority and c.serial = r.serial and (c.kind = 'CODE_SIGNING' or c.profile = 'tsa')
    and r.listed_until < now() and r.listed_until < c.not_after + interval '10 years';
update revoked_certificate r set listed_until = c.not_after + interval '10 years'
from certificate c
where c.authority = r.authority and c.serial = r.serial and (c.kind = 'CODE_SIGNING' or c.profile = 'tsa')
    and r.listed_until < c.not_after + interval '10 years';
