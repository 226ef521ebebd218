"""Production and investment beside DuckDB, on generated Prodcom cells and Crunchbase rounds.

Both sides read the same files and must give the same numbers; see README.md.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from trade import HERE, ROOT, report, run

PRODUCTION = {"production-value", "production-eu-share"}
INVESTMENT = {"investment-raised", "investment-rounds", "investment-raised-without-largest"}


def peer(statement, **places):
    """Runs one statement file in DuckDB, in a process of its own."""
    filled = [f"{name}={value}" for name, value in places.items()]
    return run([sys.executable, str(HERE / "economy_duckdb.py"), statement, *filled])


def write(path, header, rows):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
    return path


def toml(*parts):
    return tomllib.loads(ROOT.joinpath("definitions", *parts).read_text())


def folder_of(name):
    return [tomllib.loads(path.read_text()) for path in sorted((ROOT / "definitions" / name).glob("*.toml"))]


def definitions(sextant, folder):
    """What the peer needs of the definitions, as tables."""
    places = [table for table in folder_of("geographies")]
    eu27 = next(table["geography"]["EU27"] for table in places if "EU27" in table["geography"])["members"]
    countries = [(geo, place.get("iso3", ""), geo in eu27)
                 for table in places if table["kind"] == "country"
                 for geo, place in table["geography"].items()]
    weights = [(e["id"], w["code"].replace(".", ""), w["weight"])
               for e in folder_of("ecosystems") for w in e["nace"]["weights"]]
    listed = json.loads(subprocess.check_output([sextant, "definitions", "list", "--format", "json"]))
    parents = {line["id"]: line["parent"] for line in listed}

    def up(subject):
        while subject:
            yield subject
            subject = parents[subject]

    mapped = toml("investment", "crunchbase-categories.toml")["mapped"]
    pairs = {(name.strip().lower(), above) for name, subjects in mapped.items()
             for subject in subjects for above in up(subject)}
    kinds = [(kind,) for kind in toml("rules", "investment.toml")["counted"]]
    table = toml("rules", "exchange-rates.toml")
    rates = [("EUR", rate["year"], 1.0) for rate in table["rates"]]
    rates += [("USD", rate["year"], rate["usd_per_eur"]) for rate in table["rates"]]
    for currency in table.get("currencies", []):
        years = enumerate(currency["per_eur"], currency["first_year"])
        rates += [(currency["code"], year, rate) for year, rate in years]
    return {
        "COUNTRIES": write(folder / "countries.csv", ["geo", "iso3", "eu27"], countries),
        "WEIGHTS": write(folder / "weights.csv", ["subject", "industry", "weight"], weights),
        "MAP": write(folder / "map.csv", ["category", "subject"], sorted(pairs)),
        "KINDS": write(folder / "kinds.csv", ["kind"], kinds),
        "RATES": write(folder / "rates.csv", ["currency", "year", "per_eur"], rates),
    }


def compare(sextant, workspace, answers, indicators, peer_subjects):
    """Every value of DuckDB's answer beside the edition's; gives how many agreed."""
    printed = subprocess.check_output([sextant, "observations", "--workspace", workspace], text=True)
    ours = {(line["indicator"], line["geo"], line["subject"], line["period"]): line
            for line in csv.DictReader(printed.splitlines())
            if line["indicator"] in indicators and peer_subjects(line["subject"])}
    agreed = 0
    with open(answers, newline="") as file:
        for line in csv.DictReader(file):
            key = (line["indicator"], line["geo"], line["subject"], line["year"])
            mine = ours.pop(key, None)
            if mine is None:
                sys.exit(f"DuckDB has {key}, the edition has not")
            for column in ("value", "lower", "upper"):
                if column != "value" and line["indicator"] != "production-value":
                    continue
                same = mine[column] == line[column] or (
                    mine[column] and line[column]
                    and abs(float(mine[column]) - float(line[column])) <= 1e-9 * abs(float(line[column])))
                if not same:
                    sys.exit(f"{key}, {column}: ours {mine[column]}, DuckDB's {line[column]}")
            if line["rank"] and mine["rank"] != line["rank"]:
                sys.exit(f"{key}: ours ranks {mine['rank']}, DuckDB's {line['rank']}")
            agreed += 1
    left = [key for key, line in ours.items() if line["value"]]
    if left:
        sys.exit(f"the edition has {left[0]}, DuckDB has not, and {len(left)} in all")
    return agreed


def count(path):
    with open(path, "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) - 1


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--production-scale", type=float, default=40)
    parser.add_argument("--investment-scale", type=float, default=40)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--sextant", default=str(ROOT / "target" / "release" / "sextant"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sextant-bench-") as folder:
        folder = Path(folder)
        tables = definitions(asked.sextant, folder)
        production(asked, folder, tables)
        investment(asked, folder, tables)


def measured(asked, folder, source, raw, ingest, build):
    """Both sides in turn, a few times; gives their times and the last workspace."""
    times = ([], [], [], [])
    for turn in range(asked.repeat):
        workspace = str(folder / f"{source}{turn}")
        times[0].append(run([asked.sextant, "ingest", source, str(raw), "--workspace", workspace]))
        times[1].append(ingest())
        times[2].append(run([asked.sextant, "build", "--workspace", workspace]))
        times[3].append(build())
    return times, workspace


def production(asked, folder, tables):
    raw = folder / "production"
    run([asked.sextant, "generate", "--only", "production", "--scale", str(asked.production_scale),
         "--out", str(raw)])
    raw = raw / "prodcom"
    files = sorted(raw.glob("*.csv"))
    rows, size = sum(map(count, files)), sum(path.stat().st_size for path in files)
    print(f"{rows} Prodcom rows, {size / 1e6:.0f} MB, {os.cpu_count()} cores", flush=True)
    cells, answers = folder / "cells.parquet", folder / "production.csv"
    times, workspace = measured(
        asked, folder, "prodcom", raw,
        lambda: peer("production_ingest.sql", RAW=raw, OUT=cells),
        lambda: peer("production_build.sql", CELLS=cells, OUT=answers, **tables))
    subjects = {row["subject"] for row in csv.DictReader(open(tables["WEIGHTS"]))} | {"all-production"}
    agreed = compare(asked.sextant, workspace, answers, PRODUCTION, subjects.__contains__)
    print(f"{agreed} observations of production agree in value, interval and rank")
    report("production ingest", times[0], times[1], rows, size)
    report("production indicators", times[2], times[3], rows, size)


def investment(asked, folder, tables):
    raw = folder / "investment"
    run([asked.sextant, "generate", "--only", "investment", "--scale", str(asked.investment_scale),
         "--out", str(raw)])
    raw = raw / "crunchbase"
    files = sorted(raw.glob("*.csv"))
    rows, size = count(raw / "funding_rounds_DEMO.csv"), sum(path.stat().st_size for path in files)
    print(f"{rows} rounds, {size / 1e6:.0f} MB with their companies", flush=True)
    answers = folder / "investment.csv"
    times, workspace = measured(
        asked, folder, "crunchbase", raw,
        lambda: peer("investment_ingest.sql", RAW=raw, OUT=folder),
        lambda: peer("investment_build.sql", IN=folder, OUT=answers, **tables))
    agreed = compare(asked.sextant, workspace, answers, INVESTMENT, lambda _: True)
    print(f"{agreed} observations of investment agree in value and rank")
    report("investment ingest", times[0], times[1], rows, size)
    report("investment indicators", times[2], times[3], rows, size)


if __name__ == "__main__":
    main()
