import type { Block } from './blocks.ts';
import { foldSpace, headingText } from './prose.ts';

/** A heading with the blocks up to the next one. Level 0 stands before the first heading. */
export type Section = {
  readonly heading: string;
  readonly level: number;
  readonly line: number;
  readonly blocks: readonly Block[];
};

/** Parts blocks at headings. What stands before the first heading is a section if it says anything. */
export function readSections(blocks: readonly Block[], title: string): readonly Section[] {
  const sections: { heading: string; level: number; line: number; blocks: Block[] }[] = [
    { heading: title, level: 0, line: 1, blocks: [] },
  ];
  for (const block of blocks) {
    if (block.kind === 'heading')
      sections.push({ heading: headingText(block.text), level: block.level, line: block.line, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  }
  return sections.flatMap((section) => {
    if (section.level > 0) return [section];
    const first = section.blocks.find((block) => foldSpace(blockText(block)) !== '');
    return first === undefined ? [] : [{ ...section, line: first.line }];
  });
}

/** The words of a block, without its marks. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'item':
      return '';
    case 'head':
    case 'row':
      return block.cells.join(' ');
    default:
      return block.text;
  }
}
