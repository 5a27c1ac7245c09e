-- What a log-in certificate takes the place of, where its holder renews it.

alter table account_enrolment add column renews uuid;
