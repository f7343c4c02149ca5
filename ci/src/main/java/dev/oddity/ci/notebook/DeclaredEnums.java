package dev.oddity.ci.notebook;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The enums that a notebook's cells declare, by name, with their constants. */
final class DeclaredEnums extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Map<String, List<String>> constants = new LinkedHashMap<>();

    private DeclaredEnums() {}

    static Map<String, List<String>> in(Notebook notebook) {
        DeclaredEnums enums = new DeclaredEnums();
        notebook.cells().stream()
                .filter(Cell::isCode)
                .map(Cell::source)
                .filter(source -> source.contains("enum"))
                .forEach(enums::cell);
        return enums.constants;
    }

    /** Statements and declarations may stand together in a method; imports and magics may not. */
    private void cell(String source) {
        String body = source.lines()
                .filter(line -> !line.startsWith("%") && !line.strip().startsWith("import "))
                .collect(Collectors.joining("\n"));
        scan(JavaSource.parse("class Cell { void cell() {\n" + body + "\n} }").tree(), null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree declared, @Nullable Void unused) {
        if (declared.getKind() == Tree.Kind.ENUM) {
            constants.put(declared.getSimpleName().toString(), constants(declared));
        }
        return super.visitClass(declared, unused);
    }

    /** The parser gives a constant as a field of the enum's own type that has no type written before it. */
    private static List<String> constants(ClassTree declared) {
        List<String> names = new ArrayList<>();
        for (Tree member : declared.getMembers()) {
            if (member instanceof VariableTree field
                    && field.getInitializer() != null
                    && field.getInitializer().getKind() == Tree.Kind.NEW_CLASS
                    && field.getType()
                            .toString()
                            .equals(declared.getSimpleName().toString())) {
                names.add(field.getName().toString());
            }
        }
        return names;
    }
}
