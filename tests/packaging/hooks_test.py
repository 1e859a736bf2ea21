"""The hooks of pre-commit and the steps of the GitHub Action, as far as they can be run at home."""
import hashlib
import os
import re
import unittest
from pathlib import Path

from support import BAD, BINARY, GOOD, ROOT, PackageTest, run

import archive
import released
from program import Program, version


class Hooks(PackageTest):
    def test_the_manifest_is_valid(self):
        self.needs("pre-commit")
        done = run("pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml", env={"HOME": str(self.folder)})
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_the_words_of_the_hooks_are_understood(self):
        text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
        entries = re.findall(r"^  entry: paperlint(.*)\n  args: \[(.*?)\]", text, re.MULTILINE)
        self.assertEqual(text.count("- id: "), len(entries))
        for entry, args in entries:
            list_of_papers = self.folder / "list.md"
            list_of_papers.write_text(Path(GOOD).read_text(encoding="utf-8"), encoding="utf-8")
            self.assertEqual(run(BINARY, *entry.split(), *args.split(", "), list_of_papers).returncode, 0)


@unittest.skipIf(os.name == "nt", "shell scripts")
class Action(PackageTest):
    def setUp(self):
        super().setUp()
        self.needs("curl")
        program = Program.from_file(BINARY)
        self.name = released.archive_name(version())[:-len(".tar.gz")]
        for part in ("packaging/action", "temp", f"v{version()}"):
            (self.folder / part).mkdir(parents=True)
        for script in ("fetch.sh", "check.sh"):
            copy = self.folder / "packaging" / "action" / script
            copy.write_bytes((ROOT / "packaging" / "action" / script).read_bytes())
            copy.chmod(0o755)
        (self.folder / "CMakeLists.txt").write_bytes((ROOT / "CMakeLists.txt").read_bytes())
        files = {f"{self.name}/bin/paperlint": program.binary}
        files.update({f"{self.name}/lib/paperlint/{name}": data for name, data in program.libraries.items()})
        packed = self.folder / f"v{version()}" / f"{self.name}.tar.gz"
        archive.write_tar(packed, files, {f"{self.name}/bin/paperlint"})
        self.vouch(hashlib.sha256(packed.read_bytes()).hexdigest())

    def vouch(self, digest):
        sums = self.folder / "packaging" / "checksums.txt"
        sums.write_text(f"# a comment\n{digest}  {self.name}.tar.gz\n", encoding="utf-8")

    def step(self, script, **more):
        return run(self.folder / "packaging" / "action" / script, cwd=self.folder, env={
            "RUNNER_TEMP": str(self.folder / "temp"), "GITHUB_PATH": str(self.folder / "path"),
            "PAPERLINT_RELEASES": self.folder.as_uri(), "PAPERLINT_VERSION": "", **more})

    def test_the_release_is_fetched_checked_and_run(self):
        fetched = self.step("fetch.sh")
        self.assertEqual((fetched.returncode, fetched.stdout), (0, f"paperlint {version()}\n"))
        path = f"{(self.folder / 'path').read_text().strip()}:{os.environ['PATH']}"
        self.assertEqual(self.step("check.sh", PATH=path, PAPERLINT_PATHS=GOOD).returncode, 0)
        found = self.step("check.sh", PATH=path, PAPERLINT_PATHS=f"{GOOD}\n{BAD}\n",
                          PAPERLINT_ARGS="--fail-on warning\n--isolated")
        self.assertEqual(found.returncode, 1, found.stdout)

    def test_words_are_no_commands(self):
        self.step("fetch.sh")
        path = f"{(self.folder / 'path').read_text().strip()}:{os.environ['PATH']}"
        self.step("check.sh", PATH=path, PAPERLINT_PATHS="$(touch${IFS}here) `touch here` ; touch here")
        self.assertFalse((self.folder / "here").exists())

    def test_a_changed_release_is_refused(self):
        self.vouch("0" * 64)
        fetched = self.step("fetch.sh")
        self.assertEqual(fetched.returncode, 2)
        self.assertIn("is not what was released", fetched.stdout)
        self.assertFalse((self.folder / "temp" / self.name).exists())

    def test_a_version_without_checksum_is_refused(self):
        fetched = self.step("fetch.sh", PAPERLINT_VERSION="99.0.0")
        self.assertEqual(fetched.returncode, 2)
        self.assertIn("has no line for paperlint-99.0.0-", fetched.stdout)

    def test_a_version_that_is_none_is_told(self):
        fetched = self.step("fetch.sh", PAPERLINT_VERSION="../../x")
        self.assertEqual(fetched.returncode, 2)
        self.assertIn("the version is '../../x'; expected one such as 0.1.0", fetched.stdout)


if __name__ == "__main__":
    unittest.main(verbosity=2)
