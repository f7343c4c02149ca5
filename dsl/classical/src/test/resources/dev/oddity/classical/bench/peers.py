"""Fits and scores rows with the detector named on each line of standard input ("PCA 3": name and seed), and answers with
seconds to fit and seconds to score, nan if its library is not there. Arguments: training rows and test rows as little-endian float32, number of columns."""

import sys
import time
import warnings

import numpy as np
import sklearn
from sklearn.covariance import EmpiricalCovariance, MinCovDet
from sklearn.decomposition import PCA
from sklearn.mixture import GaussianMixture
from sklearn.neighbors import LocalOutlierFactor

warnings.filterwarnings("ignore")
train, test = (np.fromfile(name, "<f4").reshape(-1, int(sys.argv[3])) for name in sys.argv[1:3])


def pyod(module, name, **settings):
    def fit(seed):
        detector = getattr(__import__("pyod.models." + module, fromlist=[name]), name)
        return detector(random_state=seed, **settings).fit(train)

    return fit, lambda model: model.decision_function(test)


def residual(model):
    return np.linalg.norm(test - model.inverse_transform(model.transform(test)), axis=1)


PEERS = {
    "PCA": (lambda seed: PCA(10, random_state=seed).fit(train), residual),
    "PyOD-PCA": pyod("pca", "PCA"),
    "EmpiricalCovariance": (lambda seed: EmpiricalCovariance().fit(train), lambda model: model.mahalanobis(test)),
    "GaussianMixture": (lambda seed: GaussianMixture(4, random_state=seed).fit(train), lambda model: model.score_samples(test)),
    "LocalOutlierFactor": (lambda seed: LocalOutlierFactor(20, novelty=True, n_jobs=-1).fit(train), lambda model: model.score_samples(test)),
    "MinCovDet": (lambda seed: MinCovDet(random_state=seed).fit(train), lambda model: model.mahalanobis(test)),
    "PyOD-CBLOF": pyod("cblof", "CBLOF"),
}

print("scikit-learn", sklearn.__version__, "NumPy", np.__version__, flush=True)
for line in sys.stdin:
    name, seed = line.split()
    fit, score = PEERS[name]
    start = time.perf_counter()
    try:
        model = fit(int(seed))
    except ImportError:
        print("nan nan", flush=True)
        continue
    fitted = time.perf_counter()
    score(model)
    print(fitted - start, time.perf_counter() - fitted, flush=True)
