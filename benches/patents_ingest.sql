-- PATSTAT's CSV to typed Parquet: the columns needed, patents of invention, English texts.
copy (
    select appln_id, trim(appln_auth) as office, trim(appln_kind) as kind,
           internat_appln_id as international,
           nullif(appln_filing_year, 9999) as filing_year,
           nullif(earliest_filing_year, 9999) as earliest_filing_year,
           docdb_family_id as family
    from read_csv('$RAW/tls201*.csv', header = true, union_by_name = true)
    where trim(ipr_type) = 'PI' and appln_id between 1 and 900000000
) to '$OUT/applications.parquet' (format parquet, compression lz4);
copy (
    select appln_id, trim(appln_title) as text
    from read_csv('$RAW/tls202*.csv', header = true)
    where trim(appln_title_lg) = 'en' and appln_id between 1 and 900000000
) to '$OUT/titles.parquet' (format parquet, compression lz4);
copy (
    select appln_id, trim(appln_abstract) as text
    from read_csv('$RAW/tls203*.csv', header = true)
    where trim(appln_abstract_lg) = 'en' and appln_id between 1 and 900000000
) to '$OUT/abstracts.parquet' (format parquet, compression lz4);
copy (
    select p.person_id, coalesce(c.geo, 'ZZ') as geo, p.nuts, p.psn_name as name,
           p.psn_sector as sector
    from read_csv('$RAW/tls206*.csv', header = true, types = {
        'person_ctry_code': 'varchar', 'nuts': 'varchar'}) p
    left join read_csv('$COUNTRIES', header = true, nullstr = '') c
      on c.geo = trim(p.person_ctry_code)
) to '$OUT/persons.parquet' (format parquet, compression lz4);
copy (
    select person_id, appln_id, applt_seq_nr as applicant, invt_seq_nr as inventor
    from read_csv('$RAW/tls207*.csv', header = true)
    where appln_id between 1 and 900000000
) to '$OUT/parties.parquet' (format parquet, compression lz4);
-- A symbol as text in the order of the scheme: `H01M0004/583`.
copy (
    select appln_id, ipc_class_symbol[1:4] || lpad(trim(split_part(ipc_class_symbol[5:], '/', 1)), 4, '0')
           || '/' || trim(split_part(ipc_class_symbol, '/', 2)) as symbol
    from read_csv('$RAW/tls209*.csv', header = true)
    where appln_id between 1 and 900000000 and ipc_class_symbol like '%/%'
) to '$OUT/ipc.parquet' (format parquet, compression lz4);
copy (
    select appln_id, cpc_class_symbol[1:4] || lpad(trim(split_part(cpc_class_symbol[5:], '/', 1)), 4, '0')
           || '/' || trim(split_part(cpc_class_symbol, '/', 2)) as symbol
    from read_csv('$RAW/tls224*.csv', header = true)
    where appln_id between 1 and 900000000 and cpc_class_symbol like '%/%'
) to '$OUT/cpc.parquet' (format parquet, compression lz4);
copy (
    select * from read_csv('$RAW/tls229*.csv', header = true, types = {'nace2_code': 'varchar'})
    where appln_id between 1 and 900000000
) to '$OUT/industries.parquet' (format parquet, compression lz4);
