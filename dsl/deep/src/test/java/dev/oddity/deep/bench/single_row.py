"""Processor time for one row of 30 numbers, as SingleRow measures it: one thread."""
import time

import numpy as np
import torch
from torch import nn

torch.set_num_threads(1)
ROWS, COLUMNS = 2000, 30
mean, scale = np.zeros(COLUMNS), np.ones(COLUMNS)
network = nn.Sequential(
    nn.Linear(COLUMNS, 64), nn.ReLU(), nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 64), nn.ReLU(), nn.Linear(64, COLUMNS)
).eval()


def measured(name, score):
    rows = np.random.default_rng(1).normal(size=(ROWS, COLUMNS))
    for row in rows[:200]:
        score(row)
    start = time.process_time()
    for row in rows:
        score(row)
    print(f"{name} {(time.process_time() - start) / ROWS * 1e6:.1f} us a row")


def autoencoder(row):
    with torch.no_grad():
        given = torch.from_numpy(((row - mean) / scale).astype(np.float32)).reshape(1, -1)
        return float((network(given) - given).square().sum().sqrt())


measured("PyTorch", autoencoder)
try:
    from sklearn.ensemble import IsolationForest

    forest = IsolationForest(random_state=1).fit(np.random.default_rng(2).normal(size=(2000, COLUMNS)))
    ROWS = 200
    measured("scikit-learn's isolation forest", lambda row: forest.score_samples(row.reshape(1, -1)))
except ImportError:
    pass
