package dev.oddity.ci.jupyter;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a kernel is started.
 *
 * @param name as notebooks call it
 * @param arguments the command; {@code {connection_file}} and {@code {resource_dir}} stand for paths
 * @param displayName as people read it
 * @param language such as {@code java}
 * @param interruptsByMessage whether an interrupt is a message; else it is the signal {@code INT}
 * @param environment more variables for the process
 * @param folder where the kernelspec lies
 */
public record KernelSpec(
        String name,
        List<String> arguments,
        String displayName,
        String language,
        boolean interruptsByMessage,
        Map<String, String> environment,
        Path folder) {

    public KernelSpec {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** Reads {@code kernel.json} of a kernelspec's folder. */
    public static KernelSpec read(Path folder) {
        Path file = folder.resolve("kernel.json");
        try {
            JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            Map<String, String> environment = new LinkedHashMap<>();
            if (json.get("env") instanceof JsonObject env) {
                env.entrySet()
                        .forEach(entry ->
                                environment.put(entry.getKey(), entry.getValue().getAsString()));
            }
            return new KernelSpec(
                    folder.getFileName().toString(),
                    json.getAsJsonArray("argv").asList().stream()
                            .map(JsonElement::getAsString)
                            .toList(),
                    text(json, "display_name"),
                    text(json, "language"),
                    text(json, "interrupt_mode").equals("message"),
                    environment,
                    folder);
        } catch (IOException | JsonParseException | IllegalStateException | NullPointerException e) {
            throw new KernelException("%s is no kernelspec: it must be JSON with a list 'argv'".formatted(file), e);
        }
    }

    /** With one more variable, or another value of one. */
    public KernelSpec with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new KernelSpec(name, arguments, displayName, language, interruptsByMessage, more, folder);
    }

    List<String> command(Path connectionFile) {
        return arguments.stream()
                .map(argument -> argument.replace("{connection_file}", connectionFile.toString())
                        .replace("{resource_dir}", folder.toString()))
                .toList();
    }

    private static String text(JsonObject json, String key) {
        return json.has(key) ? json.get(key).getAsString() : "";
    }
}
