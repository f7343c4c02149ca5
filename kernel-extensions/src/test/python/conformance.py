#!/usr/bin/python3
"""Jupyter's own conformance suite, jupyter_kernel_test, on the installed kernel 'oddity'.

Needs Debian's python3-jupyter-kernel-test, and the kernelspec where Jupyter looks for it. .ci/run does the same:

    ci/notebooks install
    /usr/bin/python3 kernel-extensions/src/test/python/conformance.py
"""

import unittest

import jupyter_kernel_test

# The suite waits 0.1 s at most between two messages and for ever for some replies: a busy machine takes longer than the one, and
# a kernel that died than the other.
PATIENCE = 120


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

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for channel in (cls.kc.shell_channel, cls.kc.iopub_channel):
            channel.get_msg = patient(channel.get_msg)

    def flush_channels(self):
        """What is left of an earlier test has come when a question is answered on both channels: not when it is quiet."""
        asked = self.kc.kernel_info()
        while self.kc.get_shell_msg()["parent_header"].get("msg_id") != asked:
            pass
        heard = {}
        while heard.get("parent_header", {}).get("msg_id") != asked or heard["content"].get("execution_state") != "idle":
            heard = self.kc.get_iopub_msg()

    def test_comm_open_is_answered_by_comm_close(self):
        """Not in the suite: "If the target_name key is not found on the receiving side, then it should immediately reply
        with a comm_close message to avoid an inconsistent state" (Messaging in Jupyter, custom messages)."""
        self.flush_channels()
        opened = self.kc.session.msg("comm_open", {"comm_id": "17", "target_name": "jupyter.widget", "data": {}})
        self.kc.shell_channel.send(opened)
        heard = []
        while not heard or heard[-1]["content"].get("execution_state") != "idle":
            message = self.kc.get_iopub_msg()
            if message["parent_header"].get("msg_id") == opened["header"]["msg_id"]:
                heard.append(message)
        closed = [message["content"] for message in heard if message["msg_type"] == "comm_close"]
        self.assertEqual(closed, [{"comm_id": "17", "data": {}}])

    def test_no_comms_are_open(self):
        self.flush_channels()
        asked = self.kc.comm_info()
        reply = self.kc.get_shell_msg()
        self.assertEqual(reply["parent_header"]["msg_id"], asked)
        self.assertEqual(reply["content"], {"status": "ok", "comms": {}})


def patient(get_msg):
    return lambda *, timeout=None: get_msg(timeout=PATIENCE)


if __name__ == "__main__":
    unittest.main()
