-- Log-ins that got no further than their first step are many where a program logs in again and again; whoever asks for earlier log-ins
-- passed them all.
drop index session_of_account;
drop index session_of_tenant_opened;
create index session_of_account on session (tenant_id, account_id, opened_at) where state in ('PASSWORD_CHANGE_REQUIRED', 'ACTIVE');
create index session_of_tenant_opened on session (tenant_id, opened_at) where state in ('PASSWORD_CHANGE_REQUIRED', 'ACTIVE');
create index session_open on session (tenant_id, account_id, state) where ended_at is null;
