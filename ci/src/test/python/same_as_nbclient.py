#!/usr/bin/python3
"""The same notebook by nbclient and by ci/notebooks, in the same kernel: both must show the same, cell by cell.

Needs Debian's python3-nbclient, and python3-ipykernel for the second notebook; without them it says so and does nothing. It
also holds what ci/notebooks wrote against nbformat's schema.

    /usr/bin/python3 ci/src/test/python/same_as_nbclient.py

Consecutive streams of one name are joined and carriage returns and backspaces applied to nbclient's outputs first, as newer
versions of nbclient do on request; Debian's does not yet. Backspaces go by the meaning of nbclient's expression, not by its
letter, where \\b is a word boundary. Execution times, ids in a traceback and the injected parameters cell are left out.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import nbclient
    import nbformat
    from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
except ImportError as missing:
    print(f"same_as_nbclient is skipped: {missing}; Debian has it as python3-nbclient")
    sys.exit(0)

ROOT = Path(__file__).resolve().parents[4]

# Seconds for one cell: what hangs is told by its name, and what is slow is not taken for it.
PATIENCE = 120

# Also run by TwoBackendsTest, in a process of its own and without one.
JAVA = ROOT / "ci" / "src" / "test" / "resources" / "dev" / "oddity" / "ci" / "torture.ipynb"

PYTHON = [
    ("imports", "import sys, time\nfrom IPython.display import *"),
    ("streams", "print('a')\nprint('b', end='', flush=True)\nprint('x', file=sys.stderr, flush=True)\nprint('c')"),
    ("progress", "for i in range(5):\n    print(f'\\r{i * 25} %', end='', flush=True)\nprint()"),
    ("shorter-line", "print('a long line\\rb\\nkept\\r\\nnext', end='')"),
    ("handle", "h = display('10 %', display_id='p'); display('beside')"),
    ("update-now", "h.update('20 %')"),
    ("update-later", "update_display(HTML('<b>90 %</b>'), display_id='p')"),
    ("unknown-id", "update_display('nobody', display_id='never-shown')"),
    ("same-id-again", "display('done', display_id='p')"),
    ("clear-now", "print('gone', flush=True)\nclear_output()\nprint('stays')"),
    ("clear-before-next", "print('gone', flush=True)\nclear_output(wait=True)\nprint('stays')"),
    ("clear-and-nothing", "print('stays', flush=True)\nclear_output(wait=True)"),
    ("clear-display", "q = display('gone', display_id='q')\nclear_output()\ndisplay('after')"),
    ("update-cleared", "q.update('must not come back')\n1"),
    ("bundle", "display({'text/plain': 'p', 'text/html': '<i>p</i>', 'application/json': {'b': [1, None], 'a': 1.5},\n"
               "         'application/vnd.oddity.metrics+json': {'x': {}}, 'text/latex': '$a$\\n$b$'}, raw=True)"),
    ("image", "import base64\nImage(base64.b64decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), width=3)"),
    ("svg", "SVG('<svg xmlns=\"http://www.w3.org/2000/svg\"><rect/></svg>')"),
    ("javascript", "Javascript('1\\n+1')"),
    ("surrogate", "print('ünï ✓ \\u2028 𝔘')"),
    ("raises", "1 / 0", "raises-exception"),
    ("syntax-error", "def", "raises-exception"),
    ("skipped", "nonsense(", "skip-execution"),
    ("empty", ""),
    ("comment", "# nothing"),
    ("no-input", "try:\n    input('?')\nexcept Exception as e:\n    print(type(e).__name__)"),
    ("result-and-stream", "print('s')\n{'a': 1}"),
    ("quiet", "1;"),
    ("many-lines", "for i in range(2000):\n    print('line', i)"),
]


def notebook(cells, kernel):
    nb = new_notebook(metadata={"kernelspec": {"name": kernel, "display_name": kernel, "language": ""}})
    nb.cells.append(new_markdown_cell("# Torture", id="title"))
    for name, source, *tags in cells:
        nb.cells.append(new_code_cell(source, id=name, metadata={"tags": tags} if tags else {}))
    return nb


def by_nbclient(nb, kernel, folder):
    nb = nbformat.from_dict(json.loads(json.dumps(nb)))
    nbclient.NotebookClient(
        nb, kernel_name=kernel, timeout=PATIENCE, startup_timeout=PATIENCE, iopub_timeout=PATIENCE,
        resources={"metadata": {"path": str(folder)}}).execute()
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.outputs = joined(cell.outputs)
    return nb


def joined(outputs):
    """As coalesce_streams of nbclient 0.10, but only what follows each other."""
    result = []
    for output in outputs:
        if output.output_type == "stream" and result and result[-1].output_type == "stream" and result[-1].name == output.name:
            result[-1].text += output.text
        else:
            result.append(output)
    for output in result:
        if output.output_type == "stream":
            text, before = output.text, None
            while text != before:
                text, before = re.sub(r"[^\n]\x08", "", text), text
            text, before = text, None
            while text != before:
                text, before = re.sub(r"^[^\n]*\r(?=[^\n])", "", text, flags=re.M), text
            output.text = text
    return result


def by_oddity(nb, kernel, folder):
    source = folder / "torture.ipynb"
    nbformat.write(nb, source)
    done = subprocess.run(
        [ROOT / "ci" / "notebooks", "run", source, "--kernel", kernel, "--output", folder / "out"],
        text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=10 * PATIENCE)
    if done.returncode not in (0, 2):
        sys.exit(done.stdout)
    written = json.loads((folder / "out" / "torture.ipynb").read_text())
    nbformat.validate(written)
    return nbformat.read(folder / "out" / "torture.ipynb", as_version=4)


def shown(cell):
    return {"outputs": json.loads(json.dumps(cell.outputs)), "execution_count": cell.execution_count}


def compare(kernel, nb):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        theirs = by_nbclient(nb, kernel, folder)
        ours = by_oddity(nb, kernel, folder)
    differences = 0
    for a, b in zip(theirs.cells, ours.cells, strict=True):
        if a.cell_type == "code" and shown(a) != shown(b):
            differences += 1
            print(f"{kernel}, cell '{a.id}' differs\n  nbclient: {shown(a)}\n  oddity:   {shown(b)}"[:4000])
    print(f"{kernel}: {len(nb.cells)} cells by nbclient {nbclient.__version__} and ci/notebooks, {differences} differ; the file is valid nbformat")
    return differences


def main():
    with tempfile.TemporaryDirectory() as data:
        os.environ["JUPYTER_DATA_DIR"] = data
        # JShell and ipykernel both look at the size of a terminal that is not there.
        os.environ.pop("COLUMNS", None)
        os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
        subprocess.run([ROOT / "ci" / "notebooks", "install"], check=True, stdout=subprocess.DEVNULL, timeout=10 * PATIENCE)
        differences = compare("oddity", nbformat.read(JAVA, as_version=4))
        try:
            import ipykernel  # noqa: F401
        except ImportError:
            print("no ipykernel for this Python: the second notebook is skipped; Debian has it as python3-ipykernel")
        else:
            differences += compare("python3", notebook(PYTHON, "python3"))
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
