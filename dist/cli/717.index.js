export const id = 717;
export const ids = [717];
export const modules = {

/***/ 3717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderBadge: () => (/* binding */ renderBadge),
  renderBadgeEndpoint: () => (/* binding */ renderBadgeEndpoint)
});

// EXTERNAL MODULE: ./node_modules/badge-maker/lib/index.js + 5 modules
var lib = __webpack_require__(8833);
// EXTERNAL MODULE: ./lib/lib/json-text.js
var json_text = __webpack_require__(5841);
// EXTERNAL MODULE: ./lib/lib/escape.js
var lib_escape = __webpack_require__(4928);
// EXTERNAL MODULE: ./lib/report/view/stage.js
var view_stage = __webpack_require__(5960);
;// CONCATENATED MODULE: ./lib/report/badge-message.js


const LABEL = 'MLOps stage';
// Dark enough for white letters; amber is light enough for dark ones.
const grey = '#6e7681';
const amber = '#fbbf24';
const stageColors = { 1: grey, 2: '#1f6feb', 3: '#1a7f37', 4: '#8250df' };
/**
 * What a badge says: the stage of the system that is least far, an arrow to its target while it is below, and `overdue`
 * in amber where a system is below its target past its date. Takes today as an ISO date.
 */
function describeBadge(report, model, today) {
    if (!report.scan.complete)
        return { label: LABEL, message: 'incomplete', color: grey };
    const [first, ...others] = report.systems;
    if (!first)
        return { label: LABEL, message: 'no AI system', color: grey };
    const lowest = others.reduce((low, system) => (comesBefore(system, low) ? system : low), first);
    const stage = lowest.stage.atLeast;
    const message = isBelow(lowest) ? `${stage} → ${lowest.target}` : (0,lib_escape/* escapeControl */.hN)((0,view_stage/* describeStage */.al)(stage, model));
    if (report.systems.some((system) => isOverdue(system, today)))
        return { label: LABEL, message: `${message}, overdue`, color: amber };
    return { label: LABEL, message, color: stageColors[stage] ?? grey };
}
/** Of two systems at one stage, the one that has further to go stands for both. */
function comesBefore(a, b) {
    const difference = a.stage.atLeast - b.stage.atLeast;
    return difference === 0 ? (a.target ?? 0) > (b.target ?? 0) : difference < 0;
}
function isBelow({ target, stage }) {
    return target !== null && stage.atLeast < target;
}
/** A target is due on its day: from then on a gap fails. */
function isOverdue(system, today) {
    return system.due !== null && today >= system.due && isBelow(system);
}

;// CONCATENATED MODULE: ./lib/report/badge.js
// Loading badge-maker takes a while (it brings tables of letter widths), so import this file only when it is asked for.



/** The badge as SVG, with a title that a screen reader speaks. Takes today as an ISO date. */
function renderBadge(report, model, today) {
    const { label, message, color } = describeBadge(report, model, today);
    return `${(0,lib/* makeBadge */.O)({ label, message, color })}\n`;
}
/** The badge as JSON for a badge service: https://shields.io/badges/endpoint-badge */
function renderBadgeEndpoint(report, model, today) {
    const { label, message, color } = describeBadge(report, model, today);
    return (0,json_text/* writeJson */.G)({ schemaVersion: 1, label, message, color });
}


/***/ })

};
