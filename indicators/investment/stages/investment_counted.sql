-- The rounds that count, each with its company, its country, its categories and its amount
-- in US dollars and in euro. Country and categories are the round's own, else its
-- company's. A company without an id goes by its name, one without a name by its round.
-- A local amount is converted with the average rate of the year, to the thousandth; a
-- currency or year without a rate leaves the amount unconverted, and the round counts.
--
-- Texts are cast from views to plain texts: in joins of a million rows each batch of views
-- would hold on to every buffer of all others.
with companies as (
    select arrow_cast(source, 'Utf8') as source, arrow_cast(company, 'Utf8') as company,
           max(arrow_cast(name, 'Utf8')) as name,
           max(nullif(arrow_cast(geo, 'Utf8'), 'ZZ')) as geo,
           max(nullif(arrow_cast(categories, 'Utf8'), '')) as categories
    from investment_companies
    group by 1, 2
),
rounds as (
    select arrow_cast(source, 'Utf8') as source, arrow_cast(round, 'Utf8') as round,
           arrow_cast(company, 'Utf8') as company, arrow_cast(name, 'Utf8') as name,
           arrow_cast(geo, 'Utf8') as geo, year, month, arrow_cast(kind, 'Utf8') as kind,
           arrow_cast(categories, 'Utf8') as categories, amount,
           arrow_cast(currency, 'Utf8') as currency, amount_usd
    from investment_rounds
),
placed as (
    select r.source, r.year, r.month, r.kind,
           case when r.geo = 'ZZ' then coalesce(c.geo, 'ZZ') else r.geo end as geo,
           case when r.categories = '' then coalesce(c.categories, '') else r.categories end
               as categories,
           case when r.company <> '' then r.company
                when r.name <> '' then lower(r.name)
                else r.round end as company,
           coalesce(nullif(c.name, ''), r.name) as name,
           r.amount, r.currency, r.amount_usd
    from rounds r
    join investment_kinds k on k.kind = r.kind
    left join companies c on c.source = r.source and c.company = r.company and r.company <> ''
),
in_dollars as (
    select p.*, u.per_eur as usd_per_eur,
           case when p.amount_usd is not null then p.amount_usd
                when p.currency = 'USD' then p.amount
                else cast(round(cast(p.amount as double) / x.per_eur * u.per_eur, 3)
                          as decimal(18, 3)) end as usd
    from placed p
    left join currency_rates x on x.currency = p.currency and x.year = p.year
    left join currency_rates u on u.currency = 'USD' and u.year = p.year
)
select source, year, month, kind, geo, categories, company, name, usd,
       case when currency = 'EUR' and amount is not null then amount
            else cast(round(cast(usd as double) / usd_per_eur, 3) as decimal(18, 3)) end as eur,
       amount is null and amount_usd is null as undisclosed, usd_per_eur is not null as has_rate
from in_dollars
