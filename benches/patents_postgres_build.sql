-- Transnational families by country and year: all, and those of every ecosystem.
create unlogged table ranges (
    ecosystem varchar, first varchar collate "C", last varchar collate "C");
\copy ranges from '$RANGES' (format csv, header match)
create unlogged table members as
select a.*, case when office = 'WO' or kind = 'W' then 0 when office = 'EP' then 1 else 2 end as way
from applications a
where family in (select family from applications where office in ('WO', 'EP') or kind = 'W');
analyze ranges, members;
create unlogged table years as
select family, min(earliest_filing_year) as year from members group by family;
-- The representative: of the members that name an applicant the first in order, else
-- the first member.
create unlogged table representatives as
select distinct on (m.family) m.family, m.appln_id
from members m
left join (select distinct appln_id from parties where applicant > 0) n using (appln_id)
order by m.family, n.appln_id is null, m.way, m.appln_id;
analyze years, representatives;
-- The parts of each applicant: what the division leaves goes to the first.
create unlogged table parts as
with listed as (
    select r.family, coalesce(s.geo, 'ZZ') as geo,
           row_number() over (partition by r.family order by p.applicant) as place,
           count(*) over (partition by r.family) as applicants
    from representatives r
    join parties p on p.appln_id = r.appln_id and p.applicant > 0
    left join persons s using (person_id)
)
select family, geo, sum(232792560 / applicants
       + case when place = 1 then 232792560 % applicants else 0 end)::bigint as parts
from listed group by family, geo
union all
select family, 'ZZ', 232792560 from representatives r
where not exists (select from listed l where l.family = r.family);
-- Range by range in the index: faster here than by distinct symbols, as DuckDB is asked.
create unlogged table subjects as
select distinct m.family, r.ecosystem as subject
from ranges r
join ipc i on i.symbol between r.first and r.last
join members m using (appln_id)
union all
select family, 'all-patents' from years;
analyze parts, subjects;
copy (
    select p.geo, s.subject, y.year, sum(p.parts)::float8 / 232792560 as value, count(*) as n
    from subjects s join parts p using (family) join years y using (family)
    where y.year is not null
    group by p.geo, s.subject, y.year
    order by 1, 2, 3
) to stdout (format csv, header) \g '$OUT'
