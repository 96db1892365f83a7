import { type Dockerfile, DockerfileParser } from 'dockerfile-ast';
import { parseImage } from '../lib/image-reference.ts';
import type { ImageFact, ResourceFact } from '../model/fact.ts';
import { compareLocations } from '../model/location.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { diagnose, refuseLarge } from './diagnose.ts';
import { readBuild, readSettings } from './dockerfile/attributes.ts';
import { chooseFinal, lineageOf, partsOf } from './dockerfile/final-stage.ts';
import { isImageFilePath } from './dockerfile/path.ts';
import { readStages, type Stage, sourcesOf } from './dockerfile/stages.ts';

/** Longer files are not parsed. */
export const dockerfileSizeLimit = 100_000;

/**
 * The image that a file describes, with how it is built and how it starts, and the images that it builds on.
 * Format: https://docs.docker.com/reference/dockerfile/
 */
export const dockerfile: Extractor = {
  name: 'dockerfile',
  languages: [],
  gives: ['resource', 'image'],
  claims: isImageFilePath,
  extract: extractDockerfile,
};

function extractDockerfile(file: SourceFile): Extraction {
  const refused = refuseLarge(file, dockerfileSizeLimit);
  if (refused) return refused;
  const parsed = parseDockerfile(file.text);
  const stages = parsed ? readStages(parsed) : [];
  const final = chooseFinal(stages);
  if (!final) return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', 'names no image to build on')] };
  const resource: ResourceFact = {
    kind: 'resource',
    at: { path: file.path, line: final.line },
    role: file.role,
    tool: 'dockerfile',
    type: 'image',
    name: file.path,
    attributes: {
      from: rootOf(final).base,
      ...readSettings(lineageOf(final)),
      ...readBuild(partsOf(final, stages)),
    },
  };
  const facts = [resource, ...extractImages(stages, rootOf(final), file)];
  return { facts: facts.sort((a, b) => compareLocations(a.at, b.at)), diagnostics: [] };
}

function parseDockerfile(text: string): Dockerfile | undefined {
  try {
    return DockerfileParser.parse(text);
  } catch {
    return undefined;
  }
}

/** The lowest stage that the image is built on. */
function rootOf(stage: Stage): Stage {
  return lineageOf(stage)[0] ?? stage;
}

function extractImages(stages: readonly Stage[], root: Stage, file: SourceFile): readonly ImageFact[] {
  const bases = stages
    .filter(({ parent, base }) => parent === undefined && base !== '' && base !== 'scratch')
    .map((stage) => imageFact(stage.base, stage.line, stage === root ? 'base' : 'build', file));
  const copied = stages
    .flatMap((stage) => sourcesOf(stage, stages))
    .filter(({ stage, from }) => stage === undefined && !/^\d+$/.test(from))
    .map(({ from, line }) => imageFact(from, line, 'build', file));
  return [...bases, ...copied];
}

function imageFact(reference: string, line: number, use: 'base' | 'build', { path, role }: SourceFile): ImageFact {
  return { kind: 'image', at: { path, line }, role, reference, ...parseImage(reference), use };
}
