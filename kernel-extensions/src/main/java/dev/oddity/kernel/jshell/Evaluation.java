package dev.oddity.kernel.jshell;

import java.util.List;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;

/** Runs statements of cells: each is refused as a whole, or stands with what it brings about, and comes to something. */
final class Evaluation {

    private final JShell shell;
    private final InProcessControl control;
    private final Attempt attempt;
    private final Variables variables;
    private final Refusal refusal;
    private final Consequences consequences;
    private final ThrownErrors thrownErrors;

    Evaluation(
            JShell shell,
            InProcessControl control,
            Variables variables,
            Refusal refusal,
            Consequences consequences,
            ThrownErrors thrownErrors) {
        this.shell = shell;
        this.control = control;
        this.attempt = new Attempt(shell);
        this.variables = variables;
        this.refusal = refusal;
        this.consequences = consequences;
        this.thrownErrors = thrownErrors;
    }

    /** @throws CellError if the statement is refused before JShell has seen it */
    void check(Cell cell, Statement statement) {
        refusal.beforehand(cell, statement);
    }

    /** @throws CellError if the statement is refused or throws */
    Outcome of(Cell cell, Statement statement) {
        check(cell, statement);
        DeclaredTogether together = new DeclaredTogether(shell, variables, statement);
        List<List<SnippetEvent>> declarations = attempted(cell, statement);
        try {
            refusal.of(cell, statement, together, declarations);
            consequences.of(cell, statement, declarations);
            Outcome outcome = Outcome.NOTHING;
            for (List<SnippetEvent> declaration : declarations) {
                outcome = outcome(declaration.get(0), Places.Place.of(cell, statement));
            }
            return outcome;
        } finally {
            declarations.forEach(variables::dropTemporary);
        }
    }

    private List<List<SnippetEvent>> attempted(Cell cell, Statement statement) {
        boolean threwBefore = control.beginStatement();
        try {
            return attempt.at(cell, statement);
        } finally {
            control.endStatement(threwBefore);
        }
    }

    private Outcome outcome(SnippetEvent event, Places.Place place) {
        Object result = control.takeResult();
        if (event.exception() != null) {
            throw thrownErrors.of(event.exception(), place);
        }
        return hasValue(event.snippet()) ? Outcome.of(result) : Outcome.NOTHING;
    }

    private static boolean hasValue(Snippet snippet) {
        SubKind kind = snippet.subKind();
        return ValueVariable.is(snippet)
                || snippet instanceof ExpressionSnippet
                        && (kind == SubKind.VAR_VALUE_SUBKIND || kind == SubKind.OTHER_EXPRESSION_SUBKIND);
    }
}
