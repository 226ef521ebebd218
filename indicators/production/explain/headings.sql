-- The headings behind a figure of production: what the place published, or the most that
-- is left for it, largest first.
select h.heading, m.weight, coalesce(n.title, '') as title,
       case when q.geo = 'EU27' then coalesce(h.total, h.members_value) else c.value end
           as published,
       case when q.geo <> 'EU27' and c.value is null and g.eu27 then h.rest end as at_most,
       h.given as eu27, coalesce(c.flags, '') as flags
from question q
join production_headings h on h.source = q.source and h.year = q.year
join production_members m
  on m.year = h.year and m.heading = h.heading and m.subject = q.subject
join geographies g on g.geo = q.geo
left join production_cells c
  on c.source = h.source and c.year = h.year and c.heading = h.heading and c.geo = q.geo
left join (
    -- The title in the list of the year, else in the nearest one that has it.
    select t.code, t.title,
           row_number() over (
               partition by t.code
               order by abs(cast(right(t.nomenclature, 4) as int) - a.year), t.nomenclature, t.title)
               as nearest
    from nomenclature_codes t
    cross join question a
    where t.nomenclature like 'prodcom____' and t.title <> ''
) n on n.code = h.heading and n.nearest = 1
order by coalesce(case when q.geo = 'EU27' then coalesce(h.total, h.members_value) else c.value end, 0)
         desc, h.heading
