-- A certificate with what was applied for, with what it took the place of, and with the application by which it was revoked, as downloaded
-- lists show it.
drop view if exists v_certificate_list;
create view v_certificate_list with (security_invoker = true) as
select c.*, r.text as request_text, f.on_error as request_on_error, f.uploaded_at as requested_at,
       f.submitter as request_submitter, f.review_items as request_review_items,
       o.serial as replaced_serial, h.email as holder_email,
       v.id as revocation_file_id, v.uploaded_at as revocation_requested_at, v.submitter as revocation_submitter,
       v.review_items as revocation_review_items, v.text as revocation_text
from certificate c
left join request_row r on r.tenant_id = c.tenant_id and r.request_file_id = c.request_file_id and r.line = c.request_line
left join request_file f on f.tenant_id = c.tenant_id and f.id = c.request_file_id
left join certificate_holder h on h.tenant_id = c.tenant_id and h.certificate_id = c.id
left join certificate o on o.tenant_id = c.tenant_id and o.id = c.renews
left join lateral (
    select vf.id, vf.uploaded_at, vf.submitter, vf.review_items, vr.text
    from request_row vr join request_file vf on vf.tenant_id = vr.tenant_id and vf.id = vr.request_file_id
    where vr.tenant_id = c.tenant_id and vr.certificate_id = c.id and vr.done_at is not null and vf.operation = 'REVOKE'
    order by vf.id desc limit 1) v on c.revoked_at is not null;
