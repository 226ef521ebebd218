-- The cells with their flags, and a zero where a country that has rounds in a period has
-- none for a subject that others have.
with ends as (
    select source, max(year) as last_year from investment_counted group by 1
),
open as (
    select c.source, c.year
    from investment_counted c
    join ends e on e.source = c.source and e.last_year = c.year
    group by 1, 2
    having max(c.month) < 12
),
zeros as (
    select w.source, w.year, w.years, a.geo, w.subject_kind, w.subject
    from investment_cells w
    join investment_cells a
      on a.source = w.source and a.year = w.year and a.years = w.years
     and a.subject = 'all-investment'
    left join investment_cells c
      on c.source = w.source and c.year = w.year and c.years = w.years and c.geo = a.geo
     and c.subject = w.subject
    where w.geo = 'WORLD' and c.geo is null
),
cells as (
    select source, year, years, geo, subject_kind, subject, rounds, undisclosed, without_usd,
           without_eur, usd, cast(usd_largest as decimal(38, 3)) as usd_largest,
           eur, cast(eur_largest as decimal(38, 3)) as eur_largest
    from investment_cells
    union all
    select source, year, years, geo, subject_kind, subject, 0 as rounds, 0 as undisclosed,
           0 as without_usd, 0 as without_eur, cast(0 as decimal(38, 3)) as usd, cast(0 as decimal(38, 3)) as usd_largest,
           cast(0 as decimal(38, 3)) as eur, cast(0 as decimal(38, 3)) as eur_largest
    from zeros
)
select c.*,
       concat_ws(';',
           case when o.year is not null then 'incomplete-year' end,
           case when c.without_usd > 0 then 'unconverted-amounts' end,
           case when c.undisclosed > 0 then 'undisclosed-amounts' end) as status,
       concat_ws(';',
           case when o.year is not null then 'incomplete-year' end,
           case when c.without_eur > 0 then 'unconverted-amounts' end,
           case when c.undisclosed > 0 then 'undisclosed-amounts' end) as status_eur
from cells c
left join open o on o.source = c.source and o.year = c.year
