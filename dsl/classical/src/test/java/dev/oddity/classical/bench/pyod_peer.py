"""PyOD's seconds and figures on a matrix written by TailsBesidePyod; PYTHONPATH must find pyod (3.6.5 was used) and numba.

Arguments: FOLDER/NAME DETECTOR RUNS. Prints per run: seconds to fit, seconds to score the test rows, ROC-AUC, average
precision. PyOD scores the training rows while it fits; the seconds of that are in the first figure.
"""
import sys
import time

import numpy as np
from pyod.models.copod import COPOD
from pyod.models.ecod import ECOD
from pyod.models.hbos import HBOS
from pyod.models.loda import LODA
from sklearn.metrics import average_precision_score, roc_auc_score

data, name, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
columns = int(open(data + ".cols").read())
train = np.fromfile(data + ".train.f32", "<f4").reshape(-1, columns).astype(np.float64)
test = np.fromfile(data + ".test.f32", "<f4").reshape(-1, columns).astype(np.float64)
anomaly = np.fromfile(data + ".y.u8", np.uint8)
make = {"ecod": ECOD, "copod": COPOD, "hbos": HBOS, "loda": lambda: LODA(random_state=0)}[name]
make().fit(train[:100]).decision_function(test[:100])  # compiles what numba compiles
for run in range(runs):
    model = make()
    start = time.perf_counter()
    model.fit(train)
    fitted = time.perf_counter()
    scores = model.decision_function(test)
    end = time.perf_counter()
    print(fitted - start, end - fitted, roc_auc_score(anomaly, scores), average_precision_score(anomaly, scores), flush=True)
