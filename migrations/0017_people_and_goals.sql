-- Several roles in a buying centre, who reports to whom and where we want to get with them; the customer's goal that an objective
-- serves; the KPI in which a long-term goal is read.
alter table contact add column roles text not null default '["user"]';
update contact set roles = '["' || role || '"]';
alter table contact drop column role;
alter table contact add column reports_to text references contact (id);
create index contact_reports_to on contact (reports_to);
alter table contact add column wanted_attitude integer check (wanted_attitude between -2 and 2);
alter table objective add column customer_goal text not null default '';
alter table long_term_goal add column kpi text references kpi (id);
create index long_term_goal_kpi on long_term_goal (kpi);
