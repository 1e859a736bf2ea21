"""What the tests of packages share. PAPERLINT_BINARY is the program that is packed."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BINARY = os.environ["PAPERLINT_BINARY"]
sys.path.insert(0, str(ROOT / "packaging"))
sys.dont_write_bytecode = True

GOOD, BAD = str(ROOT / "examples" / "clean.md"), str(ROOT / "examples" / "venue-first.md")


def run(*words, **more):
    """Runs a command; output and errors come together as text."""
    environment = {**os.environ, **more.pop("env", {})}
    return subprocess.run(list(map(str, words)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          encoding="utf-8", check=False, env=environment, **more)


class PackageTest(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="paperlint-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def needs(self, program):
        if shutil.which(program) is None:
            self.skipTest(f"no {program} here")

    def expect_program(self, program, **more):
        """Whatever way it was installed, the program tells its version, finds mistakes, and gives its exit codes."""
        from program import version
        self.assertEqual(run(program, "--version", **more).stdout, f"paperlint {version()}\n")
        self.assertEqual(run(program, "--isolated", GOOD, **more).returncode, 0)
        self.assertEqual(run(program, "--isolated", "--fail-on", "warning", BAD, **more).returncode, 1)
        self.assertEqual(run(program, "no-such-file.md", **more).returncode, 2)
