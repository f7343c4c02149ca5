package dev.oddity.kernel.maven.resolver;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A Maven repository of made-up libraries, served over HTTP on this machine; it remembers what it was asked for. */
public final class TestRepository implements AutoCloseable {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> versions = new TreeMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    public TestRepository() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath().substring(1);
            asked.add(path);
            byte[] file = files.get(path);
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
            if (file != null) {
                exchange.getResponseBody().write(file);
            }
            exchange.close();
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Paths that were asked for since the last call. */
    Set<String> takeAsked() {
        Set<String> taken = new TreeSet<>(asked);
        asked.clear();
        return taken;
    }

    /** A library whose jar holds its coordinates; it needs others, given as coordinates. */
    public TestRepository library(String coordinates, String... needed) {
        return library(coordinates, coordinates.getBytes(StandardCharsets.UTF_8), needed);
    }

    public TestRepository library(String coordinates, byte[] jar, String... needed) {
        String dependencies = Arrays.stream(needed)
                .map(TestRepository::dependency)
                .collect(Collectors.joining("", "<dependencies>", "</dependencies>"));
        return pom(coordinates, dependencies).file(path(coordinates, "jar"), jar);
    }

    TestRepository pom(String coordinates, String content) {
        String[] names = coordinates.split(":");
        versions.computeIfAbsent(names[0] + ":" + names[1], name -> new TreeSet<>())
                .add(names[2]);
        String metadata = versions.get(names[0] + ":" + names[1]).stream()
                .map(version -> "<version>" + version + "</version>")
                .collect(Collectors.joining(
                        "",
                        "<metadata><groupId>" + names[0] + "</groupId><artifactId>" + names[1]
                                + "</artifactId><versioning><versions>",
                        "</versions></versioning></metadata>"));
        String folder = names[0].replace('.', '/') + "/" + names[1];
        return text(folder + "/maven-metadata.xml", metadata)
                .text(
                        path(coordinates, "pom"),
                        "<project><modelVersion>4.0.0</modelVersion><groupId>" + names[0] + "</groupId><artifactId>"
                                + names[1] + "</artifactId><version>" + names[2] + "</version>" + content
                                + "</project>");
    }

    /** Changes what is sent, not its checksum. */
    TestRepository tamper(String coordinates) {
        files.put(path(coordinates, "jar"), "something else".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A settings.xml that has this repository stand in for Maven Central, and a local one elsewhere. */
    public Path settings(Path folder) {
        String text = "<settings><localRepository>" + local(folder)
                + "</localRepository><mirrors><mirror><id>mirror</id><mirrorOf>central</mirrorOf><url>" + url()
                + "</url></mirror></mirrors></settings>";
        try {
            return Files.writeString(Files.createDirectories(folder).resolve("settings.xml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The local repository of those settings. */
    static Path local(Path folder) {
        return folder.resolve("local");
    }

    static String dependency(String coordinates) {
        List<String> names = List.of(coordinates.split(":"));
        return "<dependency><groupId>" + names.get(0) + "</groupId><artifactId>" + names.get(1) + "</artifactId>"
                + (names.size() > 2 ? "<version>" + names.get(2) + "</version>" : "")
                + (names.size() > 3 ? "<scope>" + names.get(3) + "</scope>" : "") + "</dependency>";
    }

    private TestRepository text(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private TestRepository file(String path, byte[] content) {
        files.put(path, content);
        try {
            byte[] sum = MessageDigest.getInstance("SHA-1").digest(content);
            files.put(path + ".sha1", HexFormat.of().formatHex(sum).getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    private static String path(String coordinates, String type) {
        String[] names = coordinates.split(":");
        return names[0].replace('.', '/') + "/" + names[1] + "/" + names[2] + "/" + names[1] + "-" + names[2] + "."
                + type;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
