-- Levels with their flags, and where a series last broke.
select source, geo, year, subject, series, n, level, broken, estimated, provisional,
       max(case when broken = 1 then year end) over (
           partition by source, geo, subject, series order by year
           rows between unbounded preceding and current row) as last_break,
       concat_ws(';',
           case when broken = 1 then 'break' end,
           case when estimated = 1 then 'estimated' end,
           case when provisional = 1 then 'provisional' end) as status
from sector_levels
