"""The network of Tsodyks, Uziel & Markram 2000 in numpy, to compare its bursts with.

    python3 tsodyks_reference.py 8 0.05

Draws so many networks, whose background currents lie so far apart at most relative to the threshold, and runs each for
10 s. Prints, for each network after the first second, the rates of both populations in spikes per second, the number of
bursts (5 ms in which a fifth as many spikes come as there are neurons), the smallest share of neurons that fire within
20 ms of one, and the mean interval between them in ms. Nothing is shared with Ganglion: synapses, currents and initial
potentials come from numpy's generator.
"""

import sys

import numpy as np

EXCITATORY, INHIBITORY, PROBABILITY = 400, 100, 0.1
NEURONS = EXCITATORY + INHIBITORY
STEP, TAU, TAU_I, DURATION, SETTLED = 0.25, 30.0, 3.0, 10_000.0, 1_000.0
THRESHOLD, RESET = 15.0, 13.5


def between(rng, mean, low, high, size):
    """Normal numbers with a standard deviation of half the mean; those out of bounds are drawn anew."""
    values = rng.normal(mean, abs(mean) / 2, size)
    while np.any(outside := (values < low) | (values > high)):
        values[outside] = rng.normal(mean, abs(mean) / 2, outside.sum())
    return values


def synapses(rng):
    """Source by source: targets, weights, U, tau_rec, tau_fac."""
    rows = []
    for source in range(NEURONS):
        targets = np.flatnonzero((rng.random(NEURONS) < PROBABILITY) & (np.arange(NEURONS) != source))
        onto_excitatory = targets < EXCITATORY
        row = np.empty((4, len(targets)))
        for group in (onto_excitatory, ~onto_excitatory):
            n, tiring = group.sum(), group is onto_excitatory
            mean = {(1, 1): 1.8, (1, 0): 7.2, (0, 1): -5.4, (0, 0): -7.2}[int(source < EXCITATORY), int(tiring)]
            low, high = sorted((0.2 * mean, 2 * mean))
            row[0, group] = between(rng, mean, low, high, n)
            row[1, group] = between(rng, 0.5, 0.1, 0.9, n) if tiring else between(rng, 0.04, 0.001, 0.07, n)
            row[2, group] = between(rng, 800 if tiring else 100, 5, np.inf, n)
            row[3, group] = 0 if tiring else between(rng, 1000, 5, np.inf, n)
        rows.append((targets, *row))
    return rows


def spikes(rng, spread):
    """Times and neurons of all spikes."""
    rows = synapses(rng)
    states = [np.stack([np.ones(len(r[0])), np.zeros(len(r[0])), np.zeros(len(r[0]))]) for r in rows]
    last = np.full(NEURONS, -np.inf)
    drive = THRESHOLD * (1 + spread * (rng.random(NEURONS) - 0.5))
    v = THRESHOLD * rng.random(NEURONS)
    current = np.zeros(NEURONS)
    rest = np.zeros(NEURONS, int)
    refractory = np.where(np.arange(NEURONS) < EXCITATORY, round(3 / STEP), round(2 / STEP))
    leak, decay = np.exp(-STEP / TAU), np.exp(-STEP / TAU_I)
    effect = (decay - leak) * TAU_I / (TAU_I - TAU)
    found = []
    arriving = np.zeros(NEURONS)
    for k in range(round(DURATION / STEP)):
        free = rest == 0
        v = np.where(free, drive + (v - drive) * leak + current * effect, v)
        rest = np.maximum(rest - 1, 0)
        current = current * decay + arriving
        fired = np.flatnonzero(v >= THRESHOLD)
        v[fired] = RESET
        rest[fired] = refractory[fired]
        arriving = np.zeros(NEURONS)
        t = (k + 1) * STEP
        for i in fired:
            targets, weight, use, tau_rec, tau_fac = rows[i]
            x, y, u = states[i]
            if last[i] > -np.inf:
                dt = t - last[i]
                z = 1 - x - y
                active, inactive = np.exp(-dt / TAU_I), np.exp(-dt / tau_rec)
                z = z * inactive + y * tau_rec / (TAU_I - tau_rec) * (active - inactive)
                y = y * active
                x = 1 - y - z
                u = u * np.where(tau_fac > 0, np.exp(-dt / np.maximum(tau_fac, 1e-9)), 0)
            u = u + use * (1 - u)
            sent = u * x
            states[i] = np.stack([x - sent, y + sent, u])
            arriving[targets] += weight * sent
            last[i] = t
            found.append((t, i))
    return np.array(found)


def bursts(found):
    """Middle of the fullest 5 ms of each burst."""
    counts, edges = np.histogram(found[:, 0], np.arange(SETTLED, DURATION + 5, 5))
    full = (counts >= NEURONS / 5) & (counts >= np.roll(counts, 1)) & (counts > np.roll(counts, -1))
    return edges[:-1][full] + 2.5


def main():
    networks, spread = int(sys.argv[1]), float(sys.argv[2])
    print("E_hz", "I_hz", "bursts", "share", "interval_ms")
    rows = []
    for seed in range(networks):
        found = spikes(np.random.default_rng(seed), spread)
        found = found[found[:, 0] > SETTLED]
        seconds = (DURATION - SETTLED) / 1000
        excitatory = found[:, 1] < EXCITATORY
        times = bursts(found)
        shares = [len(np.unique(found[np.abs(found[:, 0] - t) <= 20, 1])) / NEURONS for t in times]
        rates = [excitatory.sum() / EXCITATORY / seconds, (~excitatory).sum() / INHIBITORY / seconds]
        interval = np.diff(times).mean() if len(times) > 1 else np.nan
        rows.append([*rates, len(times), min(shares, default=np.nan), interval])
        print(*(f"{x:.2f}" for x in rows[-1]), flush=True)
    print("mean", *(f"{x:.2f}" for x in np.nanmean(rows, axis=0)))
    print("std", *(f"{x:.2f}" for x in np.nanstd(rows, axis=0, ddof=1)))


main()
