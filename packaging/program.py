"""The program that is packed: its bytes, those of the libraries that it carries, and on which systems it runs."""
import re
import struct
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARCHITECTURES = {62: "x86_64", 183: "aarch64"}  # e_machine of ELF
SYSTEM_LIBRARIES = {"libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1",
                    "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"}  # those that every manylinux system has
LIBRARY_FOLDER = "$ORIGIN/../lib/paperlint"  # where a program looks for the libraries that it carries
LICENSES = "share/doc/paperlint/THIRD-PARTY.txt"  # those of the libraries whose code it holds


class Missing(Exception):
    """What is not there, and what would be right."""


def version():
    """The version that CMakeLists.txt states."""
    text = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    return re.search(r"^project\(paperlint VERSION ([0-9.]+)", text, re.MULTILINE).group(1)


class Elf:
    """What the dynamic linker reads of a 64-bit little-endian ELF file."""

    def __init__(self, data):
        self.machine = struct.unpack_from("<H", data, 18)[0]
        self.needed, self.runpath, self.glibc = [], "", 0
        offset, = struct.unpack_from("<Q", data, 40)
        size, count = struct.unpack_from("<HH", data, 58)
        sections = [struct.unpack_from("<IIQQQQIIQQ", data, offset + i * size) for i in range(count)]
        for section in sections:
            kind, begin, length, link = section[1], section[4], section[5], section[6]
            if kind == 6:  # SHT_DYNAMIC
                strings = sections[link]
                for at in range(begin, begin + length, 16):
                    tag, value = struct.unpack_from("<QQ", data, at)
                    if tag == 0:
                        break
                    if tag in (1, 15, 29):  # DT_NEEDED, DT_RPATH, DT_RUNPATH
                        start = strings[4] + value
                        text = data[start:data.index(b"\0", start)].decode()
                        if tag == 1:
                            self.needed.append(text)
                        else:
                            self.runpath = text
            if kind == 0x6FFFFFFE:  # SHT_GNU_verneed; its names lie in the string table
                strings = sections[link]
                names = data[strings[4]:strings[4] + strings[5]].split(b"\0")
                found = [re.fullmatch(rb"GLIBC_2\.(\d+)(\.\d+)*", name) for name in names]
                minors = [int(match.group(1)) for match in found if match]
                if b"GLIBC_ABI_DT_RELR" in names:
                    minors.append(36)
                self.glibc = max([self.glibc, *minors])


class Program:
    """A binary, the libraries that go beside it into lib/paperlint ({name: bytes}), and the licences of what it holds."""

    def __init__(self, binary, libraries=None, licenses=b""):
        self.binary, self.libraries = binary, libraries or {}
        self.licenses = {"THIRD-PARTY.txt": licenses} if licenses else {}
        self.file_name = "paperlint.exe" if binary[:2] == b"MZ" else "paperlint"

    @classmethod
    def from_file(cls, path):
        """Reads a program, installed or in its build folder, and the libraries that only its run path leads to."""
        path = Path(path)
        if not path.is_file():
            raise Missing(f"there is no program at {path}")
        data, libraries = path.read_bytes(), {}
        elf = Elf(data) if data[:4] == b"\x7fELF" else None
        for name in elf.needed if elf else []:
            folders = [folder.replace("$ORIGIN", str(path.resolve().parent)) for folder in elf.runpath.split(":") if folder]
            found = next((Path(folder, name) for folder in folders if Path(folder, name).is_file()), None)
            if found and LIBRARY_FOLDER not in elf.runpath.split(":"):
                raise Missing(f"{path} takes {name} from {found.parent}, but does not look for it in {LIBRARY_FOLDER}, "
                              "where it would be once installed; expected a program that this project's CMake built")
            if found:
                libraries[name] = found.read_bytes()
        licenses = path.resolve().parent.parent / LICENSES
        return cls(data, libraries, licenses.read_bytes() if licenses.is_file() else b"")

    def elves(self):
        return [Elf(data) for data in (self.binary, *self.libraries.values())]

    def foreign(self):
        """The libraries that it needs, does not carry, and cannot count on."""
        return {name for elf in self.elves() for name in elf.needed} - set(self.libraries) - SYSTEM_LIBRARIES

    def platform_tag(self):
        """The wheel's platform: manylinux or musllinux only where all that it needs is there on such a system."""
        if self.binary[:4] != b"\x7fELF":
            return re.sub(r"[-.]", "_", sysconfig.get_platform())
        parts = self.elves()
        machine = ARCHITECTURES.get(parts[0].machine)
        if machine is None:
            raise Missing(f"a program for ELF machine {parts[0].machine}; expected x86-64 or arm64")
        if not any(part.needed for part in parts):
            return f"manylinux_2_17_{machine}.manylinux2014_{machine}.musllinux_1_1_{machine}"
        if self.foreign():
            return f"linux_{machine}"
        minor = max(part.glibc for part in parts)
        return f"manylinux_2_17_{machine}.manylinux2014_{machine}" if minor <= 17 else f"manylinux_2_{minor}_{machine}"
