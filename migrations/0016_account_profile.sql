-- An account's profile: how the customer buys, the first month of its fiscal year, up to four key figures as a list, the account that
-- stands above it, and its id in the CRM or ERP, which one present account has.
alter table account add column purchasing_strategy text not null default '';
alter table account add column customer_fiscal_month integer check (customer_fiscal_month between 1 and 12);
alter table account add column key_figures text not null default '[]';
alter table account add column parent text references account (id);
alter table account add column external_id text not null default '';
create index account_parent on account (parent);
create unique index account_external_id on account (external_id) where external_id <> '' and archived_at is null;
