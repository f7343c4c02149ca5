package dev.oddity.classical;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * XGBoost's trees from the text it prints of them, a line for a node: {@code 0:[f3<0.25] yes=1,no=2,missing=2} or {@code
 * 1:leaf=0.5}. It prints as many digits as a float has, so nothing is lost.
 */
final class XgBoostDump {

    private static final Pattern NODE = Pattern.compile(
            "\\s*(?<id>\\d+):(?:\\[f(?<feature>\\d+)<(?<threshold>[^\\]]+)\\] yes=(?<yes>\\d+),no=(?<no>\\d+).*|leaf=(?<leaf>\\S+))");

    private final Map<Integer, Matcher> nodes = new HashMap<>();
    private final DecisionTrees.Builder trees;
    private final double sign;

    private XgBoostDump(String tree, double sign, DecisionTrees.Builder trees) {
        this.sign = sign;
        this.trees = trees;
        tree.lines().forEach(line -> {
            Matcher node = NODE.matcher(line);
            if (!node.matches()) {
                throw new IllegalStateException("XGBoost printed a node that is none: " + line);
            }
            nodes.put(Integer.valueOf(node.group("id")), node);
        });
    }

    /** Trees of two kinds take turns; those for normal rows count against an anomaly. */
    static DecisionTrees trees(Booster booster, int anomaly, int columns) {
        String[] texts;
        try {
            texts = booster.getModelDump("", false, "text");
        } catch (XGBoostError e) {
            throw new IllegalStateException("xgboost() could not read the trees it fitted: " + e.getMessage(), e);
        }
        DecisionTrees.Builder trees = new DecisionTrees.Builder(columns);
        for (int tree = 0; tree < texts.length; tree++) {
            trees.tree();
            new XgBoostDump(texts[tree], tree % 2 == anomaly ? 1 : -1, trees).add(0);
        }
        return trees.build();
    }

    private void add(int id) {
        Matcher node = nodes.get(id);
        if (node.group("leaf") != null) {
            trees.leaf(sign * Float.parseFloat(node.group("leaf")));
            return;
        }
        int at = trees.split(Integer.parseInt(node.group("feature")), Float.parseFloat(node.group("threshold")));
        add(Integer.parseInt(node.group("yes")));
        trees.right(at);
        add(Integer.parseInt(node.group("no")));
    }
}
