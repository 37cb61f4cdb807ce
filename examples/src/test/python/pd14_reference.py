"""Rates of the cortical microcircuit at a tenth of its size, computed without Ganglion: python3 pd14_reference.py

Plain NumPy in double precision. MicrocircuitTest holds Ganglion to what this prints.
"""

import numpy as np

SCALE, DT, WARM_UP, STEPS = 0.1, 0.1, 5000, 45000
NAMES = ["L23E", "L23I", "L4E", "L4I", "L5E", "L5I", "L6E", "L6I"]
FULL = np.array([20683, 5834, 21915, 5479, 4850, 1065, 14395, 2948])
EXTERNAL = np.array([1600, 1500, 2100, 1900, 2000, 1900, 2900, 2100])
V_MEAN = np.array([-68.28, -63.16, -63.33, -63.45, -63.11, -61.66, -66.72, -61.43])
V_STD = np.array([5.36, 4.57, 4.74, 4.94, 4.94, 4.55, 5.46, 4.48])
RATES = np.array([0.903, 2.965, 4.414, 5.876, 7.569, 8.633, 1.105, 7.829])
PROBABILITY = np.array([
    [0.1009, 0.1689, 0.0437, 0.0818, 0.0323, 0, 0.0076, 0],
    [0.1346, 0.1371, 0.0316, 0.0515, 0.0755, 0, 0.0042, 0],
    [0.0077, 0.0059, 0.0497, 0.135, 0.0067, 0.0003, 0.0453, 0],
    [0.0691, 0.0029, 0.0794, 0.1597, 0.0033, 0, 0.1057, 0],
    [0.1004, 0.0622, 0.0505, 0.0057, 0.0831, 0.3726, 0.0204, 0],
    [0.0548, 0.0269, 0.0257, 0.0022, 0.06, 0.3158, 0.0086, 0],
    [0.0156, 0.0066, 0.0211, 0.0166, 0.0572, 0.0197, 0.0396, 0.2252],
    [0.0364, 0.001, 0.0034, 0.0005, 0.0277, 0.008, 0.0658, 0.1443]])

rng = np.random.default_rng(1)
size = np.round(FULL * SCALE).astype(int)
start = np.concatenate([[0], np.cumsum(size)])
total = start[-1]
synapses = np.log1p(-PROBABILITY) / np.log1p(-1 / np.outer(FULL, FULL))
weight = np.where(np.arange(8) % 2 == 0, 87.8, -4 * 87.8) * np.ones((8, 8))
weight[0, 2] *= 2

source, target, pa, steps = [], [], [], []
for t in range(8):
    for s in range(8):
        n = int(round(synapses[t, s] * SCALE**2))
        source.append(rng.integers(start[s], start[s + 1], n))
        target.append(rng.integers(start[t], start[t + 1], n))
        w = weight[t, s] / np.sqrt(SCALE)
        pa.append(rng.normal(w, 0.1 * abs(w), n))
        mean = 1.5 if s % 2 == 0 else 0.75
        delay = rng.normal(mean, mean / 2, n)
        while (low := delay < 0.05).any():
            delay[low] = rng.normal(mean, mean / 2, low.sum())
        steps.append(np.floor(delay / DT + 0.5).astype(int))
order = np.argsort(np.concatenate(source), kind="stable")
first = np.searchsorted(np.concatenate(source)[order], np.arange(total + 1))
target, pa, steps = (np.concatenate(x)[order] for x in (target, pa, steps))

population = np.repeat(np.arange(8), size)
current = 0.5e-3 * (1 - np.sqrt(SCALE)) * (
    EXTERNAL * 8 * 87.8 + (weight * synapses / FULL[:, None] * RATES).sum(1))
tau_m, tau_s, c_m = 10.0, 0.5, 250.0
p22, p11 = np.exp(-DT / tau_m), np.exp(-DT / tau_s)
p21 = tau_m * tau_s / (tau_m - tau_s) / c_m * (p22 - p11)
p20 = tau_m / c_m * (1 - p22)
v = rng.normal(V_MEAN[population], V_STD[population]) + 65
i_syn, refractory = np.zeros(total), np.zeros(total, int)
mean_poisson = (EXTERNAL * SCALE * 8 * DT * 1e-3)[population]
ring = np.zeros((steps.max() + 1, total))
spikes = np.zeros(8)
for k in range(WARM_UP + STEPS):
    slot = k % len(ring)
    v = np.where(refractory > 0, 0, p22 * v + p21 * i_syn + p20 * current[population])
    i_syn = p11 * i_syn + ring[slot] + 87.8 / np.sqrt(SCALE) * rng.poisson(mean_poisson)
    ring[slot] = 0
    refractory = np.maximum(refractory - 1, 0)
    fired = np.nonzero((v >= 15) & (refractory == 0))[0]
    v[fired], refractory[fired] = 0, 20
    for n in fired:
        row = slice(first[n], first[n + 1])
        np.add.at(ring, ((k + steps[row]) % len(ring), target[row]), pa[row])
    if k >= WARM_UP:
        spikes += np.bincount(population[fired], minlength=8)
for name, rate in zip(NAMES, spikes / size / (STEPS * DT * 1e-3)):
    print(f"{name} {rate:.3f}")
