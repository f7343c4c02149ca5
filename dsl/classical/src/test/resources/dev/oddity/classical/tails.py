"""Writes tails_scores.csv, tails_training_scores.csv, loda_weights.csv, loda_blame.csv and bin_counts.csv: what PyOD,
scikit-learn, SciPy and NumPy give for train.csv and test.csv (see scikit_learn.py).

Written with Python 3.11, PyOD 3.6.5 (its sources on the path), scikit-learn 1.2.1, SciPy 1.10.1, NumPy 1.24.2:

    PYTHONPATH=pyod python3 tails.py

Columns ending in "tied" are of the same rows rounded to whole numbers, so that most of them are equal. PyOD's ECOD and
COPOD score new rows among each other and take the skewness of all; here each row is scored alone, with the skewness of the
training rows. The seeds are those of the weights, 0 and 1.
"""

import sys

import numpy as np
from pyod.models.copod import COPOD
from pyod.models.ecod import ECOD
from pyod.models.hbos import HBOS
from scipy.special import logsumexp
from scipy.stats import ttest_ind
from sklearn.neighbors import KernelDensity


def read(name):
    return np.loadtxt(name, delimiter=",", skiprows=1).astype(np.float32).astype(float)


def write(name, columns, digits=12):
    np.savetxt(name, np.column_stack(list(columns.values())), delimiter=",", header=",".join(columns), comments="",
               fmt=f"%.{digits}g")


def surprise(rows, new, h):
    squared = ((new[:, None, :] - rows[None]) ** 2).sum(axis=2)
    logs = logsumexp(-squared / (2 * h * h), axis=1)
    return np.log(len(rows)) + rows.shape[1] / 2 * np.log(2 * np.pi * h * h) - logs


train, test = read("train.csv"), read("test.csv")
scores, training = {}, {}

for suffix, fitted, new in (("", train, test), ("_tied", np.rint(train), np.rint(test))):
    for name, make in (("ecod", ECOD), ("copod", COPOD)):
        model = make().fit(fitted)
        training[name + suffix] = model.decision_scores_
        module = sys.modules[make.__module__]
        original, known = module.skew, module.skew(fitted, axis=0)
        module.skew = lambda rows, axis: known
        scores[name + suffix] = np.array([model.decision_function(new[i:i + 1])[0] for i in range(len(new))])
        module.skew = original

for suffix, settings in (("", {}), ("_7_bins", {"n_bins": 7, "alpha": 0.3, "tol": 0.1})):
    model = HBOS(**settings).fit(train)
    training["hbos" + suffix] = model.decision_scores_
    scores["hbos" + suffix] = model.decision_function(test)

# Counted and looked up by the same bins, which PyOD's are not on an inner edge.
hbos = np.zeros(len(train))
for column in np.rint(train).T:
    density, edges = np.histogram(column, bins=10, density=True)
    bins = np.minimum(np.searchsorted(edges, column, side="right") - 1, 9)
    hbos -= np.log2(density[bins] + 0.1)
training["hbos_tied"] = hbos

q1, q3 = np.percentile(train, [25, 75], axis=0)
beyond = np.maximum(q1 - test, test - q3) / (q3 - q1)
scores["iqr_max"], scores["iqr_mean"] = beyond.max(axis=1), beyond.mean(axis=1)

n, d = train.shape
sigma = np.sqrt(train.var(axis=0).mean())
for name, h in (("kde_0.5", 0.5), ("kde_scott", sigma * n ** (-1 / (d + 4))),
                ("kde_silverman", sigma * (n * (d + 2) / 4) ** (-1 / (d + 4)))):
    # Its tree of bounds loses digits far from all rows: up to 5e-4 of a score of 32.
    scores[name + "_scikit_learn"] = -KernelDensity(bandwidth=h).fit(train).score_samples(test)
    scores[name] = surprise(train, test, h)
    training[name] = np.concatenate([surprise(np.delete(train, i, axis=0), train[i:i + 1], h) for i in range(n)])

weights = np.random.default_rng(0).standard_normal((20, d)) * (np.random.default_rng(1).random((20, d)) < 0.3)
np.savetxt("loda_weights.csv", weights, delimiter=",", header=",".join(f"w{i}" for i in range(d)), comments="", fmt="%.17g")
loda, loda_training, excess = np.zeros(len(test)), np.zeros(n), []
for w in weights:
    counts, edges = np.histogram(train @ w, bins=12)
    new = test @ w
    bins = np.clip(np.searchsorted(edges, new, side="right") - 1, 0, 11)
    inside = (new >= edges[0]) & (new <= edges[-1])
    surprises = -np.log((np.where(inside, counts[bins], 0) + 1) / (n + 1))
    loda += surprises / len(weights)
    excess.append(surprises + np.sum(counts * np.log((counts + 1) / (n + 1))) / n)
    own = np.minimum(np.searchsorted(edges, train @ w, side="right") - 1, 11)
    loda_training -= np.log(counts[own] / n) / len(weights)
excess = np.array(excess)
blame = {f"x{j}": ttest_ind(excess[used], excess[~used], equal_var=False).statistic for j, used in enumerate(weights.T != 0)}
write("loda_blame.csv", blame)
scores["loda_12_bins"], training["loda_12_bins"] = loda, loda_training

write("tails_scores.csv", scores)
write("tails_training_scores.csv", training)

best = {}
for j, column in enumerate(np.exp(train).T):
    gains = []
    for D in range(1, int(n / np.log(n)) + 1):
        counts, _ = np.histogram(column, bins=D)
        some = counts[counts > 0]
        gains.append(np.sum(some * np.log(D * some / n)) - (D - 1 + np.log(D) ** 2.5))
    best[f"x{j}"] = np.array([np.argmax(gains) + 1])
write("bin_counts.csv", best)
print(best)
