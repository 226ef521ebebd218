"""Which technologies' keywords match which patents: Sextant's tagger beside named peers.

Every peer answers the same question on the same documents in the same run, and its
counts are compared with ours; see TAGGING.md.
"""

import argparse
import bisect
import collections
import os
import re
import subprocess
import sys
import tempfile
import time
import tomllib
import unicodedata
from pathlib import Path

import postgres

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent

Peer = collections.namedtuple("Peer", "name does seconds megabytes counts")


# Queries -----------------------------------------------------------------------------

def queries():
    """All keyword queries of the definitions, in the order of files and lines."""
    found = []
    for path in sorted((ROOT / "definitions" / "technologies").glob("*.toml")):
        for line in path.read_text().splitlines():
            if line.startswith(("keywords = ", "keyword_query = ")):
                found.append(parse(next(iter(tomllib.loads(line).values()))))
    return found


def parse(text):
    """A nested tuple: ("word", stem, truncated), ("or", members), ("near", ordered, n, left, right)."""
    tokens = re.findall(r'"[^"]*"|[()]|[^\s()"]+', text.removeprefix("TA:"))
    tree = alternatives(tokens)
    assert not tokens, tokens
    return tree


def alternatives(tokens):
    members = [chain(tokens)]
    while tokens and tokens[0] == "OR":
        tokens.pop(0)
        members.append(chain(tokens))
    return members[0] if len(members) == 1 else ("or", members)


def chain(tokens):
    left = leaf(tokens)
    while tokens and (near := re.fullmatch(r"(ADJ|NEAR)(\d+)", tokens[0])):
        tokens.pop(0)
        left = ("near", near[1] == "ADJ", int(near[2]), left, leaf(tokens))
    return left


def leaf(tokens):
    token = tokens.pop(0)
    if token == "(":
        inside = alternatives(tokens)
        assert tokens.pop(0) == ")"
        return inside
    words = [("word", word.rstrip("*").lower(), word.endswith("*")) for word in token.strip('"').split()]
    tree = words[0]
    for word in words[1:]:
        tree = ("near", True, 1, tree, word)
    return tree


def words(tree):
    if tree[0] == "word":
        return {tree}
    return set().union(*map(words, tree[1] if tree[0] == "or" else tree[3:]))


# Texts -------------------------------------------------------------------------------

def fold(text):
    """Lower case, no marks, words between single spaces: what peers are given, ready-made."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " " + " ".join(re.findall(r"[^\W_]+", plain.lower())) + " "


def documents(lines):
    for line in lines:
        title, _, abstract = line.rstrip("\n").partition("\t")
        yield fold(title) + "\n" + fold(abstract)


# Peers -------------------------------------------------------------------------------

def pattern(tree):
    """A tree as a regular expression on folded text: a space before and behind each word."""
    if tree[0] == "word":
        return tree[1].replace("?", r"[^ \n]") + (r"[^ \n]*" if tree[2] else "")
    if tree[0] == "or":
        return "(?:" + "|".join(map(pattern, tree[1])) + ")"
    _, ordered, distance, left, right = tree
    between = " " if distance == 1 else r" (?:[^ \n]+ ){0,%d}" % (distance - 1)
    ways = [pattern(left) + between + pattern(right)]
    if not ordered:
        ways.append(pattern(right) + between + pattern(left))
    return "(?:" + "|".join(ways) + ")"


def size(texts):
    return sum(len(text.encode()) for text in texts) / 1e6


def by_expressions(name, compile, trees, texts):
    """One regular expression a query."""
    searches = [compile(" " + pattern(tree) + " ").search for tree in trees]
    start = time.perf_counter()
    counts = [sum(search(text) is not None for text in texts) for search in searches]
    return Peer(name, "one expression a query", time.perf_counter() - start, size(texts), counts)


def by_alternation(name, compile, trees, texts):
    """All words in one alternation; no phrases, no queries: a part of the work."""
    every = sorted(set().union(*map(words, trees)))
    find = compile(" (?:" + "|".join(map(pattern, every)) + ")(?= )").findall
    start = time.perf_counter()
    total = sum(len(find(text)) for text in texts)
    return Peer(name, f"words only, {len(every)} in one alternation", time.perf_counter() - start,
                size(texts), total)


def hyperscan_each(hyperscan, trees, texts):
    """One call a document; each query reported once."""
    flags = hyperscan.HS_FLAG_SINGLEMATCH
    database = hyperscan_database(hyperscan, trees, flags)
    texts = [text.encode() for text in texts]
    counts = [0] * len(trees)

    def matched(query, start, end, flags, context):
        counts[query] += 1

    start = time.perf_counter()
    for text in texts:
        database.scan(text, match_event_handler=matched)
    seconds = time.perf_counter() - start
    return Peer("hyperscan", "a call a document", seconds, sum(map(len, texts)) / 1e6, counts)


def hyperscan_whole(hyperscan, trees, texts):
    """One call for all documents, which leaves Python out of it as far as possible."""
    database = hyperscan_database(hyperscan, trees, 0)
    ends = []
    whole = bytearray()
    for text in texts:
        whole += text.encode() + b"\n"
        ends.append(len(whole))
    found = set()

    def matched(query, start, end, flags, context):
        found.add((query, bisect.bisect_left(ends, end)))

    whole = bytes(whole)
    start = time.perf_counter()
    database.scan(whole, match_event_handler=matched)
    seconds = time.perf_counter() - start
    counts = collections.Counter(query for query, _ in found)
    return Peer("hyperscan", "one call for all", seconds, len(whole) / 1e6,
                [counts[query] for query in range(len(trees))])


def hyperscan_database(hyperscan, trees, flags):
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    expressions = [(" " + pattern(tree) + " ").encode() for tree in trees]
    database.compile(expressions=expressions, ids=list(range(len(trees))), flags=[flags] * len(trees))
    return database


def tsquery(tree):
    """A tree in PostgreSQL's terms: <n> is exactly n words on."""
    if tree[0] == "word":
        assert "?" not in tree[1]
        return f"'{tree[1]}'" + (":*" if tree[2] else "")
    if tree[0] == "or":
        return "(" + " | ".join(map(tsquery, tree[1])) + ")"
    _, ordered, distance, left, right = tree
    left, right = tsquery(left), tsquery(right)
    pairs = [(left, right)] if ordered else [(left, right), (right, left)]
    ways = [f"({a} <{n}> {b})" for a, b in pairs for n in range(1, distance + 1)]
    return "(" + " | ".join(ways) + ")"


def by_postgres(trees, texts):
    """One process for a query."""
    with postgres.server(max_parallel_workers_per_gather=0, max_parallel_maintenance_workers=0) as server:
        return list(postgres_peers(server, trees, texts))


def postgres_peers(server, trees, texts):
    rows = "".join("\t".join(part.strip() for part in text.split("\n")) + "\n" for text in texts)
    server.sql("create table documents (id serial, title text, abstract text)")
    server.sql("copy documents (title, abstract) from stdin", rows)
    server.sql("vacuum analyze documents")
    holds = [f"count(*) filter (where t @@ q{at} or a @@ q{at})" for at in range(len(trees))]
    asked = [f"to_tsquery('simple', $${tsquery(tree)}$$) q{at}" for at, tree in enumerate(trees)]
    read = "select to_tsvector('simple', title) t, to_tsvector('simple', abstract) a from documents"
    script = f"with d as materialized ({read}), q as materialized (select {', '.join(asked)}) " \
             f"select concat_ws(' ', {', '.join(holds)}) from d, q"
    counts, seconds = server.sql(script)
    yield Peer("PostgreSQL", "to_tsvector @@ to_tsquery", seconds, size(texts), list(map(int, counts)))
    _, build = server.sql(f"create table indexed as {read}; "
                          "create index on indexed using gin (t); create index on indexed using gin (a)")
    each = [f"select count(*) from indexed where t @@ q or a @@ q".replace(
        " q", f" to_tsquery('simple', $${tsquery(tree)}$$)") for tree in trees]
    counts, ask = server.sql("analyze indexed; " + "; ".join(each))
    yield Peer("PostgreSQL", f"GIN index ({build:.1f} s), then queries ({ask:.1f} s)", build + ask,
               size(texts), list(map(int, counts)))


def by_tantivy(tantivy, trees, texts):
    """Index with positions on one thread; then the queries it can say: words, truncated or not."""
    builder = tantivy.SchemaBuilder()
    for field in ("title", "abstract"):
        builder.add_text_field(field, stored=False, tokenizer_name="whitespace")
    start = time.perf_counter()
    index = tantivy.Index(builder.build())
    writer = index.writer(heap_size=256_000_000, num_threads=1)
    for text in texts:
        title, abstract = text.split("\n")
        writer.add_document(tantivy.Document(title=title, abstract=abstract))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    build = time.perf_counter() - start
    searcher = index.searcher()
    counts = [tantivy_count(tantivy, index.schema, searcher, tree) for tree in trees]
    seconds = time.perf_counter() - start
    said = sum(count is not None for count in counts)
    return Peer("tantivy", f"index ({build:.1f} s), then {said} of {len(trees)} queries", seconds,
                size(texts), counts)


def tantivy_count(tantivy, schema, searcher, tree):
    """None where the query has truncation inside a proximity, which it cannot say."""
    leaves = tree[1] if tree[0] == "or" else [tree]
    if any(leaf[0] != "word" for leaf in leaves):
        return None
    regex = "|".join(leaf[1] + (".*" if leaf[2] else "") for leaf in leaves)
    asked = [(tantivy.Occur.Should, tantivy.Query.regex_query(schema, field, regex))
             for field in ("title", "abstract")]
    return searcher.search(tantivy.Query.boolean_query(asked), 1).count


# Ours --------------------------------------------------------------------------------

def bench_binary():
    listed = subprocess.run(
        ["cargo", "bench", "-p", "sextant-query", "--bench", "tagging", "--no-run"],
        cwd=ROOT, check=True, capture_output=True, text=True).stderr
    path = re.search(r"Executable benches/tagging.rs \((.*)\)", listed)[1]
    return path if os.path.isabs(path) else str(ROOT / path)


def ours(binary, path):
    megabytes = sum(len(line) - 2 for line in open(path, "rb")) / 1e6
    lines = subprocess.check_output([binary, path, "--counts"], text=True).split()
    return Peer("Sextant", "raw text, folding included", float(lines[1]), megabytes, list(map(int, lines[2:])))


# Report ------------------------------------------------------------------------------

def agreement(peer, expected):
    if not isinstance(peer.counts, list):
        return f"{peer.counts} words found"
    asked = [(mine, his) for mine, his in zip(expected, peer.counts) if his is not None]
    wrong = [pair for pair in asked if pair[0] != pair[1]]
    return f"{len(wrong)} of {len(asked)} queries differ: {wrong}" if wrong else f"same counts, {len(asked)} queries"


def optional(name):
    try:
        return __import__(name)
    except ImportError:
        print(f"{name} is not installed: left out (pip install {name})")
        return None


def contestants(trees, whole, part):
    """Peers as functions that run them; the fast ones read all documents."""
    if hyperscan := optional("hyperscan"):
        yield lambda: [hyperscan_whole(hyperscan, trees, whole)]
        yield lambda: [hyperscan_each(hyperscan, trees, whole)]
    for name, module in [("re", re), ("regex", optional("regex"))]:
        if module:
            yield lambda name=name, module=module: [by_alternation(name, module.compile, trees, part)]
            yield lambda name=name, module=module: [by_expressions(name, module.compile, trees, part)]
    if tantivy := optional("tantivy"):
        yield lambda: [by_tantivy(tantivy, trees, part)]
    if postgres.installed():
        yield lambda: by_postgres(trees, part)
    else:
        print("PostgreSQL is not installed: left out")


def compare(binary, corpus, folder, arguments):
    trees = queries()
    lines = open(corpus, encoding="utf-8").readlines()
    part = f"{folder}/part.txt"
    Path(part).write_text("".join(lines[:arguments.slice]), encoding="utf-8")
    texts = list(documents(lines))
    few = texts[:arguments.slice]
    runs = [lambda: [ours(binary, corpus)], *contestants(trees, texts, few)]
    best = {}
    for _ in range(arguments.repeat):
        for at, run in enumerate(runs):
            for also, peer in enumerate(run()):
                key = (at, also)
                if key not in best or peer.seconds < best[key].seconds:
                    best[key] = peer
    print(f"{len(trees)} queries, {len(texts)} documents; the slow peers read {len(few)} of them")
    report(list(best.values()), ours(binary, part).counts, size(few))


def report(peers, counts_of_part, size_of_part):
    us = peers[0]
    speed = us.megabytes / us.seconds
    print(f"{'':<12} {'':<46} {'MB':>6} {'MB/s':>8} {'ours/theirs':>11}  result")
    for peer in peers:
        rate = peer.megabytes / peer.seconds
        expected = counts_of_part if peer.megabytes < size_of_part * 1.01 else us.counts
        print(f"{peer.name:<12} {peer.does:<46} {peer.megabytes:>6.1f} {rate:>8.1f} {speed / rate:>11.1f}  "
              f"{agreement(peer, expected)}", flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--corpus", help="one document a line, title TAB abstract; generated if not given")
    arguments.add_argument("--slice", type=int, default=3000, help="documents for the slow peers")
    arguments.add_argument("--repeat", type=int, default=3, help="rounds; the best of each counts")
    arguments = arguments.parse_args()
    binary = bench_binary()
    with tempfile.TemporaryDirectory() as folder:
        corpus = arguments.corpus or f"{folder}/corpus.txt"
        if not arguments.corpus:
            subprocess.run([binary, "--write", corpus], check=True)
        compare(binary, corpus, folder, arguments)


if __name__ == "__main__":
    main()
