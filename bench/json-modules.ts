import { registerHooks } from 'node:module';

/** Some packages import JSON as bundlers take it, without saying so. https://nodejs.org/api/module.html#moduleregisterhooksoptions */
registerHooks({
  load: (url, context, next) =>
    url.endsWith('.json') ? next(url, { ...context, importAttributes: { type: 'json' } }) : next(url, context),
});
