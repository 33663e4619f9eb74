-- Share of supply, KPIs, outcome and effectiveness, reviews and what is carried over, the long-term line.
create table supply_record (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  product_area text not null references product_area (id),
  site text references site (id),
  period text not null check (period in ('month', 'quarter', 'year')),
  starts_on text not null,
  volume double precision check (volume >= 0),
  demand double precision check (demand >= 0),
  unit text not null check (unit in ('eur', 'pieces')),
  share double precision check (share between 0 and 1),
  estimated integer not null check (estimated in (0, 1)),
  source text not null
);
create index supply_record_account on supply_record (account);
create index supply_record_product_area on supply_record (product_area);
create index supply_record_site on supply_record (site);
create unique index supply_record_cell on supply_record (account, product_area, coalesce(site, ''), period, starts_on) where archived_at is null;
create table kpi (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  name text not null,
  unit text not null,
  decimals integer not null check (decimals between 0 and 6),
  direction text not null check (direction in ('up', 'down', 'corridor')),
  lower double precision,
  upper double precision
);
create index kpi_account on kpi (account);
create table kpi_value (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  kpi text not null references kpi (id),
  "on" text not null,
  value double precision not null,
  source text not null
);
create index kpi_value_account on kpi_value (account);
create index kpi_value_kpi on kpi_value (kpi);
create unique index kpi_value_day on kpi_value (kpi, "on") where archived_at is null;
create table api_token (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  created_by text not null references "user" (id),
  last_used_at text,
  name text not null,
  kpi text references kpi (id),
  token_hash text not null default ''
);
create index api_token_account on api_token (account);
create index api_token_created_by on api_token (created_by);
create index api_token_kpi on api_token (kpi);
create index api_token_hash on api_token (token_hash);
alter table cycle add column activated_on text;
alter table cycle add column closed_on text;
-- The plan as it was when the cycle started, as JSON.
create table activation (
  cycle text primary key references cycle (id),
  plan text not null
);
create table focus_topic (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  cycle text not null references cycle (id),
  title text not null,
  why text not null,
  votes integer not null check (votes >= 0)
);
create index focus_topic_account on focus_topic (account);
create index focus_topic_cycle on focus_topic (cycle);
alter table objective add column outcome_kind text not null default 'none' check (outcome_kind in ('none', 'supply', 'kpi', 'own'));
alter table objective add column outcome_areas text not null default '[]';
alter table objective add column outcome_sites text not null default '[]';
alter table objective add column outcome_kpi text references kpi (id);
alter table objective add column carried_from text references objective (id);
create index objective_outcome_kpi on objective (outcome_kpi);
create index objective_carried_from on objective (carried_from);
alter table key_result add column follows text not null default 'check_ins' check (follows in ('check_ins', 'kpi', 'supply'));
alter table key_result add column kpi text references kpi (id);
alter table key_result add column supply_areas text not null default '[]';
alter table key_result add column supply_sites text not null default '[]';
alter table key_result add column carried_from text references key_result (id);
create index key_result_kpi on key_result (kpi);
create index key_result_carried_from on key_result (carried_from);
-- Outcomes in words alone become own measures, so that what was written stays in use.
update objective set outcome_kind = 'own' where outcome <> '';
create table outcome_reading (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  objective text not null references objective (id),
  "on" text not null,
  value double precision not null,
  source text not null
);
create index outcome_reading_account on outcome_reading (account);
create index outcome_reading_objective on outcome_reading (objective);
create table review (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  objective text not null references objective (id),
  score double precision check (score between 0 and 1),
  score_override double precision check (score_override between 0 and 1),
  score_reason text not null,
  effect_note text not null,
  lesson text not null,
  decision text check (decision in ('continue', 'adapt', 'stop', 'done')),
  carried text not null
);
create index review_account on review (account);
create index review_objective on review (objective);
create unique index review_of_objective on review (objective) where archived_at is null;
create table milestone (
  id text primary key,
  account text not null references account (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  goal text not null references long_term_goal (id),
  title text not null,
  due text not null,
  objective text references objective (id),
  reached_on text
);
create index milestone_account on milestone (account);
create index milestone_goal on milestone (goal);
create index milestone_objective on milestone (objective);
create table playbook (
  id text primary key,
  account text not null references ledger (id),
  version integer not null,
  position integer not null,
  created_at text not null,
  archived_at text,
  name text not null,
  situation text not null,
  language text not null check (language in ('de', 'en')),
  title text not null,
  why text not null,
  outcome_kind text not null,
  outcome text not null,
  outcome_unit text not null,
  key_results text not null
);
create index playbook_account on playbook (account);
alter table organisation add column cycle_pattern text not null default '{year} H{half}';
