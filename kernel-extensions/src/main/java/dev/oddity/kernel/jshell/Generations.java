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
    private final Map<String, Optional<String>> newestBefore = new HashMap<>();
    private final Map<String, Optional<String>> aroundBefore = new HashMap<>();

    /** A class is loaded, by the name that Java knows it by. */
    synchronized void add(String className) {
        order.putIfAbsent(className, order.size());
        use(className);
    }

    /** A class is what its name stands for now: it was loaded, or got new code in place. */
    synchronized void use(String className) {
        Names.declared(className)
                .filter(name -> className.endsWith("$" + name))
                .ifPresent(name -> put(name, className, newest, newestBefore));
        Matcher outer = Names.AROUND.matcher(className);
        if (outer.lookingAt()) {
            put(outer.group(1), outer.group(), around, aroundBefore);
        }
    }

    /** @param before what names stood for at the mark that stand for something else now */
    private static void put(
            String name, String className, Map<String, String> now, Map<String, Optional<String>> before) {
        String then = now.put(name, className);
        before.putIfAbsent(name, Optional.ofNullable(then));
    }

    /** Remembers what names stand for from now on: a statement is run that may be refused. */
    synchronized void mark() {
        newestBefore.clear();
        aroundBefore.clear();
    }

    /** Names stand for what they stood for at the mark, if they did for anything. */
    synchronized void returnToMark() {
        newestBefore.forEach((name, then) -> then.ifPresent(className -> newest.put(name, className)));
        aroundBefore.forEach((name, then) -> then.ifPresent(className -> around.put(name, className)));
    }

    private static Optional<String> atMark(String name, Map<String, String> now, Map<String, Optional<String>> before) {
        return before.getOrDefault(name, Optional.ofNullable(now.get(name)));
    }

    /** Whether a name stood for another class at the mark. */
    synchronized boolean isNewSinceMark(String name) {
        return atMark(name, newest, newestBefore)
                .filter(then -> !then.equals(newest.get(name)))
                .isPresent();
    }

    /** Whether a class was in use at the mark. */
    synchronized boolean isOfMark(String className) {
        Matcher outer = Names.AROUND.matcher(className);
        return outer.lookingAt() && atMark(outer.group(1), around, aroundBefore).equals(Optional.of(outer.group()));
    }

    /** Whether a class was out of use at the mark, since another was declared under its name after it. */
    synchronized boolean isBeforeMark(String className) {
        Matcher outer = Names.AROUND.matcher(className);
        return outer.lookingAt()
                && atMark(outer.group(1), around, aroundBefore)
                        .filter(then -> order.getOrDefault(outer.group(), Integer.MAX_VALUE)
                                < order.getOrDefault(then, Integer.MIN_VALUE))
                        .isPresent();
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
