package dev.oddity.kernel.jshell;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement sets variables that it doesn't declare itself: by an assignment, or by {@code ++} and the like. The
 * statement is parsed and not compiled: within a class that extends another, and in an anonymous one, a name may be that of
 * an inherited field, and is passed over.
 */
final class Assignments extends TreeScanner<@Nullable Void, @Nullable Void> {

    private static final Set<Kind> STEPS =
            Set.of(Kind.PREFIX_INCREMENT, Kind.PREFIX_DECREMENT, Kind.POSTFIX_INCREMENT, Kind.POSTFIX_DECREMENT);

    private final SyntaxTree statement;
    private final Deque<Set<String>> scopes = new ArrayDeque<>();
    private final List<Assigned> found = new ArrayList<>();
    private int inheriting;

    /**
     * A variable that is set.
     *
     * @param offset where its name stands in the statement
     */
    record Assigned(String name, int offset) {

        /** In the compiler's words. */
        String message() {
            return "cannot assign a value to final variable " + name;
        }
    }

    private Assignments(SyntaxTree statement) {
        this.statement = statement;
    }

    /** All in a statement, in order; none if it is no Java. */
    static List<Assigned> in(String statement) {
        return SyntaxTree.of(statement).map(Assignments::in).orElse(List.of());
    }

    private static List<Assigned> in(SyntaxTree statement) {
        Assignments assignments = new Assignments(statement);
        assignments.scan(statement.unit(), null);
        return assignments.found;
    }

    /** Its elements are written like assignments, and what they are given is constant. */
    @Override
    public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void nothing) {
        return null;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree assignment, @Nullable Void nothing) {
        set(assignment.getVariable());
        return super.visitAssignment(assignment, nothing);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree assignment, @Nullable Void nothing) {
        set(assignment.getVariable());
        return super.visitCompoundAssignment(assignment, nothing);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree unary, @Nullable Void nothing) {
        if (STEPS.contains(unary.getKind())) {
            set(unary.getExpression());
        }
        return super.visitUnary(unary, nothing);
    }

    private void set(ExpressionTree target) {
        if (target instanceof ParenthesizedTree parenthesized) {
            set(parenthesized.getExpression());
        } else if (target instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            if (inheriting == 0 && scopes.stream().noneMatch(scope -> scope.contains(name))) {
                found.add(new Assigned(name, statement.offset(identifier)));
            }
        }
    }

    /** Also of a pattern: where that is in scope is not looked at, only that it may be. */
    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
        scopes.element().add(variable.getName().toString());
        return super.visitVariable(variable, nothing);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        Set<String> fields = new HashSet<>();
        for (Tree member : type.getMembers()) {
            if (member instanceof VariableTree field) {
                fields.add(field.getName().toString());
            }
        }
        inheriting += type.getExtendsClause() == null ? 0 : 1;
        within(fields, () -> super.visitClass(type, nothing));
        inheriting -= type.getExtendsClause() == null ? 0 : 1;
        return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void nothing) {
        scan(made.getEnclosingExpression(), nothing);
        scan(made.getArguments(), nothing);
        inheriting++;
        scan(made.getClassBody(), nothing);
        inheriting--;
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        return within(() -> super.visitMethod(method, nothing));
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void nothing) {
        return within(() -> super.visitLambdaExpression(lambda, nothing));
    }

    @Override
    public @Nullable Void visitBlock(BlockTree block, @Nullable Void nothing) {
        return within(() -> super.visitBlock(block, nothing));
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree loop, @Nullable Void nothing) {
        return within(() -> super.visitForLoop(loop, nothing));
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree loop, @Nullable Void nothing) {
        return within(() -> super.visitEnhancedForLoop(loop, nothing));
    }

    @Override
    public @Nullable Void visitTry(TryTree tried, @Nullable Void nothing) {
        return within(() -> super.visitTry(tried, nothing));
    }

    @Override
    public @Nullable Void visitCatch(CatchTree caught, @Nullable Void nothing) {
        return within(() -> super.visitCatch(caught, nothing));
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree cases, @Nullable Void nothing) {
        return within(() -> super.visitSwitch(cases, nothing));
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree cases, @Nullable Void nothing) {
        return within(() -> super.visitSwitchExpression(cases, nothing));
    }

    private @Nullable Void within(Supplier<@Nullable Void> work) {
        return within(new HashSet<>(), work);
    }

    private @Nullable Void within(Set<String> scope, Supplier<@Nullable Void> work) {
        scopes.push(scope);
        work.get();
        scopes.pop();
        return null;
    }
}
