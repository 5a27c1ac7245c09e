-- What was renewed, is still valid and of which nobody was reminded: few rows, whatever the register holds.
drop index certificate_renewal;
create index certificate_replaced on certificate (tenant_id, id)
    where renewed_by is not null and revoked_at is null and replacement_asked_at is null;
