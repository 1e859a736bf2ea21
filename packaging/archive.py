"""Tar archives that are the same bytes each time: sorted, one time for all, owned by root.

archive.py FILE: makes a .tar.gz so that is there already; CPack takes files as the file system lists them."""
import contextlib
import gzip
import io
import sys
import tarfile

from wheel import timestamp


@contextlib.contextmanager
def new_tar(path):
    with open(path, "wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=0) as packed, \
            tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        yield tar


def write_tar(path, files, executables=()):
    """Writes {name: bytes} as .tar.gz."""
    with new_tar(path) as tar:
        for name in sorted(files):
            info = tarfile.TarInfo(name)
            info.size, info.mtime = len(files[name]), timestamp()
            info.mode = 0o755 if name in executables else 0o644
            tar.addfile(info, io.BytesIO(files[name]))


def normalise(path):
    """Writes a .tar.gz again with the same files."""
    with tarfile.open(path, "r:gz") as tar:
        members = [(info, tar.extractfile(info).read() if info.isreg() else b"") for info in tar]
    with new_tar(path) as tar:
        for info, data in sorted(members, key=lambda member: member[0].name):
            info.uid = info.gid = 0
            info.uname = info.gname = "root"
            info.mtime, info.pax_headers = timestamp(), {}
            tar.addfile(info, io.BytesIO(data))


if __name__ == "__main__":
    normalise(sys.argv[1])
