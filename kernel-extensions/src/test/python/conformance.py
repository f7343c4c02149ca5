#!/usr/bin/python3
"""Jupyter's own conformance suite, jupyter_kernel_test, on the installed kernel 'oddity'.

Needs Debian's python3-jupyter-kernel-test, and the kernelspec where Jupyter looks for it. .ci/run does the same:

    ci/notebooks install
    /usr/bin/python3 kernel-extensions/src/test/python/conformance.py
"""

import unittest

import jupyter_kernel_test


class OddityKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "oddity"
    language_name = "java"
    file_extension = ".java"

    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("test");'

    completion_samples = [
        {"text": "Math.floorM", "matches": {"floorMod("}},
        {"text": "Collections.emptyLis", "matches": {"emptyList()", "emptyListIterator()"}},
        {"text": "%tim", "matches": {"time"}},
    ]

    complete_code_samples = [
        "1 + 1",
        "int x = 3;",
        "int x = 3",
        'System.out.println("a");\nSystem.out.println("b");',
        "for (int i = 0; i < 3; i++) { }",
        "class A { }",
        "// a comment",
        "%time 1 + 1",
        "int x = 3;\n%time x\nx",
        "var jars = %jars lib/*.jar",
        "%%loadFromPOM\n<dependency>",
        "",
    ]
    incomplete_code_samples = [
        "int sum(int a, int b) {",
        "for (int i = 0; i < 3; i++) {",
        "Stream.of(1, 2)\n    .map(",
        "int x = 3;\nint y =",
        "if (true)",
        "/* a comment",
    ]
    invalid_code_samples = ["int = = ;", "int x = 3;\n)"]

    code_page_something = "Math.max?"
    code_generate_error = 'throw new IllegalStateException("no");'

    code_execute_result = [
        {"code": "1+2+3", "result": "6"},
        {"code": 'var s = "a" + "b"; s', "result": "ab"},
        {"code": "int sq(int x) { return x * x; }\nsq(4)", "result": "16"},
        {"code": "(String) null", "result": "null"},
        {"code": "new int[] {1, 2}", "result": "[1, 2]"},
        {"code": "Stream.of(1, 2)\n    .map(i -> 2 * i)\n    .toList()\n    .size()", "result": "2"},
    ]
    code_display_data = [
        {"code": "display(1 + 1);", "mime": "text/plain"},
        {
            "code": 'display(Table.create("t", IntColumn.create("a", 1, 2)));',
            "mime": "text/html",
        },
        {
            "code": 'display(new org.knowm.xchart.XYChartBuilder().width(200).height(100).build());',
            "mime": "image/png",
        },
    ]

    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "1?2*"
    code_inspect_sample = "Math.max"
    code_clear_output = "clearOutput();"


if __name__ == "__main__":
    unittest.main()
