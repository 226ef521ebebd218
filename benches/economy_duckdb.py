"""DuckDB's side of economy.py: one statement file with its places filled, one process."""

import sys
from pathlib import Path

import duckdb

sql = (Path(__file__).parent / sys.argv[1]).read_text()
for place in sys.argv[2:]:
    name, value = place.split("=", 1)
    sql = sql.replace("$" + name, value)
duckdb.execute(sql)
