-- Usage of time stamps with whose it is.
create or replace view v_timestamp_usage with (security_invoker = true) as
select u.*, t.code, t.name_ja, t.name_en
from timestamp_usage u
join tenant t on t.id = u.tenant_id;
