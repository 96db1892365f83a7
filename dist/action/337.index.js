export const id = 337;
export const ids = [337];
export const modules = {

/***/ 337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPolicyText: () => (/* binding */ readPolicyText)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2857);
/* harmony import */ var _model_policy_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(611);


const Ref = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ object: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }) });
const File = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('file'), content: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), encoding: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('base64') });
/**
 * Fetches a policy of another repository at a commit or a tag. A branch is refused: what it asks for would change without
 * a change here, and no result could be repeated.
 * https://docs.github.com/en/rest/repos/contents#get-repository-content
 */
async function readPolicyText(github, reference) {
    const { owner, repo, path, ref } = reference;
    const tag = isCommit(ref) ? undefined : await readRef(github, reference, 'tags');
    if (tag?.ok === false)
        return explainTag(github, reference, tag);
    const route = 'GET /repos/{owner}/{repo}/contents/{path}';
    const at = tag === undefined ? ref : `refs/tags/${ref}`;
    const found = await github.read(route, { owner, repo, path, ref: at }, File);
    if (!found.ok)
        return explain(reference, found);
    return { ok: true, text: Buffer.from(found.value.content, 'base64').toString('utf8') };
}
function isCommit(ref) {
    return /^[0-9a-f]{40}$/.test(ref);
}
function readRef(github, { owner, repo, ref }, kind) {
    return github.read('GET /repos/{owner}/{repo}/git/ref/{ref}', { owner, repo, ref: `${kind}/${ref}` }, Ref);
}
async function explainTag(github, reference, refusal) {
    if (refusal.reason !== 'missing')
        return explain(reference, refusal);
    const branch = await readRef(github, reference, 'heads');
    if (!branch.ok)
        return explain(reference, branch);
    const reason = `${(0,_model_policy_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOfReference */ .iE)(reference)}: ${reference.ref} is a branch, so what it asks for could change without a change here; name a commit (40 digits) or a tag`;
    return { ok: false, isRefused: true, reason };
}
function explain(reference, { reason, message }) {
    const { owner, repo } = reference;
    const where = `${owner}/${repo}`;
    const isHidden = reason === 'missing' || reason === 'forbidden' || reason === 'refused';
    const help = isHidden
        ? `; it is not there, or the token may not read ${where} (a job's own token reads no other private repository): hand in one with contents: read there`
        : '';
    return { ok: false, reason: `${(0,_model_policy_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOfReference */ .iE)(reference)} could not be read: ${message}${help}` };
}


/***/ })

};
