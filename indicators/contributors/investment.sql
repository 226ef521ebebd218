-- The companies that raised most in a country, or in the members of EU27 together, in the
-- subjects and the period of `contributor_cells`, in the currency of the cell. A company
-- whose amounts were not disclosed counts among the contributors and is not listed.
with asked as (
    select distinct source, year, years from contributor_cells where topic = 'investment'
),
raised as (
    select r.source, a.year, a.years, l.geo, m.subject, r.company, max(r.name) as name,
           sum(r.usd) as usd, sum(r.eur) as eur
    from investment_counted r
    join asked a on a.source = r.source
    join contributor_places l on l.member = r.geo
    join investment_members m on m.categories = r.categories
    where r.year <= a.year and r.year > a.year - a.years
    group by 1, 2, 3, 4, 5, 6
),
valued as (
    select c.topic, c.geo, c.subject, c.period, c.source, c.unit, c.total, r.company, r.name,
           case when c.unit = 'EUR' then r.eur else r.usd end as value,
           count(*) over (partition by c.geo, c.subject) as contributors
    from raised r
    join contributor_cells c
      on c.topic = 'investment' and c.geo = r.geo and c.subject = r.subject
     and c.source = r.source and c.year = r.year and c.years = r.years
),
numbered as (
    select *, row_number() over (partition by geo, subject order by value desc, name, company)
               as place
    from valued
    where value > 0
)
select n.topic, n.geo, n.subject, n.period, n.source, n.unit, n.total, cast(n.place as int) as place,
       n.contributors, n.company as code, n.name, cast(n.value as double) as value
from numbered n
cross join contributor_rules r
where n.place <= r.listed
