package dev.oddity.kernel.jshell;

/** What is known of a name: its signatures and their documentation, for a console and for a page. */
public record Inspection(String text, String html) {}
