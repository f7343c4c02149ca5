package dev.oddity.ci.execution;

import dev.oddity.kernel.wire.Message;

/** An exception that a cell let through. */
record RaisedError(String name, String message) {

    private static final String DATA_UNAVAILABLE = "dev.oddity.datasets.DataUnavailableException";

    static RaisedError of(Message message) {
        return new RaisedError(message.text("ename"), message.text("evalue"));
    }

    /** Whether the only thing wrong is that a data set cannot be had on this machine. */
    boolean isMissingData() {
        return name.equals(DATA_UNAVAILABLE)
                || name.equals(DATA_UNAVAILABLE.substring(DATA_UNAVAILABLE.lastIndexOf('.') + 1));
    }

    /** @param wanted a class, with its package or without */
    boolean isOf(String wanted) {
        return name.equals(wanted) || name.endsWith("." + wanted) || wanted.endsWith("." + name);
    }

    @Override
    public String toString() {
        return message.isEmpty() ? name : name + ": " + message;
    }
}
