"""help_pages.py PROGRAM FOLDER: writes the completions and the man page of a program into a folder."""
import sys
from pathlib import Path

from completions import bash, fish, zsh
from help_text import read_help, read_rules
from man import man_page


def main(program, folder):
    helps, rules = read_help(program), read_rules(program)
    pages = {"paperlint.bash": bash(helps, rules), "_paperlint": zsh(helps, rules),
             "paperlint.fish": fish(helps, rules), "paperlint.1": man_page(helps)}
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        Path(folder, name).write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    main(*sys.argv[1:])
