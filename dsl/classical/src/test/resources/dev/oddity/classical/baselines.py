"""Writes baselines.csv and baselines_training.csv: what scikit-learn gives for other settings of the baselines than scikit_learn.py.

Written with Python 3.11, scikit-learn 1.2.1, NumPy 1.24.2 (Debian 12: python3-sklearn), from train.csv and test.csv:

    python3 baselines.py

Higher = more anomalous. The kernels see rows shifted by 4 training deviations, so that they lie on one side of the origin.
baselines_training.csv holds the training rows, each left out of its own neighbours.
"""

import numpy as np
from sklearn.neighbors import NearestNeighbors
from sklearn.svm import OneClassSVM

train = np.loadtxt("train.csv", delimiter=",", skiprows=1).astype(np.float32).astype(float)
test = np.loadtxt("test.csv", delimiter=",", skiprows=1).astype(np.float32).astype(float)

columns, training = {}, {}
for kernel, settings in (
    ("linear", {}),
    ("poly", {"gamma": 0.02, "degree": 2, "coef0": 0.5}),
    ("sigmoid", {"gamma": 0.001, "coef0": 0.1}),
):
    machine = OneClassSVM(kernel=kernel, nu=0.2, tol=1e-3, **settings)
    shifted = (np.float32(train) + np.float32(4), np.float32(test) + np.float32(4))
    columns[kernel] = -machine.fit(shifted[0].astype(float)).decision_function(shifted[1].astype(float))

neighbours = NearestNeighbors(n_neighbors=6).fit(train)
for label, combine in (("mean", np.mean), ("median", np.median)):
    columns[f"knn_6_{label}"] = combine(neighbours.kneighbors(test)[0], axis=1)
    training[f"knn_6_{label}"] = combine(neighbours.kneighbors()[0], axis=1)

for name, scores in (("baselines.csv", columns), ("baselines_training.csv", training)):
    np.savetxt(
        name, np.column_stack(list(scores.values())), delimiter=",", header=",".join(scores), comments="", fmt="%.12g"
    )
