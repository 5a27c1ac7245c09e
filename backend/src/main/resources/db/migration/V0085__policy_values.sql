-- Keys and values that nothing followed are no longer in the model: where a tenant had chosen one, its preset holds again.
update policy set overrides = overrides #- '{auth,stepUp,revocation}'
where overrides #> '{auth,stepUp,revocation}' is not null;

update policy set overrides = overrides #- '{p12,initialPassword}'
where overrides #>> '{p12,initialPassword}' in ('LOGIN_PASSWORD_IN_REQUEST', 'SHOWN_ONCE', 'USER_CHOSEN');

update policy set overrides = overrides #- '{p12,renewalPassword}'
where overrides #>> '{p12,renewalPassword}' in ('ENROLMENT_SECRET', 'GENERATED_CSV', 'USER_CHOSEN');

update policy set overrides = jsonb_set(overrides, '{key,origin}', (overrides #> '{key,origin}') - 'CLIENT_AGENT')
where overrides #> '{key,origin}' @> '["CLIENT_AGENT"]';

update policy set overrides = jsonb_set(overrides, '{issuance,mode}', '"SYNC"')
where overrides #>> '{issuance,mode}' = 'LOCAL_AGENT';

update policy set overrides = jsonb_set(overrides, '{issuance,concurrency}', '"PER_SUBJECT"')
where overrides #>> '{issuance,concurrency}' = 'NONE';
