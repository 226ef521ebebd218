"""PATSTAT to families by country beside DuckDB, on generated files.

Both sides read the same files and must give the same numbers; see README.md.
"""

import argparse
import csv
import os
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from pathlib import Path

from trade import ROOT, report, run

HERE = Path(__file__).resolve().parent


def peer(step, *paths):
    """Runs one step of DuckDB in a process of its own."""
    return run([sys.executable, str(HERE / "patents_duckdb.py"), step, *map(str, paths)])


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


def compare(sextant, workspace, answers):
    """Every value of DuckDB's answer beside the edition's; gives how many agreed."""
    printed = subprocess.check_output(
        [sextant, "observations", "--indicator", "patent-families", "--workspace", workspace], text=True)
    ours = {(line["geo"], line["subject"], line["period"]): line for line in csv.DictReader(printed.splitlines())}
    agreed = 0
    with open(answers, newline="") as file:
        for line in csv.DictReader(file):
            mine = ours.get((line["geo"], line["subject"], line["year"]))
            if mine is None or mine["n"] != line["n"] or float(mine["value"]) != float(line["value"]):
                sys.exit(f"DuckDB has {line}, the edition {mine}")
            agreed += 1
    return agreed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=5, help="1 is 100,000 transnational families")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--sextant", default=str(ROOT / "target" / "release" / "sextant"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sextant-bench-") as folder:
        folder = Path(folder)
        raw = folder / "raw" / "patstat"
        run([asked.sextant, "generate", "--only", "patents", "--patent-scale", str(asked.scale),
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
        for turn in range(asked.repeat):
            workspace = str(folder / f"workspace{turn}")
            lake = folder / f"duckdb{turn}"
            lake.mkdir()
            ingest.append(run([asked.sextant, "ingest", "patstat", str(raw), "--workspace", workspace]))
            peer_ingest.append(peer("ingest", raw, folder / "countries.csv", lake))
            built.append(run([asked.sextant, "build", "--workspace", workspace]))
            peer_built.append(peer("build", lake, folder / "ranges.csv", folder / "answers.csv"))
        agreed = compare(asked.sextant, workspace, folder / "answers.csv")
        print(f"{agreed} numbers of families agree, to the last digit")
        report("ingest", ingest, peer_ingest, rows, size)
        report("build", built, peer_built)


if __name__ == "__main__":
    main()
