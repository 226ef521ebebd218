-- Each heading of each year: the total that the publisher gives for EU27, what the
-- members have published, and how much of the total is left for those who have not.
-- Where the published parts exceed the total, nothing can be said of the rest. Without
-- a total, the published parts of all members make one.
with sums as (
    select c.source, c.year, c.heading,
           max(case when c.geo = 'EU27' then c.value end) as given,
           sum(case when g.eu27 then c.value end) as members_value,
           count(case when g.eu27 then c.value end) as members
    from production_cells c
    join geographies g on g.geo = c.geo
    group by 1, 2, 3
),
union_size as (
    select count(*) as all_members from geographies where eu27
)
select source, year, heading, members, members = all_members as is_whole,
       coalesce(members_value, 0) as members_value,
       given,
       case when given is not null then given
            when members = all_members then members_value end as total,
       case when given >= coalesce(members_value, 0)
            then given - coalesce(members_value, 0) end as rest
from sums
cross join union_size
