-- Prodcom to one Parquet file: values of sold production, the Union as EU27.
copy (
    select cast(TIME_PERIOD as int) as year,
           case reporter when 'EU27_2020' then 'EU27' when 'EL' then 'GR' else reporter end as geo,
           product as heading,
           cast(nullif(OBS_VALUE, '') as decimal(18, 3)) as value,
           lower(coalesce(OBS_FLAG, '')) as flags
    from read_csv('$RAW/*.csv', header = true, all_varchar = true)
    where indicators = 'PRODVAL' and regexp_matches(product, '^[0-9]{8}$')
) to '$OUT' (format parquet)
