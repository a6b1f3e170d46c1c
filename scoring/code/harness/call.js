// Runs inside the sandbox: calls the submitted function once and writes what it returned to a channel of its own.
// Argument: the channel's file descriptor. Standard input: {"source", "function", "args"}. It is never told what the
// call should return, so nothing that the submitted code does here can make a wrong answer right.
"use strict";
const fs = require("fs");
const channel = Number(process.argv[2]);
const { stringify } = JSON;
const { writeSync } = fs;
const leave = process.reallyExit.bind(process);

function plain(key, value) {
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (typeof value === "bigint") return Number(value);
  return value;
}

function describe(error) {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 220) : `thrown: ${String(error).slice(0, 200)}`;
  } catch {
    return "an error that cannot be read";
  }
}

function report(result) {
  let line;
  try {
    line = stringify(result, plain);
  } catch (error) {
    line = stringify({ error: `${describe(error)} (the returned value cannot be read)` });
  }
  let bytes = Buffer.from(line);
  while (bytes.length) bytes = bytes.subarray(writeSync(channel, bytes));
  leave(0);
}

// What the source declares by the name, or else exports by it or as the only thing.
function find(source, name) {
  // As globals: a submission may declare a variable of either name.
  globalThis.module = { exports: {} };
  globalThis.exports = globalThis.module.exports;
  const body = source.replace(/^export\s+(default\s+)?/gm, "");
  const declared = new Function(`${body}\n;return typeof ${name} === "function" ? ${name} : undefined;`)();
  const exported = globalThis.module?.exports;
  return [declared, exported?.[name], exported].find((found) => typeof found === "function");
}

async function call({ source, function: name, args }) {
  try {
    const found = find(source, name);
    if (found === undefined) return { missing: true };
    const value = await found(...args);
    return value === undefined ? { undefined: true } : { value };
  } catch (error) {
    return { error: describe(error) };
  }
}

call(JSON.parse(fs.readFileSync(0, "utf8"))).then(report);
