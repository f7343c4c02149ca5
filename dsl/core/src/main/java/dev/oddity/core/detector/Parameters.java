package dev.oddity.core.detector;

import dev.oddity.datasets.NearMiss;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The named parameters of one noun of the language, such as {@code vae()}: an immutable value.
 *
 * <p>A noun declares each of its parameters once, with default and rule; from that come the check of every value, the
 * JSON form, and a {@code toString} that reads like the sentence: {@code vae().hidden(64, 32).latent(8)}.
 *
 * <pre>{@code
 * private static final Parameters DEFAULTS = Parameters.of("vae")
 *         .define("hidden", List.of(64, 32), Rule.atLeast(1))
 *         .define("latent", 8, Rule.atLeast(1))
 *         .define("learningRate", 1e-3, Rule.positive());
 * }</pre>
 *
 * <p>A value is an {@code Integer}, {@code Double}, {@code Boolean}, {@code String} or a list of whole numbers, and keeps
 * the type of its default; a whole number is accepted for a {@code Double}. A noun made of detectors holds them as a value
 * of its own kind ({@link #defineMembers}), and a value that is a sentence of its own has a {@link Notation}.
 */
public final class Parameters {

    private record Definition(Object byDefault, Rule rule, boolean members) {}

    private final String owner;
    private final Map<String, Definition> definitions;
    private final Map<String, Object> values;

    private Parameters(String owner, Map<String, Definition> definitions, Map<String, Object> values) {
        this.owner = owner;
        this.definitions = Collections.unmodifiableMap(definitions);
        this.values = Collections.unmodifiableMap(values);
    }

    /** No parameters yet, of the noun with this name. */
    public static Parameters of(String owner) {
        return new Parameters(owner, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** The noun they belong to. */
    public String owner() {
        return owner;
    }

    /**
     * For the constructor of a noun that is nothing but its parameters.
     *
     * @throws IllegalArgumentException if they are those of another noun
     */
    public void requireOwner(String noun) {
        if (!owner.equals(noun)) {
            throw new IllegalArgumentException(
                    noun + "() cannot take the parameters of " + this + "; change those of " + noun + "() itself");
        }
    }

    /** Declares a parameter; it has its default until {@link #with(String, Object)}. */
    public Parameters define(String name, Object byDefault, Rule rule) {
        return define(name, byDefault, new Definition(byDefault, rule, false));
    }

    /**
     * Declares the detectors that a noun is made of, none until they are given: they stand between its parentheses, and in
     * JSON each as its own name and parameters.
     */
    public Parameters defineMembers(String name) {
        return define(name, List.of(), new Definition(List.of(), Rule.any(), true));
    }

    /**
     * Declares a parameter that most do without and whose value is a sentence of its own. It has no default: until it is
     * given it stands neither in {@link #describe()} nor in the sentence, see {@link #given}.
     */
    public Parameters define(String name, Notation<?> notation) {
        Map<String, Definition> moreDefinitions = new LinkedHashMap<>(definitions);
        moreDefinitions.put(name, new Definition(notation, Rule.any(), false));
        return new Parameters(owner, moreDefinitions, values);
    }

    private Parameters define(String name, Object byDefault, Definition definition) {
        Map<String, Definition> moreDefinitions = new LinkedHashMap<>(definitions);
        moreDefinitions.put(name, definition);
        Map<String, Object> moreValues = new LinkedHashMap<>(values);
        moreValues.put(name, byDefault);
        return new Parameters(owner, moreDefinitions, moreValues);
    }

    /** The same noun with another default, and that value, for a parameter it has declared. */
    public Parameters byDefault(String name, Object value) {
        Parameters changed = with(name, value);
        return changed.define(name, changed.value(name), definitions.get(name).rule());
    }

    /** The same noun with one parameter changed. */
    public Parameters with(String name, Object value) {
        Definition definition = definitions.get(name);
        if (definition == null) {
            throw new IllegalArgumentException(owner + "() has no parameter '" + name + "'"
                    + NearMiss.hint(name, definitions.keySet()) + " parameters: "
                    + (definitions.isEmpty() ? "none" : String.join(", ", definitions.keySet())));
        }
        Object converted = definition.members() ? members(name, value) : convert(name, value, definition.byDefault());
        definition.rule().check(owner, name, converted);
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(name, converted);
        return new Parameters(owner, definitions, changed);
    }

    /** The same noun with several parameters changed, as read from JSON. */
    public Parameters with(Map<String, ?> changes) {
        Parameters changed = this;
        for (Map.Entry<String, ?> change : changes.entrySet()) {
            changed = changed.with(change.getKey(), change.getValue());
        }
        return changed;
    }

    public int integer(String name) {
        return (Integer) value(name);
    }

    public double real(String name) {
        return (Double) value(name);
    }

    public boolean flag(String name) {
        return (Boolean) value(name);
    }

    public String text(String name) {
        return (String) value(name);
    }

    public int[] integers(String name) {
        return ((List<?>) value(name)).stream().mapToInt(Integer.class::cast).toArray();
    }

    public List<Detector> members(String name) {
        return ((List<?>) value(name)).stream().map(Detector.class::cast).toList();
    }

    /** The value of a parameter that has a {@link Notation}, if it was given. */
    public <T> Optional<T> given(String name, Class<T> kind) {
        return Optional.ofNullable(values.get(name)).map(kind::cast);
    }

    /** Whether it has another value than its default. */
    public boolean changed(String name) {
        return !value(name).equals(definitions.get(name).byDefault());
    }

    /** All values by name, as a JSON tree. */
    public Map<String, Object> describe() {
        Map<String, Object> tree = new TreeMap<>(values);
        tree.replaceAll((name, value) -> {
            Definition definition = definitions.get(name);
            if (definition.byDefault() instanceof Notation<?>) {
                return value.toString();
            }
            return definition.members()
                    ? members(name).stream().map(Detector::describe).toList()
                    : value;
        });
        return tree;
    }

    /** The sentence that makes it: the owner, the detectors it is made of, and whatever differs from its default. */
    @Override
    public String toString() {
        return owner
                + definitions.entrySet().stream()
                        .filter(entry -> entry.getValue().members())
                        .map(entry -> spell(values.get(entry.getKey())))
                        .collect(Collectors.joining(", ", "(", ")"))
                + definitions.keySet().stream()
                        .filter(name -> !definitions.get(name).members())
                        .filter(values::containsKey)
                        .filter(this::changed)
                        .map(name -> "." + name + "(" + spell(values.get(name)) + ")")
                        .collect(Collectors.joining());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that && owner.equals(that.owner) && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return 31 * owner.hashCode() + values.hashCode();
    }

    private Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(owner + "() has no parameter '" + name + "'");
        }
        return value;
    }

    private static String spell(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Parameters::spell).collect(Collectors.joining(", "));
        }
        return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
    }

    /** As they are, or as {@link #describe()} gave them. */
    private Object members(String name, Object value) {
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException(
                    owner + "()." + name + "(" + spell(value) + "): " + name + " takes a list of detectors");
        }
        return list.stream()
                .map(member -> member instanceof Map<?, ?> tree ? Detectors.described(tree) : (Object) member)
                .map(member -> {
                    if (member instanceof Detector detector) {
                        return detector;
                    }
                    throw new IllegalArgumentException(
                            owner + "()." + name + "(" + spell(member) + "): each of " + name + " must be a detector");
                })
                .toList();
    }

    private Object convert(String name, Object value, Object byDefault) {
        if (byDefault instanceof Notation<?> notation) {
            Object read = value instanceof String text ? notation.read().apply(text) : value;
            if (notation.kind().isInstance(read)) {
                return read;
            }
            throw new IllegalArgumentException(
                    owner + "()." + name + "(" + spell(value) + "): " + name + " takes " + notation.what());
        }
        if (value instanceof int[] numbers) {
            return convert(name, Arrays.stream(numbers).boxed().toList(), byDefault);
        }
        if (byDefault instanceof List<?> && value instanceof List<?> list) {
            return list.stream().map(element -> convert(name, element, 0)).toList();
        }
        if (byDefault instanceof Double && value instanceof Number number) {
            return number.doubleValue();
        }
        if (byDefault instanceof Integer
                && value instanceof Number number
                && number.intValue() == number.doubleValue()) {
            return number.intValue();
        }
        if (byDefault.getClass().isInstance(value)) {
            return value;
        }
        throw new IllegalArgumentException(owner + "()." + name + "(" + spell(value) + "): " + name + " takes "
                + kind(byDefault) + ", such as " + spell(byDefault));
    }

    private static String kind(Object byDefault) {
        return switch (byDefault.getClass().getSimpleName()) {
            case "Integer" -> "a whole number";
            case "Double" -> "a number";
            case "Boolean" -> "true or false";
            case "String" -> "a text";
            default -> "a list of whole numbers";
        };
    }
}
