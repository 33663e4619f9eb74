-- Days are those of the organisation's time zone, so far UTC; a person may have another, or none of their own.
alter table organisation add column time_zone text not null default 'UTC';
alter table "user" add column time_zone text not null default '';
