#!/usr/bin/env python3
"""Draws what late batches and groups that are held back cost: docs/images/asynchrony.csv into asynchrony.png beside it

The table comes from a class, run from the root of the project on a quiet machine once all is built (./mvnw package
-DskipTests, and ./ganglion --help, which puts the jars together):

    java -XX:+UseParallelGC -Xmn256m --add-modules jdk.incubator.vector --sun-misc-unsafe-memory-access=allow \\
        -cp "benchmarks/target/classes:$(ls cli/target/ganglion/lib/*.jar | paste -sd:)" \\
        org.ganglion.benchmarks.asynchrony.Asynchrony ROUNDS

Needs Debian's python3-matplotlib, and so Debian's python3: /usr/bin/python3 benchmarks/asynchrony.py
"""

import csv
import sys

CSV = "docs/images/asynchrony.csv"
PICTURE = "docs/images/asynchrony.png"
DELAY_MS = 5.0  # the smallest delay between areas
NAMES = {"free": "without a barrier", "barrier": "all wait for all in every step of 0.1 ms"}


def curve(rows, way, kind):
    """Points of one way under one disturbance, the undisturbed one first: time in ms, median, least and most."""
    other = {"latency": "hold", "hold": "latency"}[kind]
    points = [r for r in rows if r["way"] == way and float(r[other + "_ms"]) == 0]
    return sorted(
        (float(r[kind + "_ms"]), *(float(r["rtf_" + k]) for k in ("median", "min", "max"))) for r in points)


def panel(axes, rows, kind, slack_ms):
    for way, name in NAMES.items():
        times, median, least, most = zip(*curve(rows, way, kind))
        spread = [[m - l for m, l in zip(median, least)], [m - l for m, l in zip(most, median)]]
        axes.errorbar(times, median, yerr=spread, marker="o", markersize=4, capsize=2, label=name)
    axes.axvline(slack_ms, color="grey", linestyle=":", label=f"slack: 5 ms of model time take {slack_ms:.1f} ms")
    if kind == "latency":
        last = curve(rows, "free", kind)[-1][0]
        ends = [0.5 * slack_ms, last]
        axes.plot(ends, [e / DELAY_MS for e in ends], color="black", linewidth=0.8, linestyle="--",
                  label="latency / delay: no run is faster")
    axes.legend(fontsize=7)


def main():
    try:
        import matplotlib
    except ImportError:
        sys.exit("the picture needs matplotlib: apt-get install python3-matplotlib, and then"
                 " /usr/bin/python3 benchmarks/asynchrony.py")
    matplotlib.use("Agg")
    from matplotlib import pyplot
    with open(CSV, newline="") as file:
        rows = list(csv.DictReader(file))
    slack_ms = DELAY_MS * next(float(r["rtf_median"]) for r in rows
                               if r["way"] == "free" and float(r["latency_ms"]) == float(r["hold_ms"]) == 0)
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(10, 4.5), dpi=100)
    panel(left, rows, "latency", slack_ms)
    panel(right, rows, "hold", slack_ms)
    left.set(xlabel="one-way latency between areas (ms)", ylabel="real-time factor", yscale="log",
             title="Batches of spikes come late")
    right.set(xlabel="mean hold of one of eight groups in each 5 ms (ms)",
              title="Groups are held back at random")
    right.set_ylim(bottom=0)
    figure.tight_layout()
    figure.savefig(PICTURE)
    print(PICTURE)


if __name__ == "__main__":
    main()
