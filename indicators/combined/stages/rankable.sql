-- What is ranked among the members: their shares in world patents and in EU production.
select 'patent-world-share' as indicator, p.source, p.geo, p.subject_kind, p.subject, p.year,
       p.value, p.status
from "patent-world-share" p
join geographies g on g.geo = p.geo
where g.eu27 and p.years = 1 and p.value is not null and p.subject_kind = 'technology'
union all
select 'production-eu-share' as indicator, p.source, p.geo, p.subject_kind, p.subject, p.year,
       p.value, p.status
from "production-eu-share" p
join geographies g on g.geo = p.geo
where g.eu27 and p.value is not null and p.subject_kind = 'technology'
