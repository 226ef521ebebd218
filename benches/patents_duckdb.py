"""DuckDB's side of patents.py: `ingest` and `build`, each one process."""

import sys
from pathlib import Path

import duckdb


def run(name, **values):
    sql = (Path(__file__).parent / name).read_text()
    for key, value in values.items():
        sql = sql.replace(f"${key.upper()}", value)
    duckdb.execute(sql)


def ingest(raw, countries, out):
    run("patents_ingest.sql", raw=raw, countries=countries, out=out)


def build(lake, ranges, out):
    run("patents_build.sql", lake=lake, ranges=ranges, out=out)


{"ingest": ingest, "build": build}[sys.argv[1]](*sys.argv[2:])
