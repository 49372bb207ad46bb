"""Prints the tables of src/engine/math/exp.ts and ln-table.ts, to check or make them again.

Run: python3 tables.py   (needs mpmath; made with mpmath 1.3.0)
"""
from mpmath import log, mp, mpf, nint

mp.dps = 60

print("SIXTY_FOURTH_POWERS", [float(mpf(2) ** (mpf(j) / 64)) for j in range(64)])

centres = [mpf(k) / 256 for k in range(181, 256)] + [mpf(k) / 128 for k in range(128, 181)]
multiples = [int(nint(log(centre) * 2**40)) for centre in centres]
print("MULTIPLES", multiples)
print("LN_CENTRE_LOW", [float(log(centre) - mpf(m) / 2**40) for centre, m in zip(centres, multiples)])
