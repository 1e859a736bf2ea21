"""The wheel, and `pip install` of the source folder."""
import base64
import hashlib
import io
import os
import re
import shutil
import sys
import tarfile
import unittest
import unittest.mock
import zipfile

from support import BINARY, ROOT, PackageTest, run

import archive
import released
import wheel
from program import Elf, Missing, Program, version


class Wheel(PackageTest):
    def write(self, folder):
        (self.folder / folder).mkdir()
        return self.folder / folder / wheel.write_wheel(Program.from_file(BINARY), self.folder / folder)

    def test_two_wheels_are_the_same_bytes(self):
        self.assertEqual(self.write("a").read_bytes(), self.write("b").read_bytes())

    def test_record_names_each_file_with_its_hash_and_size(self):
        with zipfile.ZipFile(self.write("a")) as packed:
            names = packed.namelist()
            record = names[-1]
            self.assertTrue(record.endswith(".dist-info/RECORD"))
            self.assertEqual(names[:-1], sorted(names[:-1]))
            rows = [line.split(",") for line in packed.read(record).decode().splitlines()]
            self.assertEqual([row[0] for row in rows], names)
            for name, digest, size in rows[:-1]:
                data = packed.read(name)
                found = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
                self.assertEqual((digest, size), (f"sha256={found}", str(len(data))))

    def test_only_the_program_is_executable(self):
        with zipfile.ZipFile(self.write("a")) as packed:
            modes = {info.filename: info.external_attr >> 16 for info in packed.infolist()}
        marked = [name for name, mode in modes.items() if mode & 0o111]
        self.assertEqual([name.rsplit("/", 1)[1] for name in marked], [Program.from_file(BINARY).file_name])

    def test_pip_installs_it(self):
        python = self.venv()
        done = run(python, "-m", "pip", "install", "--no-index", self.write("a"))
        self.assertEqual(done.returncode, 0, done.stdout)
        self.expect_program(self.folder / "venv" / "bin" / "paperlint", env={"LD_LIBRARY_PATH": ""})

    def test_pip_installs_the_source_folder_around_a_built_program(self):
        done = run(self.venv(), "-m", "pip", "install", "--no-index", self.copy(), env={"PAPERLINT_BINARY": BINARY})
        self.assertEqual(done.returncode, 0, done.stdout)
        self.expect_program(self.folder / "venv" / "bin" / "paperlint")

    def test_without_program_and_release_pip_says_what_is_missing(self):
        done = run(self.venv(), "-m", "pip", "install", "--no-index", self.copy(), env={"PAPERLINT_BINARY": ""})
        self.assertNotEqual(done.returncode, 0)
        self.assertIn(f"checksums.txt has no line for {released.archive_name(version())}", done.stdout)

    def venv(self):
        made = run(sys.executable, "-m", "venv", self.folder / "venv")
        if made.returncode != 0 or os.name == "nt":
            self.skipTest("no python3-venv here: " + made.stdout)
        return self.folder / "venv" / "bin" / "python"

    def copy(self):
        """The files that the back-end reads, in a folder that is no clone."""
        shutil.copytree(ROOT / "packaging", self.folder / "source" / "packaging")
        for name in ("pyproject.toml", "CMakeLists.txt", "README.md", "LICENSE"):
            shutil.copy(ROOT / name, self.folder / "source" / name)
        return self.folder / "source"


@unittest.skipUnless(sys.platform.startswith("linux"), "tags of Linux")
class Tag(PackageTest):
    def tag(self, needed, glibc, libraries=None):
        program = Program(b"\x7fELF", libraries)
        elf = type("Read", (), {"machine": 62, "needed": needed, "glibc": glibc, "runpath": ""})
        with unittest.mock.patch("program.Elf", lambda data: elf):
            return program.platform_tag()

    def test_a_static_program_runs_on_every_linux(self):
        self.assertEqual(self.tag([], 0), "manylinux_2_17_x86_64.manylinux2014_x86_64.musllinux_1_1_x86_64")

    def test_the_newest_symbol_of_glibc_counts(self):
        self.assertEqual(self.tag(["libc.so.6", "libm.so.6"], 36), "manylinux_2_36_x86_64")
        self.assertEqual(self.tag(["libc.so.6"], 14), "manylinux_2_17_x86_64.manylinux2014_x86_64")

    def test_a_library_of_this_system_makes_it_this_systems_own(self):
        self.assertEqual(self.tag(["libc.so.6", "libre2.so.9"], 36), "linux_x86_64")

    def test_a_library_that_it_carries_may_be_needed(self):
        self.assertEqual(self.tag(["libc.so.6", "libmd4c.so.0"], 36, {"libmd4c.so.0": b"\x7fELF"}),
                         "manylinux_2_36_x86_64")

    def test_what_the_linker_reads_is_read(self):
        self.needs("readelf")
        elf, listed = Elf(Program.from_file(BINARY).binary), run("readelf", "-dVW", BINARY).stdout
        self.assertEqual(elf.needed, re.findall(r"Shared library: \[(.*?)\]", listed))
        self.assertEqual(elf.glibc, max([int(minor) for minor in re.findall(r"Name: GLIBC_2\.(\d+)", listed)] or [0]))


class Archive(PackageTest):
    def pack(self, name, order, owner):
        with tarfile.open(self.folder / name, "w:gz") as tar:
            for part in order:
                info = tarfile.TarInfo(part)
                info.uid, info.uname, info.mtime, info.size, info.mode = owner, f"user{owner}", owner, 1, 0o755
                tar.addfile(info, io.BytesIO(part.encode()))
        archive.normalise(self.folder / name)
        return self.folder / name

    def test_neither_order_nor_owner_nor_time_shows(self):
        one, other = self.pack("one.tar.gz", "abc", 1000), self.pack("other.tar.gz", "cab", 1001)
        self.assertEqual(one.read_bytes(), other.read_bytes())
        with tarfile.open(one) as tar:
            self.assertEqual([(info.name, info.mode, info.uname) for info in tar],
                             [(name, 0o755, "root") for name in "abc"])
            self.assertEqual(tar.extractfile("b").read(), b"b")


class Released(PackageTest):
    def setUp(self):
        super().setUp()
        self.name = released.archive_name(version())
        (self.folder / f"v{version()}").mkdir()
        self.archive = self.folder / f"v{version()}" / self.name
        top = self.name[:-len(".tar.gz")]
        archive.write_tar(self.archive, {f"{top}/bin/paperlint": b"program", f"{top}/lib/paperlint/libmd4c.so.0": b"md4c",
                                         f"{top}/share/doc/paperlint/THIRD-PARTY.txt": b"licences"})
        self.sums = self.folder / "checksums.txt"
        self.sums.write_text(f"{hashlib.sha256(self.archive.read_bytes()).hexdigest()}  {self.name}\n", encoding="utf-8")
        for patch in (unittest.mock.patch.object(released, "CHECKSUMS", self.sums),
                      unittest.mock.patch.dict(os.environ, PAPERLINT_BINARY="", PAPERLINT_RELEASES=self.folder.as_uri())):
            patch.start()
            self.addCleanup(patch.stop)

    def test_the_release_is_taken_when_its_checksum_is_right(self):
        program = released.find_program()
        self.assertEqual((program.binary, program.libraries), (b"program", {"libmd4c.so.0": b"md4c"}))
        self.assertEqual(program.licenses, {"THIRD-PARTY.txt": b"licences"})

    def test_a_changed_release_is_refused(self):
        self.sums.write_text(f"{'0' * 64}  {self.name}\n", encoding="utf-8")
        with self.assertRaisesRegex(Missing, "is not what was released"):
            released.find_program()

    def test_a_release_that_is_not_there_is_told_with_its_address(self):
        self.archive.unlink()
        with self.assertRaisesRegex(Missing, f"v{version()}/{self.name} can't be fetched"):
            released.find_program()

    def test_a_folder_that_is_no_clone_has_no_releases(self):
        os.environ["PAPERLINT_RELEASES"] = ""
        with unittest.mock.patch.object(released, "ROOT", self.folder), \
                self.assertRaisesRegex(Missing, "not known where paperlint's releases are"):
            released.find_program()

    def test_a_clone_tells_where_its_releases_are(self):
        self.needs("git")
        os.environ["PAPERLINT_RELEASES"] = ""
        run("git", "init", "-q", self.folder)
        for origin in ("https://example.org/people/paperlint", "git@example.org:people/paperlint.git"):
            run("git", "-C", self.folder, "config", "remote.origin.url", origin)
            with unittest.mock.patch.object(released, "ROOT", self.folder):
                self.assertEqual(released.releases(), "https://example.org/people/paperlint/releases/download")


if __name__ == "__main__":
    unittest.main(verbosity=2)
