package dev.oddity.ci.notebook;

import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/**
 * An enum.
 *
 * @param constants if the notebook declares it; empty of an enum from elsewhere, whose constants the kernel knows
 */
record EnumType(String javaName, List<String> constants) implements WordType {

    EnumType {
        constants = List.copyOf(constants);
    }

    @Override
    public String example() {
        return constants.isEmpty() ? "a constant of " + javaName : "one of " + String.join(", ", constants);
    }

    @Override
    public String sample(int which) {
        return "\"" + (constants.isEmpty() ? "A_CONSTANT" : constants.get(which % constants.size())) + "\"";
    }

    @Override
    public Optional<String> literal(String words) {
        String constant = words.startsWith(javaName + ".") ? words.substring(javaName.length() + 1) : words;
        boolean known = constants.isEmpty() ? SourceVersion.isIdentifier(constant) : constants.contains(constant);
        return known ? Optional.of(javaName + "." + constant) : Optional.empty();
    }
}
