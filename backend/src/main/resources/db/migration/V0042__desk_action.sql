-- What the service desk, or an administrator for a user, did for an account, on which document.

create table desk_action (
    tenant_id           uuid not null,
    id                  uuid not null,
    account_id          uuid not null,
    kind                text not null,
    secrets             text[] not null,
    reference           text,
    comment             text,
    taken_by_id         uuid not null,
    taken_by            text not null,
    taken_at            timestamptz not null,
    state               text not null,
    decided_by          text,
    decided_at          timestamptz,
    decision_comment    text,
    revoked             integer,
    letter              text not null,
    letter_printed_at   timestamptz,
    letter_printed_by   text,
    primary key (tenant_id, id),
    foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index desk_action_of_account on desk_action (tenant_id, account_id, id);
create index desk_action_by_id on desk_action (id);
create index desk_action_proposed on desk_action (id) where state = 'PROPOSED';
alter table desk_action enable row level security;
alter table desk_action force row level security;
create policy desk_action_of_tenant on desk_action using (may_see(tenant_id));
