#!/usr/bin/env node
// Runs the program of this platform's package, with the same arguments, streams and exit code.
"use strict";
const { spawnSync } = require("node:child_process");
const { constants } = require("node:os");

const name = `paperlint-${process.platform}-${process.arch}`;
const file = process.platform === "win32" ? "paperlint.exe" : "paperlint";
let program;
try {
  program = require.resolve(`${name}/bin/${file}`);
} catch {
  console.error(
    `paperlint: the package ${name} is missing; either there is none for this platform, ` +
      "or optional dependencies were left out when paperlint was installed",
  );
  process.exit(2);
}
const run = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (run.error) {
  console.error(`paperlint: ${program} can't be run: ${run.error.message}`);
  process.exit(2);
}
process.exit(run.signal ? 128 + constants.signals[run.signal] : run.status);
