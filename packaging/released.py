"""Where the program comes from when this folder is installed: $PAPERLINT_BINARY, else the release of this version."""
import hashlib
import io
import os
import platform
import re
import subprocess
import sys
import tarfile
import urllib.request
from pathlib import Path

from program import LICENSES, ROOT, Missing, Program, version

CHECKSUMS = ROOT / "packaging" / "checksums.txt"
OTHERWISE = "build the program instead (script/run), and let PAPERLINT_BINARY name it: build/release/paperlint"


def archive_name(release):
    """The release's archive for this machine."""
    system = {"linux": "linux", "darwin": "macos", "win32": "windows"}.get(sys.platform, sys.platform)
    machine = platform.machine().lower()
    machine = {"amd64": "x86_64", "aarch64": "arm64"}.get(machine, machine)
    return f"paperlint-{release}-{system}-{machine}.tar.gz"


def checksum(name):
    """The committed SHA-256 of a release's file, by lines as sha256sum writes them."""
    for line in CHECKSUMS.read_text(encoding="utf-8").splitlines():
        words = line.split()
        if len(words) == 2 and words[1].lstrip("*") == name:
            return words[0]
    raise Missing(f"packaging/checksums.txt has no line for {name}: there is no release of paperlint "
                  f"{version()} for this system; {OTHERWISE}")


def releases():
    """The address below which releases lie: $PAPERLINT_RELEASES, else that of the repository this was cloned from."""
    if os.environ.get("PAPERLINT_RELEASES"):
        return os.environ["PAPERLINT_RELEASES"].rstrip("/")
    found = subprocess.run(["git", "-C", str(ROOT), "config", "--get", "remote.origin.url"],
                           capture_output=True, text=True, check=False).stdout.strip() if (ROOT / ".git").exists() else ""
    match = re.fullmatch(r"(?:https://|ssh://git@|git@)([\w.-]+)[:/]([\w.-]+/[\w.-]+?)(?:\.git)?/?", found)
    if not match:
        raise Missing("it is not known where paperlint's releases are: this is no clone of a repository on the web "
                      f"(origin is '{found}'), and PAPERLINT_RELEASES names no address; {OTHERWISE}")
    return f"https://{match.group(1)}/{match.group(2)}/releases/download"


def download(name, expected):
    address = f"{releases()}/v{version()}/{name}"
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            data = answer.read()
    except OSError as error:
        raise Missing(f"{address} can't be fetched: {error}; {OTHERWISE}") from error
    found = hashlib.sha256(data).hexdigest()
    if found != expected:
        raise Missing(f"{address} is not what was released: its SHA-256 is {found}, expected {expected}")
    return data


def unpack(data, name):
    """The program in a release's archive, with the libraries that it carries."""
    binary, libraries, licenses = None, {}, b""
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:gz") as tar:
        for member in tar:
            path = Path(member.name)
            if path.parts[1:] in (("bin", "paperlint"), ("bin", "paperlint.exe")):
                binary = tar.extractfile(member).read()
            elif path.parts[1:3] == ("lib", "paperlint") and (member.isreg() or member.issym()):
                libraries[path.name] = tar.extractfile(member).read()
            elif path.parts[1:] == tuple(LICENSES.split("/")):
                licenses = tar.extractfile(member).read()
    if binary is None:
        raise Missing(f"{name} holds no bin/paperlint")
    return Program(binary, libraries, licenses)


def find_program():
    """The program to be packed for this machine."""
    if os.environ.get("PAPERLINT_BINARY"):
        return Program.from_file(os.environ["PAPERLINT_BINARY"])
    name = archive_name(version())
    return unpack(download(name, checksum(name)), name)
