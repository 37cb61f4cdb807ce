"""The network of Izhikevich 2003 in numpy, to compare rates and rhythms with.

    python3 izhikevich_reference.py 8 4000

Draws so many networks and runs each for so many ms. Prints, for each network, the rates of both populations in spikes
per second and the power of the spike count per ms between some frequencies, relative to that of neurons that fire as
often and know nothing of each other; then mean and standard deviation over the networks. Nothing is shared with
Ganglion: parameters, synapses and noise come from numpy's generator.
"""

import sys

import numpy as np

EXCITATORY, INHIBITORY = 800, 200
WINDOW_MS = 500
BANDS_HZ = ((6, 10), (11, 15), (24, 40), (100, 200))


def spikes(rng, duration):
    """Who fires in each millisecond, [ms, neuron]."""
    neurons = EXCITATORY + INHIBITORY
    is_excitatory = np.arange(neurons) < EXCITATORY
    r = rng.random(neurons)
    rate = np.where(is_excitatory, 0.02, 0.02 + 0.08 * r)
    follow = np.where(is_excitatory, 0.2, 0.25 - 0.05 * r)
    reset = np.where(is_excitatory, -65 + 15 * r * r, -65)
    jump = np.where(is_excitatory, 8 - 6 * r * r, 2)
    noise = np.where(is_excitatory, 5, 2)
    weights = rng.random((neurons, neurons)) * np.where(is_excitatory, 0.5, -1)
    v = np.full(neurons, -65.0)
    u = follow * v
    fired = np.zeros((duration, neurons), bool)
    synaptic = np.zeros(neurons)
    for t in range(duration):
        current = noise * rng.standard_normal(neurons) + synaptic
        for _ in range(2):
            v = v + 0.5 * (0.04 * v * v + 5 * v + 140 - u + current)
        u = u + rate * (follow * v - u)
        fired[t] = v >= 30
        synaptic = weights[:, fired[t]].sum(axis=1)
        v = np.where(fired[t], reset, v)
        u = np.where(fired[t], u + jump, u)
    return fired


def relative_power(counts):
    """Power in each band; windows overlap by half and are tapered by a raised cosine."""
    taper = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WINDOW_MS) / WINDOW_MS)
    total = np.zeros(WINDOW_MS // 2 + 1)
    starts = range(0, len(counts) - WINDOW_MS + 1, WINDOW_MS // 2)
    for start in starts:
        part = counts[start : start + WINDOW_MS]
        spectrum = np.abs(np.fft.rfft(taper * (part - part.mean()))) ** 2
        total += spectrum / (part.mean() * (taper**2).sum())
    hz = np.fft.rfftfreq(WINDOW_MS, 1e-3)
    return [total[(hz >= low) & (hz <= high)].mean() / len(starts) for low, high in BANDS_HZ]


def main():
    networks, duration = int(sys.argv[1]), int(sys.argv[2])
    print("E_hz", "I_hz", *(f"{low}-{high}Hz" for low, high in BANDS_HZ))
    rows = []
    for seed in range(networks):
        fired = spikes(np.random.default_rng(seed), duration)
        rates = [1000 * fired[:, :EXCITATORY].mean(), 1000 * fired[:, EXCITATORY:].mean()]
        rows.append(rates + relative_power(fired.sum(axis=1).astype(float)))
        print(*(f"{x:.2f}" for x in rows[-1]))
    print("mean", *(f"{x:.2f}" for x in np.mean(rows, axis=0)))
    print("std", *(f"{x:.2f}" for x in np.std(rows, axis=0, ddof=1)))


main()
