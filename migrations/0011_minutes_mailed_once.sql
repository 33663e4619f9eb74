-- Minutes are kept in each language as they were written at the close, so that everybody is mailed their own; and whom which version
-- of them was mailed to: once. Who was on the team counts as having got what was mailed before.
create table minutes_text (
  meeting text not null references meeting (id),
  language text not null check (language in ('de', 'en')),
  text text not null,
  primary key (meeting, language)
);
create table minutes_mail (
  meeting text not null references meeting (id),
  recipient text not null references "user" (id),
  fingerprint text not null,
  mailed_at text not null,
  mailed_by text references "user" (id),
  primary key (meeting, recipient, fingerprint)
);
create index minutes_mail_recipient on minutes_mail (recipient);
create index minutes_mail_by on minutes_mail (mailed_by);
insert into minutes_mail (meeting, recipient, fingerprint, mailed_at)
select distinct s.meeting, t."user", s.fingerprint, s.mailed_at
from minutes_mailing s
join meeting m on m.id = s.meeting
join team_member t on t.account = m.account and t.archived_at is null;
drop table minutes_mailing;
