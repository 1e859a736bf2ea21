"""The hooks of pre-commit and the steps of the GitHub Action, as far as they can be run at home."""
import gzip
import hashlib
import json
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


@unittest.skipIf(os.name == "nt", "shell scripts")
class Release(PackageTest):
    SYSTEMS = ("linux-x86_64", "linux-arm64", "macos-arm64", "windows-x86_64")

    def setUp(self):
        super().setUp()
        self.needs("sha256sum")
        (self.folder / "packaging" / "action").mkdir(parents=True)
        (self.folder / "packaging" / "checksums.txt").write_text("# a comment\n", encoding="utf-8")
        script = self.folder / "packaging" / "action" / "gather.sh"
        script.write_bytes((ROOT / "packaging" / "action" / "gather.sh").read_bytes())
        script.chmod(0o755)
        for system in self.SYSTEMS:
            self.build(system, f"paperlint-1.2.3-{system}.tar.gz", system)
            self.build(system, "paperlint-1.2.3.tgz", "launcher")
            self.build(system, "SHA256SUMS", system)

    def build(self, machine, name, text):
        (self.folder / "built" / machine).mkdir(parents=True, exist_ok=True)
        (self.folder / "built" / machine / name).write_bytes(gzip.compress(text.encode(), len(machine) % 9, mtime=0))

    def gather(self):
        return run(self.folder / "packaging" / "action" / "gather.sh", "built", "release", cwd=self.folder)

    def test_checksums_of_all_archives_are_added_once(self):
        self.assertEqual(self.gather().returncode, 0)
        lines = (self.folder / "packaging" / "checksums.txt").read_text(encoding="utf-8").splitlines()[1:]
        archives = [(f"paperlint-1.2.3-{system}.tar.gz", system) for system in self.SYSTEMS]
        expected = [f"{hashlib.sha256((self.folder / 'built' / system / name).read_bytes()).hexdigest()}  {name}"
                    for name, system in archives]
        self.assertEqual(lines, expected)
        checked = run("sha256sum", "-c", "SHA256SUMS", cwd=self.folder / "release")
        self.assertEqual((checked.returncode, checked.stdout.count("OK")), (0, 5))
        again = self.gather()
        self.assertEqual(again.returncode, 1)
        self.assertIn("expected a new version in CMakeLists.txt", again.stdout)

    def test_machines_that_disagree_are_told(self):
        self.build("linux-arm64", "paperlint-1.2.3.tgz", "another launcher")
        self.assertEqual(self.gather().returncode, 1)

    def test_a_missing_archive_is_told(self):
        (self.folder / "built" / "macos-arm64" / "paperlint-1.2.3-macos-arm64.tar.gz").unlink()
        gathered = self.gather()
        self.assertEqual(gathered.returncode, 1)
        self.assertIn("there is no archive for macos-arm64", gathered.stdout)

    def test_the_version_is_the_same_everywhere(self):
        self.assertEqual(json.loads((ROOT / "vcpkg.json").read_text(encoding="utf-8"))["version"], version())
        changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
        self.assertEqual(re.search(r"^## (\S+)", changes, re.MULTILINE).group(1), version())


if __name__ == "__main__":
    unittest.main(verbosity=2)
