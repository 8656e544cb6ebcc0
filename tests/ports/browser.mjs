// Prints which cases of the suite for ports fail in Pyodide, given the suite and the folders that Python imports from.
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [suite, ...folders] = process.argv.slice(2);
const pyodide = await loadPyodide();
folders.forEach((folder, index) => {
  pyodide.mountNodeFS(`/modules/${index}`, folder);
  pyodide.runPython(`import sys; sys.path.append("/modules/${index}")`);
});
pyodide.globals.set("text", readFileSync(suite, "utf8"));
pyodide.runPython(`
import json
from tests.ports.check import failures

print(list(failures(json.loads(text))))
`);
