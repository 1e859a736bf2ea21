"""pack.py STAGE FOLDER [WHEEL_TAG]: the wheel and the npm packages of an installed program, STAGE/bin/paperlint."""
import platform
import sys
from pathlib import Path

from npm import write_launcher, write_platform
from program import Missing, Program
from wheel import write_wheel


def npm_package():
    processor = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64"}.get(platform.machine().lower(), platform.machine())
    return f"paperlint-{sys.platform}-{processor}"


def main(stage, folder, tag=None):
    name = "paperlint.exe" if sys.platform == "win32" else "paperlint"
    program = Program.from_file(Path(stage) / "bin" / name)
    tag = tag or program.platform_tag()
    if tag.startswith("linux_"):
        print(f"pack: the program needs {', '.join(sorted(program.foreign()))}, which other systems may lack", file=sys.stderr)
    print(write_wheel(program, folder, tag))
    print(write_platform(program, folder, npm_package()))
    print(write_launcher(folder))


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Missing as missing:
        sys.exit(f"paperlint: {missing}")
