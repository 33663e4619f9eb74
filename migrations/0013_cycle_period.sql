-- Whoever left the pattern of cycle names as it was gets names that know how long a cycle is.
update organisation set cycle_pattern = '{year} {period}' where cycle_pattern = '{year} H{half}';
-- The next meeting is told by the day: kept lines are to be made again.
update portfolio_line set day = '1970-01-01';
