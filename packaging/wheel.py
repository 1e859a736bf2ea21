"""A wheel is a zip: this one holds the program as a script, so that pip puts it beside python."""
import base64
import hashlib
import os
import time
import zipfile
from pathlib import Path

from program import ROOT, version


def timestamp():
    """When all entries were written: SOURCE_DATE_EPOCH, else the first day that a zip knows."""
    first = 315532800  # 1980-01-01
    return max(int(os.environ.get("SOURCE_DATE_EPOCH", first)), first)


def metadata():
    """The core metadata, README included."""
    return "\n".join(["Metadata-Version: 2.1", "Name: paperlint", f"Version: {version()}",
                      "Summary: A linter and fixer for Markdown lists of papers", "License: Apache-2.0",
                      "Requires-Python: >=3.8", "Description-Content-Type: text/markdown", "",
                      (ROOT / "README.md").read_text(encoding="utf-8")]).encode()


def info_files(tag):
    """The files of the .dist-info folder but for RECORD."""
    tags = "".join(f"Tag: py3-none-{platform}\n" for platform in tag.split("."))
    wheel = f"Wheel-Version: 1.0\nGenerator: paperlint {version()}\nRoot-Is-Purelib: false\n{tags}"
    return {"METADATA": metadata(), "WHEEL": wheel.encode(), "LICENSE": (ROOT / "LICENSE").read_bytes()}


def add(archive, name, data, executable=False):
    info = zipfile.ZipInfo(name, time.gmtime(timestamp())[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3  # Unix: only then the mode below counts
    info.external_attr = (0o100755 if executable else 0o100644) << 16
    archive.writestr(info, data)


def write_wheel(program, folder, tag=None):
    """Writes the wheel of a program into a folder, the same bytes each time; returns its file name."""
    tag = tag or program.platform_tag()
    name = f"paperlint-{version()}"
    script = f"{name}.data/scripts/{program.file_name}"
    files = {script: program.binary}
    for library, data in program.libraries.items():
        files[f"{name}.data/data/lib/paperlint/{library}"] = data
    for info, data in {**info_files(tag), **program.licenses}.items():
        files[f"{name}.dist-info/{info}"] = data
    rows = []
    for path in sorted(files):
        digest = base64.urlsafe_b64encode(hashlib.sha256(files[path]).digest()).rstrip(b"=").decode()
        rows.append(f"{path},sha256={digest},{len(files[path])}\n")
    rows.append(f"{name}.dist-info/RECORD,,\n")
    file_name = f"{name}-py3-none-{tag}.whl"
    with zipfile.ZipFile(Path(folder) / file_name, "w") as archive:
        for path in sorted(files):
            add(archive, path, files[path], path == script)
        add(archive, f"{name}.dist-info/RECORD", "".join(rows).encode())
    return file_name
