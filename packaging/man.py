"""The man page, from what --help says."""
import time

from program import version
from wheel import timestamp


def roff(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text[:1] in ".'" else text


def section(helps, command, title):
    """The parts of a command's help, the options as tagged paragraphs."""
    text, lines = helps[command], [title] if title else []
    for paragraph in text.prose[1:] if command == "check" else text.prose:
        lines += [".PP", roff(paragraph)]
    for name, part in text.parts:
        lines.append(f".SS {name}" if title else f".SH {name.upper()}")
        if name == "Exit codes":
            lines.append(roff(" ".join(line.strip() for line in part)))
            continue
        for head, meaning in text.items(part):
            lines += [".TP", ".B " + roff(head), roff(meaning)]
    return lines


def man_page(helps):
    day = time.strftime("%Y-%m-%d", time.gmtime(timestamp()))
    about = helps["check"].prose[0].rstrip(".")
    lines = [f'.TH PAPERLINT 1 "{day}" "paperlint {version()}" "User commands"', ".SH NAME",
             "paperlint \\- " + roff(about.removeprefix("paperlint ")), ".SH SYNOPSIS", ".nf",
             *map(roff, helps["check"].usage), ".fi", ".SH DESCRIPTION"]
    lines += section(helps, "check", "")
    for command in helps:
        if command != "check":
            lines += section(helps, command, f".SH PAPERLINT {command.upper()}")
    return "\n".join(lines) + "\n"
