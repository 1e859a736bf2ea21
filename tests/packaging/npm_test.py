"""The npm packages: a launcher, and the program of this platform."""
import json
import os
import tarfile
import unittest

from support import BINARY, PackageTest, run

import npm
from pack import npm_package
from program import Program, version


class Npm(PackageTest):
    def write(self, folder):
        out = self.folder / folder
        out.mkdir()
        npm.write_platform(Program.from_file(BINARY), out, npm_package())
        npm.write_launcher(out)
        return sorted(out.iterdir())

    def setUp(self):
        super().setUp()
        if npm_package() not in npm.PLATFORMS:
            self.skipTest(f"no npm package for this platform, {npm_package()}")

    def install(self, packages):
        self.needs("npm")
        (self.folder / "project").mkdir()
        (self.folder / "project" / "package.json").write_text("{}", encoding="utf-8")
        done = run("npm", "install", "--offline", "--no-audit", "--no-fund", "--cache", self.folder / "cache", *packages,
                   cwd=self.folder / "project")
        self.assertEqual(done.returncode, 0, done.stdout)
        return self.folder / "project" / "node_modules" / ".bin" / "paperlint"

    def test_two_packages_are_the_same_bytes(self):
        self.assertEqual([file.read_bytes() for file in self.write("a")], [file.read_bytes() for file in self.write("b")])

    def test_the_launcher_asks_for_its_own_version_on_every_platform(self):
        with tarfile.open(self.write("a")[0]) as packed:
            manifest = json.load(packed.extractfile("package/package.json"))
        self.assertEqual(manifest["name"], "paperlint")
        self.assertEqual(manifest["optionalDependencies"], dict.fromkeys(npm.PLATFORMS, version()))

    @unittest.skipIf(os.name == "nt", "the launcher is a shell script elsewhere")
    def test_npm_installs_both_and_the_program_runs(self):
        self.expect_program(self.install(self.write("a")))

    @unittest.skipIf(os.name == "nt", "the launcher is a shell script elsewhere")
    def test_without_the_platforms_package_the_launcher_says_so(self):
        launcher = self.install([file for file in self.write("a") if npm_package() not in file.name])
        ran = run(launcher, "--version")
        self.assertEqual(ran.returncode, 2)
        self.assertIn(f"the package {npm_package()} is missing", ran.stdout)


if __name__ == "__main__":
    unittest.main(verbosity=2)
