package dev.oddity.kernel.jshell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The classes that cells declared under one name, one after the other. Java knows them by different names, since JShell
 * puts each into a class of its own: {@code REPL.$JShell$2$P}, {@code REPL.$JShell$2B$P}.
 */
final class Generations {

    private static final Pattern NAME = Pattern.compile("REPL\\.\\$JShell\\$\\w+\\$([^$\\d][^$]*)(?:\\$.*)?");

    private static final String LAMBDA = "$$Lambda";

    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, String> newest = new HashMap<>();

    /** A class is loaded, by the name that Java knows it by. */
    synchronized void add(String className) {
        order.putIfAbsent(className, order.size());
        userName(className)
                .filter(name -> className.endsWith("$" + name))
                .ifPresent(name -> newest.put(name, className));
    }

    /** The name by which a cell declared a class, or the class around it. */
    static Optional<String> userName(String className) {
        Matcher name = NAME.matcher(className);
        return name.matches() && !className.contains(LAMBDA) ? Optional.of(name.group(1)) : Optional.empty();
    }

    /** Whether a class was declared anew since this one of that name was loaded. */
    synchronized boolean isOld(Class<?> type) {
        return userName(type.getName())
                .map(newest::get)
                .filter(latest ->
                        !type.getName().equals(latest) && !type.getName().startsWith(latest + "$"))
                .isPresent();
    }

    /** Whether a lambda was made by code that was loaded before the newest class of a name. */
    synchronized boolean isLambdaBefore(Class<?> lambda, String name) {
        int end = lambda.getName().indexOf(LAMBDA);
        Integer made = end < 0 ? null : order.get(lambda.getName().substring(0, end));
        String latest = newest.get(name);
        return made != null && latest != null && made < order.get(latest);
    }
}
