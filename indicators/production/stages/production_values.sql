-- The sums with what has to be known of them. `exact` is the published sum, where
-- nothing is hidden or what is hidden could add next to nothing.
--
-- A subject of which the source has too few headings would be another subject and is
-- withheld; so are ecosystems and the total of too few divisions, of which nobody could say
-- how much is missing.
with covered as (
    select s.*, d.divisions, s.hidden > 0 as is_hidden,
           s.hidden > 0
               and cast(s.upper - s.lower as double)
                   <= r.hidden_part_published * cast(s.upper as double) as is_narrow,
           case when l.headings is null then 1.0
                else cast(s.headings as double) / cast(l.headings as double) end as coverage
    from production_sums s
    cross join production_rules r
    join production_divisions d on d.source = s.source and d.year = s.year
    left join production_listed l on l.subject = s.subject and l.year = s.year
),
started as (
    select source, min(year) as first_year from production_headings group by 1
)
select c.source, c.year, c.geo, c.subject_kind, c.subject, c.n, c.hidden, c.lower, c.upper,
       case when not c.is_hidden or coalesce(c.is_narrow, false) then c.lower end as exact,
       concat_ws(';',
           case when b.year is not null and c.year > t.first_year then 'break' end,
           case when c.is_hidden and not coalesce(c.is_narrow, false) then 'confidential' end,
           case when c.is_narrow then 'confidential-part' end,
           case when c.coverage < r.code_coverage_full then 'partial-codes' end) as status
from covered c
cross join production_rules r
join started t on t.source = c.source
left join production_breaks b on b.subject = c.subject and b.year = c.year
where c.coverage >= r.code_coverage_published
  and (c.subject_kind = 'technology' or c.divisions >= r.full_coverage_divisions)
