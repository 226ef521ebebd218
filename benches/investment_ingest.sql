-- Crunchbase's organisations and rounds to two Parquet files. An amount of 0 says that it
-- was not disclosed.
copy (
    select uuid as company, coalesce(nullif(country_code, ''), '') as iso3,
           lower(coalesce(category_list, '')) as categories
    from read_csv('$RAW/organizations_DEMO.csv', header = true, all_varchar = true)
) to '$OUT/companies.parquet' (format parquet);
copy (
    select org_uuid as company, coalesce(country_code, '') as iso3,
           cast(left(announced_on, 4) as int) as year, cast(substr(announced_on, 6, 2) as int) as month,
           replace(investment_type, '_', '-') as kind,
           nullif(cast(nullif(raised_amount_usd, '') as decimal(18, 3)), 0) as usd,
           nullif(cast(nullif(raised_amount, '') as decimal(18, 3)), 0) as amount,
           raised_amount_currency_code as currency
    from read_csv('$RAW/funding_rounds_DEMO.csv', header = true, all_varchar = true)
    where left(announced_on, 4) between '1900' and '2100'
) to '$OUT/rounds.parquet' (format parquet)
