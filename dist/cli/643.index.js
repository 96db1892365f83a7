export const id = 643;
export const ids = [643];
export const modules = {

/***/ 3643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGitHub: () => (/* binding */ openGitHub)
});

;// CONCATENATED MODULE: ./lib/github/answer.js
const reasons = {
    401: 'refused',
    403: 'forbidden',
    404: 'missing',
    409: 'conflict',
    410: 'missing',
    422: 'invalid',
    429: 'limited',
    451: 'forbidden',
};
/** A status of HTTP as a reason. A limit also comes as 403. https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function refusalOf(status, message, isLimited) {
    const reason = isLimited ? 'limited' : (reasons[status] ?? 'unavailable');
    return { ok: false, reason, status, message };
}
const shortMessage = 120;
/** What a refusal tells: without links, on one line. */
function shortenMessage(text) {
    const [first = ''] = text.split(/\n| - https?:/);
    return first.slice(0, shortMessage).trim();
}

;// CONCATENATED MODULE: ./lib/github/budget.js
class OutOfBudget extends Error {
}
function isOutOfBudget(error) {
    return error instanceof OutOfBudget || (error instanceof Error && error.cause instanceof OutOfBudget);
}
function openBudget({ calls, total, longestWait, second }) {
    const started = performance.now();
    let spent = 0;
    const isOver = (more = 0) => performance.now() - started + more > total;
    return {
        get calls() {
            return spent;
        },
        spend() {
            if (spent >= calls)
                throw new OutOfBudget(`a run asks GitHub at most ${calls} times`);
            if (isOver())
                throw new OutOfBudget(`a run waits for GitHub at most ${Math.round(total / 1000)} s`);
            spent += 1;
        },
        allowsWait: (milliseconds) => milliseconds <= longestWait * second && !isOver(milliseconds),
    };
}
/** A fetch that counts and that gives up. */
function boundedFetch({ timeout }, budget) {
    return (input, init) => {
        budget.spend();
        return fetch(input, { ...init, signal: AbortSignal.timeout(timeout) });
    };
}

;// CONCATENATED MODULE: ./lib/github/patience.js
const usualPatience = {
    retries: 2,
    second: 1000,
    longestWait: 60,
    secondaryWait: 30,
    timeout: 15_000,
    total: 180_000,
    outages: 2,
    calls: 200,
};

;// CONCATENATED MODULE: ./lib/github/client.js



/** Loads the client, which costs a while, and opens it. */
async function openGitHub(options) {
    const patience = options.patience ?? usualPatience;
    const budget = openBudget(patience);
    const octokit = await loadOctokit(options, patience, budget);
    const known = new Map();
    let outages = 0;
    const send = async (route, parameters) => {
        if (outages >= patience.outages)
            return { ok: false, reason: 'unavailable', message: 'GitHub did not answer before' };
        const answer = await request(octokit, route, parameters, patience);
        outages = !answer.ok && answer.reason === 'unavailable' ? outages + 1 : 0;
        return answer;
    };
    return {
        async read(route, parameters, schema) {
            const key = JSON.stringify([route, parameters]);
            const answer = known.get(key) ?? send(route, parameters);
            known.set(key, answer);
            return check(await answer, schema);
        },
        async ask(route, parameters, schema) {
            return check(await send(route, parameters), schema);
        },
        calls: () => budget.calls,
    };
}
async function loadOctokit(options, patience, budget) {
    const [{ Octokit: Plain }, { retry }, { throttling }] = await Promise.all([
        __webpack_require__.e(/* import() */ 988).then(__webpack_require__.bind(__webpack_require__, 9988)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(735)]).then(__webpack_require__.bind(__webpack_require__, 9735)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(856)]).then(__webpack_require__.bind(__webpack_require__, 2094)),
    ]);
    const Patient = Plain.plugin(retry, throttling);
    const mayWait = (seconds, _, __, count) => count < patience.retries && budget.allowsWait(seconds * patience.second);
    return new Patient({
        ...(options.token === undefined ? {} : { auth: options.token }),
        baseUrl: options.baseUrl.replace(/\/+$/, ''),
        userAgent: `stagegate/${options.version}`,
        log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
        request: { fetch: boundedFetch(patience, budget) },
        retry: {
            retries: patience.retries,
            retryAfterBaseValue: patience.second,
            doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451],
        },
        throttle: {
            id: options.baseUrl,
            retryAfterBaseValue: patience.second,
            fallbackSecondaryRateRetryAfter: patience.secondaryWait,
            onRateLimit: mayWait,
            onSecondaryRateLimit: mayWait,
        },
    });
}
function ignore() {
    // Octokit's own words belong in no report.
}
const apiVersion = { 'x-github-api-version': '2022-11-28' };
async function request(octokit, route, parameters, patience) {
    for (let attempt = 0;; attempt += 1) {
        try {
            const { data } = await octokit.request(route, { ...parameters, headers: apiVersion });
            return { ok: true, value: data };
        }
        catch (error) {
            const wait = plainWait(error);
            if (wait === undefined || wait > patience.longestWait || attempt >= 1)
                return explain(error);
            await new Promise((resolve) => setTimeout(resolve, wait * patience.second));
        }
    }
}
function toFailure(error) {
    return typeof error === 'object' && error !== null ? error : {};
}
/** A limit that names neither of GitHub's two by its words, as a proxy sends it. */
function plainWait(error) {
    const { status, message = '', response } = toFailure(error);
    if (status !== 429 || /secondary rate/i.test(message))
        return undefined;
    if (response?.headers?.['x-ratelimit-remaining'] === '0')
        return undefined;
    const after = Number(response?.headers?.['retry-after']);
    return Number.isFinite(after) ? after : undefined;
}
function explain(error) {
    const { status = 0, message = String(error), response } = toFailure(error);
    if (isOutOfBudget(error))
        return { ok: false, reason: 'limited', message: shortenMessage(message) };
    if (response === undefined)
        return { ok: false, reason: 'unavailable', message: shortenMessage(message) };
    const isLimited = status === 429 ||
        (status === 403 &&
            (/rate limit/i.test(message) ||
                response.headers?.['x-ratelimit-remaining'] === '0' ||
                response.headers?.['retry-after'] !== undefined));
    return refusalOf(status, `HTTP ${status}: ${shortenMessage(message)}`, isLimited);
}
function check(answer, schema) {
    if (!answer.ok)
        return answer;
    const parsed = schema.safeParse(answer.value);
    if (parsed.success)
        return { ok: true, value: parsed.data };
    return { ok: false, reason: 'malformed', message: 'its answer was not of the documented form' };
}


/***/ })

};
