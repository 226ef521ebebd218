"""DuckDB's side of trade.py: `ingest` and `build`, each one process."""

import sys
from pathlib import Path

import duckdb


def ingest(raw, countries, out):
    sql = (Path(__file__).parent / "trade_ingest.sql").read_text()
    duckdb.execute(sql.replace("$RAW", raw).replace("$COUNTRIES", countries).replace("$OUT", out))


def build(flows, membership, countries, out):
    sql = (Path(__file__).parent / "trade_build.sql").read_text()
    for name, value in [("$FLOWS", flows), ("$MEMBERSHIP", membership),
                        ("$COUNTRIES", countries), ("$OUT", out)]:
        sql = sql.replace(name, value)
    duckdb.execute(sql)


{"ingest": ingest, "build": build}[sys.argv[1]](*sys.argv[2:])
