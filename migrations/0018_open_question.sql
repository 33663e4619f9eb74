-- Questions of early warning become open questions: about any entry, asked by somebody by a day, answered in words, by a signal or by a
-- check-in. What had an answer was answered when it was asked last, else when it was written down. An assumption marks an entry until
-- it is confirmed. The agendas of cycle and check-in meetings have a step for open questions, after the one for signals.
create table open_question (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  text text not null,
  about_kind text check (about_kind in ('account', 'site', 'product_area', 'contact', 'supply_record', 'kpi', 'kpi_value', 'vision', 'long_term_goal', 'milestone', 'signal', 'cycle', 'objective', 'key_result', 'check_in', 'outcome_reading', 'review', 'testimonial', 'action', 'meeting')),
  about text,
  asked_by text references "user" (id),
  contact text references contact (id),
  ask_by text,
  asked_on text,
  answer text not null,
  answered_by_signal text references signal (id),
  answered_by_check_in text references check_in (id),
  answered_on text,
  check ((about_kind is null) = (about is null))
);
insert into open_question (id, account, version, position, created_at, archived_at, text, contact, asked_on, answer, answered_on)
select
  id, account, version, position, created_at, archived_at, title, contact, asked_on, answer,
  case when answer <> '' then coalesce(asked_on, substr(created_at, 1, 10)) end
from warning_question;
drop table warning_question;
create index open_question_account on open_question (account, answered_on);
create index open_question_about on open_question (about);
create index open_question_asked_by on open_question (asked_by);
create index open_question_contact on open_question (contact);
create index open_question_signal on open_question (answered_by_signal);
create index open_question_check_in on open_question (answered_by_check_in);
create table assumption (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  confirmed_by text references "user" (id),
  about_kind text not null check (about_kind in ('account', 'site', 'product_area', 'contact', 'supply_record', 'kpi', 'kpi_value', 'vision', 'long_term_goal', 'milestone', 'signal', 'cycle', 'objective', 'key_result', 'check_in', 'outcome_reading', 'review', 'testimonial', 'action', 'meeting')),
  about text not null,
  note text not null,
  confirmed_on text
);
create index assumption_account on assumption (account, confirmed_on);
create index assumption_confirmed_by on assumption (confirmed_by);
create index assumption_about on assumption (about);
create unique index assumption_unconfirmed on assumption (about) where archived_at is null and confirmed_on is null;
update meeting set step = step + 1 where kind = 'cycle' and step >= 3;
update meeting set step = step + 1 where kind = 'check_in' and step >= 2;
update meeting_note set step = step + 1
where step >= 3 and meeting in (select id from meeting where kind = 'cycle');
update meeting_note set step = step + 1
where step >= 2 and meeting in (select id from meeting where kind = 'check_in');
