-- The lines of issuance jobs with the certificates that came of them.
drop view if exists v_issuance_job_line;
create view v_issuance_job_line with (security_invoker = true) as
select l.tenant_id, l.job_id, l.number, l.certificate_id, l.common_name, l.renews, l.failure, c.issued_at, c.not_after, c.revoked_at
from issuance_job_line l
left join certificate c on c.tenant_id = l.tenant_id and c.id = l.certificate_id;
