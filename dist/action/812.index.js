export const id = 812;
export const ids = [812,56];
export const modules = {

/***/ 6812:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readPolicyAfterMerge: () => (/* binding */ readPolicyAfterMerge)
});

;// CONCATENATED MODULE: ./src/core/policy/policy-after-merge.ts
/**
 * The policy that both sides together leave behind where the base's config has changed since the branch began: what the
 * branch leaves as it was is the base's, key by key, and code by code or name by name where a key holds these.
 */
const policyAfterMerge = (began, base, head) => ({
    ...merged({ ...began }, { ...base }, { ...head }),
    severity: merged(began.severity, base.severity, head.severity),
    agents: merged(began.agents, base.agents, head.agents),
    aliases: merged(began.aliases, base.aliases, head.aliases),
    headings: merged({ ...began.headings }, { ...base.headings }, { ...head.headings }),
    identities: merged({ ...began.identities }, { ...base.identities }, { ...head.identities }),
});
function merged(began, base, head) {
    const keys = new Set([...Object.keys(base), ...Object.keys(head)]);
    return Object.fromEntries([...keys].flatMap((key) => {
        const side = isSame(policy_after_merge_valueOf(began, key), policy_after_merge_valueOf(head, key)) ? base : head;
        return Object.hasOwn(side, key) ? [[key, side[key]]] : [];
    }));
}
const policy_after_merge_valueOf = (all, key) => (Object.hasOwn(all, key) ? all[key] : undefined);
/** As they are written: a compiled pattern follows from its text, and where it stands says nothing. */
const isSame = (one, other) => textOf(one) === textOf(other);
const textOf = (value) => JSON.stringify(value, (key, inner) => key === 'compiled' || key === 'location' ? undefined : inner);

// EXTERNAL MODULE: ./src/sources/config.ts + 2 modules
var config = __webpack_require__(4167);
// EXTERNAL MODULE: ./src/check/settle-policy.ts + 7 modules
var settle_policy = __webpack_require__(9056);
;// CONCATENATED MODULE: ./src/check/read-policy-after-merge.ts



/**
 * What a branch makes of the config where the base has changed it as well: told by the config as the branch found it. Where
 * that cannot be used, all that the head says counts as the branch's. Rejects with `incomplete-history`.
 */
async function readPolicyAfterMerge(repository, mergeBase, { policy, origin, today }, head) {
    const [source = null] = await (0,config/* readConfigs */.cd)(repository, [mergeBase], origin.file);
    const began = (0,settle_policy/* readOwnPolicy */.z)(source, origin.file, today);
    return began.problems.length > 0 ? head : policyAfterMerge(began.policy, policy, head);
}


/***/ }),

/***/ 9056:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ readOwnPolicy),
  settlePolicy: () => (/* binding */ settlePolicy)
});

// UNUSED EXPORTS: unusableConfig

// EXTERNAL MODULE: ./src/core/definitions/definition-text.ts
var definition_text = __webpack_require__(4565);
// EXTERNAL MODULE: ./src/core/definitions/problem-severities.ts
var problem_severities = __webpack_require__(4885);
// EXTERNAL MODULE: ./src/core/policy/policy.ts
var policy = __webpack_require__(8590);
;// CONCATENATED MODULE: ./src/core/policy/floor.ts


const RANK = { off: 0, notice: 1, warning: 2, error: 3 };
/**
 * The policy with every key that the floor states at least as strict as the floor has it. What makes the check stricter adds
 * up; of what makes it looser only that stays which the floor lists as well, so that an empty list there forbids it. A key
 * that the floor does not state is the policy's own.
 */
function raiseToFloor(policy, floor) {
    return {
        ...policy,
        definitions: [
            ...policy.definitions,
            ...(floor.definitions ?? []).filter(isNeededBehind(policy.definitions)),
        ],
        trailers: union(policy.trailers, floor.trailers, (key) => key.toLowerCase()),
        headings: {
            owns: union(policy.headings.owns ?? [], floor.headings?.owns),
            reads: union(policy.headings.reads ?? [], floor.headings?.reads),
            'cannot-touch': union(policy.headings['cannot-touch'] ?? [], floor.headings?.['cannot-touch']),
        },
        aliases: commonAliases(policy.aliases, floor.aliases),
        people: common(policy.people, floor.people),
        identities: {
            ai: union(policy.identities.ai, floor.identities?.ai),
            people: common(policy.identities.people, floor.identities?.people),
            bots: common(policy.identities.bots, floor.identities?.bots),
        },
        mode: floor.mode === 'enforce' ? 'enforce' : policy.mode,
        severity: raiseSeverities(policy.severity, floor.severity ?? {}),
        agents: raiseAgents(policy, floor),
        protected: union(policy.protected, floor.protected),
        shared: common(policy.shared, floor.shared),
        trustedBranches: common(policy.trustedBranches, floor.trustedBranches),
        waivers: commonWaivers(policy.waivers, floor.waivers),
        allowSelf: policy.allowSelf && floor.allowSelf !== false,
    };
}
function union(own, floor = [], keyOf = (value) => value) {
    const known = new Set(own.map(keyOf));
    return [...own, ...floor.filter((value) => !known.has(keyOf(value)))];
}
/** Of definitions the last pattern that matches decides: behind an exception the floor's pattern has to stand again. */
const isNeededBehind = (own) => (pattern) => !own.includes(pattern) || own.some((other) => other.trim().startsWith('!'));
const common = (own, floor) => floor === undefined ? own : own.filter((value) => floor.includes(value));
const commonAliases = (own, floor) => floor === undefined
    ? own
    : Object.fromEntries(Object.entries(own).filter(([name, to]) => floor[name] === to));
/** Of the same agent and pattern, for no longer than the floor allows. */
const commonWaivers = (own, floor) => floor === undefined
    ? own
    : own.flatMap((waiver) => {
        const days = floor
            .filter(({ agent, path }) => agent === waiver.agent && path === waiver.path)
            .map(({ until }) => until)
            .toSorted();
        const latest = days.at(-1);
        if (latest === undefined)
            return [];
        return [{ ...waiver, until: latest < waiver.until ? latest : waiver.until }];
    });
const higher = (one, other) => (RANK[one] >= RANK[other] ? one : other);
/** What holds at least where nobody sets the code: a problem can weigh more in a section. */
const usualLevel = (code) => policy/* DEFAULT_POLICY */.zj.severity[code] ?? (0,problem_severities/* severityOf */.x)(code);
function raise(own, floor, code) {
    if (own !== undefined)
        return higher(own, floor);
    return RANK[floor] > RANK[usualLevel(code)] ? floor : undefined;
}
function raiseSeverities(own, floor) {
    const raised = Object.entries(floor).flatMap(([code, level]) => {
        const to = raise(own[code], level, code);
        return to === undefined ? [] : [[code, to]];
    });
    return { ...own, ...Object.fromEntries(raised) };
}
/** The floor for all binds what a config sets for one agent; what the floor itself sets for one goes before it. */
function raiseAgents(policy, floor) {
    const names = new Set([...Object.keys(policy.agents), ...Object.keys(floor.agents ?? {})]);
    return Object.fromEntries([...names].map((name) => {
        const own = severityOfAgent(policy.agents, name);
        const bound = { ...floor.severity, ...severityOfAgent(floor.agents ?? {}, name) };
        const raised = Object.entries(bound).flatMap(([code, level]) => {
            const to = raise(own[code] ?? policy.severity[code], level, code);
            return to === undefined ? [] : [[code, to]];
        });
        return [name, { severity: { ...own, ...Object.fromEntries(raised) } }];
    }));
}
const severityOfAgent = (agents, name) => (Object.hasOwn(agents, name) ? agents[name]?.severity : undefined) ?? {};

// EXTERNAL MODULE: ./src/core/vocabulary.ts
var vocabulary = __webpack_require__(7063);
// EXTERNAL MODULE: ./scripts/yaml.js + 71 modules
var yaml = __webpack_require__(1187);
// EXTERNAL MODULE: ./src/core/yaml/limits.ts
var limits = __webpack_require__(2427);
;// CONCATENATED MODULE: ./src/core/yaml/yaml-tree.ts


/**
 * Reads one document of YAML 1.2 (core schema: dates are texts) with the line of every value. Keys that stand twice are both
 * there; aliases are followed. Never throws; what would take long or much memory is refused: text over 65,536 characters,
 * deep nesting, aliases that multiply.
 */
function parseYamlTree(text) {
    const limit = (0,limits/* limitExceeded */.FU)(text);
    if (limit !== null)
        return { ok: false, ...limit, why: 'beyond-limits' };
    try {
        return readTree(text);
    }
    catch (error) {
        const isDeep = error instanceof RangeError;
        const detail = isDeep ? limits/* TOO_DEEP */.gZ : error instanceof Error ? error.message : String(error);
        return { ok: false, line: 1, why: isDeep ? 'beyond-limits' : 'not-yaml', detail };
    }
}
function readTree(text) {
    const lineCounter = new yaml/* LineCounter */.HN();
    const document = (0,yaml/* parseDocument */.Tp)(text, {
        schema: 'core',
        uniqueKeys: false,
        prettyErrors: false,
        lineCounter,
    });
    const lineAt = (offset) => Math.max(1, lineCounter.linePos(offset).line);
    const fault = document.errors[0] ?? document.warnings[0];
    if (fault !== undefined) {
        const why = fault.code === 'MULTIPLE_DOCS' ? 'several-documents' : 'not-yaml';
        return { ok: false, line: lineAt(fault.pos[0]), why, detail: fault.message };
    }
    return createReader(document, lineAt)(document.contents);
}
function createReader(document, lineAt) {
    let nodes = 0;
    let refusal = null;
    const lineOf = (node, otherwise) => {
        const range = node?.range;
        return range ? lineAt(range[0]) : otherwise;
    };
    function read(node, line, depth) {
        const at = lineOf(node, line);
        nodes += 1;
        if (depth > limits/* DEEPEST */.FI)
            refusal ??= { line: at, why: 'beyond-limits', detail: limits/* TOO_DEEP */.gZ };
        if (nodes > limits/* MOST_VALUES */.xy)
            refusal ??= { line: at, why: 'beyond-limits', detail: limits/* TOO_MANY */.LJ };
        if (refusal !== null)
            return { kind: 'nothing', line: at };
        if (node instanceof yaml/* Alias */.x1) {
            const target = node.resolve(document);
            if (target === undefined)
                refusal = { line: at, why: 'not-yaml', detail: `Unresolved alias ${node.source}` };
            return { ...read(target, at, depth + 1), line: at };
        }
        if ((0,yaml/* isSeq */.oP)(node))
            return { kind: 'list', line: at, items: node.items.map((item) => read(item, at, depth + 1)) };
        if ((0,yaml/* isMap */.jh)(node)) {
            const entries = node.items.map(({ key, value }) => {
                const keyLine = lineOf(key, at);
                return { key: toKey(key), line: keyLine, value: read(value, keyLine, depth + 1) };
            });
            return { kind: 'mapping', line: at, entries };
        }
        return toScalar((0,yaml/* isScalar */.jn)(node) ? node.value : null, at);
    }
    return (contents) => {
        const root = read(contents, 1, 0);
        return refusal === null ? { ok: true, root } : { ok: false, ...refusal };
    };
}
function toScalar(value, line) {
    if (typeof value === 'string')
        return { kind: 'text', value, line };
    if (typeof value === 'number')
        return { kind: 'number', value, line };
    if (typeof value === 'boolean')
        return { kind: 'flag', value, line };
    return { kind: 'nothing', line };
}
/** A key as it is written, without its quotes; empty for one that is a list, a mapping or an alias. */
const toKey = (key) => ((0,yaml/* isScalar */.jn)(key) ? key.source : null) ?? '';

// EXTERNAL MODULE: ./src/core/policy/codes.ts
var policy_codes = __webpack_require__(4196);
;// CONCATENATED MODULE: ./src/core/policy/config-shape.ts



const LEVELS = ['error', 'warning', 'notice', 'off'];
const LEVEL = { kind: 'choice', choices: LEVELS };
const list = (format, atLeast = 0) => ({ kind: 'list', of: { kind: 'text', format }, atLeast });
const severities = (codes, more) => ({
    kind: 'object',
    fields: Object.fromEntries(codes.map((code) => [
        code,
        { shape: LEVEL, about: `See docs/codes.md#${code}.`, fallback: fallbackOf(code) },
    ])),
    refused: Object.fromEntries([
        ...policy_codes/* FIXED_CODES */.io.map((code) => [code, 'always-fails']),
        ...more.map((code) => [code, 'of-no-agent']),
    ]),
});
const fallbackOf = (code) => policy/* DEFAULT_POLICY */.zj.severity[code] ?? (0,problem_severities/* severityOf */.x)(code);
/** The config, key by key: what is read and what is published are both made from this. */
const CONFIG = {
    kind: 'object',
    fields: {
        definitions: {
            about: 'Which files are agent definitions, as patterns of the dialect in docs/definitions.md; the last that matches decides, and one that begins with `!` takes out.',
            shape: list('definition-pattern', 1),
            fallback: policy/* DEFAULT_POLICY */.zj.definitions,
        },
        trailers: {
            about: 'The keys of the trailers that claim a commit for an agent; upper and lower case are the same.',
            shape: list('trailer-key', 1),
            fallback: policy/* DEFAULT_POLICY */.zj.trailers,
        },
        aliases: {
            about: 'Names that stand for another one: the old name, then the agent that it means.',
            shape: { kind: 'record', keys: 'name', of: { kind: 'text', format: 'name' } },
            fallback: policy/* DEFAULT_POLICY */.zj.aliases,
        },
        people: {
            about: 'Trailer values that mean a person.',
            shape: list('name'),
            fallback: policy/* DEFAULT_POLICY */.zj.people,
        },
        headings: {
            about: 'Further headings that name a section, beside the usual ones.',
            shape: {
                kind: 'object',
                fields: {
                    owns: { about: 'Headings for OWNS.', shape: list('heading'), fallback: [] },
                    reads: { about: 'Headings for READS.', shape: list('heading'), fallback: [] },
                    'cannot-touch': { about: 'Headings for CANNOT TOUCH.', shape: list('heading'), fallback: [] },
                },
            },
        },
        identities: {
            about: 'Further authors and co-authors, by name or e-mail address; `*` stands for anything. Beside those that are built in.',
            shape: {
                kind: 'object',
                fields: {
                    ai: { about: 'They show that an AI made a commit.', shape: list('identity'), fallback: [] },
                    people: { about: 'They are people.', shape: list('identity'), fallback: [] },
                    bots: { about: 'They are bots that need no trailer.', shape: list('identity'), fallback: [] },
                },
            },
        },
        mode: {
            about: 'In `report-only` everything is shown and nothing fails.',
            shape: { kind: 'choice', choices: ['enforce', 'report-only'] },
            fallback: policy/* DEFAULT_POLICY */.zj.mode,
        },
        severity: {
            about: 'How heavily each kind of finding and each problem of a definition weighs.',
            shape: severities(policy_codes/* SETTABLE_CODES */.qG, []),
        },
        agents: {
            about: 'What differs for one agent, by its exact name.',
            shape: {
                kind: 'record',
                keys: 'name',
                of: {
                    kind: 'object',
                    fields: {
                        severity: {
                            about: 'How heavily each kind of finding weighs for this agent.',
                            shape: severities(policy_codes/* AGENT_CODES */.J5, policy_codes/* AGENTLESS_CODES */.eZ),
                            required: true,
                        },
                    },
                },
            },
            fallback: policy/* DEFAULT_POLICY */.zj.agents,
        },
        protected: {
            about: 'Patterns of further paths that only an OWNS entry which names the place opens to an agent.',
            shape: list('pattern'),
            fallback: policy/* DEFAULT_POLICY */.zj.protected,
        },
        shared: {
            about: 'Patterns of paths that are open to every agent, such as a lock file; protected paths stay closed.',
            shape: list('narrow-pattern'),
            fallback: policy/* DEFAULT_POLICY */.zj.shared,
        },
        'trusted-branches': {
            about: 'Branches whose commits were judged before, so that they are not judged again.',
            shape: list('branch'),
            fallback: policy/* DEFAULT_POLICY */.zj.trustedBranches,
        },
        waivers: {
            about: 'Exceptions that somebody decided on.',
            shape: {
                kind: 'list',
                atLeast: 0,
                of: {
                    kind: 'object',
                    fields: {
                        agent: {
                            about: 'The exact name of the agent.',
                            shape: { kind: 'text', format: 'name' },
                            required: true,
                        },
                        path: {
                            about: 'A pattern of the paths; one that matches everything is refused.',
                            shape: { kind: 'text', format: 'narrow-pattern' },
                            required: true,
                        },
                        reason: {
                            about: 'Why. It is shown wherever the waiver lifts something.',
                            shape: { kind: 'text', format: 'reason' },
                            required: true,
                        },
                        until: {
                            about: 'The last day on which it is valid, in UTC; at most a year ahead.',
                            shape: { kind: 'text', format: 'day' },
                            required: true,
                        },
                    },
                },
            },
            fallback: policy/* DEFAULT_POLICY */.zj.waivers,
        },
        'allow-self': {
            about: 'Whether the author of a pull request or of a commit may approve it by the label.',
            shape: { kind: 'flag' },
            fallback: policy/* DEFAULT_POLICY */.zj.allowSelf,
        },
    },
};

// EXTERNAL MODULE: ./src/core/attribution/names.ts
var names = __webpack_require__(3713);
// EXTERNAL MODULE: ./src/core/definitions/heading-phrase.ts
var heading_phrase = __webpack_require__(2688);
// EXTERNAL MODULE: ./src/core/definitions/heading-table.ts + 1 modules
var heading_table = __webpack_require__(2105);
;// CONCATENATED MODULE: ./src/core/policy/cross-checks.ts



/**
 * What is wrong between the values of a config, each of which is right by itself. A floor adds definitions and takes none
 * out, so that it has no exceptions.
 */
function crossCheck(data, root, isFloor) {
    const exceptions = data.definitions?.filter((pattern) => pattern.trim().startsWith('!')) ?? [];
    const at = (fault, ...path) => ({
        line: lineOf(root, path),
        fault,
    });
    return [
        ...aliasFaults(data.aliases ?? {}).map((fault) => at(fault, 'aliases', ...nameIn(fault))),
        ...(exceptions.length === data.definitions?.length
            ? [at({ kind: 'only-exceptions', key: 'definitions' }, 'definitions')]
            : []),
        ...(isFloor ? exceptions : []).map((value) => at({ kind: 'unusable-text', key: 'definitions', value, fault: 'exception' }, 'definitions')),
        ...contraryHeadings(data.headings ?? {}).map((fault) => at(fault, ...fault.key.split('.'))),
    ];
}
const nameIn = (fault) => fault.kind === 'alias-circle' ? fault.names.slice(0, 1) : [fault.key.slice('aliases.'.length)];
/** An alias is followed once, but a circle has no name that it could mean. */
function aliasFaults(aliases) {
    const faults = [];
    const next = new Map();
    for (const [written, name] of Object.entries(aliases)) {
        const from = (0,names/* normaliseName */.GX)(written);
        if (next.has(from))
            faults.push({ kind: 'duplicate-key', key: `aliases.${written}` });
        else
            next.set(from, { written, to: (0,names/* normaliseName */.GX)(name) });
    }
    const done = new Set();
    for (const start of next.keys()) {
        const way = new Map();
        let name = start;
        for (let step = next.get(name); step !== undefined && !done.has(name); step = next.get(name)) {
            done.add(name);
            way.set(name, step.written);
            name = step.to;
        }
        if (!way.has(name))
            continue;
        const names = [...way.keys()];
        const circle = names.slice(names.indexOf(name)).map((one) => way.get(one) ?? one);
        faults.push({ kind: 'alias-circle', key: 'aliases', names: circle });
    }
    return faults;
}
const USUAL = (0,heading_table/* createHeadingTable */.p)({});
/** No config turns what definitions deny into something else, not even one that a floor binds. */
function contraryHeadings(headings) {
    const sections = new Map();
    return Object.entries(headings).flatMap(([section, aliases]) => aliases.flatMap((heading) => {
        const phrase = (0,heading_phrase/* toPhrase */.H)(heading);
        if (section !== 'cannot-touch' && USUAL.kindOf(phrase) === 'cannot-touch')
            return [{ kind: 'heading-of-denials', key: `headings.${section}`, heading }];
        const known = sections.get(phrase) ?? section;
        sections.set(phrase, known);
        return known === section ? [] : [{ kind: 'contrary-heading', key: `headings.${section}`, heading }];
    }));
}
function lineOf(root, path) {
    let node = root;
    let { line } = root;
    for (const key of path) {
        const entry = node.kind === 'mapping' ? node.entries.findLast((one) => one.key === key) : undefined;
        if (entry === undefined)
            break;
        ({ line, value: node } = entry);
    }
    return line;
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
// EXTERNAL MODULE: ./src/core/patterns/dialect.ts + 10 modules
var dialect = __webpack_require__(3983);
;// CONCATENATED MODULE: ./src/core/policy/text-formats.ts



const LONGEST_HEADING = 120;
const NOT_BLANK = { pattern: '\\S', fault: 'blank' };
const NO_EXCEPTION = { pattern: '^\\s*[^!\\s]', fault: 'exception' };
/** The form of each, which an editor can check as well. */
const FORMS = {
    name: NOT_BLANK,
    reason: NOT_BLANK,
    identity: { pattern: '[^\\s*@.]', fault: 'only-stars' },
    heading: { pattern: `^(?=.*\\S).{0,${LONGEST_HEADING}}$`, fault: 'too-long' },
    // git-interpret-trailers(1): letters, digits and `-`.
    'trailer-key': { pattern: '^[A-Za-z0-9-]+$', fault: 'not-a-trailer-key' },
    // git-check-ref-format(1), without patterns and without `refs/`.
    branch: {
        pattern: '^(?!refs/)(?![-/.])(?!.*(?:\\.\\.|//|/\\.|@\\{|\\.lock(?:/|$)))[^\\x00-\\x20\\x7f~^:?*\\[\\\\]*[^\\x00-\\x20\\x7f~^:?*\\[\\\\/.]$',
        fault: 'not-a-branch',
    },
    day: { pattern: '^\\d{4}-\\d{2}-\\d{2}$', fault: 'not-a-day' },
    'definition-pattern': NOT_BLANK,
    pattern: NO_EXCEPTION,
    'narrow-pattern': NO_EXCEPTION,
};
const FORM_TESTS = new Map(Object.entries(FORMS).map(([format, { pattern }]) => [format, new RegExp(pattern, 'u')]));
/** Why a text cannot stand where this format is asked for; `null` where it can. `key` is the place. */
function faultOfText(value, format, { key, today }) {
    const unusable = (fault) => ({ kind: 'unusable-text', key, value, fault });
    if (value.trim() === '')
        return unusable('blank');
    if (FORM_TESTS.get(format)?.test(value) === false)
        return unusable(FORMS[format].fault);
    switch (format) {
        case 'name':
        case 'reason':
        case 'identity':
        case 'trailer-key':
        case 'branch':
            return null;
        case 'heading':
            return (0,heading_phrase/* toPhrase */.H)(value) === '' ? unusable('no-words') : null;
        case 'day':
            if (!isDay(value))
                return unusable('not-a-day');
            return value > yearAfter(today)
                ? { kind: 'too-far-ahead', key, until: value, latest: yearAfter(today) }
                : null;
        case 'definition-pattern':
        case 'pattern':
            return faultOfPattern(value, key);
        case 'narrow-pattern':
            return faultOfPattern(value, key) ?? faultOfWidth(value, unusable);
    }
}
function faultOfPattern(pattern, key) {
    const result = compileAtRoot(pattern);
    if (result.ok)
        return null;
    const fault = result.code === 'invalid-pattern' ? result.fault : 'placeholder';
    return { kind: 'invalid-pattern', key, pattern, fault };
}
/** A pattern of the config: relative to the root of the repository. */
const compileAtRoot = (pattern) => (0,dialect/* compilePattern */.Eb)(pattern, { section: 'owns', root: (0,vocabulary/* repoPath */.qN)('') });
function faultOfWidth(value, unusable) {
    if (matchesEverything(value))
        return unusable('matches-everything');
    return namesNothing(value) ? unusable('names-nothing') : null;
}
// `*.*`, `[a-z]*` and a lone `*` with a slash behind it: one of the alternatives says of nothing what it is called.
function namesNothing(written) {
    const result = compileAtRoot(written);
    return (result.ok &&
        result.pattern.alternatives.some((alternative) => alternative.every((segment) => segment.kind === 'any-depth' || (segment.kind === 'glob' && WILDCARDS_ONLY.test(segment.text)))));
}
/** A dot at the beginning is a name: `.*`. */
const WILDCARDS_ONLY = /^(?!\.)(?:[*?.]|\[[^\]]*\])*$/;
/** Paths that have nothing in common: what matches them all is meant to match everything. */
const PROBES = ['a', '.b/0', 'Ünd/ß.c', 'x y/z/~1.tar.gz', '9/8/7/6/5', 'lib/Q_.js', '(m)/@n'].map(vocabulary/* repoPath */.qN);
function matchesEverything(written) {
    const result = compileAtRoot(written);
    return result.ok && PROBES.every((path) => result.pattern.matches(path));
}
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** A day of the calendar that is: 2027-02-30 is none. */
function isDay(text) {
    const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const last = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
    return day >= 1 && day <= last;
}
/**
 * The same day a year later; days compare as texts, so that it need not be one of the calendar. The zeros let no waiver stand
 * where a broken clock gives a day that is none: `+275760-09` of the year 275760.
 */
const yearAfter = (today) => `${String(Number(today.slice(0, 4)) + 1).padStart(4, '0')}${today.slice(4)}`;

;// CONCATENATED MODULE: ./src/core/policy/read-shape.ts


/** More are not looked for: mending the first ones comes before. */
const MOST_FAULTS = 50;
/** Longer words are no misspelt ones; the cut keeps the distance cheap. */
const LONGEST_COMPARED = 64;
/** Reads a value as the shape has it, or says what is wrong with it, as far as 50 faults. */
function readShape(root, shape, today) {
    const faults = [];
    const report = (line, fault) => {
        if (faults.length < MOST_FAULTS)
            faults.push({ line, fault });
        return null;
    };
    function read(node, as, key, line) {
        switch (as.kind) {
            case 'text':
                if (node.kind !== 'text')
                    return mistyped(node, 'text', key, line);
                return readText(node.value, as.format, key, node.line);
            case 'flag':
                return node.kind === 'flag' ? node.value : mistyped(node, 'flag', key, line);
            case 'choice':
                if (node.kind !== 'text')
                    return mistyped(node, 'text', key, line);
                if (as.choices.includes(node.value))
                    return node.value;
                return report(node.line, {
                    kind: 'not-a-choice',
                    key,
                    value: node.value,
                    choices: as.choices,
                    nearest: nearestOf(node.value, as.choices),
                });
            case 'list':
                if (node.kind !== 'list')
                    return mistyped(node, 'list', key, line);
                if (node.items.length < as.atLeast)
                    return report(line, { kind: 'empty-list', key });
                return node.items.map((item, index) => read(item, as.of, `${key}[${index}]`, item.line));
            case 'record':
                if (node.kind !== 'mapping')
                    return mistyped(node, 'mapping', key, line);
                return Object.fromEntries(distinct(node.entries, key).map((entry) => {
                    const below = join(key, entry.key);
                    readText(entry.key, as.keys, below, entry.line);
                    return [entry.key, read(entry.value, as.of, below, entry.line)];
                }));
            case 'object':
                if (node.kind !== 'mapping')
                    return mistyped(node, 'mapping', key, line);
                return readObject(node.entries, as, key, line);
        }
    }
    function readText(value, format, key, line) {
        const fault = faultOfText(value, format, { key, today });
        if (fault !== null)
            report(line, fault);
        return value;
    }
    function readObject(entries, { fields, refused = {} }, key, line) {
        const found = distinct(entries, key);
        for (const [name, { required }] of Object.entries(fields))
            if (required === true && found.every((entry) => entry.key !== name))
                report(line, { kind: 'missing-key', key, missing: name });
        return Object.fromEntries(found.flatMap((entry) => {
            const below = join(key, entry.key);
            const field = Object.hasOwn(fields, entry.key) ? fields[entry.key] : undefined;
            if (field !== undefined)
                return [[entry.key, read(entry.value, field.shape, below, entry.line)]];
            const why = Object.hasOwn(refused, entry.key) ? refused[entry.key] : undefined;
            if (why !== undefined)
                report(entry.line, { kind: 'refused-key', key: below, why });
            else if (faults.length < MOST_FAULTS)
                report(entry.line, {
                    kind: 'unknown-key',
                    key: below,
                    nearest: nearestOf(entry.key, Object.keys(fields)),
                });
            return [];
        }));
    }
    /** YAML forbids a key to stand twice in a mapping. */
    function distinct(entries, key) {
        const known = new Set();
        return entries.filter((entry) => {
            const isFirst = !known.has(entry.key);
            if (!isFirst)
                report(entry.line, { kind: 'duplicate-key', key: join(key, entry.key) });
            known.add(entry.key);
            return isFirst;
        });
    }
    const mistyped = (node, expected, key, line) => report(line, { kind: 'wrong-type', key, expected, found: node.kind });
    const data = read(root, shape, '', root.line);
    return { data, faults: faults.toSorted((one, other) => one.line - other.line) };
}
const join = (above, key) => (above === '' ? key : `${above}.${key}`);
/** The name that is within a third of its length in edits (at least two); `null` for none. */
function nearestOf(written, names) {
    const wanted = written.slice(0, LONGEST_COMPARED).toLowerCase().replaceAll('_', '-');
    const furthest = Math.max(2, Math.floor(wanted.length / 3));
    const [nearest] = names
        .map((name) => ({ name, edits: (0,mod/* distance */.Io)(wanted, name) }))
        .filter(({ edits }) => edits <= furthest)
        .sort((one, other) => one.edits - other.edits);
    return nearest?.name ?? null;
}

;// CONCATENATED MODULE: ./src/core/policy/parse-config.ts








/**
 * Reads the text of a config: all of it, or nothing where a part is wrong. Never throws. An empty text says nothing, so the
 * defaults hold. The rules of each key stand in config-shape.ts; `today` bounds how far ahead a waiver may reach.
 */
function readConfig(text, file, today, role = 'config') {
    const tree = parseYamlTree(text.replace(/^\uFEFF/, ''));
    if (!tree.ok) {
        const { line, why, detail } = tree;
        const fault = why === 'several-documents' ? { kind: why } : { kind: why, detail };
        return refused([{ line, fault }], file);
    }
    const root = tree.root.kind === 'nothing' ? { kind: 'mapping', entries: [], line: 1 } : tree.root;
    const { data, faults } = readShape(root, CONFIG, today);
    // Without a fault the data is of the shape: that is what reading it means.
    const config = data;
    const found = faults.length > 0 ? faults : crossCheck(config, root, role === 'floor');
    return found.length > 0
        ? refused(found, file)
        : { ok: true, stated: toStated(config, waiversOf(config, root, file)) };
}
/** The policy that a config puts in force, or why it cannot. As `readConfig`. */
function parseConfig(text, file, today) {
    const reading = readConfig(text, file, today);
    return reading.ok ? { policy: toPolicy(reading.stated) } : { problems: reading.problems };
}
/** The defaults where the config says nothing. */
const toPolicy = (stated) => ({
    ...policy/* DEFAULT_POLICY */.zj,
    ...stated,
    severity: { ...policy/* DEFAULT_POLICY */.zj.severity, ...stated.severity },
    identities: { ...policy/* DEFAULT_POLICY */.zj.identities, ...stated.identities },
});
/** The problem of a config that cannot be read at all. */
const unreadableConfig = (file, reason) => [toProblem(file, null, { kind: 'unreadable', reason })];
const refused = (faults, file) => ({
    ok: false,
    problems: faults.map(({ line, fault }) => toProblem(file, line, fault)),
});
const toProblem = (file, line, fault) => ({
    code: 'invalid-config',
    severity: (0,problem_severities/* severityOf */.x)('invalid-config'),
    file,
    line,
    agent: null,
    fault,
});
function toStated(config, waivers) {
    const { 'trusted-branches': trustedBranches, 'allow-self': allowSelf, waivers: written, ...same } = config;
    return {
        ...same,
        ...(trustedBranches === undefined ? {} : { trustedBranches }),
        ...(allowSelf === undefined ? {} : { allowSelf }),
        ...(written === undefined ? {} : { waivers }),
    };
}
function waiversOf({ waivers = [] }, root, file) {
    const entries = root.kind === 'mapping' ? root.entries : [];
    const list = entries.find(({ key }) => key === 'waivers')?.value;
    const lines = list?.kind === 'list' ? list.items.map(({ line }) => line) : [];
    return waivers.flatMap(({ agent, path, reason, until }, index) => {
        const compilation = compileAtRoot(path);
        if (!compilation.ok)
            return [];
        const location = { file, line: lines[index] ?? 1 };
        return [{ agent: (0,vocabulary/* agentName */.Lp)(agent), path, compiled: compilation.pattern, reason, until, location }];
    });
}

// EXTERNAL MODULE: ./src/operational-error.ts
var operational_error = __webpack_require__(6296);
;// CONCATENATED MODULE: ./src/check/settle-policy.ts






/** Which policy holds, and what the head would put in force. Throws as `readPolicyInForce` rejects. */
function settlePolicy(settings, { base, head }) {
    const { today } = settings;
    const file = settings.config ?? policy/* DEFAULT_CONFIG_PATH */.Bi;
    const floor = readFloor(settings);
    const raise = (policy) => (floor === null ? policy : raiseToFloor(policy, floor));
    if (base === null && settings.config !== null)
        throw new operational_error/* OperationalError */.L('missing-config', file);
    const atBase = read(base, file, today);
    const atHead = isSame(base, head) ? atBase : read(head, file, today);
    // Where the input names the file, its removal would leave the next check without one.
    const isMended = !atBase.ok && atHead.ok && (head !== null || settings.config === null);
    if (!atBase.ok && !isMended)
        throw unusableConfig(atBase.problems);
    const state = isMended ? 'mended' : base === null ? 'absent' : 'in-force';
    return {
        policy: raise(atBase.ok ? toPolicy(atBase.stated) : policy/* DEFAULT_POLICY */.zj),
        origin: { file, state, floor: floor !== null },
        atHead: atHead.ok ? raise(toPolicy(atHead.stated)) : null,
        places: [file, ...(base?.behind ?? []), ...(head?.behind ?? [])],
        problems: { base: problemsOf(atBase), head: problemsOf(atHead) },
        today,
    };
}
/** What a single config puts in force; the defaults, with its problems, where it cannot be used. */
function readOwnPolicy(source, file, today) {
    const reading = read(source, file, today);
    return { policy: reading.ok ? toPolicy(reading.stated) : policy/* DEFAULT_POLICY */.zj, problems: problemsOf(reading) };
}
const unusableConfig = (problems) => new operational_error/* OperationalError */.L('unusable-config', '', { problems });
function read(source, file, today) {
    if (source === null)
        return { ok: true, stated: {} };
    const { content } = source;
    if (content === 'directory')
        return { ok: false, problems: unreadableConfig(file, content) };
    const decoded = (0,definition_text/* decodeDefinition */.A)({ path: file, content });
    return 'text' in decoded
        ? readConfig(decoded.text, file, today)
        : { ok: false, problems: unreadableConfig(file, decoded.reason) };
}
function readFloor({ floor, today }) {
    if (floor.trim() === '')
        return null;
    const reading = readConfig(floor, (0,vocabulary/* repoPath */.qN)('floor'), today, 'floor');
    if (!reading.ok)
        throw new operational_error/* OperationalError */.L('invalid-floor', '', { problems: reading.problems });
    return reading.stated;
}
const problemsOf = (reading) => reading.ok ? [] : reading.problems;
function isSame(one, other) {
    if (one === null || other === null)
        return one === other;
    if (typeof one.content === 'string' || typeof other.content === 'string')
        return one.content === other.content;
    return Buffer.compare(one.content, other.content) === 0;
}


/***/ })

};
