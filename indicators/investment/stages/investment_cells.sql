-- Rounds by country, subject and year, and over the spans that the rules name where the
-- source reaches over them. EU27 is the sum of its members; the world is everything,
-- companies of unknown country included. Sums are made in exact decimals. Without the
-- year's rate of the dollar, euro are known of the few rounds in euro only: a sum of those
-- would read as the whole, so there is none.
with yearly as (
    select r.source, r.year, r.geo, g.eu27, m.subject_kind, m.subject,
           count(*) as rounds,
           sum(case when r.undisclosed then 1 else 0 end) as undisclosed,
           sum(case when not r.undisclosed and r.usd is null then 1 else 0 end) as without_usd,
           sum(case when not r.undisclosed and r.eur is null then 1 else 0 end) as without_eur,
           sum(r.usd) as usd, max(r.usd) as usd_largest,
           sum(r.eur) as eur, max(r.eur) as eur_largest,
           sum(case when r.usd is not null and r.eur is null and not r.has_rate then 1 else 0 end)
               as unrated
    from investment_counted r
    join investment_members m on m.categories = r.categories
    join geographies g on g.geo = r.geo
    group by 1, 2, 3, 4, 5, 6
),
places as (
    select source, year, geo, subject_kind, subject, rounds, undisclosed, without_usd,
           without_eur, usd, usd_largest, eur, eur_largest, unrated
    from yearly
    where geo <> 'ZZ'
    union all
    select source, year, 'EU27' as geo, subject_kind, subject, rounds, undisclosed, without_usd,
           without_eur, usd, usd_largest, eur, eur_largest, unrated
    from yearly
    where eu27
    union all
    select source, year, 'WORLD' as geo, subject_kind, subject, rounds, undisclosed, without_usd,
           without_eur, usd, usd_largest, eur, eur_largest, unrated
    from yearly
),
known_years as (
    select distinct source, year from investment_counted
),
periods as (
    select distinct source, year as first_year, year as last_year, 1 as years
    from investment_counted
    union all
    -- Where the source has rounds in every year of the span, and goes on to its end.
    select y.source, s.first_year, s.last_year, s.years
    from known_years y
    join investment_spans s on y.year >= s.first_year and y.year <= s.last_year
    group by 1, 2, 3, 4
    having count(*) = max(s.years)
)
select p.source, t.last_year as year, cast(t.years as int) as years, p.geo, p.subject_kind, p.subject,
       sum(p.rounds) as rounds, sum(p.undisclosed) as undisclosed,
       sum(p.without_usd) as without_usd, sum(p.without_eur) as without_eur,
       cast(sum(p.usd) as decimal(38, 3)) as usd, max(p.usd_largest) as usd_largest,
       cast(case when sum(p.unrated) = 0 then sum(p.eur) end as decimal(38, 3)) as eur,
       case when sum(p.unrated) = 0 then max(p.eur_largest) end as eur_largest
from places p
join periods t
  on t.source = p.source and p.year >= t.first_year and p.year <= t.last_year
group by 1, 2, 3, 4, 5, 6
