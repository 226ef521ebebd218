-- BACI's CSV to typed Parquet: our country codes, values as exact decimals.
create temp table countries as
select * from read_csv('$COUNTRIES', columns = {
    'baci': 'integer', 'geo': 'varchar', 'kind': 'varchar', 'eu27': 'boolean'});
copy (
    select b.t as year, r.geo as reporter, p.geo as partner, b.k as product,
           cast(b.v * 1000 as decimal(18, 3)) as value, b.q as tonnes
    from read_csv('$RAW/*.csv', header = true, nullstr = ['NA', ''], columns = {
        't': 'smallint', 'i': 'integer', 'j': 'integer', 'k': 'varchar',
        'v': 'decimal(18, 6)', 'q': 'decimal(18, 3)'}) b
    join countries r on r.baci = b.i
    join countries p on p.baci = b.j
) to '$OUT' (format parquet, compression lz4);
