#!/usr/bin/env python3
"""The same networks on Ganglion, Brian2 and NEURON, side by side in one run; one table of ratios.

    benchmarks/compare/compare.py [--rounds 3] [--seconds 2] [NETWORK...]

Networks: brunel, coba, cuba; all if none is named. Needs Brian2, NEURON and a C++ compiler from Debian's packages:

    sudo apt-get install python3-brian python3-neuron g++

Brian2 and NEURON run on one thread, Ganglion on one (simulation.threads=1, groups=1) and on all. Rounds are interleaved;
the table gives medians of wall time over model time, and how many times as long as Ganglion on one thread each took.
NEURON runs Brunel's network alone, for a twentieth of the time: see neuron_brunel.py.
"""
import argparse
import csv
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PYTHON = "/usr/bin/python3"  # Debian's packages are found by Debian's Python
BENCH = {"brunel": "brunel-delta", "coba": "coba", "cuba": "cuba"}


def last_line(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def ganglion(network, threads):
    with tempfile.NamedTemporaryFile(suffix=".csv") as table:
        one = ["--threads", str(threads)] if threads else []
        done = subprocess.run(
            [str(ROOT / "ganglion"), "bench", BENCH[network], "--output", table.name, *one],
            capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stderr)
        row = next(csv.DictReader(open(table.name)))
        return float(row["real_time_factor"])


def brian(network, seconds):
    return last_line([PYTHON, str(HERE / "brian.py"), network, str(seconds)])["wall"] / seconds


def neuron(seconds):
    return last_line([PYTHON, str(HERE / "neuron_brunel.py"), str(seconds)])["wall"] / seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("networks", nargs="*", metavar="NETWORK")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2)
    arguments = parser.parse_args()
    for name in arguments.networks:
        if name not in BENCH:
            parser.error(f"no network is called {name}; choose among {', '.join(BENCH)}")
    found = subprocess.run([PYTHON, "-c", "import brian2, neuron"], capture_output=True)
    if found.returncode:
        sys.exit("Brian2 or NEURON is missing: sudo apt-get install python3-brian python3-neuron g++")
    print(f"{'network':8} {'simulator':22} {'RTF':>9} {'ratio':>7}")
    for network in arguments.networks or BENCH:
        ways = {
            "Ganglion, one thread": lambda: ganglion(network, 1),
            "Ganglion, all threads": lambda: ganglion(network, 0),
            "Brian2, one thread": lambda: brian(network, arguments.seconds),
        }
        if network == "brunel":
            ways["NEURON, one thread"] = lambda: neuron(arguments.seconds / 20)
        factors = {way: [] for way in ways}
        for _ in range(arguments.rounds):
            for way, run in ways.items():
                factors[way].append(run())
        base = statistics.median(factors["Ganglion, one thread"])
        for way, values in factors.items():
            middle = statistics.median(values)
            print(f"{network:8} {way:22} {middle:9.3f} {middle / base:7.2f}", flush=True)


if __name__ == "__main__":
    main()
