"""Writes scikit-learn.json: what scikit-learn, numpy and the standard library say about fixed score vectors.

Run beside this file: /usr/bin/python3 scikit_learn.py (scikit-learn 1.2.1, numpy 1.24.2, scipy 1.10.1 when last run).
"""
import json
import random
import statistics

import numpy
import scipy
import sklearn
from scipy import optimize, special
from sklearn import calibration, metrics


def at_true_rate(scores, labels):
    cut = sorted(scores)[len(scores) - sum(labels)]
    return metrics.f1_score(labels, [score >= cut for score in scores])


def first_alerts(n, scores):
    cut = sorted(scores)[len(scores) - n]
    return [score >= cut for score in scores]


def fpr_at(tpr, fprs, tprs):
    return fprs[int(numpy.argmax(tprs >= tpr))]


def best_f1(scores, labels):
    return max(
        metrics.f1_score(labels, [score >= cut for score in scores], zero_division=0) for cut in set(scores)
    )


def case(name, scores, labels, threshold):
    called = [score > threshold for score in scores]
    fpr, tpr, _ = metrics.roc_curve(labels, scores, drop_intermediate=False)
    precision, recall, _ = metrics.precision_recall_curve(labels, scores)
    (tn, fp), (fn, tp) = metrics.confusion_matrix(labels, called, labels=[False, True]).tolist()
    return {
        "name": name,
        "scores": scores,
        "labels": labels,
        "threshold": threshold,
        "metrics": {
            "rocAuc": metrics.roc_auc_score(labels, scores),
            "averagePrecision": metrics.average_precision_score(labels, scores),
            "precision": metrics.precision_score(labels, called, zero_division=0),
            "recall": metrics.recall_score(labels, called),
            "f1": metrics.f1_score(labels, called, zero_division=0),
            "accuracy": metrics.accuracy_score(labels, called),
            "f1AtTrueRate": at_true_rate(scores, labels),
            "specificity": metrics.recall_score(labels, called, pos_label=False),
            "balancedAccuracy": metrics.balanced_accuracy_score(labels, called),
            "mcc": metrics.matthews_corrcoef(labels, called),
            "fBeta(2.0)": metrics.fbeta_score(labels, called, beta=2, zero_division=0),
            "fBeta(0.5)": metrics.fbeta_score(labels, called, beta=0.5, zero_division=0),
            "precisionAt(3)": metrics.precision_score(labels, first_alerts(3, scores)),
            "recallAt(3)": metrics.recall_score(labels, first_alerts(3, scores)),
            "fprAt(0.95)": fpr_at(0.95, fpr, tpr),
            "fprAt(0.5)": fpr_at(0.5, fpr, tpr),
            "partialAuc(0.1)": metrics.roc_auc_score(labels, scores, max_fpr=0.1),
            "partialAuc(0.37)": metrics.roc_auc_score(labels, scores, max_fpr=0.37),
            "partialAuc(1.0)": metrics.roc_auc_score(labels, scores, max_fpr=1.0),
        },
        "confusion": {"tp": tp, "fp": fp, "fn": fn, "tn": tn},
        "bestF1": best_f1(scores, labels),
        "rocFalsePositiveRates": fpr.tolist(),
        "rocTruePositiveRates": tpr.tolist(),
        # From the highest cut to the lowest, without scikit-learn's added end point (precision 1, recall 0).
        "precisions": precision[::-1].tolist()[1:],
        "recalls": recall[::-1].tolist()[1:],
    }


def drawn(seed, rows, share, spell):
    draw = random.Random(seed)
    labels = [draw.random() < share for _ in range(rows)]
    scores = [spell(draw.gauss(1.2 if anomaly else 0.0, 1.0)) for anomaly in labels]
    return scores, labels


def judged(probabilities, labels):
    probabilities = numpy.array(probabilities)
    share, mean = calibration.calibration_curve(labels, probabilities, n_bins=10)
    return {
        "probabilities": probabilities.tolist(),
        "logLoss": metrics.log_loss(labels, probabilities),
        "brier": metrics.brier_score_loss(labels, probabilities),
        "curveProbabilities": mean.tolist(),
        "curveShares": share.tolist(),
    }


def platt(scores, labels):
    """Minimised to the last digits; scikit-learn's own function, which stops at 1e-5, must give nearly the same."""
    scores, labels = numpy.array(scores), numpy.array(labels)
    anomalies, normal = labels.sum(), (~labels).sum()
    targets = numpy.where(labels, (anomalies + 1) / (anomalies + 2), 1 / (normal + 2))

    def gradient(line):
        error = special.expit(line[0] * scores + line[1]) - targets
        return [(error * scores).sum(), error.sum()]

    found = optimize.root(gradient, [0.0, 0.0], tol=1e-14)
    assert numpy.abs(gradient(found.x)).max() < 1e-10, found
    a, b = calibration._sigmoid_calibration(scores, labels)
    assert numpy.allclose([-a, -b], found.x, rtol=1e-3), (a, b, found.x)
    return lambda new: special.expit(found.x[0] * numpy.array(new) + found.x[1])


def calibrations():
    train = [abs(score) for score in drawn(21, 150, 0.0, lambda s: s)[0]]
    validation, validation_labels = drawn(22, 120, 0.2, abs)
    test, labels = drawn(23, 200, 0.15, lambda s: 1.3 * abs(s))
    unified = special.erf((numpy.array(test) - numpy.mean(train)) / (numpy.std(train) * 2 ** 0.5)).clip(0, 1)
    return {
        "train": train,
        "validation": validation,
        "validationLabels": validation_labels,
        "test": test,
        "labels": labels,
        "unification": judged(unified, labels),
        "platt": judged(platt(validation, validation_labels)(test), labels),
    }


def quantiles():
    draw = random.Random(11)
    values = [draw.expovariate(1.0) for _ in range(37)]
    shares = [0.0, 0.003, 0.05, 0.2, 0.5, 0.9, 0.95, 0.999, 1.0]
    return {"values": values, "q": shares, "quantiles": [float(numpy.quantile(values, q)) for q in shares]}


def summary():
    values = [0.9541, 0.9612, 0.9498, 0.9577, 0.9603]
    return {"values": values, "mean": statistics.mean(values), "standardDeviation": statistics.stdev(values)}


cases = [
    case("the four rows of scikit-learn's documentation", [0.1, 0.4, 0.35, 0.8], [False, False, True, True], 0.37),
    case("continuous", *drawn(1, 400, 0.1, lambda s: s), 1.5),
    case("heavy ties", *drawn(2, 500, 0.2, lambda s: float(round(s))), 1.0),
    case("two values", *drawn(3, 200, 0.3, lambda s: float(s > 0.5)), 0.0),
    case("all equal", [2.5] * 30, [i % 3 == 0 for i in range(30)], 2.0),
    case("rare anomalies, long tail", *drawn(4, 2000, 0.005, lambda s: 10.0 ** s), 20.0),
    case("perfect", [float(i) for i in range(50)], [i >= 40 for i in range(50)], 39.5),
    case("upside down", [float(-i) for i in range(50)], [i >= 40 for i in range(50)], -10.0),
    case("nothing called", *drawn(5, 100, 0.2, lambda s: s), 100.0),
    case("everything called", *drawn(6, 100, 0.2, lambda s: s), -100.0),
    case("both zeros", [0.0, -0.0, 0.0, -0.0, 1.0, -1.0], [True, False, False, True, True, False], -0.5),
    case("mostly anomalies, ties", *drawn(7, 300, 0.8, lambda s: round(s, 1)), 0.7),
]

with open("scikit-learn.json", "w") as file:
    versions = {"scikit-learn": sklearn.__version__, "numpy": numpy.__version__, "scipy": scipy.__version__}
    kept = {"versions": versions, "cases": cases, "calibrations": calibrations()}
    json.dump({**kept, "quantiles": quantiles(), "summary": summary()}, file, indent=None)
    file.write("\n")
