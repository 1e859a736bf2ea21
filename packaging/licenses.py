"""licenses.py BUILD FILE: writes the licences of the libraries that the program holds into one file, as they ask."""
import sys
from pathlib import Path

from program import ROOT

# Where Debian keeps them: library: the packages that it may come from.
DEBIAN = {"md4c": ["libmd4c0", "libmd4c-dev"], "re2": ["libre2-dev"], "utf8proc": ["libutf8proc-dev"], "fmt": ["libfmt-dev"],
          "CLI11": ["libcli11-dev"], "toml++": ["libtomlplusplus-dev"], "nlohmann-json": ["nlohmann-json3-dev"],
          "abseil": ["libabsl-dev"]}


def of_vcpkg(build):
    """Those of all that vcpkg put in, but for its own scripts."""
    found = sorted(Path(build).glob("vcpkg_installed/*/share/*/copyright"))
    return {path.parent.name: path for path in found if not path.parent.name.startswith("vcpkg-")}


def of_debian():
    """A copy of our own, build/md4c/root, goes before the system's, as it does in the build."""
    found = {}
    for library, packages in DEBIAN.items():
        paths = [Path(root, "usr/share/doc", package, "copyright")
                 for root in (ROOT / "build/md4c/root", "/") for package in packages]
        path = next((path for path in paths if path.is_file()), None)
        if path:
            found[library] = path
        elif library != "abseil":  # only newer versions of RE2 stand on it
            print(f"licenses: there is no licence of {library} in {', '.join(map(str, paths))}", file=sys.stderr)
    return found


def main(build, out):
    found = of_vcpkg(build) or of_debian()
    texts = [f"{'=' * 100}\n{name}\n{'=' * 100}\n{path.read_text(encoding='utf-8').strip()}\n"
             for name, path in found.items()]
    head = "The program holds parts of these libraries, whose licences follow.\n"
    Path(out).parent.mkdir(parents=True, exist_ok=True)
    Path(out).write_bytes("\n".join([head, *texts]).encode("utf-8"))


if __name__ == "__main__":
    main(*sys.argv[1:])
