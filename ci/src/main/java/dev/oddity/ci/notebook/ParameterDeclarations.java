package dev.oddity.ci.notebook;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** What the parameters cell declares. */
final class ParameterDeclarations {

    private static final String RULE =
            "it may hold imports, enums, and declarations with a constant each, of a number, boolean, char, String, Duration,"
                    + " LocalDate, Path or an enum, and of lists, arrays and maps of these: int epochs = 20; List<Integer> widths"
                    + " = List.of(64, 32); var rate = 0.01;";

    private static final Pattern IMPORT =
            Pattern.compile("(?m)^\\s*import\\s+(static\\s+)?[\\w.]+(\\.\\*)?\\s*;[ \\t]*$");

    private final String notebook;
    private final Map<String, List<String>> enums;

    /** @param enums that the notebook declares, with their constants */
    ParameterDeclarations(String notebook, Map<String, List<String>> enums) {
        this.notebook = notebook;
        this.enums = enums;
    }

    /** By name. */
    Map<String, Parameter> in(String source) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Tree member : members(source)) {
            if (member.getKind() == Tree.Kind.ENUM) {
                continue;
            }
            if (!(member instanceof VariableTree variable)) {
                throw refused(written(member));
            }
            ParameterType type = ConstantExpression.of(variable.getInitializer())
                    .flatMap(value -> declared(variable, value).filter(value::fits))
                    .orElseThrow(() -> refused(written(member)));
            String name = variable.getName().toString();
            boolean isFinal = variable.getModifiers().getFlags().contains(Modifier.FINAL);
            parameters.put(name, new Parameter(name, type, isFinal));
        }
        return parameters;
    }

    /** Before fields there may be {@code static} and the like, before a method's variables {@code var}; a cell takes both. */
    private List<? extends Tree> members(String source) {
        // With its line end, so that lines keep their numbers.
        String declarations = IMPORT.matcher(source).replaceAll("");
        JavaSource parsed = JavaSource.parse("class Cell {\n" + declarations + "\n}\n");
        if (parsed.errors().isEmpty()) {
            return members(parsed);
        }
        JavaSource statements = JavaSource.parse("class Cell { void cell() {\n" + declarations + "\n} }\n");
        if (statements.errors().isEmpty()) {
            return ((MethodTree) members(statements).get(0)).getBody().getStatements();
        }
        throw refused("line %d: %s"
                .formatted(
                        parsed.errors().get(0).getLineNumber() - 1,
                        parsed.errors().get(0).getMessage(null)));
    }

    private static List<? extends Tree> members(JavaSource parsed) {
        return ((ClassTree) parsed.tree().getTypeDecls().get(0)).getMembers();
    }

    /** The parser gives a variable declared {@code var} no type. */
    private Optional<ParameterType> declared(VariableTree variable, ConstantExpression value) {
        return variable.getType() == null ? value.scalar() : type(variable.getType());
    }

    private Optional<ParameterType> type(Tree written) {
        if (written instanceof ArrayTypeTree array) {
            return type(array.getType()).map(SequenceType.Form.ARRAY::of);
        }
        if (written instanceof ParameterizedTypeTree generic) {
            List<? extends Tree> of = generic.getTypeArguments();
            return switch (ConstantExpression.plain(generic.getType())) {
                case "List" -> of.size() == 1 ? type(of.get(0)).map(SequenceType.Form.LIST::of) : Optional.empty();
                case "Map" ->
                    of.size() == 2 && of.get(0).toString().equals("String")
                            ? type(of.get(1)).map(MapType::new)
                            : Optional.empty();
                default -> Optional.empty();
            };
        }
        String name = written.toString();
        Optional<ParameterType> known = ScalarType.named(name).or(() -> WrittenType.named(name));
        return known.isPresent() || !(written instanceof IdentifierTree || written instanceof MemberSelectTree)
                ? known
                : Optional.of(new EnumType(name, enums.getOrDefault(name, List.of())));
    }

    private static String written(Tree member) {
        return member.toString().strip().replaceFirst(";$", "");
    }

    private NotebookException refused(String found) {
        return new NotebookException("the parameters cell of %s has: %s; %s".formatted(notebook, found, RULE));
    }
}
