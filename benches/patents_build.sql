-- Transnational families by country and year: all, and those of every ecosystem.
create temp table ranges as
select * from read_csv('$RANGES', header = true, columns = {
    'ecosystem': 'varchar', 'first': 'varchar', 'last': 'varchar'});
create temp table members as
select a.*, case when office = 'WO' or kind = 'W' then 0 when office = 'EP' then 1 else 2 end as way
from '$LAKE/applications.parquet' a
where family in (
    select family from '$LAKE/applications.parquet' where office in ('WO', 'EP') or kind = 'W');
create temp table years as
select family, min(earliest_filing_year) as year from members group by family;
-- The representative: of the members that name an applicant the first in order, else
-- the first member.
create temp table named as
select distinct appln_id from '$LAKE/parties.parquet' where applicant > 0;
create temp table representatives as
select family, appln_id from (
    select m.family, m.appln_id, row_number() over (
        partition by m.family
        order by case when n.appln_id is null then 1 else 0 end, m.way, m.appln_id) as place
    from members m left join named n using (appln_id))
where place = 1;
-- The parts of each applicant: what the division leaves goes to the first.
create temp table parts as
with listed as (
    select r.family, coalesce(s.geo, 'ZZ') as geo,
           row_number() over (partition by r.family order by p.applicant) as place,
           count(*) over (partition by r.family) as applicants
    from representatives r
    join '$LAKE/parties.parquet' p on p.appln_id = r.appln_id and p.applicant > 0
    left join '$LAKE/persons.parquet' s using (person_id)
)
select family, geo, sum(232792560 // applicants
       + case when place = 1 then 232792560 % applicants else 0 end) as parts
from listed group by family, geo
union all
select family, 'ZZ', 232792560 from representatives
where family not in (select family from listed);
create temp table subjects as
select distinct m.family, r.ecosystem as subject
from (select distinct symbol from '$LAKE/ipc.parquet') s
join ranges r on s.symbol between r.first and r.last
join '$LAKE/ipc.parquet' i using (symbol)
join members m using (appln_id)
union all
select family, 'all-patents' from years;
copy (
    select p.geo, s.subject, y.year, sum(p.parts) / 232792560.0 as value, count(*) as n
    from subjects s join parts p using (family) join years y using (family)
    where y.year is not null
    group by p.geo, s.subject, y.year
    order by all
) to '$OUT' (format csv, header true);
