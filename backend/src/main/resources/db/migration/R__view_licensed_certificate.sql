-- What the register knows of a certificate that licences are counted by.
create or replace view v_licensed_certificate with (security_invoker = true) as
select tenant_id, id, kind, coalesce(account_id::text, common_name) as subject, issued_at, not_after, revoked_at
from certificate;
