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
import os
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import latency

MODEL = "examples/multi-area.yaml"
HERE = re.compile(r"^(\d\d):(\d\d):(\d\d)(\.\d+)? (\S+): group (\d+) is here, at step (\d+)")


def seconds(match):
    return int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3]) + float(match[4] or 0)


def today():
    t = time.localtime()
    return t.tm_hour * 3600 + t.tm_min * 60 + t.tm_sec + time.time() % 1


def arrivals(folder):
    found = []
    for log in Path(folder, "nodes").glob("*.log"):
        for line in log.read_text(errors="replace").splitlines():
            match = HERE.match(line)
            if match:
                found.append((seconds(match), int(match[6]), match[5]))
    return sorted(found)


def plates(folder):
    result = {}
    for plate in Path(folder, "nodes").glob("*.properties"):
        lines = dict(l.split("=", 1) for l in plate.read_text().splitlines() if "=" in l)
        result[lines["node"]] = (int(lines["process"]), lines["door"].replace("\\:", ":"))
    return result


def alive(process):
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False


def held(folder):
    """Groups by living node, as the logs tell: the last place of each counts."""
    last = {group: node for _, group, node in arrivals(folder)}
    nodes = {}
    for group, node in last.items():
        nodes.setdefault(node, set()).add(group)
    return nodes


def model_ms(folder):
    """Where each group is, as a node says; asking takes most of a second."""
    text = subprocess.run(["./ganglion", "status", folder], capture_output=True, text=True).stdout
    return [float(at) for at in re.findall(r"^  group \d+ +at +([0-9.]+) ms", text, re.MULTILINE)]


def recovery(kills=20):
    folder = tempfile.mkdtemp(prefix="ganglion-recovery-")
    shutil.rmtree(folder)
    run = subprocess.Popen(
        ["./ganglion", "run", MODEL, "--nodes", "3", "--port", "0", "--output", folder, "--checkpoint", "2 s",
         "--set", "simulation.duration=3000 s", "--set", "output.raster=false", "--quiet"])
    times, passed, joined = [], [], []
    try:
        while len({g for _, g, _ in arrivals(folder)} if Path(folder, "nodes").exists() else ()) < 8:
            time.sleep(0.2)
        time.sleep(12)
        for number in range(kills):
            nodes = {n: p for n, (p, _) in plates(folder).items() if alive(p)}
            holding = {n: g for n, g in held(folder).items() if n in nodes}
            victim = random.choice(sorted(holding))
            frontier = max(model_ms(folder), default=0)
            lost, killed = holding[victim], today()
            os.kill(nodes[victim], signal.SIGKILL)
            while True:
                back = {g: t for t, g, n in arrivals(folder) if t > killed and g in lost and n != victim}
                if set(back) >= lost or today() - killed > 60:
                    break
                time.sleep(0.05)
            times.append(max(back.values()) - killed if set(back) >= lost else float("inf"))
            while len(at := model_ms(folder)) < 8 or min(at) <= frontier:
                if today() - killed > 60:
                    break
            passed.append(today() - killed - times[-1])
            print(f"kill {number + 1}: {victim} with groups {sorted(lost)}: restored after {times[-1]:.1f} s,"
                  f" all past {frontier:.0f} ms of the model {passed[-1]:.1f} s later", flush=True)
            Path(folder, "nodes", victim + ".properties").unlink(missing_ok=True)
            door = next(d for n, (p, d) in plates(folder).items() if alive(p))
            log = open(Path(folder, "nodes", f"late-{number}.log"), "w")
            joined.append(subprocess.Popen(
                ["./ganglion", "node", "--join", door, "--name", f"late-{number}"], stdout=log, stderr=log))
            time.sleep(10)
    finally:
        for process, _ in plates(folder).values():
            try:
                os.kill(process, signal.SIGKILL)
            except OSError:
                pass
        run.kill()
        for process in joined:
            process.kill()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{len(times)} kills: restored after {statistics.median(times):.1f} s (median), {max(times):.1f} s (worst);"
          f" past the old frontier {statistics.median(passed):.1f} s (median), {max(passed):.1f} s (worst) later")


def once(*options):
    folder = tempfile.mkdtemp(prefix="ganglion-price-")
    subprocess.run(
        ["./ganglion", "run", MODEL, "--output", folder, "--quiet", "--set", "simulation.duration=30 s",
         "--set", "simulation.groups=8", "--set", "output.raster=false", *options],
        check=True)
    result = json.loads(Path(folder, "run.json").read_text())
    shutil.rmtree(folder)
    return result["wall_seconds"], result["spike_hash"]


def price(rounds=7):
    ways = {
        "one process": [],
        "one node, no checkpoint": ["--nodes", "1", "--port", "0", "--checkpoint", "none"],
        "one node, checkpoint every 3 s": ["--nodes", "1", "--port", "0", "--checkpoint", "3 s"],
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
        recovery(int(sys.argv[2]) if len(sys.argv) > 2 else 20)
    elif kind == "price":
        price(int(sys.argv[2]) if len(sys.argv) > 2 else 7)
    elif kind == "latency":
        latency.measure()
    elif kind == "latency-plot":
        latency.draw()
    else:
        sys.exit(__doc__)
