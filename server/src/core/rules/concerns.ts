import type { Build } from '../model/build-types';
import type { Instruction } from '../model/syntax/instruction';
import type { About, Rule, RuleSettings } from './rule';

/**
 * What the `about` of rules asks of files. Hundreds of rules have some dozens of different conditions: each gets a number when first
 * met, and is looked at once a file. What a file has leads to the conditions that it fulfils, so that a file's look costs as much as
 * there is in the file.
 */
const numbers = new Map<string, number>();
const byKeyword = new Map<string, number[]>();
const byFlag = new Map<string, number[]>();
const byManager = new Map<string, number[]>();
const byCommand = new Map<string, number[]>();
const settingConditions: { readonly number: number; readonly setting: NonNullable<About['setting']> }[] = [];
const stageConditions: { readonly number: number; readonly least: number }[] = [];
const textConditions: { readonly number: number; readonly texts: readonly string[] }[] = [];

const NONE: readonly number[] = [];
const known = new WeakMap<Rule, readonly number[]>();

/** The numbers of all conditions that a file has to fulfil for a rule to have a say; the same array each time. */
export function conditionsOf(rule: Rule): readonly number[] {
  if (!rule.about) return NONE;
  let conditions = known.get(rule);
  if (!conditions) {
    conditions = readAbout(rule.about);
    known.set(rule, conditions);
  }
  return conditions;
}

function readAbout({ instructions, commands, flags, managers, texts, stages, setting }: About): number[] {
  const conditions: number[] = [];
  if (instructions) conditions.push(anyOf('instruction', instructions, byKeyword));
  if (flags) conditions.push(anyOf('flag', flags, byFlag));
  if (managers) conditions.push(anyOf('manager', managers, byManager));
  if (commands) conditions.push(anyOf('command', commands, byCommand));
  if (texts) conditions.push(numberOf('text', texts, (number) => textConditions.push({ number, texts })));
  if (stages !== undefined) {
    conditions.push(numberOf('stages', [stages], (number) => stageConditions.push({ number, least: stages })));
  }
  if (setting) conditions.push(numberOf('setting', [setting], (number) => settingConditions.push({ number, setting })));
  return conditions;
}

function anyOf(kind: string, names: readonly string[], index: Map<string, number[]>): number {
  return numberOf(kind, names, (number) => {
    for (const name of names) {
      const others = index.get(name);
      if (others) others.push(number);
      else index.set(name, [number]);
    }
  });
}

function numberOf(kind: string, values: readonly (string | number)[], add: (number: number) => void): number {
  const key = JSON.stringify([kind, ...values]);
  let number = numbers.get(key);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(key, number);
    add(number);
  }
  return number;
}

/** States of a condition for a file. Whether a text is there is only searched for when asked. */
const FAILS = 0;
const HOLDS = 1;
const UNKNOWN = 2;

/** A first look at a file, for all rules: what it lacks all of is not worth a rule's own look. */
export class FirstLook {
  readonly #states = new Uint8Array(numbers.size);
  readonly #build: Build;
  #lower: string | undefined;
  #triples: Uint8Array | undefined;

  /** The conditions of all rules that it is to be asked about have been read by `conditionsOf` before. */
  constructor(build: Build, settings: RuleSettings) {
    this.#build = build;
    for (const instruction of build.instructions) {
      this.#note(instruction);
      // ONBUILD's triggers count.
      if (instruction.keyword === 'ONBUILD' && instruction.trigger) this.#note(instruction.trigger);
    }
    this.#noteCommands(settings.hadolint === true);
    // Triggers may install something as well, and hadolint's reading of a command is another.
    const anyManager = build.onbuildScripts.length > 0 || settings.hadolint === true;
    if (anyManager) for (const conditions of byManager.values()) this.#hold(conditions);
    else for (const { manager } of build.installs) this.#hold(byManager.get(manager.id));
    for (const { number, least } of stageConditions) if (build.stages.length >= least) this.#states[number] = HOLDS;
    for (const { number, setting } of settingConditions) if (!isEmpty(settings[setting])) this.#states[number] = HOLDS;
    for (const { number } of textConditions) this.#states[number] = UNKNOWN;
  }

  /** Whether a file fulfils all of a rule's conditions. */
  fulfils(conditions: readonly number[]): boolean {
    for (let at = 0; at < conditions.length; at++) {
      const number = conditions[at]!;
      const state = this.#states[number];
      if (state === FAILS || (state === UNKNOWN && !this.#search(number))) return false;
    }
    return true;
  }

  #note({ keyword, flags }: Instruction): void {
    this.#hold(byKeyword.get(keyword));
    for (const { name } of flags) this.#hold(byFlag.get(name));
  }

  /** hadolint's reading sees commands where ours sees none, and under other names. */
  #noteCommands(isHadolint: boolean): void {
    const { commands, scripts, onbuildScripts } = this.#build;
    for (const { name } of commands) if (name !== undefined) this.#hold(byCommand.get(name));
    if (isHadolint) {
      for (const script of scripts) for (const { name } of script.plainCommands) this.#hold(byCommand.get(name));
    }
    for (const script of onbuildScripts) {
      for (const { name } of script.commands) if (name !== undefined) this.#hold(byCommand.get(name));
      for (const { name } of script.plainCommands) this.#hold(byCommand.get(name));
    }
  }

  #hold(conditions: readonly number[] | undefined): void {
    if (conditions) for (const number of conditions) this.#states[number] = HOLDS;
  }

  #search(number: number): boolean {
    const { texts } = textConditions.find((condition) => condition.number === number)!;
    const holds = texts.some((text) => this.#has(text));
    this.#states[number] = holds ? HOLDS : FAILS;
    return holds;
  }

  #has(text: string): boolean {
    this.#lower ??= this.#build.source.text.toLowerCase();
    // Most texts are in no ordinary file, and nearly all of these have three characters that never stand in a row there.
    this.#triples ??= readTriples(this.#lower);
    for (let at = 2; at < text.length; at++) if (this.#triples[tripleAt(text, at)] === 0) return false;
    return this.#lower.includes(text);
  }
}

/** A power of two. */
const TRIPLES = 8192;

/** By a number of three neighbours, which they share with few others: whether a text has them. */
function readTriples(text: string): Uint8Array {
  const triples = new Uint8Array(TRIPLES);
  let first = text.charCodeAt(0);
  let second = text.charCodeAt(1);
  for (let at = 2; at < text.length; at++) {
    const third = text.charCodeAt(at);
    triples[numberOfTriple(first, second, third)] = 1;
    first = second;
    second = third;
  }
  return triples;
}

function tripleAt(text: string, at: number): number {
  return numberOfTriple(text.charCodeAt(at - 2), text.charCodeAt(at - 1), text.charCodeAt(at));
}

function numberOfTriple(first: number, second: number, third: number): number {
  return (first * 961 + second * 31 + third) & (TRIPLES - 1);
}

function isEmpty(value: readonly string[] | Readonly<Record<string, unknown>>): boolean {
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}
