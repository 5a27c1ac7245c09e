-- Certificates that people renew, each with its successor and with what was applied for.
drop view if exists v_renewal;
create view v_renewal with (security_invoker = true) as
select c.tenant_id, c.id, c.serial, c.kind, c.profile, c.subject_dn, c.common_name, c.domain, c.dns_names, c.not_after, c.renewal,
       c.subscriber_name, c.subscriber_unit, c.subscriber_email, c.subscriber_software,
       s.id as successor_id, s.collect_by as successor_collect_by, s.collected_at as successor_collected_at,
       r.text as request_text, f.kind as request_kind
from certificate c
left join certificate s on s.tenant_id = c.tenant_id and s.id = c.renewed_by and s.revoked_at is null
left join request_row r on r.tenant_id = c.tenant_id and r.request_file_id = c.request_file_id and r.line = c.request_line
left join request_file f on f.tenant_id = c.tenant_id and f.id = c.request_file_id
where c.revoked_at is null and c.kind in ('SERVER', 'CLIENT', 'SMIME', 'CODE_SIGNING');
