-- A user with the end of the newest certificate that is not revoked, and when the newest one of all was issued.
drop view if exists v_user;
create view v_user with (security_invoker = true) as
select a.tenant_id, a.id, a.role, a.login_id, a.name, a.kana, a.email, a.rights, a.state, a.initialised_at, a.incident_at, a.entitled_at,
       a.collection_blocked_at, a.collection_accumulated_at,
       a.version, a.created_at, a.lapse_noticed_at, c.certificate_until, c.last_issued
from account a
cross join lateral (
    select max(c.not_after) filter (where c.revoked_at is null) as certificate_until, max(c.issued_at) as last_issued from certificate c
    where c.tenant_id = a.tenant_id and c.account_id = a.id) c
where a.role = 'USER';
