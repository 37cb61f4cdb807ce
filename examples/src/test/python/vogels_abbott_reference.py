"""The networks of Vogels & Abbott 2005 in numpy, to compare rates and intervals with.

    python3 vogels_abbott_reference.py cuba 8 2200
    python3 vogels_abbott_reference.py coba 8 2200

Draws so many networks and runs each for so many ms. Prints, for each population after the first 200 ms, rates in
spikes per second and the mean CV of the intervals of neurons with ten spikes or more. Nothing is shared with Ganglion:
synapses, initial potentials and Poisson spikes come from numpy's generator. Currents are integrated exactly;
conductances with the exponential Euler method at a quarter of the step.
"""

import sys

import numpy as np

EXCITATORY, INHIBITORY, PROBABILITY = 3200, 800, 0.02
NEURONS = EXCITATORY + INHIBITORY
STEP, TAU, TAU_EX, TAU_IN = 0.1, 20.0, 5.0, 10.0
THRESHOLD, RESET, REFRACTORY_STEPS = -50.0, -60.0, 50
PARTS = 4


def effect(tau_syn):
    """What an exponential current of 1 mV, times the leak, does to the potential in a step."""
    return (np.exp(-STEP / tau_syn) - np.exp(-STEP / TAU)) * tau_syn / (tau_syn - TAU)


def with_currents(v, ex, inh):
    decayed = -49 + (v + 49) * np.exp(-STEP / TAU)
    return decayed + ex * effect(TAU_EX) + inh * effect(TAU_IN)


def with_conductances(v, ex, inh):
    part = STEP / PARTS
    for i in range(PARTS):
        t = (i + 0.5) * part
        a = ex * np.exp(-t / TAU_EX)
        b = inh * np.exp(-t / TAU_IN)
        total = 1 + a + b
        limit = (-60 - 80 * b) / total
        v = limit + (v - limit) * np.exp(-part * total / TAU)
    return v


def network(kind, seed, ms):
    """Spikes as rows of neuron and time in ms."""
    rng = np.random.default_rng(seed)
    coba = kind == "coba"
    w_ex, w_in = (0.6, 6.7) if coba else (1.62, -9.0)
    targets = [np.flatnonzero(rng.random(NEURONS) < PROBABILITY) for _ in range(NEURONS)]
    targets = [t[t != i] for i, t in enumerate(targets)]
    ex, inh = np.zeros(NEURONS), np.zeros(NEURONS)
    held = np.zeros(NEURONS, int)
    v = np.full(NEURONS, -60.0) if coba else rng.uniform(RESET, THRESHOLD, NEURONS)
    advance = with_conductances if coba else with_currents
    spikes = []
    for step in range(round(ms / STEP)):
        free = held == 0
        v = np.where(free, advance(v, ex, inh), v)
        held[~free] -= 1
        ex *= np.exp(-STEP / TAU_EX)
        inh *= np.exp(-STEP / TAU_IN)
        fired = np.flatnonzero(free & (v >= THRESHOLD))
        v[fired] = RESET
        held[fired] = REFRACTORY_STEPS
        for i in fired:
            if i < EXCITATORY:
                ex[targets[i]] += w_ex
            else:
                inh[targets[i]] += w_in
            spikes.append((i, (step + 1) * STEP))
        if coba and step < 500:
            ex[:50] += rng.poisson(0.3 * STEP, 50) * w_ex
    return np.array(spikes).reshape(-1, 2)


def variation(spikes):
    """Mean CV of the intervals of neurons with at least ten spikes."""
    cvs = []
    for neuron in np.unique(spikes[:, 0]):
        times = np.sort(spikes[spikes[:, 0] == neuron, 1])
        if len(times) >= 10:
            intervals = np.diff(times)
            cvs.append(intervals.std() / intervals.mean())
    return np.mean(cvs) if cvs else np.nan


def main():
    kind, networks, ms = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    for seed in range(1, networks + 1):
        spikes = network(kind, seed, ms)
        late = spikes[spikes[:, 1] > 200]
        line = f"{kind} {seed}"
        for name, first, end in (("E", 0, EXCITATORY), ("I", EXCITATORY, NEURONS)):
            own = late[(late[:, 0] >= first) & (late[:, 0] < end)]
            rate = len(own) / (end - first) / (ms - 200) * 1000
            line += f"  {name} {rate:.2f} Hz, CV {variation(own):.2f}"
        print(line + f"  last spike at {spikes[:, 1].max():.1f} ms", flush=True)


main()
