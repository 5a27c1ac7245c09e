-- A certificate with what was applied for, as downloaded lists show it.
drop view if exists v_certificate_list;
create view v_certificate_list with (security_invoker = true) as
select c.*, r.text as request_text, f.on_error as request_on_error, f.uploaded_at as requested_at,
       f.submitter as request_submitter, f.review_items as request_review_items
from certificate c
left join request_row r on r.tenant_id = c.tenant_id and r.request_file_id = c.request_file_id and r.line = c.request_line
left join request_file f on f.tenant_id = c.tenant_id and f.id = c.request_file_id;
