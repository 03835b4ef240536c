export const id = 190;
export const ids = [190];
export const modules = {

/***/ 190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compareEnds: () => (/* binding */ compareEnds)
});

// EXTERNAL MODULE: ./src/core/definitions/definition-paths.ts
var definition_paths = __webpack_require__(1244);
// EXTERNAL MODULE: ./src/core/lint/references.ts
var references = __webpack_require__(9547);
// EXTERNAL MODULE: ./src/core/rule-changes/after-merge.ts
var after_merge = __webpack_require__(9297);
;// CONCATENATED MODULE: ./src/core/rule-changes/authorship.ts
const NOBODY = { commit: null, by: [] };
/** Tells who changed one of some places last; commits stand parents before children. */
function createAuthorship(attributed) {
    const last = new Map();
    for (const [at, { commit }] of attributed.entries())
        for (const { path } of commit.changes)
            last.set(path, at);
    return (places) => {
        const latest = places.reduce((most, place) => Math.max(most, last.get(place) ?? -1), -1);
        const found = attributed[latest];
        return found === undefined
            ? NOBODY
            : { commit: found.commit.sha, by: found.agents.map(({ agent }) => agent.name) };
    };
}

// EXTERNAL MODULE: ./src/core/lint/measured-agent.ts + 1 modules
var measured_agent = __webpack_require__(800);
// EXTERNAL MODULE: ./src/core/patterns/path-index.ts + 5 modules
var path_index = __webpack_require__(5701);
// EXTERNAL MODULE: ./src/core/patterns/narrower.ts
var narrower = __webpack_require__(6563);
// EXTERNAL MODULE: ./src/core/patterns/path-set.ts
var path_set = __webpack_require__(5457);
// EXTERNAL MODULE: ./src/core/patterns/inclusion.ts
var inclusion = __webpack_require__(225);
;// CONCATENATED MODULE: ./src/core/rule-changes/coverage.ts

const MOST_EFFORT = 1_000_000;
/**
 * Tells whether the rules together match all that a rule matches: each of its alternatives lies within one of theirs. A no
 * can be for want of proof.
 */
function createCoverage(rules, effort) {
    const alternatives = new Map(rules.flatMap(({ compiled }) => compiled.alternatives.map((one) => [JSON.stringify(one), one])));
    const isWithinOne = (narrow) => {
        for (const wide of alternatives.values()) {
            effort.left -= 1 + wide.length * narrow.length;
            if (effort.left < 0)
                return false;
            if ((0,inclusion/* includes */.m)(wide, narrow))
                return true;
        }
        return false;
    };
    return ({ compiled }) => compiled.alternatives.every((one) => alternatives.has(JSON.stringify(one)) || isWithinOne(one));
}

;// CONCATENATED MODULE: ./src/core/rule-changes/openings.ts



/** How many entries above an exception are looked at for the one that it speaks of. */
const MOST_ABOVE = 1_000;
/** A proof that a pattern is strictly narrower, beside one that it is covered. */
const COST_OF_NARROWER = 100;
/** Every rule of the agent that opens one of the wanted paths. */
const openingsOf = ({ definitions }, wanted) => wanted.count === 0
    ? []
    : definitions.flatMap((measured) => {
        const { sections, definition } = measured;
        const denials = (0,measured_agent/* positiveRules */.hG)(sections, 'cannot-touch');
        const forbidden = (0,path_set/* intersect */.y$)((0,measured_agent/* coveredBy */.UJ)(sections, 'cannot-touch'), wanted);
        const found = [
            ...exceptionsOf(measured).flatMap((exception) => openedBy(exception, wanted)),
            ...(0,measured_agent/* positiveRules */.hG)(sections, 'owns').flatMap((owning) => carvedBy(owning, forbidden, denials)),
        ];
        return found.map((opening) => ({ ...opening, root: definition.root }));
    });
/** The rules of the agent that would open paths nobody tracks yet, of those that are asked about. */
const possibleOpeningsOf = ({ definitions }, isWanted, effort) => definitions.flatMap((measured) => {
    const { sections, definition } = measured;
    const denials = (0,measured_agent/* positiveRules */.hG)(sections, 'cannot-touch');
    const owning = (0,measured_agent/* positiveRules */.hG)(sections, 'owns').map((rule) => ({
        rule,
        denial: isWanted(rule.rule) ? denialAround(rule, denials, effort) : null,
    }));
    const exceptions = exceptionsOf(measured).map((rule) => ({
        rule,
        denial: isWanted(rule.rule)
            ? (denialAbove(rule, ({ compiled }) => (0,narrower/* mayMeet */.h4)(compiled, rule.rule.compiled)) ??
                (rule.at > MOST_ABOVE ? firstDenial(rule) : null))
            : null,
    }));
    return [...exceptions, ...owning].flatMap(({ rule: { rule }, denial }) => denial === null ? [] : [{ rule, root: definition.root, paths: path_set/* NO_PATHS */.pM, denial }]);
});
const exceptionsOf = ({ sections }) => sections.flatMap(({ section, rules }) => section.kind === 'cannot-touch' ? rules.filter(({ rule }) => rule.compiled.negated) : []);
function openedBy(exception, wanted) {
    if (!(0,path_set/* haveCommon */.Uq)(exception.matched, wanted))
        return [];
    const decided = (0,path_set/* intersect */.y$)((0,measured_agent/* decidedBy */.yP)(exception), wanted);
    const paths = decided.count === 0 ? decided : (0,path_set/* intersect */.y$)(decided, listedBy(exception.section));
    if (paths.count === 0)
        return [];
    const denial = denialAbove(exception, (_, matched) => (0,path_set/* haveCommon */.Uq)(matched, paths)) ?? firstDenial(exception);
    return denial === null ? [] : [{ rule: exception.rule, paths, denial }];
}
function carvedBy(owning, forbidden, denials) {
    const paths = (0,measured_agent/* carvedOutBy */.z1)(owning, forbidden, denials);
    const denial = paths.count === 0 ? undefined : denials.find(({ matched }) => (0,path_set/* haveCommon */.Uq)(matched, paths));
    return denial === undefined ? [] : [{ rule: owning.rule, paths, denial: denial.rule }];
}
const listed = new WeakMap();
/** What the entries of a section match, its exceptions left aside. */
function listedBy(section) {
    const paths = listed.get(section) ??
        (0,path_set/* uniteAll */.t6)(section.rules.flatMap(({ rule, matched }) => (rule.compiled.negated ? [] : [matched])));
    listed.set(section, paths);
    return paths;
}
function denialAbove({ section, at }, isMeant) {
    const above = section.rules.slice(Math.max(0, at - MOST_ABOVE), at);
    return (above.findLast(({ rule, matched }) => !rule.compiled.negated && isMeant(rule, matched))?.rule ?? null);
}
const firstDenial = ({ section }) => section.rules.find(({ rule }) => !rule.compiled.negated)?.rule ?? null;
/** A denial that the OWNS rule is strictly narrower than; none where another one covers it and is not wider. */
function denialAround({ rule }, denials, effort) {
    let around = null;
    for (const { rule: denial } of denials) {
        if (!(0,narrower/* mayMeet */.h4)(rule.compiled, denial.compiled))
            continue;
        effort.left -= COST_OF_NARROWER * rule.compiled.alternatives.length * denial.compiled.alternatives.length;
        if (effort.left < 0)
            return around;
        if ((0,narrower/* isStrictlyNarrower */.TY)(rule.compiled, denial.compiled))
            around ??= denial;
        else if ((0,narrower/* isCovered */.P$)(rule.compiled, denial.compiled))
            return null;
    }
    return around;
}

;// CONCATENATED MODULE: ./src/core/rule-changes/resolved-pattern.ts
/** The pattern as it would be written at the root of the repository, to be shown. */
function resolvedPattern({ pattern }, root) {
    if (root === '')
        return pattern;
    const [, negation = '', written = ''] = /^(!?)(.*)$/su.exec(pattern) ?? [];
    const isAnchored = written.slice(0, -1).includes('/');
    const below = isAnchored ? written.replace(/^(?:\.?\/)+/, '') : `**/${written}`;
    return `${negation}${root}/${below}`;
}

;// CONCATENATED MODULE: ./src/core/rule-changes/freed.ts








/**
 * What an agent may change under `to` and not under `from`. The paths of all differences together are exactly the tracked
 * ones that the ruling denies under `from` only; a difference without paths frees none that is tracked today.
 */
function freedBetween(from, to) {
    const effort = { left: MOST_EFFORT };
    const freed = (0,path_set/* subtract */.Re)(from.denied, to.denied);
    const before = denialsOf(from, freed);
    const denials = rulesOf(to).filter(isDenial);
    const isCoveredThere = createCoverage(denials, effort);
    const gone = before.filter(({ rule }) => !isCoveredThere(rule));
    const known = new Set(rulesOf(from).map(openingKey));
    const isNew = (rule) => !known.has(openingKey(rule));
    const openings = openingsOf(to, freed);
    const opened = openings.filter(({ rule, denial }) => isNew(rule) || isNew(denial));
    const found = new Set(opened.map(({ rule }) => rule));
    const mayOpen = createMayOpen(rulesOf(from), effort);
    const possible = possibleOpeningsOf(to, (rule) => isNew(rule) && !found.has(rule) && mayOpen(rule), effort);
    // What is left is due to entries that go or come to bear although another one covers them, or to their order.
    const told = (0,path_set/* uniteAll */.t6)([...gone, ...opened].map(({ paths }) => paths));
    const kept = new Set(denials.map(openingKey));
    const replaced = narrowed(before, (0,path_set/* subtract */.Re)(freed, told)).filter(({ rule }) => !kept.has(openingKey(rule)));
    const left = (0,path_set/* subtract */.Re)(freed, (0,path_set/* uniteAll */.t6)([told, ...replaced.map(({ paths }) => paths)]));
    const unchanged = narrowed(openings, left);
    return [
        ...mergeEqual([...gone, ...replaced]).map(toDenial),
        ...mergeEqual([...opened, ...possible, ...unchanged]).map((opening) => toCarveOut(opening, to)),
    ];
}
const rulesOf = ({ agent }) => agent.definitions.flatMap(({ sections }) => sections.flatMap(({ rules }) => rules));
/** The denials of an agent, each with those of the freed paths that it denies. */
const denialsOf = ({ definitions }, freed) => definitions.flatMap(({ definition, sections, denied }) => {
    const freedHere = (0,path_set/* intersect */.y$)(freed, denied);
    return (0,measured_agent/* positiveRules */.hG)(sections, 'cannot-touch').map((denial) => ({
        rule: denial.rule,
        root: definition.root,
        paths: deniedBy(denial, freedHere),
    }));
});
const deniedBy = ({ matched, section }, freed) => {
    const met = (0,path_set/* intersect */.y$)(matched, freed);
    return met.count === 0 ? met : (0,path_set/* intersect */.y$)(met, section.covered());
};
/** Equal for entries of one kind that mean the same. */
const openingKey = ({ section, compiled }) => `${section} ${(0,path_index/* patternKey */.Q)(compiled)}`;
/** Tells whether a rule can open anything new: it meets a denial of before, and no opening of before covers it. */
function createMayOpen(before, effort) {
    const denials = before.filter(isDenial);
    const openings = before.filter(({ section, compiled }) => section === 'owns' || compiled.negated);
    return (rule) => {
        effort.left -= denials.length + openings.length;
        if (effort.left < 0)
            return true;
        const isSameKind = ({ section, compiled }) => section === rule.section && compiled.negated === rule.compiled.negated;
        return (denials.some(({ compiled }) => (0,narrower/* mayMeet */.h4)(compiled, rule.compiled)) &&
            !openings.some((opening) => isSameKind(opening) && (0,narrower/* isCovered */.P$)(rule.compiled, opening.compiled)));
    };
}
const isDenial = ({ section, compiled }) => section === 'cannot-touch' && !compiled.negated;
const narrowed = (items, to) => items.map((item) => ({ ...item, paths: (0,path_set/* intersect */.y$)(item.paths, to) })).filter(({ paths }) => paths.count > 0);
/** A pattern that stands in several places is told once, with the paths of all of them. */
function mergeEqual(items) {
    const merged = new Map();
    for (const item of items) {
        const key = openingKey(item.rule);
        const earlier = merged.get(key);
        merged.set(key, earlier === undefined ? item : { ...earlier, paths: (0,path_set/* unite */._f)(earlier.paths, item.paths) });
    }
    return [...merged.values()];
}
const toDenial = ({ rule, root, paths }) => ({
    subject: { kind: 'denial', pattern: resolvedPattern(rule, root) },
    ...rule.location,
    paths,
});
function toCarveOut({ rule, root, paths, denial }, { agent }) {
    const entry = { ...(0,references/* toEntry */.q0)(agent.name, denial), pattern: resolvedPattern(denial, root) };
    return {
        subject: { kind: 'carve-out', pattern: resolvedPattern(rule, root), denial: entry },
        ...rule.location,
        paths,
    };
}

// EXTERNAL MODULE: ./src/core/attribution/names.ts
var names = __webpack_require__(3713);
;// CONCATENATED MODULE: ./src/core/rule-changes/pair-agents.ts

/** Looks the names of the base up as trailers are looked up at the head, whose aliases count where no agent has the name. */
function pairAgents(base, head, aliases) {
    const find = createFinder(head.agents);
    const renamed = new Map(Object.entries(aliases).map(([from, to]) => [(0,names/* normaliseName */.GX)(from), to]));
    const pairs = base.agents.map((before) => {
        const found = find(before.name);
        const alias = renamed.get((0,names/* normaliseName */.GX)(before.name));
        return { before, after: found === 'unknown' && alias !== undefined ? known(find(alias)) : known(found) };
    });
    const continued = new Set(pairs.map(({ after }) => after));
    return { pairs, added: head.agents.filter((agent) => !continued.has(agent)) };
}
const known = (found) => (typeof found === 'string' ? null : found);
/** Answers as `lookUpName` does, for many names at once. */
function createFinder(agents) {
    const exact = new Map(agents.map((agent) => [agent.name, agent]));
    const normalised = new Map();
    for (const agent of agents) {
        const key = (0,names/* normaliseName */.GX)(agent.name);
        normalised.set(key, normalised.has(key) ? 'ambiguous' : agent);
    }
    const findSpelling = (name) => {
        const found = exact.get(name);
        if (found !== undefined)
            return found;
        const key = (0,names/* normaliseName */.GX)(name);
        return (key === '' ? undefined : normalised.get(key)) ?? 'unknown';
    };
    return (name) => {
        const whole = findSpelling(name);
        return whole === 'unknown' && name.includes(':')
            ? findSpelling(name.slice(name.lastIndexOf(':') + 1))
            : whole;
    };
}

// EXTERNAL MODULE: ./src/core/vocabulary.ts
var vocabulary = __webpack_require__(7063);
;// CONCATENATED MODULE: ./src/core/rule-changes/protections.ts




/** More protected files below one pattern are not looked at one by one. */
const MOST_LOOKED_AT = 500;
/** The tracked paths that only an OWNS entry which names the place opens to an agent. */
function protectedPathsIn(index, places) {
    const ranges = (0,path_set/* collectRanges */.Fz)();
    for (const [position, path] of index.paths.entries()) {
        if (places.isProtected({ path, before: null, after: null }))
            ranges.add(position, position + 1);
    }
    return ranges.toSet();
}
/**
 * The OWNS entries that only `to` has and that open protected paths which `from` leaves closed: tracked ones, and the one that
 * a pattern without wildcards names. Where more than 500 lie below a pattern that names their place, a cautious answer
 * tells it even if `from` opens all of the first 500, which alone are counted.
 */
function protectionsLifted(from, to, { places, guarded, index, isCautious }) {
    const known = new Set(owningRulesOf(from).map(({ rule }) => (0,path_index/* patternKey */.Q)(rule.compiled)));
    return owningRulesOf(to).flatMap(({ rule, root, definition }) => {
        if (known.has((0,path_index/* patternKey */.Q)(rule.compiled)))
            return [];
        known.add((0,path_index/* patternKey */.Q)(rule.compiled));
        const alone = {
            name: to.name,
            definitions: [{ ...definition, sections: [{ kind: 'owns', heading: '', line: 0, rules: [rule] }] }],
        };
        const opens = (path) => places.isSpared(path, alone) && !places.isSpared(path, from);
        const all = (0,path_set/* intersect */.y$)(index.matching(rule.compiled), guarded());
        const met = (0,path_set/* firstPositions */.Pg)(all, MOST_LOOKED_AT);
        const ranges = (0,path_set/* collectRanges */.Fz)();
        for (const position of met) {
            const path = index.paths[position];
            if (path !== undefined && opens(path))
                ranges.add(position, position + 1);
        }
        const paths = ranges.toSet();
        const opensOne = () => namedBy(rule).some((path) => places.isProtected({ path, before: null, after: null }) && opens(path));
        const mayOpenMore = () => isCautious &&
            all.count > met.length &&
            met.some((position) => places.isSpared(index.paths[position] ?? root, alone));
        return paths.count === 0 && !opensOne() && !mayOpenMore()
            ? []
            : [
                {
                    subject: { kind: 'protected-path', pattern: resolvedPattern(rule, root) },
                    ...rule.location,
                    paths,
                },
            ];
    });
}
const owningRulesOf = ({ definitions }) => definitions.flatMap((definition) => definition.sections.flatMap(({ kind, rules }) => kind === 'owns'
    ? rules
        .filter(({ compiled }) => !compiled.negated)
        .map((rule) => ({ rule, definition, root: definition.root }))
    : []));
/** The paths that a pattern without wildcards is. */
const namedBy = ({ compiled }) => compiled.alternatives.flatMap((alternative) => {
    const names = alternative.at(-1)?.kind === 'any-depth' ? alternative.slice(0, -1) : alternative;
    const texts = names.flatMap((segment) => (segment.kind === 'literal' ? [segment.text] : []));
    return texts.length === names.length && texts.length > 0 ? [(0,vocabulary/* repoPath */.qN)(texts.join('/'))] : [];
});

;// CONCATENATED MODULE: ./src/core/rule-changes/compare-rosters.ts





/**
 * What the rules of the head loosen and tighten, agent by agent: on the patterns as they resolve, and on the ruling over
 * every tracked path. An agent whose rules mean the same, however they are written, is not looked at.
 */
function compareRosters({ base, head, aliases, tracked, places }) {
    const { pairs, added } = pairAgents(base, head, aliases);
    const changed = pairs.filter(({ before, after }) => after === null || meaningOf(before) !== meaningOf(after));
    const index = (0,path_index/* createPathIndex */.I)(changed.length + added.length === 0 ? [] : tracked);
    const gone = changed.flatMap(({ before, after }) => (after === null ? [before] : []));
    let guarded = null;
    const lifted = (from, to, isCautious) => protectionsLifted(from, to, {
        places,
        index,
        isCautious,
        guarded: () => (guarded ??= protectedPathsIn(index, places)),
    });
    const [namesAdded, namesGone] = [namesByFile(added), namesByFile(gone)];
    const found = changed.flatMap(({ before, after }) => {
        if (after === null)
            return wholeAgent('loosened', before, namesAdded, index);
        const [from, to] = [(0,measured_agent/* measureAgent */.c3)(before, index), (0,measured_agent/* measureAgent */.c3)(after, index)];
        const toDifference = (effect) => (freed) => ({ effect, agent: before.name, ...freed });
        return [
            ...[...freedBetween(from, to), ...lifted(before, after, true)].map(toDifference('loosened')),
            ...[...freedBetween(to, from), ...lifted(after, before, false)].map(toDifference('tightened')),
        ];
    });
    const introduced = added.flatMap((agent) => wholeAgent('tightened', agent, namesGone, index));
    return { found: [...found, ...introduced], index };
}
const namesByFile = (agents) => new Map(agents.flatMap(({ name, definitions }) => definitions.map(({ file }) => [file, name])));
/** An agent that only one side has. One without rules was held to nothing, so that nothing changes. */
function wholeAgent(effect, agent, others, index) {
    const { name, definitions } = agent;
    const [first] = definitions;
    const hasRules = definitions.some(({ sections }) => sections.some(({ rules }) => rules.length > 0));
    if (first === undefined || !hasRules)
        return [];
    const renamed = definitions.map(({ file }) => others.get(file)).find((other) => other !== undefined);
    return [
        {
            effect,
            agent: name,
            subject: { kind: 'agent', renamed: renamed ?? null },
            file: first.file,
            line: null,
            paths: (0,measured_agent/* measureAgent */.c3)(agent, index).denied,
        },
    ];
}
/** Equal for agents whose CANNOT TOUCH and OWNS mean the same. */
const meaningOf = ({ definitions }) => definitions
    .map(({ sections }) => sections
    .filter(({ kind }) => kind !== 'reads')
    .map(({ kind, rules }) => [kind, ...rules.map(({ compiled }) => (0,path_index/* patternKey */.Q)(compiled))].join('\n'))
    .join('\n\n'))
    .join('\n\n\n');

// EXTERNAL MODULE: ./src/core/definitions/problem-severities.ts
var problem_severities = __webpack_require__(4885);
;// CONCATENATED MODULE: ./src/core/rule-changes/compare-lists.ts

const lower = (value) => value.toLowerCase();
const LISTS = [
    { key: 'definitions', valuesOf: ({ definitions }) => definitions, adding: 'tightens' },
    { key: 'trailers', valuesOf: ({ trailers }) => trailers, adding: 'tightens', meaningOf: lower },
    { key: 'people', valuesOf: ({ people }) => people, adding: 'loosens', meaningOf: names/* normaliseName */.GX },
    {
        key: 'headings.owns',
        valuesOf: ({ headings }) => headings.owns ?? [],
        adding: 'loosens',
        meaningOf: lower,
    },
    {
        key: 'headings.reads',
        valuesOf: ({ headings }) => headings.reads ?? [],
        adding: 'tightens',
        meaningOf: lower,
    },
    {
        key: 'headings.cannot-touch',
        valuesOf: ({ headings }) => headings['cannot-touch'] ?? [],
        adding: 'tightens',
        meaningOf: lower,
    },
    { key: 'identities.ai', valuesOf: ({ identities }) => identities.ai, adding: 'tightens' },
    { key: 'identities.people', valuesOf: ({ identities }) => identities.people, adding: 'loosens' },
    { key: 'identities.bots', valuesOf: ({ identities }) => identities.bots, adding: 'loosens' },
    { key: 'protected', valuesOf: (policy) => policy.protected, adding: 'tightens' },
    { key: 'shared', valuesOf: ({ shared }) => shared, adding: 'loosens' },
    { key: 'trusted-branches', valuesOf: ({ trustedBranches }) => trustedBranches, adding: 'loosens' },
];
/** The values that only one side has, one difference for each key and direction. */
const compareLists = (before, after) => LISTS.flatMap((list) => {
    const { key, valuesOf, adding } = list;
    const gone = missingFrom(valuesOf(after), valuesOf(before), list);
    const come = missingFrom(valuesOf(before), valuesOf(after), list);
    const isAdded = (value) => !value.startsWith('!');
    const loosens = (value, comes) => (isAdded(value) === comes) === (adding === 'loosens');
    return [true, false].flatMap((isLoosened) => {
        const removed = gone.filter((value) => loosens(value, false) === isLoosened);
        const added = come.filter((value) => loosens(value, true) === isLoosened);
        const effect = isLoosened ? 'loosened' : 'tightened';
        return removed.length + added.length === 0
            ? []
            : [{ effect, agent: null, key, before: removed.join(', '), after: added.join(', ') }];
    });
});
function missingFrom(some, all, { meaningOf = (value) => value }) {
    const known = new Set(some.map(meaningOf));
    return all.filter((value) => !known.has(meaningOf(value)));
}

;// CONCATENATED MODULE: ./src/core/rule-changes/compare-settings.ts



const WEIGHTS = { off: 0, notice: 1, warning: 2, error: 3 };
/**
 * What another policy would loosen and tighten: every key by its meaning, so that the order of a list and another spelling of
 * the same say nothing. A waiver that was over before `today` lifts nothing.
 */
const compareSettings = (before, after, today) => before === after
    ? []
    : [
        ...compareMode(before, after),
        ...compareSeverities(before, after),
        ...compareAgents(before, after),
        ...compareLists(before, after),
        ...compareAliases(before, after),
        ...compareSelfApproval(before, after),
        ...compareWaivers(before.waivers, after.waivers, today),
    ];
const compareMode = ({ mode: before }, { mode: after }) => before === after
    ? []
    : [
        {
            effect: after === 'report-only' ? 'loosened' : 'tightened',
            agent: null,
            key: 'mode',
            before,
            after,
        },
    ];
const compareSelfApproval = ({ allowSelf: before }, { allowSelf: after }) => before === after
    ? []
    : [
        {
            effect: after ? 'loosened' : 'tightened',
            agent: null,
            key: 'allow-self',
            before: String(before),
            after: String(after),
        },
    ];
const compareSeverities = (before, after) => [...keysOf(before.severity, after.severity)].flatMap((code) => compareLevels(`severity.${code}`, null, levelIn(before, code), levelIn(after, code)));
/** Only what is said for the agent itself: a severity for all is told once. */
const compareAgents = (before, after) => [...keysOf(before.agents, after.agents)].flatMap((name) => {
    const [own, then] = [ownLevels(before, name), ownLevels(after, name)];
    return [...keysOf(own, then)].flatMap((code) => own[code] === then[code]
        ? []
        : compareLevels(`agents.${name}.severity.${code}`, (0,vocabulary/* agentName */.Lp)(name), own[code] ?? levelIn(before, code), then[code] ?? levelIn(after, code)));
});
const ownLevels = ({ agents }, name) => (Object.hasOwn(agents, name) ? agents[name]?.severity : undefined) ?? {};
/** A policy holds of the problems of definitions only what differs from the default. */
const levelIn = ({ severity }, code) => severity[code] ?? (0,problem_severities/* severityOf */.x)(code, 'cannot-touch');
function compareLevels(key, agent, before, after) {
    if (before === after)
        return [];
    return [{ effect: WEIGHTS[after] < WEIGHTS[before] ? 'loosened' : 'tightened', agent, key, before, after }];
}
/** A further name or another target lets the name pass for somebody; one less makes it unknown. */
const compareAliases = ({ aliases: before }, { aliases: after }) => [...keysOf(before, after)].flatMap((name) => {
    const [from, to] = [before, after].map((all) => (Object.hasOwn(all, name) ? all[name] : undefined) ?? '');
    if (from === to)
        return [];
    return [
        {
            effect: to === '' ? 'tightened' : 'loosened',
            agent: null,
            key: `aliases.${name}`,
            before: from ?? '',
            after: to ?? '',
        },
    ];
});
function compareWaivers(before, after, today) {
    const [old, then] = [lastDays(before, today), lastDays(after, today)];
    return [...new Set([...old.keys(), ...then.keys()])].flatMap((key) => {
        const [from, to] = [old.get(key), then.get(key)];
        const shown = to ?? from;
        if (shown === undefined || from?.until === to?.until)
            return [];
        const difference = {
            effect: (to?.until ?? '') > (from?.until ?? '') ? 'loosened' : 'tightened',
            agent: shown.agent,
            key: 'waivers',
            before: from === undefined ? '' : waiverText(from),
            after: to === undefined ? '' : waiverText(to),
        };
        return [to === undefined ? difference : { ...difference, line: to.location.line }];
    });
}
/** Of the waivers that still hold, by agent and path, the one that holds longest. */
function lastDays(waivers, today) {
    const longest = new Map();
    for (const waiver of waivers) {
        const key = `${waiver.agent}\0${waiver.path}`;
        if (waiver.until >= today && waiver.until > (longest.get(key)?.until ?? ''))
            longest.set(key, waiver);
    }
    return longest;
}
const waiverText = ({ path, until }) => `${path} until ${until}`;
const keysOf = (one, other) => new Set([...Object.keys(one), ...Object.keys(other)]);

;// CONCATENATED MODULE: ./src/core/rule-changes/sum-up.ts

/** Differences of one agent in one direction that are listed one by one; where there are many in all, only the first. */
const MOST_OF_AN_AGENT = 6;
const MOST_IN_ALL = 60;
const MOST_PATTERNS = 3;
/** The differences, and for each agent and direction one that stands for those beyond the limit; no path is lost. */
function sumUp(differences) {
    const most = differences.length > MOST_IN_ALL ? 2 : MOST_OF_AN_AGENT;
    const groups = new Map();
    for (const difference of differences) {
        const key = `${difference.effect} ${difference.agent}`;
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [difference]);
        else
            group.push(difference);
    }
    return [...groups.values()].flatMap((group) => {
        if (group.length <= most)
            return group;
        const byWeight = group.toSorted((one, other) => other.paths.count - one.paths.count);
        return [...byWeight.slice(0, most - 1), ...further(byWeight.slice(most - 1))];
    });
}
function further(rest) {
    const [first] = rest;
    if (first === undefined)
        return [];
    const patterns = rest
        .flatMap(({ subject }) => ('pattern' in subject ? [subject.pattern] : []))
        .slice(0, MOST_PATTERNS);
    return [
        {
            ...first,
            line: null,
            subject: { kind: 'further-entries', count: rest.length, patterns },
            paths: (0,path_set/* uniteAll */.t6)(rest.map(({ paths }) => paths)),
        },
    ];
}

;// CONCATENATED MODULE: ./src/core/rule-changes/find-rule-changes.ts






/**
 * What a branch loosens and tightens, and who did it: what is loosened first, then by agent in the order of the base, the
 * settings last.
 */
function findRuleChanges(comparison) {
    const { before, after, config, configPlaces, today, attributed, sources } = comparison;
    const { found, index } = compareRosters({ ...comparison, aliases: after.aliases });
    const settings = compareSettings(before, after, today);
    if (found.length + settings.length === 0)
        return [];
    const authorOf = createAuthorship(attributed);
    const places = placesByFile(sources);
    const configAuthor = authorOf(configPlaces);
    const authorOfFile = (file) => {
        const author = authorOf(places.get(file) ?? [file]);
        // A definition that nobody touched can mean something else by the config alone.
        return author.commit === null ? configAuthor : author;
    };
    const changes = [
        ...sumUp(found).map((difference) => toChange(difference, index, authorOfFile(difference.file))),
        ...settings.map((difference) => toSettingChange(difference, config, configAuthor)),
    ];
    return [
        ...changes.filter(({ effect }) => effect === 'loosened'),
        ...changes.filter(({ effect }) => effect === 'tightened'),
    ];
}
function placesByFile(sources) {
    const places = new Map();
    for (const source of sources)
        places.set(source.path, [...(places.get(source.path) ?? []), ...(0,after_merge/* placesOf */.ek)(source)]);
    return places;
}
const toChange = ({ paths, ...difference }, index, author) => ({ ...difference, paths: (0,references/* sampleOf */.uV)(paths, index), ...author });
const toSettingChange = ({ effect, agent, key, before, after, line }, config, author) => ({
    effect,
    agent,
    file: config,
    line: line ?? null,
    subject: { kind: 'setting', key, before, after },
    paths: { examples: [], count: 0 },
    ...author,
});

// EXTERNAL MODULE: ./src/check/read-roster.ts + 34 modules
var read_roster = __webpack_require__(6593);
// EXTERNAL MODULE: ./src/sources/git/automatic-merge.ts
var automatic_merge = __webpack_require__(3695);
// EXTERNAL MODULE: ./src/sources/git/definition-sources.ts
var definition_sources = __webpack_require__(8991);
// EXTERNAL MODULE: ./src/sources/git/tree.ts
var tree = __webpack_require__(4377);
;// CONCATENATED MODULE: ./src/check/read-sources-after-merge.ts





/**
 * The definitions as they would stand after the merge. git is asked only where both sides changed one of them; where it cannot
 * merge a file, the head's counts.
 */
async function readSourcesAfterMerge(repository, { history, base, head, policy }) {
    const known = (0,after_merge/* sourcesAfterMerge */.hT)(base.sources, head.sources, (0,after_merge/* whatIsBrought */.cj)(history, base.tree));
    if (known !== null)
        return known;
    const { git, objects, prepareMerges } = repository;
    const pair = [history.base, history.head];
    await prepareMerges?.([pair]);
    const [merge] = await (0,automatic_merge.mergeAutomatically)(git, [pair]);
    if (merge === undefined || merge === null)
        return head.sources;
    const merged = await (0,tree/* readTree */.Z)(git, merge.tree);
    return (0,definition_sources/* readDefinitionSources */.om)(objects, withHeads(merged, merge.conflicted, head.tree), (0,definition_paths/* createIsDefinitionPath */.l)(policy.definitions));
}
/** A conflicted file holds git's marks in the merged tree: the head's stands in its place. */
function withHeads(merged, conflicted, head) {
    const tree = new Map(merged);
    for (const path of conflicted) {
        const entry = head.get(path);
        if (entry === undefined)
            tree.delete(path);
        else
            tree.set(path, entry);
    }
    return tree;
}

;// CONCATENATED MODULE: ./src/check/compare-ends.ts




/** What the range loosens and tightens, where `after` is the policy that it leaves behind. */
async function compareEnds(repository, { history, base, head, law, protectedPaths, attributed }, after) {
    const { policy, origin, places, today } = law;
    const merged = await readSourcesAfterMerge(repository, { history, base, head, policy });
    return findRuleChanges({
        base: base.roster,
        head: (0,read_roster/* toRoster */.pL)(thoseThatCount(merged, after, policy), after),
        tracked: new Set([...base.tree.keys(), ...head.tree.keys()]),
        places: protectedPaths,
        before: policy,
        after,
        config: origin.file,
        configPlaces: places,
        today,
        sources: [...base.sources, ...merged],
        attributed,
    });
}
/** What the definitions would be if other patterns said which they are. Those of new patterns are not read: they add rules. */
function thoseThatCount(sources, { definitions }, { definitions: inForce }) {
    if (definitions === inForce)
        return sources;
    const isDefinitionPath = (0,definition_paths/* createIsDefinitionPath */.l)(definitions);
    return sources.filter(({ path }) => isDefinitionPath(path));
}


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
