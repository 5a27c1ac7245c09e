-- What every revocation need not do.

-- Entries come from certificates alone, whose authority is checked already; checked again, many revocations of one authority at once
-- queued for its row.
alter table revoked_certificate drop constraint revoked_certificate_authority_fkey;

-- Lists are read from revoked_certificate.
drop index certificate_revoked;
