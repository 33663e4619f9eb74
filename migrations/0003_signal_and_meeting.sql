-- Signals with their answers, early warning, meetings, the portfolio's figures.
create table market_signal (
  id text primary key,
  account text not null references ledger (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  title text not null,
  detail text not null,
  observed_on text,
  source text not null check (source in ('conversation', 'visit', 'news', 'study', 'data', 'other')),
  theme text not null check (theme in ('other', 'supplier_consolidation', 'single_sourcing', 'nearshoring', 'demand_shock', 'tender_announced', 'procurement_platform', 'loyalty_fading', 'price_pressure', 'change_of_people', 'merger', 'technology_change', 'regulation', 'quality_complaint', 'competitor_move', 'payment_risk', 'new_project')),
  evidence text not null
);
create index market_signal_account on market_signal (account);
create table signal (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  recorded_by text not null references "user" (id),
  state text not null check (state in ('new', 'assessed', 'answered', 'watched', 'dismissed')),
  answered_at text,
  watch_until text,
  merged_into text references signal (id),
  title text not null,
  detail text not null,
  observed_on text,
  source text not null check (source in ('conversation', 'visit', 'news', 'study', 'data', 'other')),
  theme text not null check (theme in ('other', 'supplier_consolidation', 'single_sourcing', 'nearshoring', 'demand_shock', 'tender_announced', 'procurement_platform', 'loyalty_fading', 'price_pressure', 'change_of_people', 'merger', 'technology_change', 'regulation', 'quality_complaint', 'competitor_move', 'payment_risk', 'new_project')),
  nature text check (nature in ('opportunity', 'threat', 'both')),
  impact integer check (impact between 1 and 5),
  likelihood integer check (likelihood between 1 and 5),
  act_by text,
  evidence text not null,
  tags text not null,
  market_signal text references market_signal (id)
);
create index signal_account on signal (account);
create index signal_recorded_by on signal (recorded_by);
create index signal_merged_into on signal (merged_into);
create index signal_market_signal on signal (market_signal);
create index signal_state on signal (state, account);
create index signal_theme on signal (theme, created_at, account, archived_at);
create table response (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  signal text not null references signal (id),
  kind text not null check (kind in ('objective', 'key_result', 'action', 'meeting', 'watch', 'dismiss')),
  target text,
  watch_until text,
  reason text not null,
  decided_by text references "user" (id)
);
create index response_account on response (account);
create index response_signal on response (signal);
create index response_decided_by on response (decided_by);
create index response_target on response (target);
create table warning_question (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  title text not null,
  contact text references contact (id),
  asked_on text,
  answer text not null
);
create index warning_question_account on warning_question (account);
create index warning_question_contact on warning_question (contact);
create table meeting (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  state text not null check (state in ('planned', 'running', 'closed')),
  facilitator text references "user" (id),
  started_at text,
  closed_at text,
  step integer not null,
  step_started_at text,
  topics_revealed integer not null check (topics_revealed in (0, 1)),
  votes_revealed integer not null check (votes_revealed in (0, 1)),
  kind text not null check (kind in ('cycle', 'check_in', 'flash')),
  planned_at text not null,
  duration integer not null,
  place text not null,
  invitees text not null,
  cycle text references cycle (id),
  signal text references signal (id),
  votes integer not null,
  minutes text not null
);
create index meeting_account on meeting (account);
create index meeting_facilitator on meeting (facilitator);
create index meeting_cycle on meeting (cycle);
create index meeting_signal on meeting (signal);
create index meeting_planned on meeting (account, planned_at);
create table proposal (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  meeting text not null references meeting (id),
  title text not null,
  "group" text references proposal (id),
  author text references "user" (id)
);
create index proposal_account on proposal (account);
create index proposal_meeting on proposal (meeting);
create index proposal_group on proposal ("group");
create index proposal_author on proposal (author);
create table meeting_note (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  meeting text not null references meeting (id),
  kind text not null check (kind in ('decision', 'note')),
  title text not null,
  step integer not null
);
create index meeting_note_account on meeting_note (account);
create index meeting_note_meeting on meeting_note (meeting);
-- Secret until revealed, therefore outside of the change log, which keeps the result.
create table vote (
  meeting text not null references meeting (id),
  voter text not null references "user" (id),
  proposal text not null references proposal (id),
  dots integer not null check (dots > 0),
  primary key (meeting, voter, proposal)
);
create index vote_voter on vote (voter);
create index vote_proposal on vote (proposal);
create table attendance (
  meeting text not null references meeting (id),
  attendee text not null references "user" (id),
  first_at text not null,
  last_at text not null,
  primary key (meeting, attendee)
);
create index attendance_attendee on attendance (attendee);
alter table action add column meeting text references meeting (id);
create index action_meeting on action (meeting);
-- What the portfolio shows of an account, as of a revision and a day; made again when either moves.
create table portfolio_line (
  account text primary key references account (id),
  revision bigint not null,
  day text not null,
  health text not null,
  progress double precision,
  expected double precision,
  effect double precision,
  share double precision,
  demand double precision,
  waiting integer not null,
  overdue integer not null,
  next_meeting text,
  agility double precision,
  last_check_in text
);
create index portfolio_line_health on portfolio_line (health);
-- The secret part of a person's calendar address, as a hash.
alter table "user" add column calendar_hash text not null default '';
create index user_calendar on "user" (calendar_hash);
create table outgoing_mail (
  id text primary key,
  recipient text not null,
  subject text not null,
  text text not null,
  attempts integer not null,
  next_at text not null,
  sent_at text
);
create index outgoing_mail_due on outgoing_mail (sent_at, next_at);
create index change_by_user on "change" (ledger, by_user);
