"""The build back-end of pyproject.toml (PEP 517), of the standard library alone: pip puts a built program into a wheel."""
import os
import subprocess
from pathlib import Path

from archive import write_tar
from program import ROOT, Missing, version
from released import find_program
from wheel import info_files, metadata, write_wheel


def get_requires_for_build_wheel(config_settings=None):
    return []


def get_requires_for_build_sdist(config_settings=None):
    return []


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    """Needs no program; so one install looks for it only once."""
    name = f"paperlint-{version()}.dist-info"
    folder = Path(metadata_directory) / name
    folder.mkdir(parents=True, exist_ok=True)
    for file, data in info_files("any").items():
        (folder / file).write_bytes(data)
    return name


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    try:
        return write_wheel(find_program(), wheel_directory)
    except Missing as missing:
        raise SystemExit(f"paperlint: {missing}") from None


def build_sdist(sdist_directory, config_settings=None):
    """The files that git tracks."""
    listed = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=False)
    if listed.returncode != 0:
        raise SystemExit("paperlint: a source archive is made of the files that git tracks; expected a git checkout")
    name = f"paperlint-{version()}"
    files, executables = {f"{name}/PKG-INFO": metadata()}, set()
    for path in filter(None, os.fsdecode(listed.stdout).split("\0")):
        if (ROOT / path).is_file():
            files[f"{name}/{path}"] = (ROOT / path).read_bytes()
            if os.access(ROOT / path, os.X_OK):
                executables.add(f"{name}/{path}")
    write_tar(Path(sdist_directory) / f"{name}.tar.gz", files, executables)
    return f"{name}.tar.gz"
