-- Each level beside the one of ten years before.
select l.source, l.geo, l.year, l.subject, l.series, l.n + b.n as n, l.level, b.level as before,
       concat_ws(';',
           case when l.last_break > b.year then 'break' end,
           case when l.estimated + b.estimated > 0 then 'estimated' end,
           case when l.provisional + b.provisional > 0 then 'provisional' end) as status
from sector_values l
join sector_values b
  on b.source = l.source and b.geo = l.geo and b.subject = l.subject and b.series = l.series
 and b.year = l.year - 10
