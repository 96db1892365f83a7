import { joinItems, same, splitText } from './functions.ts';
import { numberOf } from './operators.ts';
import type { Apply } from './scope.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
export const cloudformationFunctions: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ['Join', ([separator, list]) => joinItems(separator, list)],
  ['Split', ([separator, text]) => splitText(separator, text)],
  ['Select', ([place, list]) => (list?.is === 'list' ? list.items[numberOf(place) ?? -1] : undefined)],
  ['Base64', same],
  ['ToJsonString', ([value]) => (value && value.is !== 'open' ? { is: 'open', text: '', inside: value } : undefined)],
]);
