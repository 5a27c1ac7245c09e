-- The renewals that a mail tells of: with it goes the file that revokes what they took the place of.
alter table notice add column renewals uuid[] not null default '{}';

-- Mails to officers that wait to be sent had it by their kind.
update notice set renewals = array[certificate_id]
where state <> 'SENT' and certificate_id is not null and kind in ('certificate-collected', 'client-certificate-renewed');
