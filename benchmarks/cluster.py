#!/usr/bin/env python3
"""Measures runs on nodes, on this machine: benchmarks/cluster.py recovery|price|latency|latency-plot

recovery [KILLS]   kills a random node of three, 20 times, and tells how long it took until its groups were restored
price [ROUNDS]     runs in one process and on one node with and without checkpoints in turns, and compares medians
latency            two nodes with a delaying proxy between them, whose latency changes while they run; into
                   docs/images/latency.csv
latency-plot       draws that file into docs/images/latency.png; needs Debian's python3-matplotlib, and so
                   Debian's python3: /usr/bin/python3 benchmarks/cluster.py latency-plot

Run from the root of the project, on a quiet machine. Nothing else but Python's own library is needed.
"""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import latency
import recovery

MODEL = "examples/multi-area.yaml"


def once(*options):
    folder = tempfile.mkdtemp(prefix="ganglion-price-")
    subprocess.run(
        ["./ganglion", "run", MODEL, "--output", folder, "--quiet", "--set", "simulation.duration=120 s",
         "--set", "output.raster=false", *options],
        check=True)
    result = json.loads(Path(folder, "run.json").read_text())
    shutil.rmtree(folder)
    return result["wall_seconds"], result["spike_hash"]


def price(rounds=7):
    ways = {
        "one process": [],
        "one node, no checkpoint": ["--nodes", "1", "--port", "0", "--checkpoint", "none"],
        "one node, checkpoint every 30 s": ["--nodes", "1", "--port", "0", "--checkpoint", "30 s"],
    }
    times, hashes = {way: [] for way in ways}, set()
    for number in range(rounds):
        for way, options in ways.items():
            wall, spike_hash = once(*options)
            times[way].append(wall)
            hashes.add(spike_hash)
        print(f"round {number + 1}: " + ", ".join(f"{w} {t[-1]:.2f} s" for w, t in times.items()), flush=True)
    base = statistics.median(times["one process"])
    for way, walls in times.items():
        median = statistics.median(walls)
        print(f"{way:34s} {median:6.2f} s ({min(walls):.2f}-{max(walls):.2f})  {median / base:.3f} of one process")
    print("the same spikes" if len(hashes) == 1 else f"DIFFERENT SPIKES: {hashes}")


if __name__ == "__main__":
    kind = sys.argv[1] if len(sys.argv) > 1 else ""
    if kind == "recovery":
        recovery.measure(int(sys.argv[2]) if len(sys.argv) > 2 else 20)
    elif kind == "price":
        price(int(sys.argv[2]) if len(sys.argv) > 2 else 7)
    elif kind == "latency":
        latency.measure()
    elif kind == "latency-plot":
        latency.draw()
    else:
        sys.exit(__doc__)
