package dev.oddity.ci.notebook;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.oddity.ci.notebook.ScalarType.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value that a parameters cell gives: one that says all there is to it, and does nothing else when it is computed. */
record ConstantExpression(ExpressionTree tree) {

    private static final String UTIL = "java.util.";

    /** Calls that make a value of constants and do nothing else. */
    private static final Set<String> COLLECTIONS = Set.of("List.of", "Map.of", "Map.ofEntries", "Map.entry");

    private static final Set<Tree.Kind> SIGNS =
            EnumSet.of(Tree.Kind.UNARY_MINUS, Tree.Kind.UNARY_PLUS, Tree.Kind.BITWISE_COMPLEMENT);

    private static final Set<Tree.Kind> SHIFTS =
            EnumSet.of(Tree.Kind.LEFT_SHIFT, Tree.Kind.RIGHT_SHIFT, Tree.Kind.UNSIGNED_RIGHT_SHIFT);

    private static final Set<Tree.Kind> ARITHMETIC =
            EnumSet.of(Tree.Kind.PLUS, Tree.Kind.MINUS, Tree.Kind.MULTIPLY, Tree.Kind.DIVIDE, Tree.Kind.REMAINDER);

    /** From the widest; of two numbers the wider one is the type of what they come to. */
    private static final List<Kind> WIDEST = List.of(Kind.STRING, Kind.DOUBLE, Kind.FLOAT, Kind.LONG);

    /** Empty if there is none, or one that is computed at run time. */
    static Optional<ConstantExpression> of(@Nullable ExpressionTree tree) {
        return tree != null && isConstant(tree) ? Optional.of(new ConstantExpression(tree)) : Optional.empty();
    }

    private static boolean isConstant(ExpressionTree value) {
        if (value instanceof ParenthesizedTree inner) {
            return isConstant(inner.getExpression());
        }
        if (value instanceof UnaryTree unary) {
            return SIGNS.contains(unary.getKind()) && isConstant(unary.getExpression());
        }
        if (value instanceof BinaryTree binary) {
            return (ARITHMETIC.contains(binary.getKind()) || SHIFTS.contains(binary.getKind()))
                    && isConstant(binary.getLeftOperand())
                    && isConstant(binary.getRightOperand());
        }
        if (value instanceof NewArrayTree array) {
            return array.getInitializers() != null
                    && array.getInitializers().stream().allMatch(ConstantExpression::isConstant);
        }
        if (value instanceof MethodInvocationTree call) {
            return (isCollection(call)
                            || WrittenType.isMaker(call.getMethodSelect().toString()))
                    && call.getArguments().stream().allMatch(ConstantExpression::isConstant);
        }
        return value instanceof LiteralTree || value instanceof MemberSelectTree;
    }

    private static boolean isCollection(MethodInvocationTree call) {
        return COLLECTIONS.contains(plain(call.getMethodSelect()));
    }

    /** A name without {@code java.util.} before it. */
    static String plain(Tree name) {
        String written = name.toString();
        return written.startsWith(UTIL) ? written.substring(UTIL.length()) : written;
    }

    /** What {@code var} stands for before a number, a truth value, a character or a text; empty where more must be known. */
    Optional<ParameterType> scalar() {
        return kind(tree).map(Kind::primitive);
    }

    private static Optional<Kind> kind(ExpressionTree value) {
        if (value instanceof ParenthesizedTree inner) {
            return kind(inner.getExpression());
        }
        if (value instanceof UnaryTree unary) {
            return kind(unary.getExpression()).map(ConstantExpression::promoted);
        }
        if (value instanceof BinaryTree binary) {
            Optional<Kind> left = kind(binary.getLeftOperand());
            if (SHIFTS.contains(binary.getKind())) {
                return left.map(ConstantExpression::promoted);
            }
            Optional<Kind> right = kind(binary.getRightOperand());
            return left.flatMap(first -> right.map(second -> widest(first, second)));
        }
        return switch (value.getKind()) {
            case INT_LITERAL -> Optional.of(Kind.INT);
            case LONG_LITERAL -> Optional.of(Kind.LONG);
            case FLOAT_LITERAL -> Optional.of(Kind.FLOAT);
            case DOUBLE_LITERAL -> Optional.of(Kind.DOUBLE);
            case BOOLEAN_LITERAL -> Optional.of(Kind.BOOLEAN);
            case CHAR_LITERAL -> Optional.of(Kind.CHAR);
            case STRING_LITERAL -> Optional.of(Kind.STRING);
            default -> Optional.empty();
        };
    }

    private static Kind widest(Kind first, Kind second) {
        return WIDEST.stream()
                .filter(kind -> kind == first || kind == second)
                .findFirst()
                .orElse(Kind.INT);
    }

    private static Kind promoted(Kind kind) {
        return widest(kind, Kind.INT);
    }

    /** Of a type that is no scalar, only an enum's constants can be written out. */
    boolean fits(ParameterType type) {
        return fits(tree, type);
    }

    private static boolean fits(ExpressionTree value, ParameterType type) {
        if (!(innermost(type) instanceof EnumType named)) {
            return true;
        }
        if (value instanceof NewArrayTree array) {
            return array.getInitializers().stream().allMatch(each -> fits(each, type));
        }
        if (value instanceof MethodInvocationTree call) {
            return isCollection(call)
                    && call.getArguments().stream().allMatch(each -> isKey(each, type) || fits(each, type));
        }
        return value instanceof MemberSelectTree constant
                && constant.getExpression().toString().equals(named.javaName());
    }

    private static boolean isKey(ExpressionTree value, ParameterType type) {
        return type instanceof MapType && value.getKind() == Tree.Kind.STRING_LITERAL;
    }

    private static ParameterType innermost(ParameterType type) {
        if (type instanceof SequenceType sequence) {
            return innermost(sequence.element());
        }
        return type instanceof MapType map ? innermost(map.value()) : type;
    }
}
