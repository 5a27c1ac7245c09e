-- Since when the bank's collection service is blocked for a user, and since when because that happened too often (HK-042).

alter table account
    add column collection_blocked_at timestamptz,
    add column collection_accumulated_at timestamptz;
