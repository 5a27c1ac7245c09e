-- What an administrator lets a user do at the services behind the log-in. A user without a row has what the policy's table gives at first.

create table user_permission (
    tenant_id       uuid not null,
    account_id      uuid not null,
    functions       text[] not null,
    buy_currencies  text[],
    sell_currencies text[],
    max_per_trade   bigint,
    primary key (tenant_id, account_id),
    foreign key (tenant_id, account_id) references account (tenant_id, id)
);
alter table user_permission enable row level security;
alter table user_permission force row level security;
create policy user_permission_of_tenant on user_permission using (may_see(tenant_id));
