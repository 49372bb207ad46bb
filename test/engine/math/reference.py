"""Makes reference.json: values of the functions of src/engine/math and of the normal quantile, to 50 digits, rounded once.

Run from this folder: python3 reference.py > reference.json   (needs mpmath; made with mpmath 1.3.0)
"""
import json
import random

from mpmath import digamma, erfinv, exp, expm1, findroot, log, log1p, loggamma, mp, mpf, ncdf, sqrt

mp.dps = 50
random.seed(20)
unit = random.random


def magnitudes(low, high, count):
    return [float(mpf(10) ** (low + (high - low) * mpf(unit()))) for _ in range(count)]


def pairs(function, points):
    return [[x, float(function(mpf(x)))] for x in points]


def quantile(u):
    if u > mpf(10) ** -5:
        return sqrt(2) * erfinv(2 * u - 1)
    return findroot(lambda z: log(ncdf(z)) - log(u), -sqrt(-2 * log(u)))


def powers():
    rows = []
    while len(rows) < 250:
        base = float(mpf(10) ** (mpf(unit() * 2 - 1) * random.choice([300, 10, 1, 0.01, 1e-5, 1e-10])))
        exponent = (unit() * 2 - 1) * 10 ** random.uniform(-3, 12)
        value = mpf(base) ** mpf(exponent)
        if base != 1 and mpf(10) ** -300 < value < mpf(10) ** 300:
            rows.append([base, exponent, float(value)])
    return rows


near = [1 + sign * 2.0**-k for k in range(2, 53, 3) for sign in (1, -1)]
print(
    json.dumps(
        {
            "exp": pairs(exp, [-708 + 1416 * unit() for _ in range(150)] + [2 * unit() - 1 for _ in range(100)]),
            "ln": pairs(log, magnitudes(-307, 308, 100) + [0.7 + 0.8 * unit() for _ in range(120)] + near + [5e-324, 1e-310]),
            "pow": powers(),
            "expm1": pairs(expm1, [s * x for x in magnitudes(-18, 2, 60) for s in (1, -1)] + [2 * unit() - 1 for _ in range(60)]),
            "ln1p": pairs(log1p, magnitudes(-18, 10, 100) + [-x for x in magnitudes(-18, -0.0001, 100)]),
            "lnGamma": pairs(loggamma, magnitudes(-10, 9, 100) + [10 * unit() for _ in range(120)] + near + [1 + x for x in near]),
            "digamma": pairs(digamma, magnitudes(-10, 9, 100) + [12 * unit() for _ in range(100)] + [1.4616, 1.4617, 1.46163214]),
            "normal": pairs(
                quantile,
                [unit() for _ in range(150)]
                + [(2 * random.getrandbits(31) + 1) / 2**32 for _ in range(60)]
                + magnitudes(-9.6, -1, 60)
                + [2.0**-32, 1 - 2.0**-32, 0.075, 0.925],
            ),
        },
        indent=None,
    )
)
