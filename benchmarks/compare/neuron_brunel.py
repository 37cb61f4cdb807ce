"""Brunel's network (2000) in NEURON, of its artificial cells IntFire1: neuron_brunel.py SECONDS

A leaky neuron with delta synapses is an IntFire1 with weights relative to the threshold. The cells of the other networks
need mechanisms that Debian's NEURON cannot compile. One thread.
Prints one line of JSON: seconds of wall time, seconds to build, mean rate.
"""
import json
import random
import sys
import time

from neuron import h

seconds = float(sys.argv[1])
h.load_file("stdrun.hoc")
begin = time.time()
random.seed(1)
J, g, theta = 0.1, 5, 20.0
cells = []
for _ in range(12500):
    cell = h.IntFire1()
    cell.tau, cell.refrac = 20, 2
    cells.append(cell)
kept = []
for target in cells:
    for source in random.choices(range(10000), k=1000):
        link = h.NetCon(cells[source], target)
        link.delay, link.weight[0] = 1.5, J / theta
        kept.append(link)
    for source in random.choices(range(10000, 12500), k=250):
        link = h.NetCon(cells[source], target)
        link.delay, link.weight[0] = 1.5, -g * J / theta
        kept.append(link)
for i, target in enumerate(cells):
    drive = h.NetStim()
    drive.interval, drive.number, drive.start, drive.noise = 0.05, 1e12, 0, 1  # 20 kHz
    drive.noiseFromRandom123(i, 1, 0)
    link = h.NetCon(drive, target)
    link.delay, link.weight[0] = 0.1, J / theta
    kept += [drive, link]
times, ids = h.Vector(), h.Vector()
for i, cell in enumerate(cells):
    h.NetCon(cell, None).record(times, ids, i)
build = time.time() - begin
h.finitialize()
begin = time.time()
h.continuerun(seconds * 1000)
wall = time.time() - begin
print(json.dumps({"wall": wall, "build": build, "rate": times.size() / 12500 / seconds}))
