-- Sold production of ecosystems and of everything, with the bounds of what is hidden, and
-- the shares in EU production with their ranks.
create table cells as select * from '$CELLS';
create table places as select * from read_csv('$COUNTRIES');
create table weights as
    select subject, industry, cast(weight as decimal(5, 4)) as weight
    from read_csv('$WEIGHTS', types = {'industry': 'varchar'});
create table headings as
    select c.year, c.heading,
           max(case when c.geo = 'EU27' then c.value end) as given,
           coalesce(sum(case when p.eu27 then c.value end), 0) as members_value,
           count(case when p.eu27 then c.value end) as members
    from cells c left join places p on p.geo = c.geo
    group by all;
create table bounds as
    select *, case when given >= members_value then given - members_value end as rest,
           case when given is not null then given when members = 27 then members_value end as total
    from headings;
create table members as
    select h.year, h.heading, w.subject, w.weight
    from headings h
    join weights w on starts_with(left(h.heading, 4), w.industry)
    qualify row_number() over (
        partition by h.year, h.heading, w.subject order by length(w.industry) desc) = 1
    union all
    select year, heading, 'all-production', cast(1 as decimal(5, 4)) from headings;
delete from members where weight = 0;
create table whole as
    select m.year, m.subject, count(*) as headings, coalesce(sum(m.weight * b.rest), 0) as rest,
           count(*) - count(b.rest) as without_bound
    from members m join bounds b using (year, heading)
    group by all;
create table published as
    select c.year, c.geo, m.subject, count(*) as n, sum(m.weight * c.value) as value,
           coalesce(sum(m.weight * b.rest), 0) as rest, count(*) - count(b.rest) as without_bound
    from cells c join bounds b using (year, heading) join members m using (year, heading)
    where c.geo <> 'EU27' and c.value is not null
    group by all;
create table sums as
    select w.year, r.geo, w.subject, coalesce(p.value, 0) as lower,
           w.headings - coalesce(p.n, 0) as hidden,
           case when w.headings = coalesce(p.n, 0) then coalesce(p.value, 0)
                when not r.eu27 or w.without_bound > coalesce(p.without_bound, 0) then null
                else coalesce(p.value, 0) + w.rest - coalesce(p.rest, 0) end as upper
    from whole w
    join (select distinct c.year, c.geo, p.eu27 from cells c join places p on p.geo = c.geo) r
      using (year)
    left join published p using (year, geo, subject)
    union all
    select m.year, 'EU27', m.subject, sum(m.weight * coalesce(b.total, b.members_value)),
           count(*) - count(b.total),
           case when count(*) = count(b.total) then sum(m.weight * b.total) end
    from members m join bounds b using (year, heading)
    group by all;
create table known as
    select *, case when hidden = 0 then lower
                   when cast(upper - lower as double) <= 0.05 * cast(upper as double) then lower
              end as exact
    from sums
    -- With fewer divisions a year is a selection, of which nobody could say what is missing.
    where year in (select year from headings group by year
                   having count(distinct left(heading, 2)) >= 24);
create table shares as
    select s.year, s.geo, s.subject, 100.0 * cast(s.exact as double) / cast(e.exact as double) as value
    from known s
    join known e on e.year = s.year and e.subject = s.subject and e.geo = 'EU27'
    join places p on p.geo = s.geo
    where p.eu27 and e.exact > 0 and s.exact <= e.exact;
copy (
    select 'production-value' as indicator, geo, subject, year, cast(exact as double) as value,
           case when hidden > 0 then cast(lower as double) end as lower,
           case when hidden > 0 then cast(upper as double) end as upper, null as rank
    from known
    union all
    select 'production-eu-share', geo, subject, year, value, null, null,
           rank() over (partition by subject, year order by value desc)
    from shares
) to '$OUT' (header)
