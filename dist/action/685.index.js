export const id = 685;
export const ids = [685];
export const modules = {

/***/ 2685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readRemoteBase: () => (/* binding */ readRemoteBase)
/* harmony export */ });
/* harmony import */ var _model_location_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1918);
/* harmony import */ var _remote_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3323);


/**
 * The files of a commit that the clone lacks, so that its policy can be read. `prefix` is the scanned folder as seen from
 * the top, with a slash behind.
 */
async function readRemoteBase(github, name, commit, prefix) {
    const found = await (0,_remote_files_js__WEBPACK_IMPORTED_MODULE_0__/* .readRemoteFiles */ .C)(github, name, commit);
    if (!found.ok)
        return found;
    const files = found.value.isTruncated ? await readWherePoliciesLie(github, name, commit) : found;
    if (!files.ok)
        return files;
    const inside = files.value.paths.filter((path) => path.startsWith(prefix) && !path.split('/').includes('..'));
    const value = {
        paths: inside.map((path) => (0,_model_location_js__WEBPACK_IMPORTED_MODULE_1__/* .repoPath */ .q)(path.slice(prefix.length))),
        read: async (path) => {
            const text = await files.value.read(prefix + path);
            return text.ok ? { ok: true, text: text.value } : { ok: false, reason: text.message };
        },
    };
    return { ok: true, value };
}
/** Of a repository that is too large to be listed, the top and `.github`. */
async function readWherePoliciesLie(github, name, commit) {
    const top = await (0,_remote_files_js__WEBPACK_IMPORTED_MODULE_0__/* .readRemoteFiles */ .C)(github, name, commit, 'top');
    if (!top.ok)
        return top;
    const below = top.value.folders.get('.github');
    const inner = below === undefined ? undefined : await (0,_remote_files_js__WEBPACK_IMPORTED_MODULE_0__/* .readRemoteFiles */ .C)(github, name, below);
    if (inner?.ok === false)
        return inner;
    const paths = inner?.value.paths.map((path) => `.github/${path}`) ?? [];
    const value = {
        ...top.value,
        paths: [...top.value.paths, ...paths],
        read: (path) => inner && path.startsWith('.github/') ? inner.value.read(path.slice('.github/'.length)) : top.value.read(path),
    };
    return { ok: true, value };
}


/***/ })

};
