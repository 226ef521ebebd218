-- PATSTAT's CSV to typed tables with indexes: the columns needed, patents of invention,
-- English texts. Nothing is logged, which PostgreSQL loads fastest.
create unlogged table tls201_appln (
    appln_id integer, appln_auth varchar, appln_nr varchar, appln_kind varchar,
    appln_filing_date date, appln_filing_year smallint, appln_nr_epodoc varchar,
    appln_nr_original varchar, ipr_type varchar, receiving_office varchar,
    internat_appln_id integer, int_phase varchar, reg_phase varchar, nat_phase varchar,
    earliest_filing_date date, earliest_filing_year smallint, earliest_filing_id integer,
    earliest_publn_date date, earliest_publn_year smallint, earliest_pat_publn_id integer,
    granted varchar, docdb_family_id integer, inpadoc_family_id integer,
    docdb_family_size smallint, nb_citing_docdb_fam integer, nb_applicants smallint,
    nb_inventors smallint);
create unlogged table tls202_appln_title (
    appln_id integer, appln_title_lg varchar, appln_title text);
create unlogged table tls203_appln_abstr (
    appln_id integer, appln_abstract_lg varchar, appln_abstract text);
create unlogged table tls206_person (
    person_id integer, person_name varchar, person_name_orig_lg varchar, person_address varchar,
    person_ctry_code varchar, nuts varchar, nuts_level smallint, doc_std_name_id integer,
    doc_std_name varchar, psn_id integer, psn_name varchar, psn_level smallint,
    psn_sector varchar, han_id integer, han_name varchar, han_harmonized integer);
create unlogged table tls207_pers_appln (
    person_id integer, appln_id integer, applt_seq_nr smallint, invt_seq_nr smallint);
create unlogged table tls209_appln_ipc (
    appln_id integer, ipc_class_symbol varchar, ipc_class_level varchar, ipc_version date,
    ipc_value varchar, ipc_position varchar, ipc_gener_auth varchar);
create unlogged table tls224_appln_cpc (
    appln_id integer, cpc_class_symbol varchar);
create unlogged table tls229_appln_nace2 (
    appln_id integer, nace2_code varchar, weight real);
create unlogged table countries (geo varchar);
-- All parts of a table, without their headers.
\copy tls201_appln from program 'tail -q -n +2 $RAW/tls201*.csv' (format csv)
\copy tls202_appln_title from program 'tail -q -n +2 $RAW/tls202*.csv' (format csv)
\copy tls203_appln_abstr from program 'tail -q -n +2 $RAW/tls203*.csv' (format csv)
\copy tls206_person from program 'tail -q -n +2 $RAW/tls206*.csv' (format csv)
\copy tls207_pers_appln from program 'tail -q -n +2 $RAW/tls207*.csv' (format csv)
\copy tls209_appln_ipc from program 'tail -q -n +2 $RAW/tls209*.csv' (format csv)
\copy tls224_appln_cpc from program 'tail -q -n +2 $RAW/tls224*.csv' (format csv)
\copy tls229_appln_nace2 from program 'tail -q -n +2 $RAW/tls229*.csv' (format csv)
\copy countries from '$COUNTRIES' (format csv, header match)
create unlogged table applications as
select appln_id, trim(appln_auth) as office, trim(appln_kind) as kind,
       internat_appln_id as international,
       nullif(appln_filing_year, 9999) as filing_year,
       nullif(earliest_filing_year, 9999) as earliest_filing_year,
       docdb_family_id as family
from tls201_appln
where trim(ipr_type) = 'PI' and appln_id between 1 and 900000000;
create unlogged table titles as
select appln_id, trim(appln_title) as text
from tls202_appln_title
where trim(appln_title_lg) = 'en' and appln_id between 1 and 900000000;
create unlogged table abstracts as
select appln_id, trim(appln_abstract) as text
from tls203_appln_abstr
where trim(appln_abstract_lg) = 'en' and appln_id between 1 and 900000000;
create unlogged table persons as
select p.person_id, coalesce(c.geo, 'ZZ') as geo, p.nuts, p.psn_name as name,
       p.psn_sector as sector
from tls206_person p left join countries c on c.geo = trim(p.person_ctry_code);
create unlogged table parties as
select person_id, appln_id, applt_seq_nr as applicant, invt_seq_nr as inventor
from tls207_pers_appln
where appln_id between 1 and 900000000;
-- A symbol as text in the order of the scheme: `H01M0004/583`. Bytes decide the order.
create unlogged table ipc as
select appln_id, (left(ipc_class_symbol, 4)
       || lpad(trim(split_part(substr(ipc_class_symbol, 5), '/', 1)), 4, '0')
       || '/' || trim(split_part(ipc_class_symbol, '/', 2))) collate "C" as symbol
from tls209_appln_ipc
where appln_id between 1 and 900000000 and ipc_class_symbol like '%/%';
create unlogged table cpc as
select appln_id, (left(cpc_class_symbol, 4)
       || lpad(trim(split_part(substr(cpc_class_symbol, 5), '/', 1)), 4, '0')
       || '/' || trim(split_part(cpc_class_symbol, '/', 2))) collate "C" as symbol
from tls224_appln_cpc
where appln_id between 1 and 900000000 and cpc_class_symbol like '%/%';
create unlogged table industries as
select * from tls229_appln_nace2 where appln_id between 1 and 900000000;
drop table tls201_appln, tls202_appln_title, tls203_appln_abstr, tls206_person,
    tls207_pers_appln, tls209_appln_ipc, tls224_appln_cpc, tls229_appln_nace2, countries;
alter table applications add primary key (appln_id);
alter table persons add primary key (person_id);
create index on applications (family);
create index on titles (appln_id);
create index on abstracts (appln_id);
create index on parties (appln_id);
create index on ipc (symbol, appln_id);
create index on cpc (symbol, appln_id);
create index on industries (appln_id);
analyze;
