export const id = 274;
export const ids = [274];
export const modules = {

/***/ 3274:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createPathRulings: () => (/* binding */ createPathRulings)
});

// EXTERNAL MODULE: ./src/core/lint/measured-agent.ts + 1 modules
var measured_agent = __webpack_require__(800);
// EXTERNAL MODULE: ./src/core/patterns/path-index.ts + 5 modules
var path_index = __webpack_require__(5701);
// EXTERNAL MODULE: ./src/core/patterns/path-set.ts
var path_set = __webpack_require__(5457);
;// CONCATENATED MODULE: ./src/core/judgement/members.ts

/** Splits the positions into groups of the same members: a set takes some of a group, or all of it. */
function createMembers(size) {
    const groupAt = new Int32Array(size);
    const sizes = [size];
    const lists = [[]];
    return {
        at: (position) => lists[groupAt[position] ?? 0] ?? [],
        add(name, set) {
            const taken = new Map();
            (0,path_set/* eachPosition */.lz)(set, (position) => {
                const group = groupAt[position] ?? 0;
                taken.set(group, (taken.get(group) ?? 0) + 1);
            });
            const movesTo = new Map();
            for (const [group, count] of taken) {
                const members = lists[group] ?? [];
                if (count === sizes[group]) {
                    members.push(name);
                    continue;
                }
                movesTo.set(group, lists.length);
                sizes[group] = (sizes[group] ?? 0) - count;
                sizes.push(count);
                lists.push([...members, name]);
            }
            (0,path_set/* eachPosition */.lz)(set, (position) => {
                const target = movesTo.get(groupAt[position] ?? 0);
                if (target !== undefined)
                    groupAt[position] = target;
            });
        },
    };
}

;// CONCATENATED MODULE: ./src/core/judgement/path-rulings.ts



/** So many questions are answered one by one sooner than an index is built. */
const FEW = 500;
/** Answers many questions about these paths from an index of them; the first few are not known, as it is not built for them. */
function createPathRulings(roster, paths, few = FEW) {
    let asked = 0;
    let measured = null;
    const ask = (path, kind) => {
        asked += 1;
        if (asked <= few)
            return null;
        measured ??= measure(roster, paths);
        const position = measured.positions.get(path);
        return position === undefined ? null : measured[kind].at(position);
    };
    return { owners: (path) => ask(path, 'owners'), denied: (path) => ask(path, 'denied') };
}
function measure({ agents }, paths) {
    const index = (0,path_index/* createPathIndex */.I)(paths);
    const owners = createMembers(index.paths.length);
    const denied = createMembers(index.paths.length);
    for (const agent of agents) {
        const measured = (0,measured_agent/* measureAgent */.c3)(agent, index);
        owners.add(agent.name, measured.owned);
        denied.add(agent.name, measured.denied);
    }
    return { positions: new Map(index.paths.map((path, position) => [path, position])), owners, denied };
}


/***/ })

};
