package dev.oddity.reproducibility;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a file could not be read or written, in words: what the system says is often a class and a path alone. */
public final class FileTrouble {

    /** {@code java.io} writes {@code path (reason)}. */
    private static final Pattern IN_BRACKETS = Pattern.compile(".* \\((.+)\\)", Pattern.DOTALL);

    private FileTrouble() {}

    /** Such as {@code No space left on device}, as the system says it. */
    public static String reason(IOException trouble) {
        if (trouble instanceof FileSystemException told) {
            if (told.getReason() != null) {
                return told.getReason();
            }
            return words(told);
        }
        String said = trouble.getMessage() == null ? trouble.toString() : trouble.getMessage();
        if (trouble instanceof FileNotFoundException) {
            Matcher brackets = IN_BRACKETS.matcher(said);
            return brackets.matches() ? brackets.group(1) : said;
        }
        return said;
    }

    private static String words(FileSystemException trouble) {
        if (trouble instanceof AccessDeniedException) {
            return "no permission for " + trouble.getFile();
        }
        if (trouble instanceof FileAlreadyExistsException) {
            return trouble.getFile() + " is there already";
        }
        if (trouble instanceof DirectoryNotEmptyException) {
            return "a folder with files in it is there";
        }
        return trouble instanceof NoSuchFileException ? "there is no " + trouble.getFile() : trouble.toString();
    }

    /** What could not be done and why, the reason said once. */
    public static String sentence(UncheckedIOException trouble) {
        String what = trouble.getMessage();
        String why = reason(trouble.getCause());
        return what == null ? why : what.contains(why) ? what : what + ": " + why;
    }
}
