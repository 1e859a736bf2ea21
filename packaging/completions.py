"""Completions for bash, zsh and fish, from what --help says."""


def words_of(option, rules):
    """The words that an option's value may be; None: a file; empty: anything."""
    if option.value.startswith("FILE"):
        return None
    return rules if option.value.startswith("RULE") else option.words


def bash(helps, rules):
    lines = ["# bash completion for paperlint", "_paperlint() {",
             "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=check options word",
             "  COMPREPLY=()",
             f"  case ${{COMP_WORDS[1]}} in {'|'.join(helps)}) [[ $COMP_CWORD -eq 1 ]] || command=${{COMP_WORDS[1]}} ;; esac",
             "  # the word is cut at '='; of --option=value the option stands two words before",
             "  [[ $current == '=' ]] && current=''",
             "  [[ $previous == '=' ]] && previous=${COMP_WORDS[COMP_CWORD-2]}",
             "  case $command:$previous in"]
    for command, text in helps.items():
        for option in text.options():
            words = words_of(option, rules)
            if not option.value:
                continue
            if words is None:
                answer = 'compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$current")'
            elif words is rules:
                answer = f"_paperlint_rules '{' '.join(rules)}'"
            else:
                answer = f"mapfile -t COMPREPLY < <(compgen -W '{' '.join(words)}' -- \"$current\")"
            lines.append(f"    {command}:{option.name}) {answer}; return ;;")
    lines += ["  esac", "  case $command in"]
    for command, text in helps.items():
        lines.append(f"    {command}) options='{' '.join(option.name for option in text.options())}' ;;")
    lines += ["  esac", "  if [[ $current == -* ]]; then",
              '    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")', "    return", "  fi",
              "  case $command in",
              f"    explain) mapfile -t COMPREPLY < <(compgen -W '{' '.join(rules)}' -- \"$current\"); return ;;",
              "    rules) return ;;", "  esac", "  compopt -o filenames",
              '  mapfile -t COMPREPLY < <(compgen -f -- "$current")',
              "  if [[ $COMP_CWORD -eq 1 ]]; then",
              f"    for word in {' '.join(helps)}; do [[ $word == \"$current\"* ]] && COMPREPLY+=(\"$word\"); done", "  fi",
              "}", "# Names with commas between: what stands before the last comma stays.", "_paperlint_rules() {",
              "  local before=''", "  [[ $current == *,* ]] && before=${current%,*},", "  compopt -o nospace",
              '  mapfile -t COMPREPLY < <(compgen -P "$before" -W "$1" -- "${current##*,}")', "}",
              "complete -F _paperlint paperlint"]
    return "\n".join(lines) + "\n"


def zsh_text(text):
    for sign in "\\[]:'":
        text = text.replace(sign, {"'": "'\\''"}.get(sign, "\\" + sign))
    return text


def zsh_option(option, rules):
    words = words_of(option, rules)
    spec = f"*{option.name}[{zsh_text(option.text)}]"
    if option.value:
        name = zsh_text(option.value.split("[")[0].lower())
        if words is None:
            spec += f":{name}:_files"
        elif words is rules:
            spec += f":{name}:_values -s , rule {' '.join(rules)}"
        else:
            spec += f":{name}:({' '.join(words)})" if words else f":{name}: "
    return f"'{spec}'"


def zsh(helps, rules):
    lines = ["#compdef paperlint", "_paperlint() {", "  local command=check",
             f"  if (( CURRENT > 2 )) && [[ $words[2] == ({'|'.join(helps)}) ]]; then",
             "    command=$words[2]", "    shift words", "    (( CURRENT-- ))", "  elif (( CURRENT == 2 )); then",
             f"    compadd -- {' '.join(helps)}", "  fi", "  case $command in"]
    for command, text in helps.items():
        lines.append(f"    {command}) _arguments \\")
        lines += [f"      {zsh_option(option, rules)} \\" for option in text.options()]
        last = {"explain": f"'1:rule:({' '.join(rules)})'", "rules": ""}.get(command, "'*:list:_files'")
        lines.append(f"      {last} ;;")
    return "\n".join([*lines, "  esac", "}", '_paperlint "$@"']) + "\n"


def quoted(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def fish(helps, rules):
    others = " ".join(command for command in helps if command != "check")
    lines = ["# fish completion for paperlint",
             f"complete -c paperlint -n __fish_use_subcommand -a '{' '.join(helps)}'",
             f"complete -c paperlint -f -n '__fish_seen_subcommand_from explain' -a '{' '.join(rules)}'",
             "complete -c paperlint -f -n '__fish_seen_subcommand_from rules'"]
    for command, text in helps.items():
        when = f"not __fish_seen_subcommand_from {others}" if command == "check" else \
            f"__fish_seen_subcommand_from {command}"
        for option in text.options():
            words = words_of(option, rules)
            more = ""
            if option.value:
                more = " -r" + ("F" if words is None else f"f -a '{' '.join(words)}'")
            lines.append(f"complete -c paperlint -n '{when}' -l {option.name[2:]}{more} -d {quoted(option.text)}")
    return "\n".join(lines) + "\n"
