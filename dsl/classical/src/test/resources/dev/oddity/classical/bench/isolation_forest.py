"""Times scikit-learn's isolation forest: fits and scores once for every line on its input, and prints both seconds.

    isolation_forest.py TRAIN.f32 TEST.f32 COLUMNS
"""

import sys
import time

import numpy as np
import sklearn
from sklearn.ensemble import IsolationForest

train, test = (np.fromfile(name, dtype="<f4").reshape(-1, int(sys.argv[3])) for name in sys.argv[1:3])
print("scikit-learn", sklearn.__version__, flush=True)
for seed, _ in enumerate(sys.stdin):
    start = time.perf_counter()
    forest = IsolationForest(n_estimators=100, max_samples=256, n_jobs=2, random_state=seed).fit(train)
    fitted = time.perf_counter()
    forest.score_samples(test)
    print(fitted - start, time.perf_counter() - fitted, flush=True)
