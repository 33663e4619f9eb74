-- Themes are counted by the day on which their signals were observed, as every page shows them.
drop index signal_theme;
create index signal_theme on signal (theme, observed_on, created_at, account, archived_at);
