-- What the renewal desk shows, so that no page of it goes through the register: where the renewal of a certificate stands, and who has not
-- collected.

-- NOT_RENEWED, also where the successor was revoked; NOT_COLLECTED while the successor waits; RENEWED.
alter table certificate add column renewal text not null default 'NOT_RENEWED';

create index certificate_renewed_by on certificate (tenant_id, renewed_by) where renewed_by is not null;
create index certificate_on_desk on certificate (tenant_id, kind, renewal, not_after, id)
    where revoked_at is null and kind in ('SERVER', 'CLIENT', 'SMIME', 'CODE_SIGNING');
create index certificate_on_desk_of_domain on certificate (tenant_id, domain, kind, renewal, not_after, id)
    where revoked_at is null and kind in ('SERVER', 'CLIENT', 'SMIME', 'CODE_SIGNING');
create index certificate_uncollected on certificate (tenant_id, kind, collect_by, id)
    where collect_by is not null and collected_at is null and revoked_at is null;

create function renewal_by(tenant uuid, successor uuid) returns text language sql stable as $$
    select coalesce((
        select case when s.revoked_at is not null then 'NOT_RENEWED'
                    when s.collect_by is not null and s.collected_at is null then 'NOT_COLLECTED'
                    else 'RENEWED' end
        from certificate s where s.tenant_id = tenant and s.id = successor), 'NOT_RENEWED')
$$;

-- The database itself keeps it: no way of renewing, collecting or revoking can leave it out.
create function find_renewal() returns trigger language plpgsql as $$
begin
    new.renewal := renewal_by(new.tenant_id, new.renewed_by);
    return new;
end $$;
create trigger certificate_renewal before update of renewed_by on certificate
    for each row when (old.renewed_by is distinct from new.renewed_by) execute function find_renewal();

create function change_renewal() returns trigger language plpgsql as $$
begin
    update certificate set renewal = renewal_by(tenant_id, renewed_by) where tenant_id = new.tenant_id and renewed_by = new.id;
    return null;
end $$;
create trigger certificate_renewal_changes after update of collected_at, revoked_at on certificate
    for each row when ((old.collected_at is null, old.revoked_at is null) is distinct from (new.collected_at is null, new.revoked_at is null))
    execute function change_renewal();

select set_config('shomei.tenant', '*', true);
update certificate set renewal = renewal_by(tenant_id, renewed_by) where renewed_by is not null;
