"""Writes preparation-{log,ordinal,rare,indicator,whiten}.csv from preparation-input.csv with scikit-learn 1.2.1 (Debian 12).

Rows 0..29 train, 30..39 are only transformed; row 35 has a category that training has not.
"""
import numpy as np
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, OneHotEncoder, OrdinalEncoder, StandardScaler

table = pd.read_csv("preparation-input.csv", keep_default_na=False, na_values=[""])
numbers, kinds, train = table[["a", "b", "c"]].to_numpy(float), table[["k"]].to_numpy(object), 30


def fitted(transformer, values):
    return transformer.fit(values[:train]).transform(values)


def write(name, header, *blocks):
    np.savetxt(f"preparation-{name}.csv", np.column_stack(blocks), fmt="%.17g", delimiter=",",
               header=",".join(header), comments="")


impute = lambda: SimpleImputer(strategy="median")
scaled = fitted(make_pipeline(impute(), StandardScaler()), numbers)
one_hot = fitted(OneHotEncoder(handle_unknown="ignore", sparse_output=False), kinds)
categories = ["k=icmp", "k=tcp", "k=udp"]

logarithm = FunctionTransformer(lambda x: np.sign(x) * np.log1p(np.abs(x)))
logged = fitted(make_pipeline(impute(), StandardScaler(), logarithm, StandardScaler()), numbers)
write("log", ["a", "b", *categories, "c"], logged[:, :2], one_hot, logged[:, 2:])

ordinal = make_pipeline(OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1), StandardScaler())
write("ordinal", ["a", "b", "k", "c"], scaled[:, :2], fitted(ordinal, kinds), scaled[:, 2:])

counts = pd.Series(kinds[:train, 0]).value_counts()
share = counts.max() / train - 0.001
rare = OneHotEncoder(min_frequency=share, handle_unknown="infrequent_if_exist", sparse_output=False)
write("rare", ["a", "b", f"k={counts.idxmax()}", "k=(rare)", "c"], scaled[:, :2], fitted(rare, kinds), scaled[:, 2:])
print("rare share", share, dict(counts))

both = fitted(SimpleImputer(strategy="mean", add_indicator=True), numbers)
both[:, :3] = fitted(make_pipeline(SimpleImputer(strategy="mean"), StandardScaler()), numbers)
write("indicator", ["a", "a is missing", "b", *categories, "c", "c is missing"],
      both[:, 0], both[:, 3], both[:, 1], one_hot, both[:, 2], both[:, 4])

block = np.column_stack([scaled[:, :2], one_hot, scaled[:, 2:]])
pca = PCA(n_components=4, whiten=True, svd_solver="full").fit(block[:train])
signs = np.sign(pca.components_[np.arange(4), np.abs(pca.components_).argmax(axis=1)])
write("whiten", ["pc1", "pc2", "pc3", "pc4"], pca.transform(block) * signs)
