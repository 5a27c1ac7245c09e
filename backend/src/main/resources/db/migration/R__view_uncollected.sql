-- Certificates that wait for somebody to fetch them, and such as browsers have still to make a key for. The register has a text by which
-- the former are found.
drop view if exists v_uncollected;
create view v_uncollected with (security_invoker = true) as
select c.tenant_id, c.id, c.serial, c.kind, c.subject_dn, c.common_name, c.domain, c.issued_at, c.not_after, c.collect_by,
       c.subscriber_name, c.subscriber_unit, c.subscriber_email, c.subscriber_software,
       h.name as holder_name, h.unit as holder_unit, h.email as holder_email,
       c.renews is not null as renewal, l.delivery, l.pins_fetched_at, e.failures, null as words
from certificate c
left join certificate_holder h on h.tenant_id = c.tenant_id and h.certificate_id = c.id
left join holder_enrolment e on e.tenant_id = c.tenant_id and e.certificate_id = c.id
left join enrolment_lot l on l.tenant_id = e.tenant_id and l.id = e.lot_id
where c.collect_by is not null and c.collected_at is null and c.revoked_at is null
union all
select e.tenant_id, e.certificate_id, null, e.kind, e.subject_dn, null, null, l.created_at, null, l.deadline,
       l.administrator_name, e.subscriber_unit, l.administrator_email, null, h.name, h.unit, h.email,
       e.renews is not null, l.delivery, l.pins_fetched_at, e.failures,
       concat_ws(' ', e.subject_dn, h.name, h.email, l.administrator_name, e.subscriber_unit, l.administrator_email)
from holder_enrolment e
join enrolment_lot l on l.tenant_id = e.tenant_id and l.id = e.lot_id
join certificate_holder h on h.tenant_id = e.tenant_id and h.certificate_id = e.certificate_id
where l.delivery = 'BROWSER' and e.collected_at is null and not e.withdrawn;
