"""Runs two nodes at the two ends of a delaying proxy: what benchmarks/cluster.py latency measures and draws.

The latency changes every few seconds while a run goes on, so that what a machine does from one minute to the next falls on
all latencies alike.
"""

import csv
import ctypes
import json
import os
import random
import shutil
import signal
import socket
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import door

MODEL = "examples/multi-area.yaml"
CSV = "docs/images/latency.csv"
PICTURE = "docs/images/latency.png"
HOP_MS = 5.0  # the smallest delay between areas, and so between nodes
FRACTIONS = [0, 0.2, 0.4, 0.6, 0.8, 1, 1.5, 2]  # of delay times real-time factor
LATE_S = 600

SETTLE_S = 0.5  # a segment with a latency of its own is so long, of which the first part does not count
SEGMENT_S = 2.5
FEWEST_POINTS = 5

# What runs: settings, model time in s, and the model time from which on it counts, when the JVM has compiled the loops.
WAYS = {
    "areas": ([], 120, 28),
    "barrier": (["simulation.barrier=true"], 2.5, 0.1),
}


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for s in sockets:
        s.bind(("127.0.0.1", 0))
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


def door_of(folder, name):
    file = Path(folder, "nodes", name + ".properties")
    return door.plate(file)["door"] if file.exists() else None


def sets(*words):
    """The options of a command that set these."""
    return [w for word in words for w in ("--set", word)]


def prepare(folder, settings, model_s):
    """Has a run on two nodes of one thread each begin, so that its folder is there, and ends it before it computes."""
    words = sets("simulation.threads=1", "output.raster=false", f"simulation.duration={model_s} s", *settings)
    run = subprocess.Popen(
        ["./ganglion", "run", MODEL, "--nodes", "2", "--port", "0", "--output", folder, "--checkpoint", "none",
         "--quiet", *words],
        start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.time() + LATE_S
        while not Path(folder, "cluster.properties").exists():
            if run.poll() is not None or time.time() > end:
                raise SystemExit("the run could not be prepared; try ./ganglion run " + MODEL + " --nodes 2")
            time.sleep(0.02)
    finally:
        os.killpg(run.pid, signal.SIGKILL)  # with the nodes that it may have started
        run.wait()
    time.sleep(0.2)
    shutil.rmtree(Path(folder, "nodes"), ignore_errors=True)


def sleep_exactly():
    """Lets the proxy's threads wake when they want to; by default the kernel may be late by 50 us."""
    pr_set_timerslack = 29
    ctypes.CDLL(None).prctl(pr_set_timerslack, 1000, 0, 0, 0)


def java():
    """The java that the launcher would take."""
    script = '. .mvn/find-jdk.sh && find_jdk && echo "$JDK_HOME/bin/java"'
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True).stdout.strip()


def start(folder, latency_ms):
    a, b, proxy_a, proxy_b = free_ports(4)
    proxy = subprocess.Popen(
        [java(), "-XX:+UseSerialGC", "-Xmx128m", "benchmarks/DelayingProxy.java", str(latency_ms),
         f"{proxy_a}:{a}", f"{proxy_b}:{b}"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, preexec_fn=sleep_exactly, bufsize=1)
    processes = [proxy]
    try:
        if proxy.stdout.readline().strip() != "ready":
            raise SystemExit("the proxy does not start; what java said is above")
        for name, bind, reached in (("a", a, proxy_a), ("b", b, proxy_b)):
            with open(Path(folder, name + ".log"), "w") as log:
                processes.append(subprocess.Popen(
                    ["./ganglion", "node", "--run", folder, "--name", name, "--threads", "1",
                     "--actor-port", str(reached), "--bind-port", str(bind), *(["--founder"] if name == "a" else [])],
                    stdout=log, stderr=log, env={**os.environ, "GANGLION_JAVA_OPTS": "-Xmx3g"}))
    except BaseException:
        end(processes)
        raise
    return processes


def end(processes):
    for process in processes:
        process.kill()
        process.wait()


def slope(points):
    """Wall time over model time, by least squares."""
    walls, models = zip(*points)
    wall, model = statistics.mean(walls), statistics.mean(models)
    return sum((w - wall) * (m - model) for w, m in points) / sum((m - model) ** 2 for _, m in points)


def progress(folder, model_s):
    """Yields wall time and mean model time of the groups, in s, until the run is over."""
    asked, late = None, time.time() + LATE_S
    while not Path(folder, "run.json").exists():
        if time.time() > late:
            raise SystemExit(f"no end after {LATE_S} s; what the nodes say is in {folder}")
        asked = asked or door_of(folder, "a")
        try:
            at = door.steps(asked) if asked else {}
            model = statistics.mean(at.values()) * 1e-4 if at else 0
            if 0 < model < model_s:
                yield time.time(), model
        except OSError:
            pass  # the node is coming up, or has gone because the run is over
        time.sleep(0.05)


def segments(progressing, from_s, set_latency, latencies):
    """Yields latency and real-time factor, one latency after the other, again and again, once the run has come to from_s."""
    points = []
    current = None
    for wall, model in progressing:
        if model < from_s:
            continue
        if current is not None and wall - began > SEGMENT_S:
            if len(points) >= FEWEST_POINTS:  # fewer if the node was slow to answer
                yield current, slope(points)
            current = None
        if current is None:
            current, began, points = latencies(), wall, []
            set_latency(current)
        if wall - began > SETTLE_S:
            points.append((wall, model))


def run(way, latencies_of):
    """One run in which the latency changes: [(latency, real-time factor)], and the spike hash."""
    settings, model_s, from_s = WAYS[way]
    folder = tempfile.mkdtemp(prefix="ganglion-latency-")
    os.rmdir(folder)
    prepare(folder, settings, model_s)
    processes = start(folder, 0)
    found = []

    def set_latency(ms):
        processes[0].stdin.write(f"{ms}\n")
        processes[0].stdin.flush()

    latencies = latencies_of(found)
    try:
        for latency, factor in segments(progress(folder, model_s), from_s, set_latency, lambda: next(latencies)):
            found.append((latency, factor))
            print(f"{way:8s} {latency:6.3f} ms: real-time factor {factor:7.3f}", flush=True)
        time.sleep(0.5)
        spike_hash = json.loads(Path(folder, "run.json").read_text())["spike_hash"]
    finally:
        end(processes)
    shutil.rmtree(folder)
    return found, spike_hash


def hash_of_one_process(way):
    settings, model_s, _ = WAYS[way]
    with tempfile.TemporaryDirectory() as folder:
        words = sets("output.raster=false", f"simulation.duration={model_s} s", *settings)
        subprocess.run(["./ganglion", "run", MODEL, "--output", folder + "/run", "--quiet", *words], check=True)
        return json.loads(Path(folder, "run/run.json").read_text())["spike_hash"]


def measure():
    factors = {}
    chosen = []

    def choose(found):
        """No latency at first, to learn what the fractions are fractions of; then all of them in turns."""
        for _ in range(4):
            yield 0.0
        hidden = HOP_MS * statistics.median(f for _, f in found)
        print(f"{HOP_MS} ms of delay take {hidden:.2f} ms of wall time", flush=True)
        chosen.extend(round(f * hidden, 3) for f in FRACTIONS)
        yield from repeat(found)

    def repeat(found):
        while True:
            yield from random.sample(chosen, len(chosen))

    for way, latencies in (("areas", choose), ("barrier", repeat)):
        found, spike_hash = run(way, latencies)
        for latency, factor in found:
            factors.setdefault((way, latency), []).append(factor)
        write(factors)
        same = spike_hash == hash_of_one_process(way)
        print(way, "the same spikes as one process" if same else "DIFFERENT SPIKES FROM THOSE OF ONE PROCESS")
    tell(factors)


def write(factors):
    with open(CSV, "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["way", "latency_ms", "segments", "rtf_median", "rtf_min", "rtf_max"])
        for (way, latency), all_of in sorted(factors.items()):
            table.writerow([way, latency, len(all_of), *(round(f(all_of), 4) for f in (statistics.median, min, max))])


def tell(factors):
    base = {way: statistics.median(factors[way, 0.0]) for way in WAYS if (way, 0.0) in factors}
    hidden = HOP_MS * base["areas"]
    print(f"D = {HOP_MS} ms, R = {base['areas']:.3f}: D x R = {hidden:.2f} ms, 0.8 x D x R = {0.8 * hidden:.2f} ms")
    for (way, latency), all_of in sorted(factors.items()):
        median = statistics.median(all_of)
        print(f"{way:8s} {latency:6.3f} ms = {latency / hidden:4.2f} D x R: {median:7.3f}"
              f" ({min(all_of):.3f}-{max(all_of):.3f})  {median / base[way]:6.3f} of that without latency")


def draw():
    """Draws what was measured. Needs Debian's python3-matplotlib, and so Debian's python3."""
    try:
        import matplotlib
    except ImportError:
        raise SystemExit("the picture needs matplotlib: apt-get install python3-matplotlib, and then"
                         " /usr/bin/python3 benchmarks/cluster.py latency-plot")
    matplotlib.use("Agg")
    from matplotlib import pyplot
    with open(CSV, newline="") as file:
        rows = [r for r in csv.DictReader(file)]
    curves = {way: [(float(r["latency_ms"]), *(float(r["rtf_" + k]) for k in ("median", "min", "max")))
                    for r in rows if r["way"] == way] for way in WAYS}
    factor = curves["areas"][0][1]
    hidden = HOP_MS * factor
    figure, axes = pyplot.subplots(figsize=(8, 4.5), dpi=120)
    names = {"areas": "without a barrier", "barrier": "all wait for all in every step of 0.1 ms"}
    for way, curve in curves.items():
        latency, median, least, most = zip(*curve)
        spread = [[m - l for m, l in zip(median, least)], [m - l for m, l in zip(most, median)]]
        axes.errorbar(latency, median, yerr=spread, marker="o", markersize=4, capsize=2, label=names[way])
    axes.axvline(0.8 * hidden, color="grey", linestyle=":", label="0.8 D R")
    axes.axhspan(0.9 * factor, 1.1 * factor, color="grey", alpha=0.2, label="within 10 % of no latency")
    axes.plot(*zip(*[(x, x / HOP_MS) for x in (0.5 * hidden, curves["areas"][-1][0])]), color="black", linewidth=0.8,
              linestyle="--", label="latency / delay: no run is faster")
    axes.set(xlabel="one-way latency between the nodes (ms)", ylabel="real-time factor", yscale="log",
             title="Two nodes, four areas each, at least 5 ms of delay between them")
    axes.legend(fontsize=8)
    figure.tight_layout()
    figure.savefig(PICTURE)
    print(PICTURE)
