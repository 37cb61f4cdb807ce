"""One standard network in Brian2, compiled (C++ standalone, one thread): brian.py brunel|cuba|coba SECONDS

Prints one line of JSON: seconds of wall time of the simulation alone, seconds to build (compile and connect), mean rate.
"""
import json
import shutil
import sys
import tempfile
import time

import brian2 as b
from brian2 import Hz, ms, mV, nS, pF, second

network, seconds = sys.argv[1], float(sys.argv[2])
folder = tempfile.mkdtemp()
b.set_device("cpp_standalone", directory=folder, build_on_run=False)
b.prefs.devices.cpp_standalone.openmp_threads = 0
b.defaultclock.dt = 0.1 * ms
b.seed(1)


def brunel():
    """N. Brunel (2000): 10,000 + 2,500 neurons, delta synapses, g 5, eta 2, J 0.1 mV."""
    neurons = b.NeuronGroup(
        12500, "dv/dt = -v/(20*ms) : volt (unless refractory)",
        threshold="v > 20*mV", reset="v = 0*mV", refractory=2 * ms, method="exact")
    # fixed in-degrees: 1,000 excitatory and 250 inhibitory sources, drawn with repetition
    import numpy as np
    random = np.random.RandomState(1)
    excitatory = b.Synapses(neurons, neurons, on_pre="v_post += 0.1*mV", delay=1.5 * ms)
    inhibitory = b.Synapses(neurons, neurons, on_pre="v_post -= 0.5*mV", delay=1.5 * ms)
    targets = np.arange(12500)
    excitatory.connect(i=random.randint(0, 10000, 12500 * 1000), j=np.repeat(targets, 1000))
    inhibitory.connect(i=random.randint(10000, 12500, 12500 * 250), j=np.repeat(targets, 250))
    drive = b.PoissonInput(neurons, "v", 1000, 20 * Hz, weight=0.1 * mV)  # 20 kHz in all
    return neurons, [neurons, excitatory, inhibitory, drive]


def cuba():
    """Vogels & Abbott (2005), current-based, as in Brette et al. (2007), benchmark 2."""
    neurons = b.NeuronGroup(
        4000,
        """dv/dt = (ge + gi - (v + 49*mV))/(20*ms) : volt (unless refractory)
           dge/dt = -ge/(5*ms) : volt
           dgi/dt = -gi/(10*ms) : volt""",
        threshold="v > -50*mV", reset="v = -60*mV", refractory=5 * ms, method="exact")
    neurons.v = "-60*mV + rand()*10*mV"
    return neurons, [neurons] + connect(neurons, "ge_post += 1.62*mV", "gi_post -= 9*mV")


def coba():
    """Vogels & Abbott (2005), conductance-based, as in Brette et al. (2007), benchmark 1."""
    neurons = b.NeuronGroup(
        4000,
        """dv/dt = (10*nS*(-60*mV - v) + ge*(0*mV - v) + gi*(-80*mV - v))/(200*pF) : volt (unless refractory)
           dge/dt = -ge/(5*ms) : siemens
           dgi/dt = -gi/(10*ms) : siemens""",
        threshold="v > -50*mV", reset="v = -60*mV", refractory=5 * ms, method="exponential_euler")
    neurons.v = "-60*mV + rand()*10*mV"
    neurons.ge = "(4 + 1.5*randn())*10*nS"
    neurons.gi = "(20 + 12*randn())*10*nS"
    return neurons, [neurons] + connect(neurons, "ge_post += 6*nS", "gi_post += 67*nS")


def connect(neurons, excite, inhibit):
    excitatory = b.Synapses(neurons[:3200], neurons, on_pre=excite, delay=0.1 * ms)
    inhibitory = b.Synapses(neurons[3200:], neurons, on_pre=inhibit, delay=0.1 * ms)
    excitatory.connect(p=0.02)
    inhibitory.connect(p=0.02)
    return [excitatory, inhibitory]


begin = time.time()
neurons, parts = {"brunel": brunel, "cuba": cuba, "coba": coba}[network]()
spikes = b.SpikeMonitor(neurons, record=False)
net = b.Network(*parts, spikes)
net.run(0.5 * second)
net.run(seconds * second)
b.device.build(directory=folder, compile=True, run=True, debug=False)
wall = b.device._last_run_time
# Timed is the run that was last; the first half second is warm-up, and stands in the time to build.
print(json.dumps({
    "wall": wall, "build": time.time() - begin - wall,
    "rate": float(spikes.num_spikes / len(neurons) / (seconds + 0.5))}))
shutil.rmtree(folder)
