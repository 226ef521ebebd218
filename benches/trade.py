"""Trade ingest and indicators beside DuckDB, on generated BACI rows.

Both sides read the same files and must give the same numbers; see README.md.
"""

import argparse
import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent


def run(arguments):
    """Runs a command; gives seconds and peak memory in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{arguments} failed")
    return seconds, usage.ru_maxrss / 1024


def peer(step, *paths):
    """Runs one step of DuckDB in a process of its own."""
    return run([sys.executable, str(HERE / "trade_duckdb.py"), step, *map(str, paths)])


def membership(sextant, out):
    """Products and subjects as a table, from the definitions as the binary prints them."""
    listed = json.loads(subprocess.check_output([sextant, "definitions", "list", "--format", "json"]))
    kinds = {line["id"]: line["kind"] for line in listed}
    with open(out, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["kind", "subject", "code"])
        for subject, kind in kinds.items():
            if kind in ("technology", "ecosystem"):
                shown = subprocess.check_output(
                    [sextant, "definitions", "show", subject, "--format", "json"])
                for code in json.loads(shown)["hs"]["hs2007"]:
                    writer.writerow([kind, subject, code])


def countries(out):
    """BACI's numeric codes and ours, as the definitions list them."""
    folder = ROOT / "definitions" / "geographies"
    tables = [tomllib.loads(path.read_text()) for path in sorted(folder.glob("*.toml"))]
    eu27 = next(table["geography"]["EU27"] for table in tables if "EU27" in table["geography"])["members"]
    with open(out, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["baci", "geo", "kind", "eu27"])
        for table in tables:
            for geo, place in table["geography"].items():
                for code in place.get("baci", []):
                    writer.writerow([code, geo, table["kind"], geo in eu27])


def compare(sextant, workspace, answers):
    """Every value of DuckDB's answer beside the edition's; gives how many agreed."""
    ours = {}
    printed = subprocess.check_output([sextant, "observations", "--workspace", workspace], text=True)
    for line in csv.DictReader(printed.splitlines()):
        if line["sources"] == "baci":
            key = (line["indicator"], line["geo"], line["subject"], line["period"])
            ours[key] = line
    agreed = 0
    with open(answers, newline="") as file:
        for line in csv.DictReader(file):
            key = (line["indicator"], line["geo"], line["subject"], line["year"])
            mine = ours.pop(key, None)
            if mine is None:
                sys.exit(f"DuckDB has {key}, the edition has not")
            same = abs(float(mine["value"]) - float(line["value"])) <= 1e-9 * abs(float(line["value"]))
            if not same or mine["rank"] != line["rank"]:
                sys.exit(f"{key}: ours {mine['value']} rank {mine['rank']}, "
                         f"DuckDB's {line['value']} rank {line['rank']}")
            agreed += 1
    if ours:
        sys.exit(f"the edition has {next(iter(ours))}, DuckDB has not, and {len(ours)} in all")
    return agreed


def report(name, ours, theirs, rows=None, size=None, peer="duckdb"):
    """One line of medians and ratio; `peer` names the other side, whose memory may be None."""
    mine = statistics.median(seconds for seconds, _ in ours)
    other = statistics.median(seconds for seconds, _ in theirs)
    line = f"{name}: sextant {mine:.2f} s, {peer} {other:.2f} s, ratio {other / mine:.2f}"
    if rows:
        line += (f"; sextant {rows / mine / 1e6:.2f} M rows/s, {size / mine / 1e6:.0f} MB/s"
                 f"; {peer} {rows / other / 1e6:.2f} M rows/s, {size / other / 1e6:.0f} MB/s")
    memory = [m for _, m in theirs if m is not None]
    line += (f"; peak memory sextant {max(m for _, m in ours):.0f} MiB, "
             f"{peer} " + (f"{max(memory):.0f} MiB" if memory else "n/a"))
    print(line, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=10, help="1 is a million rows")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--sextant", default=str(ROOT / "target" / "release" / "sextant"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sextant-bench-") as folder:
        folder = Path(folder)
        raw = folder / "raw"
        run([asked.sextant, "generate", "--only", "trade", "--scale", str(asked.scale), "--out", str(raw)])
        files = sorted((raw / "baci").glob("*.csv"))
        size = sum(path.stat().st_size for path in files)
        rows = sum(sum(block.count(b"\n") for block in iter(lambda f=f: f.read(1 << 20), b"")) - 1
                   for f in map(lambda path: path.open("rb"), files))
        membership(asked.sextant, folder / "membership.csv")
        countries(folder / "countries.csv")
        print(f"{rows} BACI rows, {size / 1e6:.0f} MB, {os.cpu_count()} cores", flush=True)
        ingest, built, peer_ingest, peer_built = [], [], [], []
        for turn in range(asked.repeat):
            workspace = str(folder / f"workspace{turn}")
            ingest.append(run([asked.sextant, "ingest", "baci", str(raw / "baci"), "--workspace", workspace]))
            peer_ingest.append(peer("ingest", raw / "baci", folder / "countries.csv", folder / "flows.parquet"))
            built.append(run([asked.sextant, "build", "--workspace", workspace]))
            peer_built.append(peer("build", folder / "flows.parquet", folder / "membership.csv",
                                   folder / "countries.csv", folder / "answers.csv"))
        agreed = compare(asked.sextant, workspace, folder / "answers.csv")
        print(f"{agreed} observations agree in value and rank")
        report("ingest", ingest, peer_ingest, rows, size)
        report("indicators", built, peer_built, rows, size)


if __name__ == "__main__":
    main()
