-- What a calendar tells versions of a meeting by: raised where its time, place or title changes, it is called off or comes back. So far
-- calendars got the version, so that the count goes on from it.
alter table meeting add column calendar_sequence integer not null default 0;
alter table meeting add column calendar_changed_at text;
update meeting set calendar_sequence = version, calendar_changed_at = archived_at;
