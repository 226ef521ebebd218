"""PATSTAT to families by country beside DuckDB or PostgreSQL, on generated files.

Both sides read the same files and must give the same numbers; see README.md.
"""

import argparse
import contextlib
import csv
import os
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from pathlib import Path

import postgres
from trade import ROOT, report, run

HERE = Path(__file__).resolve().parent


class DuckDB:
    """Each step in a process of its own."""

    name = "duckdb"

    def __init__(self, folder):
        self.folder = folder

    def ingest(self, raw, countries, turn):
        lake = self.lake(turn)
        lake.mkdir()
        return self.step("ingest", raw, countries, lake)

    def build(self, ranges, answers, turn):
        return self.step("build", self.lake(turn), ranges, answers)

    def lake(self, turn):
        return self.folder / f"duckdb{turn}"

    def step(self, step, *paths):
        return run([sys.executable, str(HERE / "patents_duckdb.py"), step, *map(str, paths)])


class PostgreSQL:
    """Each step a script of one session; the server runs already and may use all cores."""

    name = "postgresql"
    settings = {"shared_buffers": "4GB", "work_mem": "512MB", "max_wal_size": "16GB", "wal_level": "minimal",
                "max_wal_senders": 0, "max_parallel_workers_per_gather": os.cpu_count(),
                "max_parallel_maintenance_workers": os.cpu_count()}

    def __init__(self, folder, server):
        self.folder = folder
        self.server = server

    def ingest(self, raw, countries, turn):
        self.server.sql(f"create database turn{turn}")
        return self.script("patents_postgres_ingest.sql", turn, raw=raw, countries=countries)

    def build(self, ranges, answers, turn):
        spent = self.script("patents_postgres_build.sql", turn, ranges=ranges, out=answers)
        self.server.sql(f"drop database turn{turn}")
        return spent

    def script(self, name, turn, **values):
        """The seconds; what psql needs of memory says nothing about the server."""
        sql = (HERE / name).read_text()
        for key, value in values.items():
            sql = sql.replace(f"${key.upper()}", str(value))
        path = self.folder / name
        path.write_text(sql)
        seconds, _ = run(self.server.psql("-d", f"turn{turn}", "-f", str(path)))
        return seconds, None


@contextlib.contextmanager
def peer(asked, folder):
    """The one asked for, ready to work."""
    if asked.postgres:
        if not postgres.installed():
            sys.exit("PostgreSQL is not installed")
        with postgres.server(**PostgreSQL.settings) as server:
            yield PostgreSQL(folder, server)
    else:
        yield DuckDB(folder)


def countries(out):
    """Codes of countries, as the definitions list them."""
    folder = ROOT / "definitions" / "geographies"
    table = tomllib.loads((folder / "countries.toml").read_text())
    with open(out, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["geo"])
        writer.writerows([geo] for geo in table["geography"])


def key(symbol):
    """`H01M 4/583` as `H01M0004/583`, which sorts as the scheme does."""
    head, _, group = symbol.partition(" ")
    if not group:
        return head
    main, _, sub = group.partition("/")
    return f"{head}{main.zfill(4)}/{sub}"


def ranges(out):
    """The symbols of every ecosystem as ranges of keys."""
    below = tomllib.loads((ROOT / "definitions/expansions/ipc.toml").read_text())
    absent = {symbol: entry.get("below", []) for symbol, entry in below["absent"].items()}
    below = absent | below["below"]
    with open(out, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["ecosystem", "first", "last"])
        for path in sorted((ROOT / "definitions/ecosystems").glob("*.toml")):
            ecosystem = tomllib.loads(path.read_text())
            for line in ecosystem["patents"]["ipc"]:
                first, _, last = line.partition(" - ")
                if last:
                    end = key(last) + ("" if "/" in last else "~")
                    writer.writerow([ecosystem["id"], key(first), end])
                elif "/" not in line or line.endswith("/00"):
                    start = key(line.removesuffix("/00"))
                    writer.writerow([ecosystem["id"], start, start + "~"])
                else:
                    for symbol in [line, *below[line]]:
                        writer.writerow([ecosystem["id"], key(symbol), key(symbol)])


def compare(sextant, workspace, answers, peer):
    """Every value of the peer's answer beside the edition's; gives how many agreed."""
    printed = subprocess.check_output(
        [sextant, "observations", "--indicator", "patent-families", "--workspace", workspace], text=True)
    ours = {(line["geo"], line["subject"], line["period"]): line for line in csv.DictReader(printed.splitlines())}
    agreed = 0
    with open(answers, newline="") as file:
        for line in csv.DictReader(file):
            mine = ours.get((line["geo"], line["subject"], line["year"]))
            if mine is None or mine["n"] != line["n"] or float(mine["value"]) != float(line["value"]):
                sys.exit(f"{peer} has {line}, the edition {mine}")
            agreed += 1
    return agreed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postgres", action="store_true", help="beside PostgreSQL, on a smaller slice")
    parser.add_argument("--scale", type=float,
                        help="1 is 100,000 transnational families; 5 unless said, 0.5 beside PostgreSQL")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--sextant", default=str(ROOT / "target" / "release" / "sextant"))
    asked = parser.parse_args()
    scale = asked.scale or (0.5 if asked.postgres else 5)
    with tempfile.TemporaryDirectory(prefix="sextant-bench-") as folder:
        folder = Path(folder)
        raw = folder / "raw" / "patstat"
        run([asked.sextant, "generate", "--only", "patents", "--patent-scale", str(scale),
             "--out", str(folder / "raw")])
        for packed in raw.glob("*.zip"):
            zipfile.ZipFile(packed).extractall(raw)
            packed.unlink()
        size = sum(path.stat().st_size for path in raw.iterdir())
        rows = sum(sum(block.count(b"\n") for block in iter(lambda f=f: f.read(1 << 20), b"")) - 1
                   for f in map(lambda path: path.open("rb"), raw.iterdir()))
        countries(folder / "countries.csv")
        ranges(folder / "ranges.csv")
        print(f"{rows} rows of PATSTAT, {size / 1e6:.0f} MB, {os.cpu_count()} cores", flush=True)
        ingest, built, peer_ingest, peer_built = [], [], [], []
        with peer(asked, folder) as other:
            for turn in range(asked.repeat):
                workspace = str(folder / f"workspace{turn}")
                ingest.append(run([asked.sextant, "ingest", "patstat", str(raw), "--workspace", workspace]))
                peer_ingest.append(other.ingest(raw, folder / "countries.csv", turn))
                built.append(run([asked.sextant, "build", "--workspace", workspace]))
                peer_built.append(other.build(folder / "ranges.csv", folder / "answers.csv", turn))
        agreed = compare(asked.sextant, workspace, folder / "answers.csv", other.name)
        print(f"{agreed} numbers of families agree, to the last digit")
        report("ingest", ingest, peer_ingest, rows, size, peer=other.name)
        report("build", built, peer_built, peer=other.name)


if __name__ == "__main__":
    main()
