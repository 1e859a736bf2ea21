"""What `paperlint --help` says, taken apart: the completions and the man page are made of it, so they never lag behind."""
import re
import subprocess

COMMANDS = ("check", "style", "init", "explain", "rules")


class Option:
    """One option: its name, what its value is called (empty: it takes none), what it does, and the words it takes."""

    def __init__(self, name, value, text):
        self.name, self.value, self.text = name, value, text
        self.words = []
        if re.match(r"(FORMAT|WHEN|SEVERITY)\b", value):
            some = r"[\w-]+(?: \(default\))?"
            found = re.search(rf"((?:{some}, )*{some}) or ({some})", text)
            listed = f"{found.group(1)}, {found.group(2)}" if found else ""
            self.words = [word.replace(" (default)", "") for word in listed.split(", ") if word]


class Help:
    """The help of one command: its paragraphs, and its titled parts, of which each is a list of lines."""

    def __init__(self, text):
        self.text, self.usage, self.prose, self.parts = text, [], [], []
        for block in re.split(r"\n\n", text.strip("\n")):
            lines = block.split("\n")
            title = re.match(r"([A-Z][\w ]*):( .*)?$", lines[0])
            if lines[0].startswith("Usage:"):
                self.usage = [line.removeprefix("Usage:").strip() for line in lines]
            elif title and not title.group(2):
                self.parts.append((title.group(1), lines[1:]))
            elif title and lines[0].startswith("Exit codes:"):
                self.parts.append(("Exit codes", [" ".join(lines).removeprefix("Exit codes: ")]))
            elif lines[0].startswith("  "):
                self.parts.append(("Other options", lines))
            else:
                self.prose.append(" ".join(lines))

    def items(self, lines):
        """The entries of a part: what stands at the left, and what it means."""
        found = []
        for line in lines:
            match = re.match(r"  (\S.*?)(?:\s{2,}(\S.*))?$", line)
            if match and not line.startswith("   "):
                found.append([match.group(1), match.group(2) or ""])
            elif found:
                found[-1][1] = f"{found[-1][1]} {line.strip()}".strip()
        return found

    def options(self):
        """All options, in the order of the help."""
        heads = [item for _, lines in self.parts for item in self.items(lines) if item[0].startswith("--")]
        return [Option(*(head.split(" ", 1) + [""])[:2], text) for head, text in heads]


def ask(program, *words):
    run = subprocess.run([program, *words], capture_output=True, check=True)
    return run.stdout.decode("utf-8")


def read_help(program):
    """The help of each command, by its name."""
    return {command: Help(ask(program, *([] if command == "check" else [command]), "--help")) for command in COMMANDS}


def read_rules(program):
    """The names of all rules."""
    return [line.split()[0] for line in ask(program, "rules").splitlines()
            if re.match(r"[a-z-]+\s+(error|warning|note|off)\s", line)]
