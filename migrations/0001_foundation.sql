-- People, accounts, the cycle with its objectives and key results, and the change log.
create table ledger (
  id text primary key,
  revision bigint not null default 0,
  hash text not null default ''
);
create table "change" (
  ledger text not null references ledger (id),
  revision bigint not null,
  at text not null,
  by_user text,
  entity text not null,
  entity_id text not null,
  parent_id text,
  action text not null check (action in ('created', 'changed', 'archived', 'restored')),
  reason text not null,
  title text not null,
  before text not null,
  after text not null,
  hash text not null,
  primary key (ledger, revision)
);
create index change_entity on "change" (entity_id);
create index change_parent on "change" (parent_id);
insert into ledger (id) values ('00000000-0000-7000-8000-000000000001');
insert into ledger (id) values ('00000000-0000-7000-8000-000000000002');
create table organisation (
  id text primary key,
  account text not null references ledger (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  name text not null,
  fiscal_month integer not null check (fiscal_month between 1 and 12)
);
create table "user" (
  id text primary key,
  account text not null references ledger (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  name text not null,
  email text not null,
  role text not null check (role in ('administrator', 'head', 'member')),
  language text not null check (language in ('de', 'en')),
  function text not null,
  password_hash text not null default ''
);
create unique index user_email on "user" (email);
create table session (
  token_hash text primary key,
  user_id text not null references "user" (id),
  created_at text not null,
  expires_at text not null
);
create index session_of_user on session (user_id);
create table invitation (
  token_hash text primary key,
  user_id text references "user" (id),
  created_at text not null,
  expires_at text not null
);
create index invitation_user on invitation (user_id);
create table account (
  id text primary key references ledger (id),
  account text not null references ledger (id) check (account = id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  name text not null,
  code text not null,
  industry text not null,
  cadence integer not null check (cadence between 1 and 12),
  check_in_interval integer not null check (check_in_interval between 1 and 90),
  first_cycle_start text,
  status_note text not null
);
create unique index account_code on account (code);
create table team_member (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  "user" text not null references "user" (id),
  role text not null check (role in ('manager', 'member', 'sponsor', 'observer')),
  since text
);
create index team_member_account on team_member (account);
create unique index team_member_user on team_member ("user", account);
create table site (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  name text not null,
  city text not null,
  country text not null,
  kind text not null check (kind in ('plant', 'headquarters', 'warehouse', 'office')),
  purchasers integer check (purchasers >= 0)
);
create index site_account on site (account);
create table product_area (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  name text not null,
  standing text not null check (standing in ('none', 'listed', 'secondary', 'main')),
  since text
);
create index product_area_account on product_area (account);
create table contact (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  name text not null,
  function text not null,
  site text references site (id),
  role text not null check (role in ('decider', 'buyer', 'influencer', 'user', 'gatekeeper', 'coach')),
  attitude integer not null check (attitude between -2 and 2),
  influence integer not null check (influence between 1 and 3),
  kept_by text references "user" (id),
  last_contact text
);
create index contact_account on contact (account);
create index contact_site on contact (site);
create index contact_kept_by on contact (kept_by);
create table vision (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  text text not null,
  horizon integer
);
create index vision_account on vision (account);
create table long_term_goal (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  title text not null,
  measure text not null,
  due text not null,
  kind text not null check (kind in ('strategic', 'moal')),
  state text not null check (state in ('open', 'reached', 'missed', 'dropped'))
);
create index long_term_goal_account on long_term_goal (account);
create table cycle (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  name text not null,
  starts_on text not null,
  ends_on text not null,
  state text not null check (state in ('planning', 'active', 'review', 'closed')),
  check (ends_on > starts_on)
);
create index cycle_account on cycle (account);
create table objective (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  cycle text not null references cycle (id),
  title text not null,
  why text not null,
  owner text references "user" (id),
  product_areas text not null,
  goals text not null,
  outcome text not null,
  outcome_baseline double precision,
  outcome_target double precision,
  outcome_unit text not null,
  state text not null check (state in ('draft', 'active', 'achieved', 'partly', 'missed', 'dropped'))
);
create index objective_account on objective (account);
create index objective_cycle on objective (cycle);
create index objective_owner on objective (owner);
create table key_result (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  objective text not null references objective (id),
  title text not null,
  kind text not null check (kind in ('metric', 'corridor', 'stages')),
  owner text references "user" (id),
  unit text not null,
  start double precision,
  target double precision,
  lower double precision,
  upper double precision,
  stages text not null,
  weight double precision check (weight between 0 and 100),
  due text,
  depends_on text references key_result (id),
  state text not null check (state in ('active', 'dropped'))
);
create index key_result_account on key_result (account);
create index key_result_objective on key_result (objective);
create index key_result_owner on key_result (owner);
create index key_result_depends_on on key_result (depends_on);
create table site_target (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  key_result text not null references key_result (id),
  site text not null references site (id),
  target double precision,
  told integer check (told >= 0)
);
create index site_target_account on site_target (account);
create index site_target_site on site_target (site);
create unique index site_target_key_result on site_target (key_result, site);
create table check_in (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  key_result text not null references key_result (id),
  effective_on text not null,
  value double precision,
  stage integer,
  site text references site (id),
  confidence integer check (confidence between 0 and 10),
  note text not null,
  evidence text not null,
  supersedes text references check_in (id),
  entered_by text references "user" (id)
);
create index check_in_account on check_in (account);
create index check_in_key_result on check_in (key_result);
create index check_in_site on check_in (site);
create index check_in_entered_by on check_in (entered_by);
create unique index check_in_supersedes on check_in (supersedes);
create table testimonial (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  text text not null,
  site text references site (id),
  contact text references contact (id),
  key_result text references key_result (id),
  received_on text,
  released integer not null check (released in (0, 1))
);
create index testimonial_account on testimonial (account);
create index testimonial_site on testimonial (site);
create index testimonial_contact on testimonial (contact);
create index testimonial_key_result on testimonial (key_result);
create table testimonial_use (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  testimonial text not null references testimonial (id),
  site text not null references site (id),
  used_on text not null
);
create index testimonial_use_account on testimonial_use (account);
create index testimonial_use_testimonial on testimonial_use (testimonial);
create index testimonial_use_site on testimonial_use (site);
create table action (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  title text not null,
  key_result text references key_result (id),
  assignee text references "user" (id),
  due text,
  done_on text
);
create index action_account on action (account);
create index action_key_result on action (key_result);
create index action_assignee on action (assignee);
