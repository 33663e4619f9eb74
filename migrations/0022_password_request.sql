-- Links by mail: whoever forgot their password asks for one, administrators send invitations. Who asks leaves the same row behind,
-- known here or not, and is answered in the background. A link is made when its mail is sent: its secret rests nowhere. When each
-- person was invited last and on which day they were here last is kept for administrators.
create table password_request (
  id text primary key,
  fingerprint text not null,
  address text not null,
  asked_at text not null,
  answered_at text,
  mailed_at text
);
create index password_request_waiting on password_request (answered_at, asked_at);
create index password_request_mailed on password_request (fingerprint, mailed_at);
alter table invitation add column purpose text not null default 'invitation' check (purpose in ('invitation', 'password'));
alter table outgoing_mail add column link_for text references "user" (id);
alter table outgoing_mail add column link_purpose text check (link_purpose in ('invitation', 'password'));
create index outgoing_mail_link on outgoing_mail (link_for);
alter table "user" add column invited_at text;
alter table "user" add column here_on text;
update "user" set invited_at = (select max(i.created_at) from invitation i where i.user_id = "user".id);
update "user" set here_on = (select substr(max(s.created_at), 1, 10) from session s where s.user_id = "user".id);
