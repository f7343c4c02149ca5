"""Writes scipy-comparison.json: what scipy.stats says about paired figures.

Run beside this file: /usr/bin/python3 scipy_comparison.py (scipy 1.10.1, numpy 1.24.2 when last run). scipy has no exact
Wilcoxon p where differences tie; there all 2^n signs are counted out.
"""
import itertools
import json

import numpy
import scipy
from scipy import stats

draw = numpy.random.default_rng(4)


def counted_out(differences):
    nonzero = [d for d in differences if d != 0]
    ranks = stats.rankdata(numpy.abs(nonzero))
    middle = ranks.sum() / 2
    given = abs(sum(r for r, d in zip(ranks, nonzero) if d > 0) - middle)
    sums = [sum(r for r, up in zip(ranks, ups) if up) for ups in itertools.product([0, 1], repeat=len(ranks))]
    return sum(abs(s - middle) >= given - 1e-9 for s in sums) / len(sums)


def wilcoxon(name, differences, how):
    differences = [float(d) for d in differences]
    if how == "counted out":
        p = counted_out(differences)
    else:
        p = stats.wilcoxon(differences, mode=how, correction=False).pvalue
    return {"name": name, "differences": differences, "p": float(p)}


def friedman(name, values):
    values = numpy.asarray(values, dtype=float)
    statistic, p = stats.friedmanchisquare(*values.T)
    ranks = stats.rankdata(-values, axis=1).mean(axis=0)
    return {"name": name, "values": values.tolist(), "ranks": ranks.tolist(), "statistic": statistic, "p": p}


tests = [wilcoxon(f"{n} without ties", draw.normal(0.4, 1, n), "exact") for n in (1, 5, 6, 8, 20, 50)]
tests += [wilcoxon("5 all up", [0.01, 0.02, 0.03, 0.04, 0.05], "exact")]
tests += [wilcoxon(f"{n} with ties", numpy.round(draw.normal(0.5, 1, n)), "counted out") for n in (5, 9, 14)]
tests += [wilcoxon("80 without ties", draw.normal(0.3, 1, 80), "approx")]
tests += [wilcoxon("120 with ties", numpy.round(draw.normal(0.3, 1.5, 120)), "approx")]

friedmans = [
    friedman("6 blocks, 4 models", draw.normal(0, 1, (6, 4)) + [0.0, 0.5, 1.0, 2.0]),
    friedman("14 blocks, 3 models, ties", numpy.round(draw.normal(0, 1, (14, 3)) + [0.0, 0.3, 0.9])),
    friedman("20 blocks, 7 models", draw.normal(0, 1, (20, 7))),
]

# Nemenyi's q is the studentised range with infinite degrees of freedom over the square root of 2.
nemenyi = {str(k): float(stats.studentized_range.ppf(0.95, k, numpy.inf) / numpy.sqrt(2)) for k in (2, 3, 5, 10, 20, 40)}

with open("scipy-comparison.json", "w") as file:
    versions = {"scipy": scipy.__version__, "numpy": numpy.__version__}
    json.dump({"versions": versions, "wilcoxon": tests, "friedman": friedmans, "nemenyi": nemenyi}, file, indent=None)
    file.write("\n")
