package dev.oddity.kernel.jshell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * The classes that cells declared under one name, one after the other. Java knows them by different names, since JShell
 * puts each into a class of its own: {@code REPL.$JShell$2$P}, {@code REPL.$JShell$2B$P}.
 */
final class Generations {

    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, String> newest = new HashMap<>();
    private final Map<String, String> around = new HashMap<>();
    private Map<String, String> newestAtMark = Map.of();
    private Map<String, String> aroundAtMark = Map.of();

    /** A class is loaded, by the name that Java knows it by. */
    synchronized void add(String className) {
        order.putIfAbsent(className, order.size());
        use(className);
    }

    /** A class is what its name stands for now: it was loaded, or got new code in place. */
    synchronized void use(String className) {
        Names.declared(className)
                .filter(name -> className.endsWith("$" + name))
                .ifPresent(name -> newest.put(name, className));
        Matcher outer = Names.AROUND.matcher(className);
        if (outer.lookingAt()) {
            around.put(outer.group(1), outer.group());
        }
    }

    /** Remembers what names stand for now: a statement is run that may be refused. */
    synchronized void mark() {
        newestAtMark = Map.copyOf(newest);
        aroundAtMark = Map.copyOf(around);
    }

    /** Names stand for what they stood for at the mark. */
    synchronized void returnToMark() {
        newest.putAll(newestAtMark);
        around.putAll(aroundAtMark);
    }

    /** Whether a name stood for another class at the mark. */
    synchronized boolean isNewSinceMark(String name) {
        String then = newestAtMark.get(name);
        return then != null && !then.equals(newest.get(name));
    }

    /** Whether a class was in use at the mark. */
    synchronized boolean isOfMark(String className) {
        Matcher outer = Names.AROUND.matcher(className);
        return outer.lookingAt() && outer.group().equals(aroundAtMark.get(outer.group(1)));
    }

    /** Whether a class was out of use at the mark, since another was declared under its name after it. */
    synchronized boolean isBeforeMark(String className) {
        Matcher outer = Names.AROUND.matcher(className);
        if (!outer.lookingAt()) {
            return false;
        }
        String then = aroundAtMark.get(outer.group(1));
        return then != null
                && order.getOrDefault(outer.group(), Integer.MAX_VALUE) < order.getOrDefault(then, Integer.MIN_VALUE);
    }

    /** The class that a name of a cell stands for now. */
    synchronized Optional<String> newest(String name) {
        return Optional.ofNullable(newest.get(name));
    }

    /** Whether a class was declared anew since this one of that name was loaded. */
    synchronized boolean isOld(Class<?> type) {
        return Names.declared(type.getName())
                .map(newest::get)
                .filter(latest ->
                        !type.getName().equals(latest) && !type.getName().startsWith(latest + "$"))
                .isPresent();
    }

    /** Whether a lambda was made by code that was loaded before the newest class of a name. */
    synchronized boolean isLambdaBefore(Class<?> lambda, String name) {
        Integer made = Names.aroundLambda(lambda.getName()).map(order::get).orElse(null);
        String latest = newest.get(name);
        return made != null && latest != null && made < order.get(latest);
    }
}
