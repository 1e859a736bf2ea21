"""Tar archives that are the same bytes each time: sorted, one time for all, nobody's name in them."""
import gzip
import io
import tarfile

from wheel import timestamp


def write_tar(path, files, executables=()):
    """Writes {name: bytes} as .tar.gz."""
    with open(path, "wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=0) as packed, \
            tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name in sorted(files):
            info = tarfile.TarInfo(name)
            info.size, info.mtime = len(files[name]), timestamp()
            info.mode = 0o755 if name in executables else 0o644
            tar.addfile(info, io.BytesIO(files[name]))
