import type { YamlNode } from '../../lib/yaml-nodes.ts';
import type { Expression } from '../../model/expression.ts';

/** The longest description of a function that stays as it is written. */
const descriptionLimit = 500;

type Intrinsic = { readonly name: string; readonly argument: YamlNode };

/**
 * A value of a template with its intrinsic functions, in their short form (`!Ref`) or their long one (`Fn::Sub`).
 * References have the text that they would have inside a `!Sub`: `${Topic.Arn}`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function readValue(node: YamlNode): Expression {
  const intrinsic = findIntrinsic(node);
  if (intrinsic) return readIntrinsic(intrinsic);
  if (node.kind === 'scalar') return literal(node.text);
  if (node.kind === 'list') {
    const items = node.items.map(readValue);
    return { kind: 'list', items, text: `[${items.map(({ text }) => text).join(', ')}]`.slice(0, descriptionLimit) };
  }
  const entries = node.entries.map(({ key, value }) => ({ key: literal(key.text), value: readValue(value) }));
  return { kind: 'map', entries, text: '{…}' };
}

/** The condition of that name, as an expression. */
export function conditionNamed(name: string): Expression {
  return { kind: 'name', name: `Conditions.${name}`, text: name };
}

function findIntrinsic(node: YamlNode): Intrinsic | undefined {
  if (node.tag !== undefined) {
    const { tag: _, ...argument } = node;
    return { name: node.tag.slice(1), argument };
  }
  const [entry, ...others] = node.kind === 'map' ? node.entries : [];
  if (!entry || others.length > 0) return undefined;
  const name = /^(?:Fn::(\w+)|(Ref)|(Condition))$/.exec(entry.key.text);
  if (!name || (name[3] && entry.value.kind !== 'scalar')) return undefined;
  return { name: name[1] ?? name[2] ?? 'Condition', argument: entry.value };
}

function readIntrinsic({ name, argument }: Intrinsic): Expression {
  switch (name) {
    case 'Ref':
      return readReference(scalarText(argument));
    case 'GetAtt':
      return { kind: 'opaque', text: `\${${partsOf(argument).map(scalarText).join('.')}}` };
    case 'Condition':
      return conditionNamed(scalarText(argument));
    case 'Sub':
      return readSubstitution(argument);
    case 'If':
      return readChoice(argument);
    case 'Equals':
      return operation('==', argument);
    case 'And':
      return fold('&&', argument);
    case 'Or':
      return fold('||', argument);
    case 'Not':
      return operation('!', argument);
    case 'FindInMap':
      return readMapping(argument);
    default:
      return readCall(name, argument);
  }
}

function readReference(name: string): Expression {
  return name === 'AWS::NoValue' ? { kind: 'none', text: '' } : { kind: 'name', name, text: `\${${name}}` };
}

/** `!Sub text` or `!Sub [text, { name: value }]`. */
function readSubstitution(argument: YamlNode): Expression {
  const [text, values] = argument.kind === 'list' ? argument.items : [argument];
  const own = new Map(
    values?.kind === 'map' ? values.entries.map(({ key, value }) => [key.text, readValue(value)]) : [],
  );
  const source = text ? scalarText(text) : '';
  const parts = source.split(/(\$\{[^${}]+\})/).map((piece) => {
    const name = /^\$\{([^!].*)\}$/s.exec(piece)?.[1]?.trim();
    if (name !== undefined) return own.get(name) ?? readReference(name);
    return piece.replace(/\$\{!([^{}]*)\}/g, '${$1}');
  });
  return { kind: 'template', parts: parts.filter((part) => part !== ''), text: source };
}

function readChoice(argument: YamlNode): Expression {
  const [condition, yes, no] = partsOf(argument);
  if (!condition || !yes || !no) return described('If', []);
  const branches = { yes: readValue(yes), no: readValue(no) };
  const name = conditionNamed(scalarText(condition));
  return {
    kind: 'choice',
    condition: name,
    ...branches,
    text: described('If', [name, branches.yes, branches.no]).text,
  };
}

function operation(operator: string, argument: YamlNode): Expression {
  const operands = partsOf(argument).map(readValue);
  return { kind: 'operation', operator, operands, text: operands.map(({ text }) => text).join(` ${operator} `) };
}

/** `And` and `Or` take up to ten conditions. */
function fold(operator: string, argument: YamlNode): Expression {
  const [first, ...others] = partsOf(argument).map(readValue);
  const start: Expression = first ?? { kind: 'opaque', text: operator };
  return others.reduce<Expression>(
    (left, right) => ({
      kind: 'operation',
      operator,
      operands: [left, right],
      text: `${left.text} ${operator} ${right.text}`,
    }),
    start,
  );
}

function readMapping(argument: YamlNode): Expression {
  const [map, first, second] = partsOf(argument).map(readValue);
  if (map?.kind !== 'literal' || !first || !second) return described('FindInMap', []);
  const { text } = described('FindInMap', [map, first, second]);
  const mapping: Expression = { kind: 'name', name: `Mappings.${map.value}`, text };
  return { kind: 'member', of: { kind: 'member', of: mapping, key: first, text }, key: second, text };
}

function readCall(name: string, argument: YamlNode): Expression {
  const given = (argument.kind === 'list' && name !== 'ToJsonString' ? argument.items : [argument]).map(readValue);
  return { kind: 'call', name, arguments: given, isSpread: false, text: described(name, given).text };
}

function described(name: string, values: readonly Expression[]): Expression {
  const list = values.map(({ text }) => text).join(', ');
  return { kind: 'opaque', text: `!${name} ${values.length === 1 ? list : `[${list}]`}`.slice(0, descriptionLimit) };
}

function partsOf(node: YamlNode): readonly YamlNode[] {
  return node.kind === 'list' ? node.items : [node];
}

function scalarText(node: YamlNode): string {
  return node.kind === 'scalar' ? node.text : '';
}

function literal(value: string): Expression {
  return { kind: 'literal', value, text: value };
}
