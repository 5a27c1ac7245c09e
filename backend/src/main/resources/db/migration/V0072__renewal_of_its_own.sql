-- A certificate knows what it took the place of, so that a revocation or collection looks for nothing where it took nobody's.
drop trigger certificate_renewal_changes on certificate;
drop index certificate_renewed_by;

create or replace function change_renewal() returns trigger language plpgsql as $$
begin
    update certificate set renewal = renewal_by(tenant_id, renewed_by)
    where tenant_id = new.tenant_id and id = new.renews and renewed_by = new.id;
    return null;
end $$;
create trigger certificate_renewal_changes after update of collected_at, revoked_at on certificate
    for each row when (new.renews is not null
        and (old.collected_at is null, old.revoked_at is null) is distinct from (new.collected_at is null, new.revoked_at is null))
    execute function change_renewal();
