-- An announcement with the names of the tenant that it is for.
drop view if exists v_announcement;
create view v_announcement with (security_invoker = true) as
select n.*, t.name_ja as tenant_name_ja, t.name_en as tenant_name_en
from announcement n
join tenant t on t.id = n.tenant_id;
