-- Rows that leave no certificate of their own are marked when they were carried out. Their certificate_id is that of the certificate they
-- are about, which came from another file or from none.
alter table request_row add column done_at timestamptz;
drop view if exists v_request_row;
create index request_row_about on request_row (tenant_id, certificate_id) where done_at is not null;
