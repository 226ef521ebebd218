-- Families of every source by place, subject and period: single years, and the spans
-- of several years that the rules name. A family counted by us is so many parts.
with yearly as (
    select s.source, s.geo, s.subject_kind, s.subject, s.year, 1 as years,
           cast(s.parts as double) / r.family_parts as families, s.families as n,
           case when s.year >= t.truncated_from then 'truncated' else '' end as status
    from patent_sums s
    cross join patent_rules r
    left join patent_truncation t on t.source = s.source
    union all
    select source, geo, subject_kind, subject, year, 1 as years,
           cast(families as double) as families, cast(round(families, 0) as bigint) as n,
           '' as status
    from patent_counted
),
spans as (
    select s.source, s.geo, s.subject_kind, s.subject, p.last_year as year, p.years,
           cast(sum(s.parts) as double) / max(r.family_parts) as families, cast(sum(s.families) as bigint) as n,
           max(case when s.year >= t.truncated_from then 'truncated' else '' end) as status
    from patent_sums s
    cross join patent_rules r
    join patent_periods p on s.year between p.first_year and p.last_year
    left join patent_truncation t on t.source = s.source
    group by s.source, s.geo, s.subject_kind, s.subject, p.last_year, p.years
    union all
    select c.source, c.geo, c.subject_kind, c.subject, p.last_year as year, p.years,
           cast(sum(c.families) as double) as families,
           cast(round(sum(c.families), 0) as bigint) as n, '' as status
    from patent_counted c
    join patent_periods p on c.year between p.first_year and p.last_year
    group by c.source, c.geo, c.subject_kind, c.subject, p.last_year, p.years
    having count(distinct c.year) = p.years
)
select * from yearly
union all
select * from spans
