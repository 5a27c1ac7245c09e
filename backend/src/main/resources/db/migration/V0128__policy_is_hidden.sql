-- A tenant's policy is read for that tenant alone, as everything else of it.
alter table policy enable row level security;
alter table policy force row level security;
create policy policy_of_tenant on policy using (may_see(tenant_id));
