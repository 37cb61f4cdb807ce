"""Writes spectrum.txt: what scipy 1.17.1 makes of the signals in SpectrumTest."""
import numpy, scipy.signal

def signal(size):
    x, values = 1, []
    for _ in range(size):
        x = (1103515245 * x + 12345) % 2**31
        values.append(x >> 16 & 15)
    return numpy.array(values, float)

with open("spectrum.txt", "w") as out:
    for size, segment in ((5000, 1024), (700, 128)):
        f, p = scipy.signal.welch(signal(size), fs=1000, window="hann", nperseg=segment, noverlap=segment // 2,
                                  detrend="constant", return_onesided=True, scaling="density")
        out.write(f"{size} {f[1]!r} ".replace("np.float64(", "").replace(")", "") + " ".join(f"{v:.12g}" for v in p) + "\n")
