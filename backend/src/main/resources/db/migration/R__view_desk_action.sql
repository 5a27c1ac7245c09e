-- A desk action with the account it is for. A proposal of a release that did not know of its end has fourteen days.
drop view if exists v_desk_action;
create view v_desk_action with (security_invoker = true) as
select d.*, coalesce(d.lapses_at, d.taken_at + interval '14 days') as proposed_until, a.role, a.login_id, a.name, a.kana, a.email, a.rights, a.state as account_state, a.initialised_at, a.incident_at, a.entitled_at,
       a.collection_blocked_at, a.collection_accumulated_at,
       t.name_ja as tenant_name_ja, t.name_en as tenant_name_en
from desk_action d
join account a on a.tenant_id = d.tenant_id and a.id = d.account_id
join tenant t on t.id = d.tenant_id;
