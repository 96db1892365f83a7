export const id = 191;
export const ids = [191];
export const modules = {

/***/ 9191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readSettings: () => (/* binding */ readSettings)
});

;// CONCATENATED MODULE: ./lib/lib/group-by.js
/** Items by a key, in the order in which they come. */
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const group = groups.get(keyOf(item));
        if (group)
            group.push(item);
        else
            groups.set(keyOf(item), [item]);
    }
    return groups;
}

// EXTERNAL MODULE: ./lib/model/setting.js + 1 modules
var setting = __webpack_require__(8215);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
;// CONCATENATED MODULE: ./lib/github/settings/protection.js

const Branch = schemas/* object */.Ikc({ protected: schemas/* boolean */.zMY() });
const Protection = schemas/* object */.Ikc({
    required_status_checks: schemas/* object */.Ikc({ contexts: schemas/* array */.YOg(schemas/* string */.YjP()).optional(), checks: schemas/* array */.YOg(schemas/* object */.Ikc({ context: schemas/* string */.YjP() })).optional() })
        .optional(),
    required_pull_request_reviews: schemas/* object */.Ikc({
        required_approving_review_count: schemas/* int */.Whr().optional(),
        require_code_owner_reviews: schemas/* boolean */.zMY().optional(),
        require_last_push_approval: schemas/* boolean */.zMY().optional(),
        dismiss_stale_reviews: schemas/* boolean */.zMY().optional(),
        bypass_pull_request_allowances: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* unknown */.L5J())).optional(),
    })
        .optional(),
    enforce_admins: schemas/* object */.Ikc({ enabled: schemas/* boolean */.zMY() }).optional(),
});
/**
 * The classic protection of a branch. Whether there is one everybody may know, what it asks for only administrators.
 * https://docs.github.com/en/rest/branches/branch-protection#get-branch-protection
 */
async function readProtection(github, name, branch) {
    const found = await github.read('GET /repos/{owner}/{repo}/branches/{branch}', { ...name, branch }, Branch);
    if (!found.ok)
        return { ok: false, refusal: found, permission: 'contents: read' };
    if (!found.value.protected)
        return { ok: true, rules: [] };
    const details = await github.read('GET /repos/{owner}/{repo}/branches/{branch}/protection', { ...name, branch }, Protection);
    if (details.ok)
        return { ok: true, rules: [describeProtection(details.value)] };
    // Rulesets alone protect a branch too, and then there is none of these.
    if (details.reason === 'missing' && /branch not protected/i.test(details.message))
        return { ok: true, rules: [] };
    return { ok: false, refusal: details, permission: 'administration: read' };
}
function describeProtection(protection) {
    const { required_status_checks: status, required_pull_request_reviews: reviews } = protection;
    const checks = [...new Set([...(status?.contexts ?? []), ...(status?.checks ?? []).map(({ context }) => context)])];
    const isPassed = Object.values(reviews?.bypass_pull_request_allowances ?? {}).some((actors) => actors.length > 0);
    return {
        topic: 'branch-rule',
        name: 'branch protection',
        values: {
            source: 'protection',
            bypass: isPassed || protection.enforce_admins?.enabled !== true ? 'some' : 'none',
            ...(reviews === undefined
                ? {}
                : {
                    reviews: String(reviews.required_approving_review_count ?? 0),
                    'code-owners': String(reviews.require_code_owner_reviews === true),
                    'last-push-approval': String(reviews.require_last_push_approval === true),
                    'dismiss-stale': String(reviews.dismiss_stale_reviews === true),
                }),
            ...Object.fromEntries(checks.map((context, index) => [`checks.${index}`, context])),
        },
    };
}

;// CONCATENATED MODULE: ./lib/github/settings/rulesets.js

const Rule = schemas/* object */.Ikc({
    type: schemas/* string */.YjP(),
    ruleset_id: schemas/* int */.Whr().optional(),
    parameters: schemas/* object */.Ikc({
        required_approving_review_count: schemas/* int */.Whr().optional(),
        require_code_owner_review: schemas/* boolean */.zMY().optional(),
        require_last_push_approval: schemas/* boolean */.zMY().optional(),
        dismiss_stale_reviews_on_push: schemas/* boolean */.zMY().optional(),
        required_status_checks: schemas/* array */.YOg(schemas/* object */.Ikc({ context: schemas/* string */.YjP() })).optional(),
        strict_required_status_checks_policy: schemas/* boolean */.zMY().optional(),
    })
        .optional(),
});
const Ruleset = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    bypass_actors: schemas/* array */.YOg(schemas/* object */.Ikc({ actor_id: schemas/* int */.Whr().nullish(), actor_type: schemas/* string */.YjP(), bypass_mode: schemas/* string */.YjP().optional() }))
        .optional(),
});
/** Rulesets that are asked one by one whom they let by. */
const rulesetLimit = 20;
const pageSize = 100;
/** Rules of one branch; nobody has more in earnest. */
const pageLimit = 5;
/**
 * The active rules of rulesets on a branch, a setting for each ruleset. Whom a ruleset lets by is told only to those who
 * may change it. https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch
 */
async function readRulesets(github, name, branch) {
    const found = await readRules(github, name, branch);
    if (!found.ok)
        return { ok: false, refusal: found, permission: 'metadata: read' };
    const telling = found.value.filter(({ type }) => ['pull_request', 'required_status_checks', 'merge_queue'].includes(type));
    const ids = [...new Set(telling.map((rule) => rule.ruleset_id))];
    const rules = await Promise.all(ids.map(async (id, index) => {
        const details = id === undefined || index >= rulesetLimit ? undefined : await readRuleset(github, name, id);
        const own = telling.filter((rule) => rule.ruleset_id === id);
        return describeRuleset(id, own, details?.ok ? details.value : undefined);
    }));
    return { ok: true, rules };
}
async function readRules(github, name, branch) {
    const all = [];
    for (let page = 1; page <= pageLimit; page += 1) {
        const answer = await github.read('GET /repos/{owner}/{repo}/rules/branches/{branch}', { ...name, branch, per_page: pageSize, page }, schemas/* array */.YOg(Rule));
        if (!answer.ok)
            return answer;
        all.push(...answer.value);
        if (answer.value.length < pageSize)
            return { ok: true, value: all };
    }
    return { ok: false, reason: 'limited', message: `more than ${pageSize * pageLimit} rules` };
}
/** https://docs.github.com/en/rest/repos/rules#get-a-repository-ruleset */
function readRuleset(github, name, id) {
    return github.read('GET /repos/{owner}/{repo}/rulesets/{ruleset_id}', { ...name, ruleset_id: id }, Ruleset);
}
function describeRuleset(id, rules, details) {
    const reviews = rules.filter(({ type }) => type === 'pull_request').map(({ parameters }) => parameters ?? {});
    const checks = rules.flatMap(({ parameters }) => parameters?.required_status_checks ?? []);
    const asks = (key) => String(reviews.some((review) => review[key] === true));
    return {
        topic: 'branch-rule',
        name: details?.name ?? `ruleset ${id ?? ''}`.trim(),
        values: {
            source: 'ruleset',
            bypass: describeBypass(details),
            ...(reviews.length === 0
                ? {}
                : {
                    reviews: String(Math.max(...reviews.map((review) => review.required_approving_review_count ?? 0))),
                    'code-owners': asks('require_code_owner_review'),
                    'last-push-approval': asks('require_last_push_approval'),
                    'dismiss-stale': asks('dismiss_stale_reviews_on_push'),
                }),
            ...(rules.some(({ type }) => type === 'merge_queue') ? { 'merge-queue': 'true' } : {}),
            ...Object.fromEntries(checks.map(({ context }, index) => [`checks.${index}`, context])),
        },
    };
}
/** Roles below maintainer: who has one of these is everybody who can push, or can read. 1 read, 3 triage, 4 write. */
const everyonesRoles = [1, 3, 4];
function describeBypass(details) {
    const actors = details?.bypass_actors;
    if (actors === undefined)
        return 'unread';
    if (actors.length === 0)
        return 'none';
    const isForAll = actors.some((actor) => actor.actor_type === 'RepositoryRole' && everyonesRoles.includes(actor.actor_id));
    return isForAll ? 'everyone' : 'some';
}

;// CONCATENATED MODULE: ./lib/github/settings/unread.js
const words = {
    refused: 'GitHub does not accept the token; give it a valid one',
    forbidden: '',
    missing: '',
    conflict: 'run it again: GitHub was busy with a change',
    invalid: 'run it again, and report it if it stays: GitHub did not understand the request',
    limited: 'run it again later: the limit of requests was reached',
    unavailable: 'run it again later: GitHub did not answer',
    malformed: 'run it again later: GitHub gave an answer that could not be read',
};
/** What would settle something that could not be read: for want of a permission (a 404 too), the least one that would do. */
function settleBy({ reason }, permission) {
    return words[reason] === '' ? `give the token the permission ${permission}` : words[reason];
}

;// CONCATENATED MODULE: ./lib/github/settings/branch.js



/**
 * The rules of the branch that is deployed: a setting for each ruleset and for its classic protection, and one that says
 * whether all of them could be read.
 */
async function readBranch(github, name, branch) {
    const readings = await Promise.all([readRulesets(github, name, branch), readProtection(github, name, branch)]);
    const rules = readings.flatMap((reading) => (reading.ok ? reading.rules : []));
    const unread = readings.flatMap((reading) => reading.ok ? [] : [{ unread: reading.refusal.reason, settle: settleBy(reading.refusal, reading.permission) }]);
    if (unread.length === 0)
        return [...rules, { topic: 'branch', name: branch }];
    return [...rules, ...unread.map((why) => ({ topic: 'branch', name: branch, ...why }))];
}

;// CONCATENATED MODULE: ./lib/github/settings/deployments.js



const Deployment = schemas/* object */.Ikc({
    environment: schemas/* string */.YjP(),
    created_at: schemas/* string */.YjP(),
    creator: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullish(),
});
const Deployments = schemas/* array */.YOg(Deployment);
const deployments_pageSize = 100;
/**
 * A setting for each environment that was deployed to lately and for each that did: how often, and when last.
 * https://docs.github.com/en/rest/deployments/deployments#list-deployments
 */
async function readDeployments(github, name) {
    const found = await github.read('GET /repos/{owner}/{repo}/deployments', { ...name, per_page: deployments_pageSize }, Deployments);
    if (!found.ok) {
        const settle = settleBy(found, 'deployments: read');
        return [{ topic: 'deployment', name: '*', unread: found.reason, settle }];
    }
    const groups = groupBy(found.value, ({ environment, creator }) => JSON.stringify([environment, creator?.login]));
    return [...groups.values()].map((group) => {
        const [first] = group;
        const last = group.map(({ created_at: at }) => at.slice(0, 10)).sort();
        const by = first?.creator?.login;
        return {
            topic: 'deployment',
            name: first?.environment ?? '',
            values: { count: String(group.length), last: last.at(-1) ?? '', ...(by === undefined ? {} : { by }) },
        };
    });
}

;// CONCATENATED MODULE: ./lib/github/settings/environments.js


const Environment = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    protection_rules: schemas/* array */.YOg(schemas/* object */.Ikc({
        type: schemas/* string */.YjP(),
        wait_timer: schemas/* int */.Whr().optional(),
        prevent_self_review: schemas/* boolean */.zMY().optional(),
        reviewers: schemas/* array */.YOg(schemas/* unknown */.L5J()).optional(),
    }))
        .optional(),
    deployment_branch_policy: schemas/* object */.Ikc({ protected_branches: schemas/* boolean */.zMY(), custom_branch_policies: schemas/* boolean */.zMY() })
        .nullish(),
});
const Environments = schemas/* object */.Ikc({ total_count: schemas/* int */.Whr(), environments: schemas/* array */.YOg(Environment) });
const CustomRules = schemas/* object */.Ikc({
    custom_deployment_protection_rules: schemas/* array */.YOg(schemas/* object */.Ikc({ enabled: schemas/* boolean */.zMY() })).optional(),
});
const environments_pageSize = 100;
const permission = 'actions: read';
/** Environments that are asked one by one which services have to agree. */
const customRuleLimit = 10;
/** A setting for each environment. https://docs.github.com/en/rest/deployments/environments#list-environments */
async function readEnvironments(github, name) {
    const found = await github.read('GET /repos/{owner}/{repo}/environments', { ...name, per_page: environments_pageSize }, Environments);
    if (!found.ok)
        return [{ topic: 'environment', name: '*', unread: found.reason, settle: settleBy(found, permission) }];
    const { environments, total_count: count } = found.value;
    const open = environments.filter((environment) => countReviewers(environment) === 0);
    const settings = await Promise.all(environments.map((environment) => open.indexOf(environment) < customRuleLimit ? readOne(github, name, environment) : describe(environment)));
    if (count <= environments.length)
        return settings.length > 0 ? settings : [none];
    const settle = `attest it: only the first ${environments_pageSize} environments are read`;
    return [...settings, { topic: 'environment', name: '*', unread: 'limited', settle }];
}
/** That there are none is known too. */
const none = { topic: 'environment', name: '' };
async function readOne(github, name, environment) {
    if (countReviewers(environment) > 0)
        return describe(environment);
    const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules';
    const answer = await github.read(route, { ...name, environment_name: environment.name }, CustomRules);
    const rules = answer.ok ? (answer.value.custom_deployment_protection_rules ?? []) : [];
    return describe(environment, rules.filter(({ enabled }) => enabled).length);
}
function countReviewers({ protection_rules: rules = [] }) {
    return rules.flatMap(({ type, reviewers = [] }) => (type === 'required_reviewers' ? reviewers : [])).length;
}
function describe(environment, customRules = 0) {
    const { name, protection_rules: rules = [], deployment_branch_policy: policy } = environment;
    return {
        topic: 'environment',
        name,
        values: {
            reviewers: String(countReviewers(environment)),
            'prevent-self-review': String(rules.some((rule) => rule.prevent_self_review === true)),
            'wait-timer': String(Math.max(0, ...rules.map((rule) => rule.wait_timer ?? 0))),
            branches: policy == null ? 'any' : policy.protected_branches ? 'protected' : 'chosen',
            'custom-rules': String(customRules),
        },
    };
}

;// CONCATENATED MODULE: ./lib/github/settings/repository.js

const Repository = schemas/* object */.Ikc({
    default_branch: schemas/* string */.YjP(),
    private: schemas/* boolean */.zMY(),
    fork: schemas/* boolean */.zMY(),
    archived: schemas/* boolean */.zMY(),
    pushed_at: schemas/* string */.YjP().nullish(),
});
/** https://docs.github.com/en/rest/repos/repos#get-a-repository */
function readRepository(github, name) {
    return github.read('GET /repos/{owner}/{repo}', name, Repository);
}
function repositorySetting(name, found) {
    return {
        topic: 'repository',
        name: `${name.owner}/${name.repo}`,
        values: {
            'default-branch': found.default_branch,
            private: String(found.private),
            fork: String(found.fork),
            archived: String(found.archived),
        },
    };
}

;// CONCATENATED MODULE: ./lib/github/settings/runs.js

const Run = schemas/* object */.Ikc({ workflow_id: schemas/* int */.Whr(), conclusion: schemas/* string */.YjP().nullish(), created_at: schemas/* string */.YjP() });
const Runs = schemas/* object */.Ikc({ workflow_runs: schemas/* array */.YOg(Run) });
const runs_pageSize = 100;
const quietPageSize = 10;
/** Runs that have to have failed, one after the other, before that says more than that a change was bad. */
const failingFrom = 5;
const day = 24 * 60 * 60 * 1000;
/** A pipeline that has not run for so long, while the code moved on, starts no more. */
const dormantDays = 365;
/** The latest runs of all workflows. https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-repository */
async function readLatestRuns(github, name) {
    const parameters = { ...name, status: 'completed', per_page: runs_pageSize };
    const found = await github.read('GET /repos/{owner}/{repo}/actions/runs', parameters, Runs);
    return found.ok ? found.value.workflow_runs : [];
}
/** The latest runs of one. */
async function readRunsOf(github, name, id) {
    const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
    const parameters = { ...name, workflow_id: id, status: 'completed', per_page: quietPageSize };
    const found = await github.read(route, parameters, Runs);
    return found.ok ? found.value.workflow_runs : [];
}
/** What the runs of a workflow say; nothing where there is none, since old ones are deleted. */
function describeRuns(runs, pushedAt) {
    const ended = runs
        .filter(({ conclusion }) => conclusion === 'success' || conclusion === 'failure' || conclusion === 'timed_out')
        .sort((a, b) => (a.created_at < b.created_at ? 1 : -1));
    const [latest] = ended;
    if (latest === undefined)
        return {};
    const isDormant = pushedAt !== undefined && Date.parse(pushedAt) - Date.parse(latest.created_at) > dormantDays * day;
    const isFailing = ended.length >= failingFrom && ended.every(({ conclusion }) => conclusion !== 'success');
    return {
        'last-run': latest.created_at.slice(0, 10),
        runs: isFailing ? 'failing' : isDormant ? 'dormant' : 'passing',
    };
}

;// CONCATENATED MODULE: ./lib/github/settings/workflows.js



const Workflow = schemas/* object */.Ikc({ id: schemas/* int */.Whr(), path: schemas/* string */.YjP(), state: schemas/* string */.YjP() });
const Workflows = schemas/* object */.Ikc({ total_count: schemas/* int */.Whr(), workflows: schemas/* array */.YOg(Workflow) });
const workflows_pageSize = 100;
const workflows_permission = 'actions: read';
/** Workflows that are asked one by one for their runs, since none is among the repository's latest. */
const quietWorkflowLimit = 10;
/**
 * A setting for each workflow: whether it is switched off, and how it ended lately. `pushedAt` is the latest change.
 * https://docs.github.com/en/rest/actions/workflows#list-repository-workflows
 */
async function readWorkflows(github, name, pushedAt) {
    const [found, latest] = await Promise.all([
        github.read('GET /repos/{owner}/{repo}/actions/workflows', { ...name, per_page: workflows_pageSize }, Workflows),
        readLatestRuns(github, name),
    ]);
    if (!found.ok)
        return [{ topic: 'workflow', name: '*', unread: found.reason, settle: settleBy(found, workflows_permission) }];
    // Those of the platform itself (dependabot, pages) have no file here.
    const workflows = found.value.workflows.filter(({ path }) => path.startsWith('.github/'));
    const quiet = workflows.filter(({ id, state }) => state === 'active' && !latest.some((run) => run.workflow_id === id));
    const asked = await Promise.all(quiet.slice(0, quietWorkflowLimit).map(({ id }) => readRunsOf(github, name, id)));
    return workflows.map((workflow) => workflows_describe(workflow, [...latest, ...asked.flat()], pushedAt));
}
function workflows_describe({ id, path, state }, runs, pushedAt) {
    const own = runs.filter((run) => run.workflow_id === id);
    return { topic: 'workflow', name: path, values: { state, ...describeRuns(own, pushedAt) } };
}

;// CONCATENATED MODULE: ./lib/github/settings/read-settings.js








/**
 * Reads what is set on GitHub for a repository. What can't be read is a fact too, which says what would settle it: it is
 * neither met nor missing.
 */
async function readSettings(github, name) {
    const found = await readRepository(github, name);
    const known = found.ok
        ? [
            repositorySetting(name, found.value),
            ...(await Promise.all([
                readBranch(github, name, found.value.default_branch),
                readEnvironments(github, name),
                readWorkflows(github, name, found.value.pushed_at ?? undefined),
                readDeployments(github, name),
            ])).flat(),
        ]
        : unreadAll(found);
    const facts = known.map(setting/* settingFact */.F4).sort(byContent);
    return { facts, diagnostics: [...tellUnread(facts), ...tellDisabled(facts)], calls: github.calls() };
}
function unreadAll(refusal) {
    const why = { unread: refusal.reason, settle: settleBy(refusal, 'metadata: read') };
    return [
        { topic: 'repository', name: '*', ...why },
        { topic: 'branch', name: '*', ...why },
        { topic: 'environment', name: '*', ...why },
        { topic: 'workflow', name: '*', ...why },
        { topic: 'deployment', name: '*', ...why },
    ];
}
function byContent(a, b) {
    const [first, second] = [JSON.stringify(a), JSON.stringify(b)];
    return first < second ? -1 : first > second ? 1 : 0;
}
/** One line for each thing that would help. */
function tellUnread(facts) {
    const bySettle = groupBy(facts.filter(({ unread }) => unread !== undefined), ({ settle = '' }) => settle);
    return [...bySettle].map(([settle, group]) => {
        const topics = [...new Set(group.map(({ topic }) => (topic === 'branch' ? 'branch rules' : `${topic} settings`)))];
        const message = `${topics.join(', ')} of GitHub could not be read; ${settle}`;
        return { level: 'warning', code: 'setting-unread', message };
    });
}
function tellDisabled(facts) {
    return facts
        .filter(({ topic, values }) => topic === 'workflow' && values.state?.startsWith('disabled'))
        .map(({ name, values }) => {
        const message = `${name} is switched off on GitHub (${values.state}), so that its jobs count for nothing`;
        return { level: 'warning', code: 'workflow-disabled', message };
    });
}


/***/ })

};
