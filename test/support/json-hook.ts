import { registerHooks } from 'node:module';

/** A package imports JSON without saying so, which a bundler accepts and Node does not. */
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
