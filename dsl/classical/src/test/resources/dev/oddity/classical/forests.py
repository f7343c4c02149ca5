"""Writes forests.csv: for every row of test.csv the mean and the standard deviation over 40 seeds of scikit-learn's isolation score.

Written with Python 3.11, scikit-learn 1.2.1 (Debian 12: python3-sklearn):

    python3 forests.py

A column stands for 100 trees of all 150 training rows (PyOD's and scikit-learn's default, 256, is more than there are), of
64, and of 8. It prints the mean ROC-AUC of each over the seeds; the last 40 rows are the anomalies.
"""

import numpy as np
from sklearn.ensemble import IsolationForest
from sklearn.metrics import roc_auc_score

train = np.loadtxt("train.csv", delimiter=",", skiprows=1).astype(np.float32)
test = np.loadtxt("test.csv", delimiter=",", skiprows=1).astype(np.float32)
anomalous = np.arange(len(test)) >= 60

columns = {}
for sample in (150, 64, 8):
    runs = np.array(
        [
            -IsolationForest(n_estimators=100, max_samples=sample, random_state=seed).fit(train).score_samples(test)
            for seed in range(40)
        ]
    )
    columns[f"mean_{sample}"], columns[f"sd_{sample}"] = runs.mean(axis=0), runs.std(axis=0)
    print(sample, "mean ROC-AUC", np.mean([roc_auc_score(anomalous, run) for run in runs]))
np.savetxt(
    "forests.csv", np.column_stack(list(columns.values())), delimiter=",", header=",".join(columns), comments="", fmt="%.9g"
)
