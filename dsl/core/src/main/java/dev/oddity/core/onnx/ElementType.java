package dev.oddity.core.onnx;

/** What a tensor's elements are, with the number that ONNX has for it. */
public enum ElementType {
    FLOAT(1),
    INT64(7),
    STRING(8),
    DOUBLE(11);

    private final int code;

    ElementType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
