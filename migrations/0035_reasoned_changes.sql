-- Changes that somebody gave a reason for are few among thousands; a cycle's adaptations are found among them.
create index change_reasoned on "change" (ledger, revision) where reason <> '';
