export const id = 940;
export const ids = [940];
export const modules = {

/***/ 800:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z1: () => (/* binding */ carvedOutBy),
  UJ: () => (/* binding */ coveredBy),
  yP: () => (/* binding */ decidedBy),
  c3: () => (/* binding */ measureAgent),
  hG: () => (/* binding */ positiveRules),
  fD: () => (/* binding */ rulesOf)
});

// EXTERNAL MODULE: ./src/core/patterns/narrower.ts
var narrower = __webpack_require__(6563);
// EXTERNAL MODULE: ./src/core/patterns/path-set.ts
var path_set = __webpack_require__(5457);
;// CONCATENATED MODULE: ./src/core/patterns/layers.ts

/** Lays the sets over each other in their order; `shows` tells which of them count for `shown`. */
function layOver(sets, shows) {
    if (sets.length <= 1)
        return { visible: sets, shown: shows[0] === true ? (0,path_set/* uniteAll */.t6)(sets) : path_set/* NO_PATHS */.pM };
    const cells = cellsOf(sets);
    const top = blank(cells.length);
    for (const [index, { bounds }] of sets.entries()) {
        for (let at = 0; at < bounds.length; at += 2) {
            top.fill(index + 1, cells.cellOf(bounds[at] ?? 0), cells.cellOf(bounds[at + 1] ?? 0));
        }
    }
    const visible = sets.map(path_set/* collectRanges */.Fz);
    const shown = (0,path_set/* collectRanges */.Fz)();
    for (let start = 0; start < top.length;) {
        const label = top[start];
        let end = start + 1;
        while (top[end] === label)
            end += 1;
        const [from, to] = [cells.positionOf(start), cells.positionOf(end)];
        // What nothing covers has 0, and no set.
        const index = (label ?? 0) - 1;
        visible[index]?.add(from, to);
        if (shows[index] === true)
            shown.add(from, to);
        start = end;
    }
    return { visible: visible.map((ranges) => ranges.toSet()), shown: shown.toSet() };
}
let used = new Int32Array(0);
/** Zeros to paint on. The memory is used again, as one roster asks for it thousands of times. */
function blank(length) {
    if (used.length < length)
        used = new Int32Array(length);
    return used.subarray(0, length).fill(0);
}
/** As many positions to one bound make it worth while to put neighbours together before anything is painted. */
const POSITIONS_TO_A_BOUND = 4;
function cellsOf(sets) {
    let [first, last, most] = [Infinity, 0, 0];
    for (const { bounds } of sets) {
        first = Math.min(first, bounds[0] ?? Infinity);
        last = Math.max(last, bounds.at(-1) ?? 0);
        most += bounds.length;
    }
    if (most * POSITIONS_TO_A_BOUND >= last - first) {
        return {
            length: Math.max(0, last - first),
            cellOf: (position) => position - first,
            positionOf: (cell) => cell + first,
        };
    }
    return cellsBetween(sets, most);
}
function cellsBetween(sets, most) {
    const all = new Int32Array(most);
    let filled = 0;
    for (const { bounds } of sets) {
        all.set(bounds, filled);
        filled += bounds.length;
    }
    const borders = all.sort();
    return {
        length: borders.length,
        cellOf: (position) => lowerBound(borders, position),
        positionOf: (cell) => borders[cell] ?? 0,
    };
}
function lowerBound(sorted, wanted) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((sorted[middle] ?? 0) < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

;// CONCATENATED MODULE: ./src/core/lint/measured-agent.ts



/** Gives for every tracked path at once what `ruling` gives for one. */
function measureAgent(agent, index) {
    const definitions = agent.definitions.map((definition) => measureDefinition(definition, index));
    const sections = definitions.flatMap((definition) => definition.sections);
    const denied = (0,path_set/* uniteAll */.t6)(definitions.map((definition) => definition.denied));
    const owns = coveredBy(sections, 'owns');
    return {
        agent,
        definitions,
        denied,
        owned: (0,path_set/* subtract */.Re)(owns, denied),
        read: () => (0,path_set/* subtract */.Re)((0,path_set/* subtract */.Re)(coveredBy(sections, 'reads'), denied), owns),
    };
}
const rulesOf = (sections, kind) => sections.flatMap(({ section, rules }) => (section.kind === kind ? rules : []));
/** Those that are no exceptions. */
const positiveRules = (sections, kind) => rulesOf(sections, kind).filter(({ rule }) => !rule.compiled.negated);
/** What the rule matches and no later rule of its section does. */
const decidedBy = ({ section, at }) => section.decided()[at] ?? path_set/* NO_PATHS */.pM;
function measureDefinition(definition, index) {
    const sections = definition.sections.map((section) => measureSection(section, index));
    return { definition, sections, denied: deniedBy(sections) };
}
function measureSection(section, index) {
    const sets = section.rules.map(({ compiled }) => index.matching(compiled));
    const shows = section.rules.map(({ compiled }) => !compiled.negated);
    const rules = [];
    const hasExceptions = shows.includes(false);
    let layers = null;
    let covered = null;
    const measured = {
        section,
        rules,
        covered: () => (covered ??= hasExceptions ? (layers ??= layOver(sets, shows)).shown : (0,path_set/* uniteAll */.t6)(sets)),
        decided: () => (layers ??= layOver(sets, shows)).visible,
    };
    for (const [at, rule] of section.rules.entries()) {
        rules.push({ rule, section: measured, at, matched: sets[at] ?? path_set/* NO_PATHS */.pM });
    }
    return measured;
}
const coveredBy = (sections, kind) => (0,path_set/* uniteAll */.t6)(sections.filter(({ section }) => section.kind === kind).map(({ covered }) => covered()));
/** What the sections forbid, less what an OWNS rule of theirs carves out: it decides, and all that forbids is strictly wider. */
function deniedBy(sections) {
    const forbidden = coveredBy(sections, 'cannot-touch');
    if (!(0,path_set/* haveCommon */.Uq)(forbidden, coveredBy(sections, 'owns')))
        return forbidden;
    const denials = positiveRules(sections, 'cannot-touch');
    let carvedOut = path_set/* NO_PATHS */.pM;
    for (const owning of positiveRules(sections, 'owns')) {
        carvedOut = (0,path_set/* unite */._f)(carvedOut, carvedOutBy(owning, forbidden, denials));
    }
    return (0,path_set/* subtract */.Re)(forbidden, carvedOut);
}
/** Of forbidden paths those that the OWNS rule carves out: it decides them, and each of the denials on them is strictly wider. */
function carvedOutBy(owning, forbidden, denials) {
    if (!(0,path_set/* haveCommon */.Uq)(owning.matched, forbidden))
        return path_set/* NO_PATHS */.pM;
    let carved = (0,path_set/* intersect */.y$)(decidedBy(owning), forbidden);
    for (const denial of denials) {
        if (carved.count === 0)
            break;
        const met = (0,path_set/* intersect */.y$)((0,path_set/* intersect */.y$)(carved, denial.matched), denial.section.covered());
        if (met.count === 0 || (0,narrower/* isStrictlyNarrower */.TY)(owning.rule.compiled, denial.rule.compiled))
            continue;
        carved = (0,path_set/* subtract */.Re)(carved, met);
    }
    return carved;
}


/***/ }),

/***/ 5701:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ createPathIndex),
  Q: () => (/* binding */ patternKey)
});

;// CONCATENATED MODULE: ./src/core/patterns/allowance.ts
/** Counts what is remembered; beyond `most` all of it is forgotten, so that hostile patterns cannot fill the memory. */
function createAllowance(most, forget) {
    let remembered = 0;
    return (amount) => {
        remembered += amount;
        if (remembered <= most)
            return;
        forget();
        remembered = 0;
    };
}

// EXTERNAL MODULE: ./src/core/patterns/alternatives.ts + 1 modules
var alternatives = __webpack_require__(2233);
// EXTERNAL MODULE: ./src/core/patterns/walk.ts + 1 modules
var walk = __webpack_require__(5474);
;// CONCATENATED MODULE: ./src/core/patterns/match-tree.ts


/**
 * The nodes at which an alternative, which ends in `**`, is met: it matches what lies at them and below them, and nothing
 * else. None of them lies below another one; they stand in the order of the nodes.
 */
function matchTree(tree, alternative, toGlob) {
    const runs = [];
    for (const segments of (0,walk/* splitAtAnyDepth */.N)(alternative)) {
        const run = segments.map((segment) => toStep(segment, tree, toGlob));
        if (!run.every((step) => step !== null))
            return [];
        runs.push(run);
    }
    const [head = [], ...floating] = runs;
    let reached = [];
    descend(tree, tree.root, head, 0, reached);
    for (const run of floating) {
        if (run.length > 0)
            reached = uppermost(reached.flatMap((node) => placesBelow(tree, node, run)));
    }
    return reached;
}
/** `null` for a name that no path has. */
function toStep(segment, { numbers }, toGlob) {
    if (segment.kind === 'literal')
        return numbers.get(segment.text) ?? null;
    return (0,alternatives/* isAnyName */.Mg)(segment) ? 'any' : toGlob(segment.text);
}
const accepts = (step, name) => step !== undefined && (step === 'any' || (typeof step === 'number' ? step === name : step.matches(name)));
/** Finds where the run, from `at` on, leads to from the node, one step for each level. */
function descend(tree, node, run, at, found) {
    const step = run[at];
    if (step === undefined) {
        found.push(node);
        return;
    }
    if (typeof step === 'number') {
        const child = node.children.get(step);
        if (child !== undefined)
            descend(tree, child, run, at + 1, found);
        return;
    }
    const anchor = rarestStep(tree, node, run, at, node.children.size);
    if (anchor !== null) {
        const depth = node.depth + 1 + anchor.at - at;
        for (let index = anchor.low; index < anchor.high; index += 1) {
            const candidate = anchor.nodes[index];
            if (candidate?.depth === depth && fitsAbove(candidate, run, anchor.at, at)) {
                descend(tree, candidate, run, anchor.at + 1, found);
            }
        }
        return;
    }
    for (const child of node.children.values()) {
        if (accepts(step, child.name))
            descend(tree, child, run, at + 1, found);
    }
}
/** Finds where the run leads to from the node itself or from anywhere below it. */
function placesBelow(tree, node, run) {
    const found = [];
    const anchor = rarestStep(tree, node, run, 0, node.last - node.order) ?? firstGlob(tree, node, run);
    for (let index = anchor.low; index < anchor.high; index += 1) {
        const candidate = anchor.nodes[index];
        if (candidate === undefined || candidate.depth - anchor.at <= node.depth)
            continue;
        if (fitsAbove(candidate, run, anchor.at, 0))
            descend(tree, candidate, run, anchor.at + 1, found);
    }
    return found;
}
/** The step, from `from` on, that the fewest nodes may be accepted by; `null` where none has fewer than `limit`. */
function rarestStep(tree, node, run, from, limit) {
    let rarest = null;
    let fewest = limit;
    for (let at = from; at < run.length; at += 1) {
        const nodes = nodesFor(run[at], tree, fewest);
        if (nodes === null)
            continue;
        const [low, high] = below(node, nodes);
        if (high - low >= fewest)
            continue;
        rarest = { at, nodes, low, high };
        fewest = high - low;
    }
    return rarest;
}
/** The nodes that a step accepts, in the whole tree; `null` where it accepts any, or a glob would cost too much to ask. */
function nodesFor(step, tree, most) {
    if (typeof step === 'number')
        return tree.nodesByName[step] ?? null;
    if (typeof step !== 'object' || step.cost >= most)
        return null;
    return step.nodes();
}
/** For a run without a literal name. A floating run never begins with `*`; were it to, each node would be looked at. */
function firstGlob(tree, node, run) {
    const at = run.findIndex((step) => typeof step === 'object');
    const glob = run[at];
    if (typeof glob !== 'object')
        return { at: 0, nodes: tree.nodes, low: node.order + 1, high: node.last };
    if (glob.cost > node.last - node.order) {
        const nodes = tree.nodes.slice(node.order + 1, node.last).filter(({ name }) => glob.matches(name));
        return { at, nodes, low: 0, high: nodes.length };
    }
    const nodes = glob.nodes();
    const [low, high] = below(node, nodes);
    return { at, nodes, low, high };
}
/** Whether the ancestors of a node that the run's step `at` accepts are accepted by the steps before it, back to `from`. */
function fitsAbove(node, run, at, from) {
    let ancestor = node.parent;
    for (let before = at - 1; before >= from; before -= 1) {
        if (ancestor === null || !accepts(run[before], ancestor.name))
            return false;
        ancestor = ancestor.parent;
    }
    return true;
}
/** Which of the nodes, given in their order, lie below a node. */
const below = (node, nodes) => [
    lowerBound(nodes, node.order + 1),
    lowerBound(nodes, node.last),
];
function lowerBound(nodes, order) {
    let low = 0;
    let high = nodes.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((nodes[middle]?.order ?? 0) < order)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/** In the order of the nodes, without those that lie at or below another one. */
function uppermost(nodes) {
    let last = 0;
    return nodes
        .toSorted((one, other) => one.order - other.order)
        .filter((node) => {
        if (node.order < last)
            return false;
        last = node.last;
        return true;
    });
}

// EXTERNAL MODULE: ./src/core/patterns/dialect.ts + 10 modules
var dialect = __webpack_require__(3983);
;// CONCATENATED MODULE: ./src/core/patterns/name-search.ts

const NOBODY = { names: [], next: null };
/** So few names are tested sooner than told apart; and names that are alike for longer are tested too, as each place takes memory. */
const FEW = 16;
const MOST_PLACES = 32;
/**
 * Narrows a glob down to the names that have its literal beginning, or its literal end, whichever are fewer. What the names
 * have in common is found place by place, and only where a glob asks: to sort all names would take longer than all the rest.
 */
function createNameSearch(names) {
    const everybody = Array.from(names.keys());
    const fromStart = createSearch(everybody, (name, place) => names[name]?.charCodeAt(place) ?? NaN);
    const fromEnd = createSearch(everybody, (name, place) => {
        const text = names[name] ?? '';
        return text.charCodeAt(text.length - 1 - place);
    });
    return (glob) => {
        const [start, end] = (0,dialect/* literalEnds */.mT)(glob);
        const begun = fromStart(start.length, (place) => start.charCodeAt(place));
        const ended = fromEnd(end.length, (place) => end.charCodeAt(end.length - 1 - place));
        const fewer = begun.length <= ended.length ? begun : ended;
        return { count: fewer.length, names: () => fewer };
    };
}
/** Finds the names that have the wanted units, and perhaps a few more. */
function createSearch(everybody, unitAt) {
    const root = { names: everybody, next: null };
    return (length, wantedAt) => {
        let branch = root;
        const places = Math.min(length, MOST_PLACES);
        for (let place = 0; place < places && branch.names.length > FEW; place += 1) {
            branch.next ??= split(branch.names, (name) => unitAt(name, place));
            branch = branch.next.get(wantedAt(place)) ?? NOBODY;
        }
        return branch.names;
    };
}
function split(names, unitOf) {
    const byUnit = new Map();
    for (const name of names) {
        const unit = unitOf(name);
        const alike = byUnit.get(unit);
        if (alike === undefined)
            byUnit.set(unit, [name]);
        else
            alike.push(name);
    }
    byUnit.delete(NaN);
    // Where all go on alike, one list does for both.
    return new Map([...byUnit].map(([unit, alike]) => [
        unit,
        { names: alike.length === names.length ? names : alike, next: null },
    ]));
}

;// CONCATENATED MODULE: ./src/core/patterns/name-globs.ts



/** What may be remembered of all globs together, in names and nodes. */
const MOST_REMEMBERED = 2_000_000;
/** The globs of one name, each held against each distinct name of the tree at most once while the memory lasts. */
function createNameGlobs(tree) {
    const globs = new Map();
    const findCandidates = createNameSearch(tree.names);
    const remember = createAllowance(MOST_REMEMBERED, () => {
        globs.clear();
    });
    return (text) => {
        const known = globs.get(text);
        if (known !== undefined)
            return known;
        const glob = toNameGlob(tree, (0,dialect/* compileGlob */.SO)(text), findCandidates(text), remember);
        globs.set(text, glob);
        return glob;
    };
}
function toNameGlob({ names, nodesByName }, test, candidates, remember) {
    const answers = new Map();
    let nodes = null;
    const matches = (name) => {
        const known = answers.get(name);
        if (known !== undefined)
            return known;
        const answer = test(names[name] ?? '');
        answers.set(name, answer);
        remember(1);
        return answer;
    };
    return {
        matches,
        get cost() {
            return nodes === null ? candidates.count : 0;
        },
        nodes() {
            if (nodes !== null)
                return nodes;
            const found = [];
            for (const name of candidates.names()) {
                if (!test(names[name] ?? ''))
                    continue;
                for (const node of nodesByName[name] ?? [])
                    found.push(node);
            }
            nodes = found.sort((one, other) => one.order - other.order);
            remember(found.length);
            return nodes;
        },
    };
}

;// CONCATENATED MODULE: ./src/core/patterns/path-tree.ts
const NO_CHILDREN = new Map();
const NOTHING = [];
/** Builds the tree of the distinct paths, neighbours in the order of their code units. */
function createPathTree(paths) {
    const numbers = new Map();
    const root = draftOf(-1, null);
    let parent = root;
    let parentPath = '';
    let above = null;
    for (const path of [...paths].sort()) {
        if (path === above)
            continue;
        above = path;
        const slash = path.lastIndexOf('/');
        const directory = path.slice(0, slash + 1);
        if (directory !== parentPath) {
            parent = directory
                .split('/')
                .slice(0, -1)
                .reduce((node, name) => childOf(node, name, numbers), root);
            parentPath = directory;
        }
        const node = childOf(parent, path.slice(slash + 1), numbers);
        if (node.own === null)
            node.own = [path];
        else
            node.own.push(path);
    }
    return { root, names: [...numbers.keys()], numbers, ...numberNodes(root, numbers.size) };
}
const draftOf = (name, parent) => ({
    name,
    parent,
    depth: parent === null ? 0 : parent.depth + 1,
    children: NO_CHILDREN,
    own: null,
    order: 0,
    last: 0,
    start: 0,
    end: 0,
});
function childOf(node, written, numbers) {
    const text = written.normalize('NFC');
    let name = numbers.get(text);
    if (name === undefined) {
        name = numbers.size;
        numbers.set(text, name);
    }
    const known = node.children.get(name);
    if (known !== undefined)
        return known;
    const child = draftOf(name, node);
    if (node.children === NO_CHILDREN)
        node.children = new Map();
    node.children.set(name, child);
    return child;
}
/** Without recursion: git limits neither the length of a path nor its depth. */
function numberNodes(root, nameCount) {
    const nodes = [];
    const paths = [];
    const nodesByName = new Array(nameCount);
    const waiting = [root];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        node.order = nodes.length;
        node.start = paths.length;
        nodes.push(node);
        for (const path of node.own ?? NOTHING)
            paths.push(path);
        if (node.parent !== null)
            addTo(nodesByName, node);
        for (const child of inReverse(node))
            waiting.push(child);
        node.last = nodes.length;
        node.end = paths.length;
    }
    for (const node of nodes.toReversed()) {
        if (node.parent === null)
            continue;
        node.parent.last = Math.max(node.parent.last, node.last);
        node.parent.end = Math.max(node.parent.end, node.end);
    }
    return { nodes, paths, nodesByName };
}
/** Most names are those of one node: a list that begins with it takes no more room than it needs. */
function addTo(nodesByName, node) {
    const namesakes = nodesByName[node.name];
    if (namesakes === undefined)
        nodesByName[node.name] = [node];
    else
        namesakes.push(node);
}
/** Most nodes are files, for which nothing has to be made. */
const inReverse = ({ children }) => children.size === 0 ? NOTHING : [...children.values()].reverse();

// EXTERNAL MODULE: ./src/core/patterns/path-set.ts
var path_set = __webpack_require__(5457);
;// CONCATENATED MODULE: ./src/core/patterns/path-index.ts





/** How many bounds of answers may be remembered. */
const path_index_MOST_REMEMBERED = 8_000_000;
/** The same text for patterns of the same alternatives, however they are written; exceptions apart from others. */
const patternKey = ({ alternatives, negated }) => (negated ? '!' : '') + keyOf(alternatives);
/** No name is empty or holds a slash, so that one slash parts names and two part alternatives. */
const keyOf = (alternatives) => alternatives
    .map((alternative) => alternative.map(spell).join('/'))
    .sort()
    .join('//');
function spell(segment) {
    switch (segment.kind) {
        case 'literal':
            return `=${segment.text}`;
        case 'glob':
            return `~${segment.text}`;
        case 'any-depth':
            return '**';
    }
}
/** Indexes the paths, each of them once. */
function createPathIndex(paths) {
    const tree = createPathTree(paths);
    const toGlob = createNameGlobs(tree);
    const answers = new Map();
    const remember = createAllowance(path_index_MOST_REMEMBERED, () => {
        answers.clear();
    });
    return {
        tree,
        paths: tree.paths,
        matching(pattern) {
            const key = keyOf(pattern.alternatives);
            const known = answers.get(key);
            if (known !== undefined)
                return known;
            const answer = toSet(pattern.alternatives.flatMap((alternative) => matchTree(tree, alternative, toGlob)));
            remember(answer.bounds.length + 1);
            answers.set(key, answer);
            return answer;
        },
    };
}
function toSet(nodes) {
    const ranges = (0,path_set/* collectRanges */.Fz)();
    for (const { start, end } of nodes.toSorted((one, other) => one.start - other.start))
        ranges.add(start, end);
    return ranges.toSet();
}


/***/ }),

/***/ 5457:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fz: () => (/* binding */ collectRanges),
/* harmony export */   Pg: () => (/* binding */ firstPositions),
/* harmony export */   Re: () => (/* binding */ subtract),
/* harmony export */   UO: () => (/* binding */ isWithin),
/* harmony export */   Uq: () => (/* binding */ haveCommon),
/* harmony export */   _f: () => (/* binding */ unite),
/* harmony export */   be: () => (/* binding */ rangeOf),
/* harmony export */   lz: () => (/* binding */ eachPosition),
/* harmony export */   pM: () => (/* binding */ NO_PATHS),
/* harmony export */   sL: () => (/* binding */ hasPosition),
/* harmony export */   t6: () => (/* binding */ uniteAll),
/* harmony export */   y$: () => (/* binding */ intersect)
/* harmony export */ });
const NO_PATHS = { bounds: new Int32Array(0), count: 0 };
function collectRanges() {
    const bounds = [];
    let count = 0;
    let last = -1;
    return {
        add(start, end) {
            const from = Math.max(start, last);
            if (end <= from)
                return;
            if (from === last)
                bounds[bounds.length - 1] = end;
            else
                bounds.push(from, end);
            count += end - from;
            last = end;
        },
        toSet: () => (count === 0 ? NO_PATHS : { bounds: new Int32Array(bounds), count }),
    };
}
const rangeOf = (start, end) => end <= start ? NO_PATHS : { bounds: Int32Array.of(start, end), count: end - start };
function unite(one, other) {
    if (one.count === 0 || one === other)
        return other;
    if (other.count === 0)
        return one;
    const ranges = collectRanges();
    let left = 0;
    let right = 0;
    while (left < one.bounds.length || right < other.bounds.length) {
        if (startAt(one, left) <= startAt(other, right)) {
            ranges.add(startAt(one, left), endAt(one, left));
            left += 2;
        }
        else {
            ranges.add(startAt(other, right), endAt(other, right));
            right += 2;
        }
    }
    return ranges.toSet();
}
/** The union of many sets, two and two, so that no set is copied more often than there are doublings. */
function uniteAll(sets) {
    let level = sets;
    while (level.length > 1) {
        level = level.flatMap((set, index) => index % 2 === 0 ? [unite(set, level[index + 1] ?? NO_PATHS)] : []);
    }
    return level[0] ?? NO_PATHS;
}
function intersect(one, other) {
    if (one === other)
        return one;
    const ranges = collectRanges();
    meetings(one, other, (start, end) => {
        ranges.add(start, end);
        return true;
    });
    return ranges.toSet();
}
function haveCommon(one, other) {
    let found = false;
    meetings(one, other, () => {
        found = true;
        return false;
    });
    return found;
}
function subtract(from, taken) {
    if (taken.count === 0)
        return from;
    const ranges = collectRanges();
    let right = 0;
    for (let left = 0; left < from.bounds.length; left += 2) {
        let start = startAt(from, left);
        const end = endAt(from, left);
        right = firstEndingAfter(taken, start, right);
        while (startAt(taken, right) < end) {
            ranges.add(start, startAt(taken, right));
            start = endAt(taken, right);
            if (start >= end)
                break;
            right += 2;
        }
        ranges.add(start, end);
    }
    return ranges.toSet();
}
const isWithin = (narrow, wide) => narrow.count <= wide.count && subtract(narrow, wide).count === 0;
const hasPosition = (set, position) => startAt(set, firstEndingAfter(set, position, 0)) <= position;
function eachPosition({ bounds }, visit) {
    for (let at = 0; at < bounds.length; at += 2) {
        const end = bounds[at + 1] ?? 0;
        for (let position = bounds[at] ?? 0; position < end; position += 1)
            visit(position);
    }
}
/** The first positions of the set, at most so many. */
function firstPositions(set, most) {
    const positions = [];
    for (let at = 0; at < set.bounds.length; at += 2) {
        for (let position = startAt(set, at); position < endAt(set, at); position += 1) {
            if (positions.length >= most)
                return positions;
            positions.push(position);
        }
    }
    return positions;
}
/** Hands over each range that both sets have, in order, until told to stop. */
function meetings(one, other, meet) {
    const [few, many] = one.bounds.length <= other.bounds.length ? [one, other] : [other, one];
    let right = 0;
    for (let left = 0; left < few.bounds.length; left += 2) {
        const start = startAt(few, left);
        const end = endAt(few, left);
        right = firstEndingAfter(many, start, right);
        while (startAt(many, right) < end) {
            if (!meet(Math.max(start, startAt(many, right)), Math.min(end, endAt(many, right))))
                return;
            if (endAt(many, right) > end)
                break;
            right += 2;
        }
    }
}
const startAt = ({ bounds }, at) => bounds[at] ?? Infinity;
const endAt = ({ bounds }, at) => bounds[at + 1] ?? Infinity;
/** The first range, from `at` on, that ends after the position: by strides that double, then by halves. */
function firstEndingAfter(set, position, at) {
    if (endAt(set, at) > position)
        return at;
    let stride = 2;
    while (endAt(set, at + stride) <= position)
        stride *= 2;
    let low = at + stride / 2;
    let high = Math.min(at + stride, set.bounds.length);
    low -= low % 2;
    while (low < high) {
        const middle = ((low + high) >>> 2) * 2;
        if (endAt(set, middle) <= position)
            low = middle + 2;
        else
            high = middle;
    }
    return low;
}


/***/ })

};
