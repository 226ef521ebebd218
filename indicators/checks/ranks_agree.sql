-- id: ranks-agree
-- severity: error
-- about: A rank lies between 1 and the number of members ranked, and down the values ranks never fall.
with ordered as (
    select indicator, source, subject, year, years, geo, value, rank, ranked_of,
           lag(rank) over (
               partition by indicator, source, subject, year, years order by value desc, rank)
               as rank_above
    from ranked
    where rank is not null
)
select * from ordered
where rank < 1 or rank > ranked_of or rank < rank_above
order by indicator, source, subject, year, geo
