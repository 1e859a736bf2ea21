"""Completions and man page say what --help says."""
import re
import shutil
import unittest

from support import BINARY, PackageTest, run

import help_pages
from help_text import COMMANDS, read_help, read_rules


class Pages(PackageTest):
    def setUp(self):
        super().setUp()
        help_pages.main(BINARY, self.folder)

    def page(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def options(self, command):
        """Read by another way than the pages are."""
        words = [] if command == "check" else [command]
        return set(re.findall(r"^  (--[a-z-]+)", run(BINARY, *words, "--help").stdout, re.MULTILINE))

    def test_every_option_of_every_command_stands_in_each_page(self):
        for command in COMMANDS:
            options = self.options(command)
            self.assertIn("--help", options)
            when = "explain rules'" if command == "check" else f"_from {command}'"
            for option in options:
                self.assertIn(option.replace("-", "\\-"), self.page("paperlint.1"))
                self.assertRegex(self.page("paperlint.bash"), rf"{command}\) options='[^']*{option}\b")
                self.assertIn(f"'*{option}[", self.page("_paperlint"))
                self.assertTrue([line for line in self.page("paperlint.fish").splitlines()
                                 if f"{when} -l {option[2:]} " in line], f"{command} {option}")

    def test_every_option_is_explained(self):
        for command, text in read_help(BINARY).items():
            self.assertEqual({option.name for option in text.options()}, self.options(command))
            for option in text.options():
                self.assertTrue(option.text, f"{command} {option.name}")
                self.assertRegex(option.value, r"^[A-Z=\[\],.-]*$", f"{command} {option.name}")

    def test_the_words_that_a_value_may_be_are_known(self):
        options = {option.name: option for option in read_help(BINARY)["check"].options()}
        self.assertEqual(options["--color"].words, ["auto", "always", "never"])
        self.assertEqual(options["--fail-on"].words, ["error", "warning", "never"])
        self.assertIn("json", options["--output-format"].words)
        self.assertEqual(options["--config"].words, [])

    def test_shells_can_read_them(self):
        for shell, name in (("bash", "paperlint.bash"), ("zsh", "_paperlint"), ("fish", "paperlint.fish")):
            if shutil.which(shell):
                self.assertEqual(run(shell, "-n", self.folder / name).stdout, "", shell)

    def complete(self, *words):
        """What bash offers behind some words, the last of them begun."""
        self.needs("bash")
        script = (f". {self.folder}/paperlint.bash; compopt() {{ :; }}; COMP_WORDS=(paperlint {' '.join(words)}); "
                  f'COMP_CWORD={len(words)}; _paperlint; printf "%s\\n" "${{COMPREPLY[@]}}"')
        return run("bash", "-c", script, cwd=self.folder).stdout.split()

    def test_bash_completes(self):
        self.assertEqual(self.complete("--fa"), ["--fail-on"])
        self.assertEqual(self.complete("--fail-on", "w"), ["warning"])
        self.assertEqual(self.complete("--fail-on", "=", "w"), ["warning"])
        self.assertEqual(self.complete("explain", "year-o"), ["year-order"])
        self.assertEqual(self.complete("--select", "toc,year-o"), ["toc,year-order"])
        self.assertEqual(self.complete("init", "--pre"), ["--pre-commit"])
        self.assertEqual(self.complete("exp"), ["explain"])
        self.assertEqual(self.complete("paperlint.f"), ["paperlint.fish"])

    def test_fish_completes(self):
        self.needs("fish")
        script = f"complete -c paperlint -e; source {self.folder}/paperlint.fish; complete -C 'paperlint %s'"
        self.assertIn("warning", run("fish", "-c", script % "--fail-on w", env={"HOME": str(self.folder)}).stdout)
        self.assertIn("year-order", run("fish", "-c", script % "explain year-o", env={"HOME": str(self.folder)}).stdout)

    def test_man_reads_the_page(self):
        self.needs("man")
        shown = run("man", "--warnings", "-l", self.folder / "paperlint.1", env={"MANWIDTH": "100", "LC_ALL": "C.UTF-8"})
        self.assertNotIn("warning:", shown.stdout)
        self.assertIn("--unsafe-fixes", shown.stdout)

    def test_rules_are_the_programs_own(self):
        self.assertIn("year-order", read_rules(BINARY))
        self.assertEqual(len(read_rules(BINARY)), len(set(read_rules(BINARY))))


if __name__ == "__main__":
    unittest.main(verbosity=2)
