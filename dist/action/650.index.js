export const id = 650;
export const ids = [650];
export const modules = {

/***/ 1650:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   spliceSquashes: () => (/* binding */ spliceSquashes)
/* harmony export */ });
/**
 * The history as it would be had each pull request been merged and not squashed: the squashed commit is the clean merge of its
 * parent with the pull request's head, whose commits stand before it. Expects the history to hold those commits. The
 * squashed commit itself says and does nothing any more. `null` where the commits would then run in a circle, or where one
 * of the squashed ones is not there or has not one parent: then nothing is what it was taken for.
 */
function spliceSquashes(history, squashes) {
    const heads = new Map(squashes.map(({ commit, head }) => [commit, head]));
    const found = history.commits.filter(({ sha, parents }) => heads.has(sha) && parents.length === 1);
    if (found.length !== heads.size)
        return null;
    const commits = history.commits.map((commit) => asMerge(commit, heads.get(commit.sha)));
    const ordered = parentsFirst(commits);
    return ordered === null ? null : { ...history, commits: ordered };
}
const asMerge = (commit, head) => head === undefined
    ? commit
    : {
        ...commit,
        parents: [...commit.parents, head],
        message: commit.subject,
        trailers: [],
        changes: [],
        isExact: true,
    };
/** As near to the given order as can be; `null` where the commits run in a circle. */
function parentsFirst(commits) {
    const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
    const states = new Map();
    const ordered = [];
    for (const start of commits) {
        const way = [start];
        for (let commit = way.at(-1); commit !== undefined; commit = way.at(-1)) {
            if (states.get(commit.sha) === 'done') {
                way.pop();
                continue;
            }
            const isBack = states.get(commit.sha) === 'open';
            states.set(commit.sha, 'open');
            const waiting = commit.parents.flatMap((parent) => {
                const found = bySha.get(parent);
                return found === undefined || states.get(parent) === 'done' ? [] : [found];
            });
            if (waiting.length === 0) {
                states.set(commit.sha, 'done');
                ordered.push(commit);
                way.pop();
            }
            else if (isBack || waiting.some(({ sha }) => states.get(sha) === 'open'))
                return null;
            else
                way.push(...waiting);
        }
    }
    return ordered;
}


/***/ })

};
