"""The neuron of Song, Miller & Abbott 2000 in numpy, to compare its weights and rates with.

    python3 song_reference.py 20 300
    python3 song_reference.py 40 300

Takes the rate of the excitatory inputs in Hz and the duration in s. Prints, for each tenth of the time, the neuron's rate
in spikes per second, the CV of its intervals, the mean weight and how many weights lie in each tenth of their range.
Nothing is shared with Ganglion: spikes and initial weights come from numpy's generator, conductances are relative to the
leak and constant over a step, at their mean, and spikes take no time from the input to the synapse.
"""

import sys

import numpy as np

EXCITATORY, INHIBITORY, INHIBITORY_HZ = 1000, 200, 10.0
STEP, TAU_M, TAU_SYN, TAU_STDP = 1.0, 20.0, 5.0, 20.0
REST, THRESHOLD, RESET, REVERSAL_IN = -70.0, -54.0, -60.0, -70.0
G_MAX, G_IN, A_PLUS, A_MINUS = 0.015, 0.05, 0.005, 1.05 * 0.005


def main():
    rate, duration = float(sys.argv[1]), 1000 * float(sys.argv[2])
    rng = np.random.default_rng(1)
    weights = rng.random(EXCITATORY)
    before, last = np.zeros(EXCITATORY), np.zeros(EXCITATORY)
    v, g_ex, g_in, after = REST, 0.0, 0.0, 0.0
    syn_decay, stdp_decay = np.exp(-STEP / TAU_SYN), np.exp(-STEP / TAU_STDP)
    mean = (1 - syn_decay) * TAU_SYN / STEP
    steps = round(duration / STEP / 10)
    print("s", "hz", "cv", "mean", "tenths")
    for part in range(10):
        excitatory = rng.poisson(EXCITATORY * rate * STEP / 1000, steps)
        inhibitory = rng.poisson(INHIBITORY * INHIBITORY_HZ * STEP / 1000, steps)
        times = []
        for k in range(steps):
            now = (part * steps + k) * STEP
            after *= stdp_decay
            for i in rng.integers(EXCITATORY, size=excitatory[k]):
                weights[i] = max(0.0, weights[i] - A_MINUS * after)
                g_ex += G_MAX * weights[i]
                before[i] = 1 + before[i] * np.exp((last[i] - now) / TAU_STDP)
                last[i] = now
            g_in += G_IN * inhibitory[k]
            total = 1 + mean * (g_ex + g_in)
            limit = (REST + REVERSAL_IN * mean * g_in) / total
            v = limit + (v - limit) * np.exp(-STEP * total / TAU_M)
            g_ex *= syn_decay
            g_in *= syn_decay
            if v >= THRESHOLD:
                v = RESET
                traces = before * np.exp((last - now - STEP) / TAU_STDP)
                weights = np.minimum(1.0, weights + A_PLUS * traces)
                after += 1
                times.append(now)
        intervals = np.diff(times)
        tenths = np.histogram(weights, 10, (0, 1))[0]
        hz = len(times) * 1000 / (steps * STEP)
        cv = intervals.std() / intervals.mean()
        print(f"{(part + 1) * steps * STEP / 1000:.0f} {hz:.1f} {cv:.2f} {weights.mean():.3f}", *tenths, flush=True)


main()
