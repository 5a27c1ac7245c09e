-- Links that were made together.
alter table hand_out add column lot uuid;
create index hand_out_of_lot on hand_out (tenant_id, lot) where lot is not null;

-- For the list of certificates: what was handed out by a link, and whether somebody fetched it.
create view v_hand_out with (security_invoker = true) as
    select tenant_id, certificate_id, deadline, collected_at from hand_out;
