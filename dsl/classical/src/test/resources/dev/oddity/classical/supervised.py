"""Writes supervised_train.csv and supervised_test.csv: what scikit-learn gives for detectors that learn from labels.

Written with Python 3.11, scikit-learn 1.2.1, NumPy 1.24.2 (Debian 12: python3-sklearn):

    python3 supervised.py

Rows are the Wisconsin breast cancer data that scikit-learn carries: the ten "mean" columns of 250 rows to train on and of
200 others to score, drawn by seed 0, standardised by the training rows and rounded to four decimals; anomaly 1 is a
malignant row. Logistic columns are log-odds. The objective of solver "liblinear" is solved to a tolerance of 1e-12, of
solver "lbfgs" to 1e-9 (it does not shrink the intercept). Tree columns are probabilities.
"""

import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.preprocessing import StandardScaler

data = load_breast_cancer()
order = np.random.RandomState(0).permutation(len(data.data))
columns, anomaly = data.data[order, :10], 1 - data.target[order]
scaler = StandardScaler().fit(columns[:250])
rows = np.round(scaler.transform(columns), 4)
train, test = rows[:250], rows[250:450]
y_train, y_test = anomaly[:250], anomaly[250:450]
names = [name.replace(" ", "_") for name in data.feature_names[:10]]
np.savetxt("supervised_train.csv", np.column_stack([train, y_train]), delimiter=",", comments="", fmt="%.8g",
           header=",".join(names + ["anomaly"]))
train, test = train.astype(np.float32).astype(float), test.astype(np.float32).astype(float)

answers = {"anomaly": y_test}
for label, settings in (
    ("logistic", {}),
    ("logistic_cost_0.1", {"C": 0.1}),
    ("logistic_balanced", {"class_weight": "balanced"}),
):
    model = LogisticRegression(solver="liblinear", tol=1e-12, max_iter=10000, **settings).fit(train, y_train)
    answers[label] = model.decision_function(test)
answers["logistic_lbfgs"] = LogisticRegression(tol=1e-9, max_iter=10000).fit(train, y_train).decision_function(test)
for label, settings in (("forest", {}), ("forest_balanced", {"class_weight": "balanced"})):
    model = RandomForestClassifier(n_estimators=500, random_state=0, **settings).fit(train, y_train)
    answers[label] = model.predict_proba(test)[:, 1]
boosted = GradientBoostingClassifier(random_state=0, max_depth=6, learning_rate=0.3).fit(train, y_train)
answers["boosted"] = boosted.predict_proba(test)[:, 1]
for name, score in answers.items():
    print(name, roc_auc_score(y_test, score))
np.savetxt("supervised_test.csv", np.column_stack([np.round(rows[250:450], 4)] + list(answers.values())), delimiter=",",
           comments="", fmt="%.12g", header=",".join(names + list(answers)))
