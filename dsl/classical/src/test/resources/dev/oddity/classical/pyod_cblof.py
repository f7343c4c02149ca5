"""Writes cblof_centres.csv and cblof_scores.csv: what PyOD's CBLOF gives for the rows of train.csv and test.csv.

Written with Python 3.11, PyOD 3.6.5, scikit-learn 1.2.1, NumPy 1.24.2, in this folder:

    python3 pyod_cblof.py

cblof_centres.csv has PyOD's own clusters, their sizes in its last column; cblof_scores.csv its scores of test.csv.
"""

import numpy as np
from pyod.models.cblof import CBLOF
from sklearn.cluster import KMeans

train, test = (np.loadtxt(f"{name}.csv", delimiter=",", skiprows=1).astype(np.float32).astype(float) for name in ("train", "test"))
scores, header = [], []
for label, settings in {
    "cblof": {},
    "cblof_weighted": {"use_weights": True},
    "cblof_alpha_0.5": {"alpha": 0.5},
}.items():
    clusters = KMeans(n_clusters=8, n_init=10, random_state=0)
    cblof = CBLOF(clustering_estimator=clusters, **settings).fit(train)
    scores.append(cblof.decision_function(test))
    header.append(label)
    print(label, "sizes", cblof.cluster_sizes_, "large", cblof.large_cluster_labels_)
centres = np.column_stack([cblof.cluster_centers_, cblof.cluster_sizes_])
names = open("train.csv").readline().strip()
np.savetxt("cblof_centres.csv", centres, delimiter=",", header=names + ",size", comments="", fmt="%.17g")
np.savetxt("cblof_scores.csv", np.column_stack(scores), delimiter=",", header=",".join(header), comments="", fmt="%.12g")
