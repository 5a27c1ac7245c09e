-- When an account logged in, and from where.
drop view if exists v_account_log_in;
create view v_account_log_in with (security_invoker = true) as
select tenant_id, account_id, opened_at, address from session where state in ('PASSWORD_CHANGE_REQUIRED', 'ACTIVE');
