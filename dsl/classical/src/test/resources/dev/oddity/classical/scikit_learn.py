"""Writes train.csv, test.csv, scores.csv, training_scores.csv, centres.csv, mixture_start.csv and the mcd_*.csv: what
scikit-learn and SciPy give for the detectors' tests.

Written with Python 3.11, scikit-learn 1.2.1, SciPy 1.10.1, NumPy 1.24.2 (Debian 12: python3-sklearn):

    python3 scikit_learn.py

Rows are the Wisconsin breast cancer data that scikit-learn carries: the ten "mean" columns, 150 benign rows to train on,
60 other benign and 40 malignant rows to score, standardised by the training rows and rounded to four decimals, so that
this text holds them exactly. Higher = more anomalous in every column of scores.csv.
"""

import numpy as np
from scipy.stats import median_abs_deviation
from sklearn.cluster import KMeans
from sklearn.covariance import EmpiricalCovariance, MinCovDet, ShrunkCovariance
from sklearn.datasets import load_breast_cancer
from sklearn.decomposition import PCA
from sklearn.mixture import GaussianMixture
from sklearn.neighbors import LocalOutlierFactor, NearestNeighbors
from sklearn.preprocessing import StandardScaler
from sklearn.svm import OneClassSVM


def write(name, header, rows, digits):
    np.savetxt(name, rows, delimiter=",", header=header, comments="", fmt=f"%.{digits}g")


data = load_breast_cancer()
columns = data.data[:, :10]
benign, malignant = columns[data.target == 1], columns[data.target == 0]
scaler = StandardScaler().fit(benign[:150])
train = np.round(scaler.transform(benign[:150]), 4)
test = np.round(scaler.transform(np.vstack([benign[150:210], malignant[:40]])), 4)
names = ",".join(name.replace(" ", "_") for name in data.feature_names[:10])
write("train.csv", names, train, 8)
write("test.csv", names, test, 8)
train, test = train.astype(np.float32).astype(float), test.astype(np.float32).astype(float)

scores = {}
z = np.abs(StandardScaler().fit(train).transform(test))
scores["z_max"], scores["z_mean"] = z.max(axis=1), z.mean(axis=1)

median = np.median(train, axis=0)
modified = 0.6745 * np.abs(test - median) / median_abs_deviation(train, axis=0)
scores["modified_z_max"], scores["modified_z_mean"] = modified.max(axis=1), modified.mean(axis=1)

for label, components in (("pca_3", 3), ("pca_90_percent", 0.9)):
    pca = PCA(n_components=components).fit(train)
    rebuilt = pca.inverse_transform(pca.transform(test))
    scores[label] = np.linalg.norm(test - rebuilt, axis=1)

training_scores = {}
for k in (1, 5):
    neighbours = NearestNeighbors(n_neighbors=k).fit(train)
    distances, _ = neighbours.kneighbors(test)
    scores[f"knn_{k}"] = distances[:, -1]
    # Without rows, those fitted, each left out of its own neighbours.
    distances, _ = neighbours.kneighbors()
    training_scores[f"knn_{k}"] = distances[:, -1]

lof = LocalOutlierFactor(n_neighbors=20, novelty=True).fit(train)
scores["lof_20"], training_scores["lof_20"] = -lof.score_samples(test), -lof.negative_outlier_factor_

# The first five rows 25 times more, so that the 20 nearest of each are all at distance 0.
repeated = np.vstack([train, np.repeat(train[:5], 25, axis=0)])
lof = LocalOutlierFactor(n_neighbors=20, novelty=True).fit(repeated)
scores["lof_20_repeated"], training_scores["lof_20_repeated"] = -lof.score_samples(test), -lof.negative_outlier_factor_[:150]
write("training_scores.csv", ",".join(training_scores), np.column_stack(list(training_scores.values())), 12)

kmeans = KMeans(n_clusters=3, n_init=50, random_state=0).fit(train)
scores["kmeans_3"] = kmeans.transform(test).min(axis=1)
write("centres.csv", names, kmeans.cluster_centers_, 17)
print("k-means inertia on train.csv:", kmeans.inertia_)

for label, nu, gamma in (("svm_default", 0.5, "scale"), ("svm_nu_0.1_gamma_0.05", 0.1, 0.05)):
    scores[label] = -OneClassSVM(nu=nu, gamma=gamma, tol=1e-3).fit(train).decision_function(test)
exact = OneClassSVM(nu=0.5, gamma="scale", tol=1e-9).fit(train)
scores["svm_default_exact"] = -exact.decision_function(test)

# A plane between rows and origin needs the rows on one side of it: four training deviations out.
scores["linear_svm_shifted_4"] = -OneClassSVM(kernel="linear", nu=0.2, tol=1e-9).fit(train + 4).decision_function(test + 4)

scores["mahalanobis"] = EmpiricalCovariance().fit(train).mahalanobis(test)
scores["mahalanobis_shrunk_0.1"] = ShrunkCovariance(shrinkage=0.1).fit(train).mahalanobis(test)

# Expectation and maximisation from given clusters, until nothing moves.
start = KMeans(n_clusters=2, n_init=10, random_state=0).fit(train).labels_
write("mixture_start.csv", "cluster", start[:, None], 1)


class Started(GaussianMixture):
    def _initialize_parameters(self, X, random_state):
        self._initialize(X, np.eye(2)[start])


for label in ("full", "tied", "diag"):
    mixture = Started(n_components=2, covariance_type=label, tol=1e-13, max_iter=5000).fit(train)
    scores[f"mixture_{label}"] = -mixture.score_samples(test)
# And the same stopped after three iterations, before it is where every path leads.
mixture = Started(n_components=2, tol=1e-13, max_iter=3).fit(train)
scores["mixture_full_3_iterations"] = -mixture.score_samples(test)

# Four columns, a fifth of the rows from elsewhere. The search is a heuristic: the least determinant of a hundred seeds.
random = np.random.RandomState(7)
mixing = random.normal(size=(4, 4))
rows = np.vstack([random.normal(size=(160, 4)) @ mixing, 12 + random.normal(size=(40, 4))])
rows = np.round(rows[random.permutation(200)], 4)
write("mcd_train.csv", "a,b,c,d", rows, 8)
rows = rows.astype(np.float32).astype(float)


def best(support):
    found = [MinCovDet(support_fraction=support, random_state=seed).fit(rows) for seed in range(100)]
    determinants = [np.linalg.slogdet(one.raw_covariance_)[1] for one in found]
    print("log-determinants of MCD with support", support, min(determinants), "to", max(determinants))
    return found[np.argmin(determinants)]


best(None)
robust = best(0.75)
write("mcd_raw.csv", "a,b,c,d", np.vstack([robust.raw_location_, robust.raw_covariance_]), 12)
write("mcd_scores.csv", "mcd_0.75", robust.mahalanobis(rows)[:, None], 12)

write("scores.csv", ",".join(scores), np.column_stack(list(scores.values())), 12)
