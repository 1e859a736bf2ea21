#include "app/help.h"

namespace paperlint {

constexpr std::string_view kCheckHelp =
    R"(paperlint finds mistakes in Markdown lists of papers and mends them.

Usage: paperlint [check] [OPTIONS] [PATH...]
       paperlint style [PATH...]
       paperlint init [PATH...]
       paperlint explain RULE
       paperlint rules

Each PATH is a list, a folder of lists, or - for standard input; without one, the
lists below the current folder are checked (.md and .markdown; not what is hidden
or ignored by git). No config is needed: a list is its own style guide.

Commands:
  check            check lists (the default)
  style            show what is inferred of lists: how they are written, their habits
  init             write a config that says the same
  explain RULE     say what a rule finds, and why
  rules            list all rules

Fixing:
  --fix            mend what can be mended safely, and report what is left
  --unsafe-fixes   with --fix or --diff: also fixes that may be wrong
  --diff           print the patch of what --fix would do; write nothing
  --add-suppressions
                   write a comment for each finding, so that it is told no more;
                   with --fix for what is left, with --diff as a patch

Rules and config:
  --select RULES   run these rules only (names with commas between)
  --ignore RULES   do not run these rules
  --config FILE    use this config, not the nearest paperlint.toml
  --isolated       use no config

Pull requests and old lists:
  --diff-base REV  tell only what a branch has brought: findings that were not
                   there where it parted from REV (as in git diff REV...), and
                   those on changed lines; --fix then mends these only
  --diff-file FILE
                   the same of a patch that leads to the files as they are;
                   - is standard input
  --baseline FILE  leave out the findings that FILE knows
  --write-baseline FILE
                   write all findings to FILE, so that they are known

Output:
  --output-format FORMAT[=FILE]
                   text, concise, json, sarif, github, gitlab, rdjsonl or junit,
                   to standard output or a file; repeatable
  --statistics     count findings by rule instead of listing them
  --all            list all findings where a terminal would get an overview
  --fail-on SEVERITY
                   what makes the exit code 1: error (default), warning or never
  --quiet          print findings only
  --verbose        also tell configs, habits and files that are no lists
  --color WHEN     auto (default), always or never

Input:
  --stdin-filename NAME
                   with -: the name to show and to look for a config by
  --max-file-size SIZE
                   skip larger files, with an error (default 256MB)
  --jobs N         use N threads: one a list, two for a long list (default: one
                   for each core)
  --today YYYY-MM-DD
                   the day that counts as today (default: the clock's)

  --version        print the version
  --help           print this

Examples:
  paperlint                        check all lists below this folder
  paperlint --fix README.md        mend what is safe to mend
  paperlint --diff | git apply     the same, by a patch (at a repository's top)
  paperlint --select year-order,venue-tag README.md
  paperlint --diff-base origin/main
                                   check what a pull request brings

Exit codes: 0 no errors are left, 1 errors are left or --diff printed a patch,
2 something could not be done (usage, config, a file that cannot be read or written, an
old text that cannot be had).

In GitHub Actions annotations and a summary of the step come by themselves.
)";

constexpr std::string_view kStyleHelp =
    R"(Shows what is inferred of lists: how entries are written and what they say, the
habits with their votes, sections, years and venues.

Usage: paperlint style [OPTIONS] [PATH...]

Each PATH is a list, a folder of lists, or - for standard input; without one, the
lists below the current folder are shown.

Options:
  --output-format FORMAT
                   text (default) or json
  --all            every section, form, year and venue, however many there are
  --config FILE    use this config, not the nearest paperlint.toml
  --isolated       use no config
  --stdin-filename NAME
                   with -: the name to show and to look for a config by
  --max-file-size SIZE
                   skip larger files, with an error (default 256MB)
  --quiet          do not tell of files that are no lists
  --verbose        tell of each file that is no list
  --color WHEN     auto (default), always or never
  --help           print this

Exit codes: 0 all was read, 2 something could not be done.
)";

constexpr std::string_view kInitHelp =
    R"(Writes a paperlint.toml that says what lists do, with the votes that it was
inferred from. paperlint finds the same with it as without: an option is set where
that is so, and stands in a comment elsewhere.

Usage: paperlint init [OPTIONS] [PATH...]

Each PATH is a list or a folder of lists; without one, the lists below the current
folder are read. The config goes into the folder that all of them lie in. A file
that is there already is never overwritten.

Options:
  --stdout         print instead of writing; then - stands for standard input, too
  --pre-commit     also write .pre-commit-config.yaml, at the top of the repository
  --workflow       also write .github/workflows/paperlint.yml there
  --max-file-size SIZE
                   skip larger files, with an error (default 256MB)
  --today YYYY-MM-DD
                   the day that counts as today (default: the clock's)
  --quiet          do not tell what was written, nor of files that are no lists
  --verbose        tell of each file that is no list
  --help           print this

Exit codes: 0 all was written, 2 something could not be done: no list, a file that is
there already or cannot be written.
)";

constexpr std::string_view kExplainHelp = R"(Prints what a rule finds, why, and how it is mended.

Usage: paperlint explain [OPTIONS] RULE

Options:
  --color WHEN     auto (default), always or never
  --help           print this

'paperlint rules' lists all rules.
)";

constexpr std::string_view kRulesHelp =
    R"(Lists all rules: name, severity, the boldest fix it offers, summary.

Usage: paperlint rules [OPTIONS]

Options:
  --color WHEN     auto (default), always or never
  --help           print this

'paperlint explain RULE' tells more about one.
)";

}  // namespace paperlint
