-- Who has the rest of what the customer buys: a competitor by name, the customer itself, nobody.
alter table supply_record add column rest text check (rest in ('competitor', 'own_make', 'unknown', 'nobody'));
alter table supply_record add column competitor text not null default '' check ((competitor <> '') = (coalesce(rest, '') = 'competitor'));
-- Until when the contract runs by which the cell is supplied.
alter table supply_record add column contract_end text;
create index supply_record_contract_end on supply_record (account) where contract_end is not null;
