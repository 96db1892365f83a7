import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { lookUp } from './schemas.ts';
import type { Exchange } from './server.ts';

type Json = Readonly<Record<string, unknown>>;

export type Contract = {
  /** What of an exchange does not fit GitHub's description, a line each. */
  breaches(exchange: Exchange): readonly string[];
};

const id = 'https://api.github.test/description';

/** Takes GitHub's description of its API, or the part of it that is called. */
export function readContract(description: unknown): Contract {
  const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: false, logger: false });
  addFormats.default(ajv);
  const known = toJson(nullable(description));
  ajv.addSchema({ ...known, $id: id });
  const compiled = new Map<string, ValidateFunction>();
  const errorsOf = (pointer: string, value: unknown): readonly string[] => {
    if (lookUp(known, pointer) === undefined) return [`the description has no ${pointer}`];
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `${id}${encodeURI(pointer)}` });
    compiled.set(pointer, validate);
    return validate(value) ? [] : (validate.errors ?? []).map(describeError);
  };
  return {
    breaches(exchange) {
      const [method = '', path = ''] = exchange.operation.split(' ');
      const place = `#/paths/${escapeKey(path)}/${method.toLowerCase()}`;
      const operation = toJson(lookUp(known, place));
      const found = [
        ...(Object.keys(operation).length === 0 ? ['the description has no such operation'] : []),
        ...queryBreaches(exchange, operation, known),
        ...requestBreaches(exchange, operation, place, errorsOf),
        ...replyBreaches(exchange, operation, place, errorsOf),
      ];
      return found.map((breach) => `${exchange.operation}: ${breach}`);
    },
  };
}

type ErrorsOf = (pointer: string, value: unknown) => readonly string[];

function requestBreaches({ body }: Exchange, operation: Json, place: string, errorsOf: ErrorsOf): readonly string[] {
  if (operation.requestBody === undefined) return body === undefined ? [] : ['it takes no body'];
  const pointer = `${place}/requestBody/content/${escapeKey('application/json')}/schema`;
  return errorsOf(pointer, body).map((error) => `request ${error}`);
}

function replyBreaches(exchange: Exchange, operation: Json, place: string, errorsOf: ErrorsOf): readonly string[] {
  const { status, reply } = exchange;
  const described = toJson(toJson(operation.responses)[String(status)]);
  // Errors are described for few operations, and then by reference.
  if (status >= 400) return errorsOf('#/components/schemas/basic-error', reply).map((error) => `reply ${error}`);
  if (Object.keys(described).length === 0) return [`it never answers ${status}`];
  if (described.content === undefined) return reply === undefined ? [] : ['it answers without a body'];
  const pointer = `${place}/responses/${status}/content/${escapeKey('application/json')}/schema`;
  return errorsOf(pointer, reply).map((error) => `reply ${error}`);
}

function queryBreaches({ query }: Exchange, { parameters }: Json, description: Json): readonly string[] {
  const list = Array.isArray(parameters) ? parameters.map(toJson) : [];
  const named = list.map((one) => (typeof one.$ref === 'string' ? toJson(lookUp(description, one.$ref)) : one));
  const known = named.filter((one) => one.in === 'query').map(({ name }) => name);
  return Object.keys(query).flatMap((name) => (known.includes(name) ? [] : [`it takes no ${name}`]));
}

function describeError({ instancePath, message = '', params }: ErrorObject): string {
  return `${instancePath || '/'} ${message} ${JSON.stringify(params)}`;
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function toJson(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** OpenAPI 3.0 says `nullable` where JSON Schema has a type for it. */
function nullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nullable);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable: isNullable, ...rest } = Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, nullable(child)]),
  );
  if (isNullable !== true) return isNullable === undefined ? rest : { nullable: isNullable, ...rest };
  return { anyOf: [{ type: 'null' }, rest] };
}
