export const id = 513;
export const ids = [513];
export const modules = {

/***/ 4513:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lintRoster: () => (/* binding */ lintRoster)
});

// EXTERNAL MODULE: ./src/core/definitions/assemble-roster.ts + 1 modules
var assemble_roster = __webpack_require__(1365);
// EXTERNAL MODULE: ./src/core/judgement/protected-paths.ts
var protected_paths = __webpack_require__(4728);
// EXTERNAL MODULE: ./src/core/patterns/dialect.ts + 10 modules
var dialect = __webpack_require__(3983);
// EXTERNAL MODULE: ./src/core/patterns/path-index.ts + 5 modules
var path_index = __webpack_require__(5701);
// EXTERNAL MODULE: ./src/core/patterns/path-set.ts
var path_set = __webpack_require__(5457);
// EXTERNAL MODULE: ./src/core/vocabulary.ts
var vocabulary = __webpack_require__(7063);
// EXTERNAL MODULE: ./src/core/definitions/problem-severities.ts
var problem_severities = __webpack_require__(4885);
// EXTERNAL MODULE: ./src/core/patterns/narrower.ts
var patterns_narrower = __webpack_require__(6563);
// EXTERNAL MODULE: ./src/core/judgement/ruling.ts
var ruling = __webpack_require__(542);
// EXTERNAL MODULE: ./src/core/lint/references.ts
var references = __webpack_require__(9547);
;// CONCATENATED MODULE: ./src/core/lint/exceptions.ts



/** One CANNOT TOUCH entry after the other; an agent that needs more lines than this is better told to narrow its OWNS. */
const MOST_LINES = 5;
/**
 * The exceptions that let an agent write a path which its OWNS rule covers and its CANNOT TOUCH denies: tried out on the
 * ruling itself, one section after the other. None where an exception cannot say what the OWNS rule says, or is not enough.
 */
function liftingExceptions(agent, owning, path) {
    const lines = [];
    const sections = [];
    let current = agent;
    for (let verdict = (0,ruling/* ruling */.Wk)(current, path); verdict.verdict === 'cannot-touch'; verdict = (0,ruling/* ruling */.Wk)(current, path)) {
        const denial = verdict.rule;
        const definition = current.definitions.find((candidate) => holds(candidate, denial));
        const section = definition?.sections.find(({ rules }) => rules.includes(denial));
        const ownRoot = agent.definitions.find((candidate) => holds(candidate, owning))?.root;
        if (definition === undefined || section === undefined || ownRoot === undefined)
            return NOTHING;
        const exception = toException(owning, ownRoot, denial, definition.root);
        if (exception?.compiled.matches(path) !== true || lines.length === MOST_LINES)
            return NOTHING;
        lines.push({ line: exception.pattern, entry: (0,references/* toEntry */.q0)(agent.name, denial) });
        sections.push(section);
        current = withException(current, definition, section, exception);
    }
    return { lines, sections };
}
const NOTHING = { lines: [], sections: [] };
const holds = (definition, rule) => definition.sections.some(({ rules }) => rules.includes(rule));
function toException(owning, ownRoot, denial, root) {
    const pattern = asWrittenAt(root, owning.pattern, ownRoot);
    if (pattern === null)
        return null;
    const compilation = (0,dialect/* compilePattern */.Eb)(`!${pattern}`, { section: 'cannot-touch', root });
    return compilation.ok ? { ...denial, pattern: `!${pattern}`, compiled: compilation.pattern } : null;
}
/** The pattern of a definition below `ownRoot`, written for one whose patterns are relative to `root`. */
function asWrittenAt(root, pattern, ownRoot) {
    if (root === ownRoot)
        return pattern;
    if (root !== '' && !ownRoot.startsWith(`${root}/`))
        return null;
    const between = (root === '' ? ownRoot : ownRoot.slice(root.length + 1)).replace(/[\\*?[\]{}]/g, '\\$&');
    const isAnchored = pattern.replace(/\/$/, '').includes(`/`);
    return isAnchored ? `${between}/${pattern.replace(/^\//, '')}` : `${between}/**/${pattern}`;
}
/** Written at the end of what stands below one heading, which an exception makes one section. */
function withException(agent, definition, { kind, heading, line }, exception) {
    const isBelow = (other) => other.kind === kind && other.line === line;
    const rules = definition.sections.filter(isBelow).flatMap((section) => section.rules);
    const merged = { kind, heading, line, rules: [...rules, exception] };
    const sections = [...definition.sections.filter((section) => !isBelow(section)), merged];
    const changed = { ...definition, sections };
    const definitions = agent.definitions.map((other) => (other === definition ? changed : other));
    return { ...agent, definitions };
}

// EXTERNAL MODULE: ./src/core/lint/measured-agent.ts + 1 modules
var measured_agent = __webpack_require__(800);
;// CONCATENATED MODULE: ./src/core/lint/contested-paths.ts






const CODE = 'contested-paths';
/**
 * The tracked paths that an OWNS entry decides and the agent's CANNOT TOUCH denies all the same, one problem for each OWNS
 * entry.
 */
const findContestedPaths = (measured, index) => contestsOf(measured).flatMap(({ owning, contested }) => toProblem(owning, contested, measured, index));
/** A denial inside the ownership, by an entry that is strictly narrower, is no contest: docs/decisions/0005. */
function contestsOf(measured) {
    const { definitions } = measured;
    return (0,measured_agent/* positiveRules */.hG)(definitions.flatMap(({ sections }) => sections), 'owns').flatMap((owning) => {
        if (!(0,path_set/* haveCommon */.Uq)(owning.matched, measured.denied))
            return [];
        const denied = (0,path_set/* intersect */.y$)((0,measured_agent/* decidedBy */.yP)(owning), measured.denied);
        const contested = (0,path_set/* subtract */.Re)(denied, deniedInside(owning, denied, measured));
        return contested.count === 0 ? [] : [{ owning, contested }];
    });
}
/** Which of the denied paths a CANNOT TOUCH entry matches that is strictly narrower than the OWNS entry. */
function deniedInside({ rule }, denied, { definitions }) {
    let inside = path_set/* NO_PATHS */.pM;
    for (const { sections } of definitions) {
        for (const denial of (0,measured_agent/* positiveRules */.hG)(sections, 'cannot-touch')) {
            const met = (0,path_set/* intersect */.y$)((0,path_set/* intersect */.y$)(denied, denial.matched), denial.section.covered());
            if ((0,path_set/* isWithin */.UO)(met, inside) || !(0,patterns_narrower/* isStrictlyNarrower */.TY)(denial.rule.compiled, rule.compiled))
                continue;
            inside = (0,path_set/* unite */._f)(inside, met);
        }
    }
    return inside;
}
function toProblem({ rule, matched }, contested, measured, index) {
    const { agent } = measured;
    const [most] = decidingDenials(contested, measured).toSorted((one, other) => other.paths.count - one.paths.count);
    if (most === undefined)
        return [];
    const [example] = (0,references/* pathsOf */.wG)(most.paths, index, 1);
    if (example === undefined)
        return [];
    // An exception would leave nothing of an equal denial: one of the two has to go.
    const { lines, sections } = (0,patterns_narrower/* isCovered */.P$)(most.denial.rule.compiled, rule.compiled)
        ? NOTHING
        : liftingExceptions(agent, rule, example);
    const keepBelow = sections.flatMap((section) => section.rules.filter(({ compiled }) => !compiled.negated &&
        (0,path_set/* haveCommon */.Uq)(index.matching(compiled), matched) &&
        (0,patterns_narrower/* isStrictlyNarrower */.TY)(compiled, rule.compiled)));
    return [
        {
            code: CODE,
            severity: (0,problem_severities/* severityOf */.x)(CODE),
            ...rule.location,
            agent: agent.name,
            pattern: rule.pattern,
            denial: (0,references/* toEntry */.q0)(agent.name, most.denial.rule),
            paths: (0,references/* sampleOf */.uV)(most.paths, index),
            otherwiseDenied: contested.count - most.paths.count,
            exceptions: lines,
            keepBelow: [...new Set(keepBelow.map(({ pattern }) => pattern))],
        },
    ];
}
/** The entries that the ruling can name on the paths, and on which of them, if any, it does: the last section of the last definition that denies. */
function decidingDenials(contested, { definitions }) {
    let left = contested;
    return definitions.toReversed().flatMap(({ sections, denied }) => {
        const here = (0,path_set/* intersect */.y$)(left, denied);
        left = (0,path_set/* subtract */.Re)(left, here);
        let undecided = here;
        return sections.toReversed().flatMap((section) => {
            if (section.section.kind !== 'cannot-touch' || !(0,path_set/* haveCommon */.Uq)(undecided, section.covered()))
                return [];
            const decidedHere = undecided;
            undecided = (0,path_set/* subtract */.Re)(undecided, section.covered());
            return (0,measured_agent/* positiveRules */.hG)([section], 'cannot-touch').map((denial) => ({
                denial,
                paths: (0,path_set/* intersect */.y$)(decidedHere, (0,measured_agent/* decidedBy */.yP)(denial)),
            }));
        });
    });
}

// EXTERNAL MODULE: ./src/core/attribution/names.ts
var names = __webpack_require__(3713);
// EXTERNAL MODULE: ./src/core/definitions/definition-place.ts
var definition_place = __webpack_require__(2579);
// EXTERNAL MODULE: ./src/core/definitions/definition-text.ts
var definition_text = __webpack_require__(4565);
// EXTERNAL MODULE: ./src/core/definitions/front-matter.ts + 2 modules
var front_matter = __webpack_require__(159);
// EXTERNAL MODULE: ./src/core/definitions/headings.ts + 1 modules
var headings = __webpack_require__(8680);
// EXTERNAL MODULE: ./src/core/definitions/outline.ts + 6 modules
var outline = __webpack_require__(7394);
// EXTERNAL MODULE: ./src/core/patterns/inclusion.ts
var inclusion = __webpack_require__(225);
;// CONCATENATED MODULE: ./src/core/lint/contract-agent.ts


function createAgentReader(agent) {
    const rules = agent.definitions.flatMap(({ sections }) => sections.flatMap((section) => section.rules));
    const alternatives = rules.reduce((sum, { compiled }) => sum + compiled.alternatives.length, 0);
    const known = new Map();
    let last;
    return {
        patterns: rules.map(({ compiled }) => compiled),
        sayOf(paths) {
            if (last?.paths === paths)
                return last.said;
            const signature = rules.map(({ compiled }) => (paths.has(compiled) ? '1' : '0')).join('');
            const said = known.get(signature) ?? say(agent, ({ compiled }) => paths.has(compiled));
            known.set(signature, said);
            last = { paths, said };
            return said;
        },
        sayOfPattern(pattern, budget) {
            budget.left -= pattern.alternatives.length * alternatives;
            return budget.left < 0 ? null : say(agent, (rule) => covers(rule.compiled, pattern));
        },
    };
}
function say(agent, meets) {
    const readers = {
        ...agent,
        definitions: agent.definitions.map((definition) => ({
            ...definition,
            sections: definition.sections.filter(({ kind }) => kind === 'reads'),
        })),
    };
    return {
        verdict: (0,ruling/* rulingBy */.Xl)(agent, meets).verdict,
        reads: (0,ruling/* rulingBy */.Xl)(readers, meets).verdict === 'reads',
    };
}
const covers = (wide, narrow) => narrow.alternatives.every((inner) => wide.alternatives.some((outer) => (0,inclusion/* includes */.m)(outer, inner)));

// EXTERNAL MODULE: ./src/core/patterns/alternatives.ts + 1 modules
var alternatives = __webpack_require__(2233);
;// CONCATENATED MODULE: ./src/core/lint/nearby-patterns.ts

/** Remembers the last directory, as paths come in their order. */
function createNearby(items) {
    const beginnings = items.map((item) => ({
        item,
        prefixes: item.pattern.alternatives.map(alternatives/* literalPrefix */.Qz),
    }));
    let last;
    return {
        at(directory) {
            if (last?.directory !== directory) {
                const names = directory === '' ? [] : directory.normalize('NFC').split('/');
                const found = beginnings.filter(({ prefixes }) => prefixes.some((prefix) => leadsTo(prefix, names)));
                last = { directory, items: found.map(({ item }) => item) };
            }
            return last.items;
        },
    };
}
const leadsTo = (prefix, names) => names.every((name, at) => at >= prefix.length || prefix[at] === name);

;// CONCATENATED MODULE: ./src/core/lint/path-classes.ts

const MOST_EXAMPLES = 3;
/** The paths that match any of `asked`, in classes by what of `asked` and `further` matches them. Paths come sorted. */
function classifyPaths(paths, asked, further) {
    const numbers = numberPatterns([...asked, ...further]);
    const near = [asked, further].map((patterns) => createNearby(distinct(patterns, numbers)));
    const classes = new Map();
    for (const path of paths) {
        const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')));
        const met = [];
        for (const patterns of near) {
            for (const { number, pattern } of patterns.at(directory))
                if (pattern.matches(path))
                    met.push(number);
            if (met.length === 0)
                break;
        }
        if (met.length === 0)
            continue;
        const key = met.join();
        const found = classes.get(key);
        if (found === undefined)
            classes.set(key, { met: new Set(met), count: 1, examples: [path] });
        else {
            found.count += 1;
            if (found.examples.length < MOST_EXAMPLES)
                found.examples.push(path);
        }
    }
    return [...classes.values()].map(({ met, count, examples }) => ({
        has: (pattern) => met.has(numbers.get(pattern) ?? -1),
        count,
        examples,
    }));
}
/** Patterns that match the same in the same spelling have one number; a leading `!` makes no difference. */
function numberPatterns(patterns) {
    const known = new Map();
    return new Map(patterns.map((pattern) => {
        const identity = JSON.stringify(pattern.alternatives);
        const number = known.get(identity) ?? known.size;
        known.set(identity, number);
        return [pattern, number];
    }));
}
function distinct(patterns, numbers) {
    const byNumber = new Map(patterns.map((pattern) => [numbers.get(pattern) ?? -1, pattern]));
    return [...byNumber].map(([number, pattern]) => ({ number, pattern }));
}

;// CONCATENATED MODULE: ./src/core/lint/contract-comparison.ts


const MOST_COMPARISONS = 5_000_000;
/** Compares each row on the tracked paths that it matches, and those of its patterns that match none as a whole. */
function compareRows(rows, tracked) {
    const readerOf = createReaders();
    const states = rows.map((row) => ({
        row,
        seen: new Set(),
        cells: row.cells.map(({ agent, standing }) => ({
            agent: agent.name,
            contract: standing,
            reader: readerOf(agent),
            definition: 'none',
            count: 0,
            examples: [],
        })),
    }));
    const readers = new Set(states.flatMap(({ cells }) => cells.map(({ reader }) => reader)));
    const classes = classifyPaths(tracked, rows.flatMap(({ patterns }) => patterns), [...readers].flatMap(({ patterns }) => patterns));
    for (const paths of classes) {
        for (const state of states)
            visit(state, paths);
    }
    const budget = { left: MOST_COMPARISONS };
    return states.map((state) => conclude(state, budget));
}
function visit({ row, seen, cells }, paths) {
    const met = row.patterns.filter((pattern) => paths.has(pattern));
    for (const pattern of met)
        seen.add(pattern);
    if (met.at(-1)?.negated !== false)
        return;
    for (const cell of cells) {
        const said = cell.reader.sayOf(paths);
        if (agrees(cell.contract, said))
            continue;
        if (cell.count === 0)
            cell.definition = said.verdict;
        cell.count += paths.count;
        cell.examples = [...cell.examples, ...paths.examples].sort().slice(0, MOST_EXAMPLES);
    }
}
function conclude({ row, seen, cells }, budget) {
    const unseen = row.patterns.filter((pattern) => !pattern.negated && !seen.has(pattern));
    const differing = cells.flatMap((state) => {
        const { agent, contract, definition, count, examples } = state;
        const cell = { agent, contract, paths: { examples, count } };
        if (count > 0)
            return [{ ...cell, definition }];
        const said = unseen.map((pattern) => state.reader.sayOfPattern(pattern, budget));
        const other = said.find((each) => each !== null && !agrees(contract, each));
        return other ? [{ ...cell, definition: other.verdict }] : [];
    });
    return { row, cells: differing, isCompared: budget.left >= 0 || unseen.length === 0 };
}
function createReaders() {
    const readers = new Map();
    return (agent) => {
        const reader = readers.get(agent.name) ?? createAgentReader(agent);
        readers.set(agent.name, reader);
        return reader;
    };
}
/**
 * Whether a definition says what a cell does. An empty cell only says "does not own"; READS says that the agent does not write and
 * that a READS rule covers it, whatever else is denied.
 */
function agrees(cell, { verdict, reads }) {
    switch (cell) {
        case 'none':
            return verdict !== 'owns';
        case 'reads':
            return verdict !== 'owns' && reads;
        case 'owns':
        case 'cannot-touch':
            return verdict === cell;
    }
}

;// CONCATENATED MODULE: ./src/core/lint/contract-cells.ts

const EDGES = /^[\s`*@"'~]+|[\s`*"'~]+$/g;
const LINK = /^\[([^\]]*)\]\([^()]*\)$/;
const SYMBOL = /^(?:\p{Extended_Pictographic}|[✓✔☑✗✘✖]|\uFE0F|\u200D)+\s*/u;
const DASHES = /^[-–—]*$|^(?:none|n\/a)$/i;
const WORDS = new Map([
    ...['✓', '✔', '☑', '✅', '🟢'].map((sign) => [sign, 'owns']),
    ...['👁', '👀', '📖'].map((sign) => [sign, 'reads']),
    ...[
        'owner',
        'owned',
        'own',
        'w',
        'rw',
        'r/w',
        'write',
        'writes',
        'read/write',
        'yes',
        'full',
        'full access',
    ].map((word) => [word, 'owns']),
    ...['r', 'ro', 'read', 'reader'].map((word) => [word, 'reads']),
    ...['cannot', 'forbidden', 'denied', 'never'].map((word) => [word, 'cannot-touch']),
    // A cross stands beside ticks as the opposite of "owns", which is less than a denial.
    ...['✗', '✘', '✖', '❌', '⛔', '🚫', 'no', 'no access'].map((word) => [word, 'none']),
]);
/** Longer cells are prose; the cut keeps the search for their edges cheap. */
const LONGEST_CELL = 200;
/** What a cell of a matrix says of its row and its column; `null` where that is not known. */
function standingIn(cell, classify) {
    if (cell.length > LONGEST_CELL)
        return null;
    const text = cell.replace(EDGES, '');
    if (DASHES.test(text))
        return 'none';
    const sign = SYMBOL.exec(text)?.[0].trim().replaceAll('\uFE0F', '') ?? '';
    const words = text.replace(SYMBOL, '').replace(EDGES, '');
    const bySign = WORDS.get(sign);
    if (words === '')
        return bySign ?? null;
    const meaning = classify(words);
    const byWords = WORDS.get(words.toLowerCase()) ?? (meaning?.qualifier === null ? meaning.kind : undefined);
    const isContradiction = bySign !== undefined && (bySign === 'owns') !== (byWords === 'owns');
    return byWords === undefined || isContradiction ? null : byWords;
}
/** Whether a cell says more than that there is nothing to say. */
const saysSomething = (cell) => cell.length > LONGEST_CELL || !DASHES.test(cell.replace(EDGES, ''));
/** A name as a cell writes it, less emphasis, back-ticks, `@` and link. */
const nameIn = (cell) => cell.replace(EDGES, '').replace(LINK, '$1').replace(EDGES, '');
/** The agent that a cell names: `database`, `@database`, `Database agent`. */
function agentIn(cell, roster) {
    const name = nameIn(cell);
    for (const spelling of [name, name.replace(/[\s_-]+(?:sub)?agent$/i, '')]) {
        const found = (0,names/* lookUpName */.Aj)(spelling, roster);
        if (found.kind === 'known')
            return found.agent;
    }
    return null;
}

// EXTERNAL MODULE: ./src/core/definitions/entries/wording.ts
var wording = __webpack_require__(6777);
// EXTERNAL MODULE: ./src/core/definitions/read-section.ts + 8 modules
var read_section = __webpack_require__(5185);
;// CONCATENATED MODULE: ./src/core/lint/contract-row.ts


const MOST_ALTERNATIVES = 100;
/** How a cell of a Markdown table breaks its line. */
const LINE_BREAK = /\s*<br\s*\/?>\s*/gi;
/** The patterns of a cell, read as a bullet of a definition; `null` where it holds anything else. */
function readPatternCell({ text, line, kind }, root, classify) {
    const written = text.replace(LINE_BREAK, ', ').trim();
    const reading = (0,read_section/* readSection */.G)({
        kind,
        heading: '',
        line,
        condition: null,
        blocks: [{ kind: 'item', depth: 1, lines: [{ text: written, line }] }],
        column: null,
        behind: [],
        isDoubtful: false,
    }, { kind, classify });
    if (reading.entries.length === 0 || reading.unread.length > 0)
        return null;
    const found = reading.entries.flatMap(({ patterns, exceptions }) => [
        ...patterns.map((pattern) => pattern.text),
        ...exceptions.map((exception) => exception.text.replace(/^!?/, '!')),
    ]);
    const patterns = [];
    let alternatives = 0;
    for (const pattern of found) {
        const compilation = (0,dialect/* compilePattern */.Eb)(pattern, { section: 'owns', root });
        if (!compilation.ok)
            return null;
        patterns.push(compilation.pattern);
        alternatives += compilation.pattern.alternatives.length;
        if (alternatives > MOST_ALTERNATIVES)
            return null;
    }
    return { pattern: found.join(', '), patterns };
}

;// CONCATENATED MODULE: ./src/core/lint/contract-table.ts

/** Columns that say something of the row and are no agents. */
const NO_AGENT = /^(?:access|mode|permissions?|status|notes?|remarks?|reason|why|comments?|shared|required|reviewed?|humans?|people|everyone|anyone|nobody|no ?one|all|any|both|none|others?|team|various|shared|tbd|n\/a|[-–—?]*)$/i;
const unread = ({ text, line }, fault) => ({ text: text.trim(), line, fault });
const patternsOf = ({ cells, line }, column, kind, { root, classify }) => readPatternCell({ text: cells[column] ?? '', line, kind }, root, classify);
/** A table none of whose rows has a pattern says nothing of paths. */
function toTable(kind, { line }, read, named, unknown) {
    const rows = read.flatMap((row) => (row !== null && 'patterns' in row ? [row] : []));
    const unreadable = read.flatMap((row) => (row !== null && 'text' in row ? [row] : []));
    // A row whose paths could be read is certainly one of a contract.
    const hasPaths = rows.length > 0 || unreadable.some(({ fault }) => fault === 'cells');
    return !hasPaths ? null : { kind, line, rows, named, unknown, unreadable };
}

;// CONCATENATED MODULE: ./src/core/lint/contract-lists.ts



const PATH_HEADER = /^\W*(?:file|path|pattern|glob|director|folder|location|where|module|area)/i;
/** What is written like a path and is none. */
const NO_PATH_HEADER = /^\W*(?:(?:api|http|rest|database|db) )?(?:end-?points?|routes?|urls?|apis?|tables?|schemas?|entit(?:y|ies)|events?|topics?|queues?|branch(?:es)?|labels?|commands?|variables?)\W*$/i;
const OWNER_HEADER = /^\W*(?:(?:primary|write|code|owning) )?(?:owners?|owned by|agents?|responsible(?: agent)?)\W*$/i;
const READER_HEADER = /^\W*(?:readers?|read by|can be read by)\W*$/i;
const DENIED_HEADER = /^\W*(?:denied|forbidden) (?:to|for)\W*$/i;
/** `| Agent | Owns | Reads | Cannot touch |`, with patterns in the cells. */
function readAgentTable({ header, rows }, context) {
    const { roster, classify } = context;
    const columns = header.cells.flatMap((cell, index) => {
        const meaning = index === 0 ? null : classify(cell);
        return meaning === null ? [] : [{ index, kind: meaning.kind }];
    });
    const agents = rows.map(({ cells }) => agentIn(cells[0] ?? '', roster));
    const unknown = [];
    const read = rows.flatMap((row, at) => {
        const name = nameIn(row.cells[0] ?? '');
        const agent = agents[at] ?? null;
        if (agent === null && !NO_AGENT.test(name))
            unknown.push({ name, line: row.line });
        if (agent === null)
            return [];
        return columns.map(({ index, kind }) => {
            const text = row.cells[index] ?? '';
            if ((0,wording/* saysNothing */._X)(text))
                return null;
            const patterns = patternsOf(row, index, kind, context);
            return patterns === null
                ? { text, line: row.line, fault: 'patterns' }
                : { ...patterns, line: row.line, cells: [{ agent, standing: kind }] };
        });
    });
    return toTable('of-all-agents', header, read, agents.flatMap((agent) => agent ?? []), unknown);
}
/** `| Path | Owner |`, with names of agents in the cells. */
function readOwnerTable({ header, rows }, context) {
    const named = header.cells.findIndex((cell) => PATH_HEADER.test(cell));
    if (named === -1 && NO_PATH_HEADER.test(header.cells[0] ?? ''))
        return null;
    const pathColumn = Math.max(0, named);
    const columns = header.cells.flatMap((cell, index) => {
        const kind = index === pathColumn ? null : roleOf(cell, context.classify);
        return kind === null ? [] : [{ index, kind }];
    });
    const owners = [];
    const unknown = new Map();
    const read = rows.map((row) => {
        const cells = columns.flatMap(({ index, kind }) => namesIn(row.cells[index] ?? '').flatMap((name) => {
            const agent = agentIn(name, context.roster);
            if (agent !== null)
                return [{ agent, standing: kind }];
            if (!unknown.has(name))
                unknown.set(name, row.line);
            return [];
        }));
        owners.push(...cells.map(({ agent }) => agent));
        if (cells.length === 0)
            return null;
        const patterns = patternsOf(row, pathColumn, 'owns', context);
        return patterns === null ? unread(row, 'patterns') : { ...patterns, line: row.line, cells };
    });
    if (owners.length === 0)
        return null;
    return toTable('of-owners', header, read, owners, [...unknown].map(([name, line]) => ({ name, line })));
}
function roleOf(header, classify) {
    if (OWNER_HEADER.test(header))
        return 'owns';
    if (READER_HEADER.test(header))
        return 'reads';
    return DENIED_HEADER.test(header) ? 'cannot-touch' : (classify(header)?.kind ?? null);
}
const namesIn = (cell) => cell
    .split(/[,;&+/]|<br\s*\/?>|\sand\s/)
    .map(nameIn)
    .filter((name) => !NO_AGENT.test(name));

;// CONCATENATED MODULE: ./src/core/lint/contract-matrix.ts


/** `| Path | backend | database |`, with OWNS, READS and the like in the cells. */
function readMatrix({ header, rows }, context) {
    const { roster } = context;
    const standing = createStandingReader(context.classify);
    const columns = header.cells.flatMap((cell, index) => {
        if (index === 0)
            return [];
        const agent = agentIn(cell, roster);
        const written = rows.map(({ cells }) => cells[index] ?? '').filter((text) => text.trim() !== '');
        const said = written.filter(saysSomething);
        const isStanding = (text) => standing(text) !== null;
        const isStranger = 2 * said.filter(isStanding).length > said.length && !NO_AGENT.test(nameIn(cell));
        return agent !== null || isStranger ? [{ cell, index, agent, says: written.some(isStanding) }] : [];
    });
    const known = columns.filter(({ agent }) => agent !== null);
    if (!columns.some(({ says }) => says) || (known.length === 0 && columns.length < 2))
        return null;
    const read = rows.map((row) => {
        const cells = columns.map(({ index, agent }) => ({ agent, text: row.cells[index] ?? '' }));
        const patterns = patternsOf(row, 0, 'owns', context);
        const said = cells.map(({ text }) => standing(text));
        if (patterns === null)
            return cells.some(({ text }) => saysSomething(text)) ? unread(row, 'patterns') : null;
        if (said.includes(null))
            return unread(row, 'cells');
        const claims = cells.flatMap(({ agent }, at) => {
            const says = said[at] ?? null;
            return agent === null || says === null ? [] : [{ agent, standing: says }];
        });
        return { ...patterns, line: row.line, cells: claims };
    });
    const unknown = columns.flatMap(({ agent, cell }) => agent === null ? [{ name: nameIn(cell), line: header.line }] : []);
    return toTable('of-all-agents', header, read, known.flatMap(({ agent }) => agent ?? []), unknown);
}
/** Most cells repeat each other. */
function createStandingReader(classify) {
    const known = new Map();
    return (cell) => {
        const standing = known.has(cell) ? (known.get(cell) ?? null) : standingIn(cell, classify);
        known.set(cell, standing);
        return standing;
    };
}

;// CONCATENATED MODULE: ./src/core/lint/contract-tables.ts




/** A table of a contract in one of the forms in which it can say who owns what; `null` where it is another table. */
const readContractTable = (table, context) => readAgentTable(table, context) ??
    (hasAgentsInRows(table, context) ? readMatrix(turned(table), context) : readMatrix(table, context)) ??
    readOwnerTable(table, context);
/** `| Agent | apps/ | docs/ |`: a matrix whose first column has the agents and whose header the paths. */
function hasAgentsInRows({ header, rows }, context) {
    const isAgent = (cell) => agentIn(cell ?? '', context.roster) !== null;
    return (rows.some(({ cells }) => isAgent(cells[0])) &&
        !header.cells.slice(1).some(isAgent) &&
        header.cells.some((_, index) => index > 0 && patternsOf(header, index, 'owns', context) !== null));
}
/** Columns become rows, but for those of remarks. */
function turned(table) {
    const { header, rows } = table;
    const column = (index) => {
        const cells = [header, ...rows].map((row) => row.cells[index] ?? '');
        return { cells, line: header.line, text: `| ${cells.join(' | ')} |` };
    };
    const kept = header.cells.flatMap((cell, index) => index > 0 && NO_AGENT.test(nameIn(cell)) ? [] : [index]);
    const [first, ...others] = kept.map(column);
    return { ...table, header: first ?? header, rows: others };
}

;// CONCATENATED MODULE: ./src/core/lint/contract.ts









const MOST_ROWS = 500;
const MOST_CELLS = 10_000;
const MOST_UNKNOWN = 100;
/**
 * Where the tables of a contract (`.claude/CONTRACT.md`) say something else than the definitions; `tracked` is sorted. No rule comes
 * of a contract, and a text without such a table says nothing. Never throws; what lies beyond 500 rows or 10,000 cells is not compared, and said so.
 */
function findContractDrift(contract, roster, tracked) {
    const code = 'contract-drift';
    return findDrift(contract, roster, tracked)
        .toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))
        .map((found) => ({ code, severity: (0,problem_severities/* severityOf */.x)(code), file: contract.path, ...found }));
}
function findDrift(contract, roster, tracked) {
    const decoded = (0,definition_text/* decodeDefinition */.A)(contract);
    if ('reason' in decoded) {
        return [{ line: null, agent: null, drift: { kind: 'unreadable', reason: decoded.reason } }];
    }
    const { body, bodyLine } = (0,front_matter/* parseFrontMatter */.e)(decoded.text);
    const { blocks, unreadFrom } = (0,outline/* parseOutline */._)(body, bodyLine);
    const context = { roster, root: (0,definition_place/* rootOfDefinition */.X)(contract.path), classify: (0,headings/* createClassifyHeading */.f)() };
    const tables = blocks.flatMap((block) => block.kind === 'table' ? (readContractTable(block, context) ?? []) : []);
    const rows = tables.flatMap((table) => table.rows);
    const most = mostRows(rows);
    const compared = compareRows(rows.slice(0, most), tracked);
    const left = [
        ...compared.filter(({ isCompared }) => !isCompared).map(({ row }) => row),
        ...rows.slice(most),
    ];
    const unread = [
        ...tables.flatMap(({ unreadable }) => unreadable),
        ...left.map(({ pattern, line }) => ({ text: pattern, line, fault: 'beyond-limits' })),
        ...(unreadFrom === null
            ? []
            : [{ text: lineAt(body, unreadFrom - bodyLine), line: unreadFrom, fault: 'beyond-limits' }]),
    ];
    return [
        ...compared.flatMap(difference),
        ...tables
            .flatMap(({ unknown }) => unknown)
            .slice(0, MOST_UNKNOWN)
            .map(({ name, line }) => unknownAgent(name, line, roster)),
        ...unread.map(({ text, line, fault }) => ({
            line,
            agent: null,
            drift: { kind: 'unreadable-row', text, fault },
        })),
        ...unlisted(tables, roster),
    ];
}
function mostRows(rows) {
    let cells = 0;
    const excess = rows.findIndex((row) => (cells += row.cells.length) > MOST_CELLS);
    return Math.min(excess === -1 ? rows.length : excess, MOST_ROWS);
}
const lineAt = (body, index) => body.split('\n')[index]?.trim() ?? '';
function difference({ row, cells }) {
    const [first, ...others] = cells;
    if (first === undefined)
        return [];
    const agent = others.length === 0 ? first.agent : null;
    return [{ line: row.line, agent, drift: { kind: 'row', pattern: row.pattern, cells } }];
}
const unknownAgent = (name, line, roster) => ({
    line,
    agent: null,
    drift: { kind: 'unknown-agent', name, nearest: (0,names/* nearestNames */.LE)(name, roster)[0] ?? null },
});
/** One problem for all agents with rules that no table names; where all tables list owners, only those with OWNS count. */
function unlisted(tables, { agents }) {
    const [first] = tables;
    if (first === undefined)
        return [];
    const named = new Set(tables.flatMap((table) => table.named));
    const isOfAll = tables.some(({ kind }) => kind === 'of-all-agents');
    const missing = agents.filter((agent) => !named.has(agent) && hasRules(agent, isOfAll));
    if (missing.length === 0)
        return [];
    const names = missing.map(({ name }) => name);
    return [{ line: first.line, agent: null, drift: { kind: 'unlisted-agents', names } }];
}
const hasRules = ({ definitions }, isOfAnyKind) => definitions.some(({ sections }) => sections.some(({ kind, rules }) => rules.length > 0 && (isOfAnyKind || kind === 'owns')));

;// CONCATENATED MODULE: ./src/core/lint/dead-patterns.ts

const dead_patterns_CODE = 'dead-pattern';
/** So many are listed for one definition; the last one says how many more there are. */
const MOST_LISTED = 20;
/**
 * The rules of each definition that match no tracked file, exceptions included. Where none of a definition's rules matches
 * anything there is one cause, and one problem.
 */
const findDeadPatterns = ({ agent, definitions }) => definitions.flatMap((definition) => {
    const rules = rulesOf(definition);
    const dead = rules.filter(({ matched }) => matched.count === 0);
    const most = dead.length === rules.length ? 1 : MOST_LISTED;
    return dead.slice(0, most).map(({ rule: { section, pattern, location } }, at) => {
        const unlisted = at === most - 1 ? dead.length - most : 0;
        const place = { ...location, severity: (0,problem_severities/* severityOf */.x)(dead_patterns_CODE), agent: agent.name };
        return { code: dead_patterns_CODE, ...place, section, pattern, unlisted };
    });
});
const rulesOf = ({ sections }) => sections.flatMap(({ rules }) => rules);

;// CONCATENATED MODULE: ./src/core/lint/orphan-denials.ts




const orphan_denials_CODE = 'orphan-denial';
/**
 * The CANNOT TOUCH entries whose tracked files no agent owns, one problem for equal ones. Files that agents are not to own
 * anyway (`ownerless`) make no orphan.
 */
const findOrphanDenials = (agents, owned, ownerless, index) => denialsOf(agents).flatMap(({ rule, agents: [agent, ...alsoDeniedTo] }) => {
    const denied = index.matching(rule.compiled);
    if (agent === undefined || (0,path_set/* haveCommon */.Uq)(denied, owned))
        return [];
    const orphaned = (0,path_set/* subtract */.Re)(denied, ownerless);
    if (orphaned.count === 0)
        return [];
    const place = { ...rule.location, severity: (0,problem_severities/* severityOf */.x)(orphan_denials_CODE), agent };
    return [{ code: orphan_denials_CODE, ...place, pattern: rule.pattern, alsoDeniedTo, paths: (0,references/* sampleOf */.uV)(orphaned, index) }];
});
function denialsOf(agents) {
    const denials = new Map();
    for (const { name, definitions } of agents) {
        const rules = definitions.flatMap(({ sections }) => sections).flatMap((section) => section.rules);
        for (const rule of rules) {
            if (rule.section !== 'cannot-touch' || rule.compiled.negated)
                continue;
            const key = (0,path_index/* patternKey */.Q)(rule.compiled);
            const known = denials.get(key);
            if (known === undefined)
                denials.set(key, { rule, agents: new Set([name]) });
            else
                known.agents.add(name);
        }
    }
    return [...denials.values()];
}

;// CONCATENATED MODULE: ./src/core/lint/ownership.ts

/** How many bounds of sets are kept in all. */
const MOST_KEPT = 4_000_000;
/** Splits the positions into groups of the same owners: an agent takes some of a group, or all of it. */
function createOwnership(size) {
    const groupAt = new Int32Array(size);
    const sizes = [size];
    const owners = [0];
    const taken = new Int32Array(size + 1);
    const movesTo = new Int32Array(size + 1);
    const kept = [];
    let room = MOST_KEPT;
    const collect = (isWanted) => {
        const ranges = (0,path_set/* collectRanges */.Fz)();
        for (const [position, group] of groupAt.entries())
            if (isWanted(group))
                ranges.add(position, position + 1);
        return ranges.toSet();
    };
    return {
        mayOwn: (agent, position) => {
            const owned = kept[agent];
            return owned === undefined || owned === null || (0,path_set/* hasPosition */.sL)(owned, position);
        },
        add(owned) {
            room -= owned.bounds.length;
            kept.push(room > 0 ? owned : null);
            const touched = [];
            (0,path_set/* eachPosition */.lz)(owned, (position) => {
                const group = groupAt[position] ?? 0;
                const before = taken[group] ?? 0;
                if (before === 0)
                    touched.push(group);
                taken[group] = before + 1;
            });
            for (const group of touched) {
                const moved = taken[group] ?? 0;
                const isWhole = moved === sizes[group];
                const target = isWhole ? group : sizes.length;
                if (!isWhole)
                    sizes[group] = (sizes[group] ?? 0) - moved;
                sizes[target] = moved;
                owners[target] = (owners[group] ?? 0) + 1;
                movesTo[group] = target;
                taken[group] = 0;
            }
            (0,path_set/* eachPosition */.lz)(owned, (position) => {
                groupAt[position] = movesTo[groupAt[position] ?? 0] ?? 0;
            });
        },
        owned: () => collect((group) => (owners[group] ?? 0) > 0),
        shared() {
            const first = new Map();
            for (const [position, group] of groupAt.entries()) {
                if ((owners[group] ?? 0) > 1 && !first.has(group))
                    first.set(group, position);
            }
            return [...first]
                .map(([group, position]) => ({
                position,
                count: sizes[group] ?? 0,
                paths: () => collect((other) => other === group),
            }))
                .sort((one, other) => other.count - one.count || one.position - other.position);
        },
    };
}

;// CONCATENATED MODULE: ./src/core/lint/removable.ts


/** A proof that a pattern is strictly narrower, beside one that it is covered. */
const COST_OF_NARROWER = 10;
/**
 * Whether a definition would say the same of every path without `rule`, of which is known that `cover`, a rule of the same
 * section kind and also (not) an exception, matches all that it matches. A no can be for want of proof.
 */
function isRemovable(rule, cover, sections, effort) {
    const { compiled, section: kind } = rule.rule;
    const isLast = isSame(rule, cover) && cover.at > rule.at;
    effort.left -= isSame(rule, cover) ? Math.abs(rule.at - cover.at) : rule.at + cover.section.rules.length;
    if (effort.left < 0 || (!isLast && !staysCovered(rule, cover)))
        return false;
    if (compiled.negated)
        return isSame(rule, cover);
    if (kind === 'reads' || (kind === 'owns' && isLast))
        return true;
    effort.left -= sections.reduce((sum, { rules }) => sum + rules.length, 0);
    const narrower = (inner, outer) => {
        effort.left -= COST_OF_NARROWER * costOf(inner, outer);
        return effort.left >= 0 && (0,patterns_narrower/* isStrictlyNarrower */.TY)(inner.compiled, outer.compiled);
    };
    const isProved = kind === 'owns'
        ? carvesNothing(rule, sections, narrower)
        : blocksNothing(rule, cover, sections, narrower);
    return isProved && effort.left >= 0;
}
const isSame = (one, other) => one.section === other.section;
/** Pairs of alternatives that a comparison may have to look at. */
const costOf = (one, other) => one.compiled.alternatives.length * other.compiled.alternatives.length;
/** No rule that says the opposite comes between, where one of the two could lose what the other one has. */
function staysCovered(rule, cover) {
    const { compiled } = rule.rule;
    const opposes = ({ rule: other }) => other.compiled.negated !== compiled.negated && (0,patterns_narrower/* mayMeet */.h4)(other.compiled, compiled);
    if (isSame(rule, cover))
        return !rule.section.rules.slice(cover.at + 1, rule.at).some(opposes);
    return (!cover.section.rules.slice(cover.at + 1).some(opposes) &&
        !rule.section.rules.slice(0, rule.at).some(opposes));
}
/** Neither the OWNS rule nor one that would decide in its place is strictly narrower than what it may meet in CANNOT TOUCH. */
function carvesNothing({ rule, section, at }, sections, narrower) {
    const deciders = section.rules
        .slice(0, at + 1)
        .filter((other) => !other.rule.compiled.negated && (0,patterns_narrower/* mayMeet */.h4)(other.rule.compiled, rule.compiled));
    return rulesMeeting(rule, sections, 'cannot-touch').every((denial) => deciders.every((decider) => !narrower(decider.rule, denial)));
}
/**
 * Each OWNS rule that the CANNOT TOUCH rule keeps from being a carve-out is kept from it by the cover as well, and each one that
 * it is a denial inside of is not contested by the cover: docs/decisions/0005.
 */
const blocksNothing = ({ rule }, cover, sections, narrower) => rulesMeeting(rule, sections, 'owns').every((owning) => (!narrower(owning, cover.rule) || narrower(owning, rule)) &&
    (!narrower(rule, owning) || narrower(cover.rule, owning)));
const rulesMeeting = ({ compiled }, sections, kind) => (0,measured_agent/* positiveRules */.hG)(sections, kind).flatMap(({ rule }) => ((0,patterns_narrower/* mayMeet */.h4)(rule.compiled, compiled) ? [rule] : []));

;// CONCATENATED MODULE: ./src/core/lint/shadowed-patterns.ts






const shadowed_patterns_CODE = 'shadowed-pattern';
const KINDS = ['owns', 'reads', 'cannot-touch'];
/** Beyond so many entries of one kind, an entry is held against its nearest neighbours only: the work grows with the square. */
const MOST_NEIGHBOURS = 200;
/** An exception below more entries than this is not looked into. */
const MOST_ABOVE = 1_000;
/** What the proofs for one definition may cost. */
const MOST_EFFORT = 100_000;
/**
 * The entries that change nothing: covered by another one of their section kind, taken back by exceptions below them, or an
 * exception to nothing. Those that match no tracked file are dead, and not reported again.
 */
const findShadowedPatterns = ({ agent, definitions }, hasFiles) => definitions.flatMap(({ sections }) => {
    const effort = { left: MOST_EFFORT };
    return KINDS.flatMap((kind) => {
        const placed = (0,measured_agent/* rulesOf */.fD)(sections, kind);
        return placed.flatMap((rule, at) => {
            if (hasFiles && rule.matched.count === 0)
                return [];
            // Below first: an entry below that covers this one is always reason enough.
            const neighbours = [
                ...placed.slice(at + 1, at + MOST_NEIGHBOURS),
                ...placed.slice(Math.max(0, at - MOST_NEIGHBOURS), at).toReversed(),
            ];
            const shadow = lostOnTheTree(rule) ?? coveredByOne(rule, neighbours, sections, effort);
            return shadow === null ? [] : [shadowed_patterns_toProblem(rule, shadow, agent.name)];
        });
    });
});
function lostOnTheTree(rule) {
    const { matched, section, at } = rule;
    if (matched.count === 0)
        return null;
    if (rule.rule.compiled.negated) {
        if (at > MOST_ABOVE)
            return null;
        const above = section.rules.slice(0, at).filter((other) => !other.rule.compiled.negated);
        return above.some((other) => (0,path_set/* haveCommon */.Uq)(other.matched, matched))
            ? null
            : { effect: 'takes-nothing-out', by: null };
    }
    const hasExceptions = section.rules.some((other) => other.rule.compiled.negated);
    if (!hasExceptions || (0,path_set/* haveCommon */.Uq)(matched, section.covered()))
        return null;
    const exceptions = section.rules.slice(at + 1).filter((other) => other.rule.compiled.negated);
    const by = exceptions.find((exception) => (0,path_set/* isWithin */.UO)(matched, exception.matched)) ??
        exceptions.find((exception) => (0,path_set/* haveCommon */.Uq)(matched, exception.matched));
    return { effect: 'taken-back', by: by ?? null };
}
function coveredByOne(rule, others, sections, effort) {
    const isWithout = (one, other) => shadowed_patterns_covers(other, one, effort) && isRemovable(one, other, sections, effort);
    const by = others.find((other) => other !== rule && isWithout(rule, other) && !(isLater(other, rule, sections) && isWithout(other, rule)));
    return by === undefined ? null : { effect: 'covered', by };
}
/** Proved by the patterns; the tracked paths only spare the effort where they already say no. */
function shadowed_patterns_covers(wide, narrow, effort) {
    const [outer, inner] = [wide.rule.compiled, narrow.rule.compiled];
    const mayCover = outer.negated === inner.negated &&
        wide.matched.count >= narrow.matched.count &&
        (narrow.matched.count === 0 || (0,path_set/* hasPosition */.sL)(wide.matched, narrow.matched.bounds[0] ?? 0));
    if (!mayCover)
        return false;
    effort.left -= costOf(wide.rule, narrow.rule);
    return effort.left >= 0 && (0,patterns_narrower/* isCovered */.P$)(inner, outer);
}
/** Of two equal entries the later one is reported, where it can go. */
const isLater = (one, other, sections) => one.section === other.section
    ? one.at > other.at
    : sections.indexOf(one.section) > sections.indexOf(other.section);
function shadowed_patterns_toProblem({ rule }, { effect, by }, agent) {
    const { section, pattern, location } = rule;
    const place = { ...location, severity: (0,problem_severities/* severityOf */.x)(shadowed_patterns_CODE), agent };
    return { code: shadowed_patterns_CODE, ...place, section, pattern, effect, by: by && (0,references/* toEntry */.q0)(agent, by.rule) };
}

;// CONCATENATED MODULE: ./src/core/lint/shared-ownership.ts



const shared_ownership_CODE = 'shared-ownership';
/** So many sets of owners have a problem of their own, the largest; one more sums up the rest. */
const MOST_SETS = 20;
/** The tracked files that several agents own, one problem for each set of owners. */
function findSharedOwnership(ownership, { agents }, index) {
    const all = ownership.shared();
    const rest = all.slice(MOST_SETS);
    const [largest] = rest;
    const toProblem = (position, paths, sets) => {
        const path = index.paths[position];
        const candidates = agents.filter((_, agent) => ownership.mayOwn(agent, position));
        const owners = path === undefined ? [] : owningEntries(candidates, path);
        const [first] = owners;
        if (first === undefined)
            return [];
        const { file, line, agent } = first;
        return [{ code: shared_ownership_CODE, severity: (0,problem_severities/* severityOf */.x)(shared_ownership_CODE), file, line, agent, owners, sets, paths }];
    };
    const listed = all
        .slice(0, MOST_SETS)
        .flatMap(({ position, paths }) => toProblem(position, (0,references/* sampleOf */.uV)(paths(), index), 1));
    if (largest === undefined)
        return listed;
    const examples = rest.slice(0, 3).flatMap(({ position }) => index.paths[position] ?? []);
    const count = rest.reduce((sum, shared) => sum + shared.count, 0);
    return [...listed, ...toProblem(largest.position, { examples, count }, rest.length)];
}
const owningEntries = (agents, path) => agents.flatMap((agent) => {
    const { verdict, rule } = (0,ruling/* ruling */.Wk)(agent, path);
    return verdict === 'owns' ? [(0,references/* toEntry */.q0)(agent.name, rule)] : [];
});

;// CONCATENATED MODULE: ./src/core/lint/similar-names.ts


/**
 * Agents whose names differ only in case, blanks, `-` and `_`: any third spelling of the name, in a trailer or where Claude Code
 * is asked for the agent, could mean each of them. One problem at each of their definitions.
 */
function findSimilarNames({ agents }) {
    const bySpelling = new Map();
    for (const agent of agents) {
        const spelling = (0,names/* normaliseName */.GX)(agent.name);
        bySpelling.set(spelling, [...(bySpelling.get(spelling) ?? []), agent]);
    }
    return [...bySpelling].flatMap(([spelling, namesakes]) => spelling === '' ? [] : namesakes.flatMap((agent) => problemsOf(agent, namesakes)));
}
function problemsOf(agent, namesakes) {
    const others = namesakes.filter((other) => other !== agent);
    if (others.length === 0)
        return [];
    const code = 'duplicate-name';
    return agent.definitions.map(({ file }) => ({
        code,
        severity: (0,problem_severities/* severityOf */.x)(code),
        file,
        line: null,
        agent: agent.name,
        otherFiles: others.flatMap(({ definitions }) => definitions.map((definition) => definition.file)),
        otherNames: others.map(({ name }) => name),
    }));
}

;// CONCATENATED MODULE: ./src/core/lint/unowned-files.ts



const unowned_files_CODE = 'unowned-files';
const unowned_files_MOST_EXAMPLES = 3;
/**
 * The tracked files that no agent owns, all in one problem with the largest directories of them as examples. Files that
 * agents are not to own anyway (`ownerless`) are left out.
 */
function findUnownedFiles(owned, ownerless, index) {
    const tracked = index.paths.length;
    const unowned = (0,path_set/* subtract */.Re)((0,path_set/* subtract */.Re)((0,path_set/* rangeOf */.be)(0, tracked), owned), ownerless);
    const largest = patches(index, owned, unowned).slice(0, unowned_files_MOST_EXAMPLES);
    const [file] = largest.flatMap(({ start }) => index.paths[start] ?? []);
    if (file === undefined)
        return [];
    const examples = largest.flatMap((patch) => spell(patch, index) ?? []);
    const place = { file, line: null, agent: null, severity: (0,problem_severities/* severityOf */.x)(unowned_files_CODE) };
    return [{ code: unowned_files_CODE, ...place, paths: { examples, count: unowned.count }, tracked }];
}
/** The patches of files without an owner, the largest first. */
function patches(index, owned, unowned) {
    const positions = (0,path_set/* firstPositions */.Pg)(unowned, unowned.count);
    const countOwned = counterOf(owned, index.paths.length);
    const countUnowned = counterOf(unowned, index.paths.length);
    const found = [];
    const mixed = [index.tree.root];
    for (let node = mixed.pop(); node !== undefined; node = mixed.pop()) {
        for (const child of node.children.values()) {
            const count = countUnowned(child.start, child.end);
            const start = positions[countUnowned(0, child.start)];
            if (count === 0 || start === undefined)
                continue;
            const isDirectory = child.children.size > 0;
            if (isDirectory && countOwned(child.start, child.end) > 0)
                mixed.push(child);
            else
                found.push({ start, depth: child.depth, isDirectory, count });
        }
    }
    return found.sort((one, other) => other.count - one.count || one.start - other.start);
}
/** How many positions of a range the set holds. */
function counterOf({ bounds }, size) {
    const before = new Int32Array(size + 1);
    for (let at = 0; at < bounds.length; at += 2)
        before.fill(1, (bounds[at] ?? 0) + 1, (bounds[at + 1] ?? 0) + 1);
    for (let position = 1; position <= size; position += 1) {
        before[position] = (before[position] ?? 0) + (before[position - 1] ?? 0);
    }
    return (start, end) => (before[end] ?? 0) - (before[start] ?? 0);
}
function spell({ start, depth, isDirectory }, { paths }) {
    const path = paths[start];
    if (path === undefined)
        return null;
    return isDirectory ? (0,vocabulary/* repoPath */.qN)(`${path.split('/').slice(0, depth).join('/')}/`) : path;
}

;// CONCATENATED MODULE: ./src/core/lint/lint-roster.ts
















/** The problems that show only when all definitions, the tree and the contract are seen together, in the order of their places. */
function lintRoster({ roster, tracked, contract, lookedFor = [], }) {
    if (roster.agents.length === 0)
        return [];
    const index = (0,path_index/* createPathIndex */.I)(tracked);
    const hasFiles = index.paths.length > 0;
    const ownership = createOwnership(index.paths.length);
    const problems = [
        ...findSimilarNames(roster),
        ...(contract === null ? [] : findContractDrift(contract, roster, index.paths)),
    ];
    for (const agent of roster.agents) {
        const measured = (0,measured_agent/* measureAgent */.c3)(agent, index);
        ownership.add(measured.owned);
        problems.push(...(hasFiles ? findDeadPatterns(measured) : []), ...findShadowedPatterns(measured, hasFiles), ...findContestedPaths(measured, index));
    }
    const owned = ownership.owned();
    const ownerless = pathsForPeople(roster, lookedFor, index);
    problems.push(...findSharedOwnership(ownership, roster, index), ...findOrphanDenials(roster.agents, owned, ownerless, index), ...(hasOwners(roster) ? findUnownedFiles(owned, ownerless, index) : []));
    return problems.sort(assemble_roster/* byPlace */.h);
}
/** What no agent is expected to own: the definitions, and what else steers agents or the check itself. */
function pathsForPeople({ agents }, lookedFor, index) {
    const files = new Set(agents.flatMap(({ definitions }) => definitions.map(({ file }) => file)));
    const ranges = (0,path_set/* collectRanges */.Fz)();
    for (const [position, path] of index.paths.entries()) {
        if (files.has(path))
            ranges.add(position, position + 1);
    }
    return (0,path_set/* uniteAll */.t6)([
        ranges.toSet(),
        placesOfDefinitions(lookedFor, index),
        ...(0,protected_paths/* steeringPatterns */.Z)().map((pattern) => index.matching(pattern)),
    ]);
}
function placesOfDefinitions(globs, index) {
    let places = path_set/* NO_PATHS */.pM;
    for (const glob of globs) {
        const compilation = (0,dialect/* compilePattern */.Eb)(glob, { section: 'owns', root: (0,vocabulary/* repoPath */.qN)('') });
        if (!compilation.ok)
            continue;
        const { pattern } = compilation;
        places = (pattern.negated ? path_set/* subtract */.Re : path_set/* unite */._f)(places, index.matching(pattern));
    }
    return places;
}
const hasOwners = ({ agents }) => agents.some(({ definitions }) => definitions.some(({ sections }) => sections.some(({ kind, rules }) => kind === 'owns' && rules.some(({ compiled }) => !compiled.negated))));


/***/ }),

/***/ 9547:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q0: () => (/* binding */ toEntry),
/* harmony export */   uV: () => (/* binding */ sampleOf),
/* harmony export */   wG: () => (/* binding */ pathsOf)
/* harmony export */ });
/* harmony import */ var _patterns_path_set_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5457);

const MOST_EXAMPLES = 3;
/** How many paths there are, and the first few of them. */
const sampleOf = (paths, index) => ({
    examples: pathsOf(paths, index, MOST_EXAMPLES),
    count: paths.count,
});
const pathsOf = (paths, index, most) => (0,_patterns_path_set_js__WEBPACK_IMPORTED_MODULE_0__/* .firstPositions */ .Pg)(paths, most).flatMap((position) => index.paths[position] ?? []);
const toEntry = (agent, { section, pattern, location }) => ({
    agent,
    section,
    pattern,
    ...location,
});


/***/ })

};
