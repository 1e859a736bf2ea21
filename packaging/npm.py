"""npm packages: `paperlint`, a launcher, and one for each platform, which the launcher names as optional dependencies."""
import json
from pathlib import Path

from archive import write_tar
from program import ROOT, Elf, version

# npm's names of the platforms that are released: package: (os, cpu).
PLATFORMS = {"paperlint-linux-x64": ("linux", "x64"), "paperlint-linux-arm64": ("linux", "arm64"),
             "paperlint-darwin-arm64": ("darwin", "arm64"), "paperlint-win32-x64": ("win32", "x64")}


def manifest(name, **more):
    common = {"name": name, "version": version(), "description": "A linter and fixer for Markdown lists of papers",
              "license": "Apache-2.0", **more}
    return (json.dumps(common, indent=2) + "\n").encode()


def write_launcher(folder):
    """The package that people install."""
    files = {"package/package.json": manifest(
                 "paperlint", bin={"paperlint": "paperlint.js"}, engines={"node": ">=16"},
                 optionalDependencies={name: version() for name in PLATFORMS}),
             "package/paperlint.js": (ROOT / "packaging" / "paperlint.js").read_bytes(),
             "package/README.md": (ROOT / "README.md").read_bytes(),
             "package/LICENSE": (ROOT / "LICENSE").read_bytes()}
    name = f"paperlint-{version()}.tgz"
    write_tar(Path(folder) / name, files, {"package/paperlint.js"})
    return name


def write_platform(program, folder, package):
    """The package of one platform: the program, and what it carries."""
    system, processor = PLATFORMS[package]
    more = {"os": [system], "cpu": [processor], "preferUnplugged": True}
    if system == "linux" and Elf(program.binary).needed:
        more["libc"] = ["glibc"]
    binary = f"package/bin/{program.file_name}"
    files = {"package/package.json": manifest(package, **more), binary: program.binary,
             "package/LICENSE": (ROOT / "LICENSE").read_bytes()}
    files.update({f"package/{license}": data for license, data in program.licenses.items()})
    for library, data in program.libraries.items():
        files[f"package/lib/paperlint/{library}"] = data
    name = f"{package}-{version()}.tgz"
    write_tar(Path(folder) / name, files, {binary})
    return name
