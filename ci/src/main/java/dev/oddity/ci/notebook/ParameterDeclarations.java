package dev.oddity.ci.notebook;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the parameters cell declares. */
final class ParameterDeclarations {

    private static final String RULE =
            "it may hold declarations with a literal only, of int, long, double, boolean, String, an enum, and lists, arrays and"
                    + " maps of these: int epochs = 20; List<Integer> widths = List.of(64, 32);";

    /** Calls that make a value of literals and do nothing else. */
    private static final Set<String> OF_LITERALS = Set.of("List.of", "Map.of", "Map.ofEntries", "Map.entry");

    private static final String UTIL = "java.util.";

    private final String notebook;
    private final Map<String, List<String>> enums;

    /** @param enums that the notebook declares, with their constants */
    ParameterDeclarations(String notebook, Map<String, List<String>> enums) {
        this.notebook = notebook;
        this.enums = enums;
    }

    Map<String, ParameterType> types(String source) {
        Map<String, ParameterType> types = new LinkedHashMap<>();
        for (Tree member : members(source)) {
            if (member.getKind() == Tree.Kind.ENUM) {
                continue;
            }
            if (!(member instanceof VariableTree variable) || !isLiteral(variable.getInitializer())) {
                throw refused(member.toString().strip());
            }
            ParameterType type = Optional.ofNullable(variable.getType())
                    .flatMap(this::type)
                    .filter(found -> fits(variable.getInitializer(), found))
                    .orElseThrow(() -> refused(member.toString().strip()));
            types.put(variable.getName().toString(), type);
        }
        return types;
    }

    private List<? extends Tree> members(String source) {
        JavaSource parsed = JavaSource.parse("class Cell {\n" + source + "\n}\n");
        parsed.errors().stream().findFirst().ifPresent(error -> {
            throw refused("line %d: %s".formatted(error.getLineNumber() - 1, error.getMessage(null)));
        });
        return ((ClassTree) parsed.tree().getTypeDecls().get(0)).getMembers();
    }

    private Optional<ParameterType> type(Tree written) {
        if (written instanceof ArrayTypeTree array) {
            return type(array.getType()).map(SequenceType.Form.ARRAY::of);
        }
        if (written instanceof ParameterizedTypeTree generic) {
            List<? extends Tree> of = generic.getTypeArguments();
            return switch (plain(generic.getType())) {
                case "List" -> of.size() == 1 ? type(of.get(0)).map(SequenceType.Form.LIST::of) : Optional.empty();
                case "Map" ->
                    of.size() == 2 && of.get(0).toString().equals("String")
                            ? type(of.get(1)).map(MapType::new)
                            : Optional.empty();
                default -> Optional.empty();
            };
        }
        Optional<ParameterType> scalar = ScalarType.named(written.toString());
        return scalar.isPresent() || !(written instanceof IdentifierTree || written instanceof MemberSelectTree)
                ? scalar
                : Optional.of(new EnumType(written.toString(), enums.getOrDefault(written.toString(), List.of())));
    }

    private static boolean isLiteral(@Nullable ExpressionTree value) {
        if (value instanceof UnaryTree unary) {
            return (unary.getKind() == Tree.Kind.UNARY_MINUS || unary.getKind() == Tree.Kind.UNARY_PLUS)
                    && isLiteral(unary.getExpression());
        }
        if (value instanceof NewArrayTree array) {
            return array.getInitializers() != null
                    && array.getInitializers().stream().allMatch(ParameterDeclarations::isLiteral);
        }
        if (value instanceof MethodInvocationTree call) {
            return OF_LITERALS.contains(plain(call.getMethodSelect()))
                    && call.getArguments().stream().allMatch(ParameterDeclarations::isLiteral);
        }
        return value instanceof LiteralTree || value instanceof MemberSelectTree;
    }

    /** Of a type that is no scalar, only an enum's constants can be written out. */
    private static boolean fits(ExpressionTree value, ParameterType type) {
        if (!(innermost(type) instanceof EnumType named)) {
            return true;
        }
        if (value instanceof NewArrayTree array) {
            return array.getInitializers().stream().allMatch(each -> fits(each, type));
        }
        if (value instanceof MethodInvocationTree call) {
            return call.getArguments().stream().allMatch(each -> isKey(each, type) || fits(each, type));
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

    private static String plain(Tree name) {
        String written = name.toString();
        return written.startsWith(UTIL) ? written.substring(UTIL.length()) : written;
    }

    private NotebookException refused(String found) {
        return new NotebookException("the parameters cell of %s has: %s; %s".formatted(notebook, found, RULE));
    }
}
