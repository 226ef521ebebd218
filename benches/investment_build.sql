-- What companies raised, by country, subject and year, and over 2015 to 2023.
create table companies as select * from '$IN/companies.parquet';
create table places as select * from read_csv('$COUNTRIES');
create table map as select * from read_csv('$MAP', types = {'category': 'varchar'});
create table kinds as select * from read_csv('$KINDS');
create table rates as select * from read_csv('$RATES');
create table counted as
    select row_number() over () as id, coalesce(own.geo, its.geo, 'ZZ') as geo, r.year,
           coalesce(c.categories, '') as categories,
           case when r.usd is not null then r.usd
                when r.currency = 'USD' then r.amount
                else cast(round(cast(r.amount as double) / x.per_eur * u.per_eur, 3)
                          as decimal(18, 3)) end as usd
    from '$IN/rounds.parquet' r
    join kinds using (kind)
    left join companies c using (company)
    left join places own on own.iso3 = nullif(r.iso3, '')
    left join places its on its.iso3 = nullif(c.iso3, '')
    left join rates x on x.currency = r.currency and x.year = r.year
    left join rates u on u.currency = 'USD' and u.year = r.year;
create table members as
    with each as (select distinct categories from counted)
    select distinct e.categories, m.subject
    from each e, unnest(string_split(e.categories, ',')) as c(category)
    join map m on m.category = trim(c.category)
    union all
    select categories, 'all-investment' from each;
create table cells as
    with placed as (
        select m.subject, c.year, c.geo, c.usd from counted c join members m using (categories)
    ),
    every as (
        select * from placed where geo <> 'ZZ'
        union all
        select p.subject, p.year, 'EU27', p.usd from placed p join places g on g.geo = p.geo where g.eu27
        union all
        select subject, year, 'WORLD', usd from placed
    ),
    periods as (
        select subject, cast(year as varchar) as period, geo, usd from every
        union all
        select subject, '2015-2023', geo, usd from every where year between 2015 and 2023
    )
    select subject, period, geo, count(*) as rounds, sum(usd) as usd, max(usd) as largest
    from periods group by all;
create table full_cells as
    select subject, period, geo, rounds, usd, largest from cells
    union all
    select w.subject, w.period, a.geo, 0, 0, 0
    from cells w
    join cells a on a.subject = 'all-investment' and a.period = w.period
    where w.geo = 'WORLD'
      and not exists (from cells c
                      where c.subject = w.subject and c.period = w.period and c.geo = a.geo);
copy (
    with named as (
        select 'investment-raised' as indicator, geo, subject, period as year, cast(usd as double) as value
        from full_cells
        union all
        select 'investment-rounds', geo, subject, period, cast(rounds as double) from full_cells
        union all
        select 'investment-raised-without-largest', geo, subject, period,
               cast(usd - largest as double)
        from full_cells
    )
    select n.indicator, n.geo, n.subject, n.year, n.value, null as lower, null as upper,
           case when p.eu27 and n.value is not null then rank() over (
               partition by n.indicator, n.subject, n.year, coalesce(p.eu27, false) and n.value is not null
               order by n.value desc) end as rank
    from named n left join places p on p.geo = n.geo
) to '$OUT' (header)
