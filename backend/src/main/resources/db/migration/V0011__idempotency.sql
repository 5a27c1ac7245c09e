-- Answers to requests that carried an Idempotency-Key, so that the same request again gets the same answer.

create table idempotent_answer (
    account_id  uuid not null,
    key         text not null,
    operation   text not null,
    fingerprint text not null,
    answer      jsonb,
    created_at  timestamptz not null,
    primary key (account_id, key)
);
create index idempotent_answer_by_age on idempotent_answer (created_at);
