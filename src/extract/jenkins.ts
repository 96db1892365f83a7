import type { Extraction, Extractor, ExtractTools, SourceFile } from '../model/source.ts';
import { diagnose, refuseLarge } from './diagnose.ts';
import { readParameters, showParameters } from './jenkins/parameters.ts';
import { readStages } from './jenkins/stages.ts';
import { parseStatements } from './jenkins/statements.ts';
import { readTokens } from './jenkins/tokens.ts';
import { readEvents } from './jenkins/triggers.ts';
import { collectFacts, pipelineSizeLimit } from './pipeline/facts.ts';
import { startReading } from './pipeline/reading.ts';

const ownName = /(?:^|\/)[^/]*jenkinsfile(?:[._-](?!(?:md|txt|ya?ml|json|xml)$)[^/]*|\d*)$/i;
const folder = /(?:^|\/)\.?jenkins\/.*\.groovy$/i;

/**
 * Stages and steps of a Jenkinsfile, declarative or scripted. Its Groovy is not run and not fully parsed: blocks, calls
 * and strings are told apart, and what is put together at run time is not known.
 * Format: https://www.jenkins.io/doc/book/pipeline/jenkinsfile/
 */
export const jenkins: Extractor = {
  name: 'jenkins',
  languages: ['bash'],
  gives: ['job', 'step'],
  claims: (path) => (/jenkinsfile/i.test(path) && ownName.test(path)) || folder.test(path),
  extract: extractJenkinsfile,
};

function extractJenkinsfile(file: SourceFile, tools: ExtractTools): Extraction {
  const refused = refuseLarge(file, pipelineSizeLimit);
  if (refused) return refused;
  const tokens = readTokens(file.text);
  const statements = tokens && parseStatements(tokens);
  if (statements === undefined) {
    return {
      facts: [],
      diagnostics: [diagnose(file, 'file-unparsed', 'a bracket, a string or a comment in it never ends')],
    };
  }
  if (statements.length === 0) return { facts: [], diagnostics: [] };
  const reading = startReading(file, tools);
  const events = readEvents(statements);
  const jobs = readStages(statements, events, reading);
  // Of a pipeline that a push starts too, nobody can tell whether somebody filled them in.
  const parameters = events.every(({ name }) => name === 'workflow_dispatch') ? readParameters(statements) : [];
  return collectFacts(
    'jenkins',
    reading,
    jobs.map((job) => showParameters(job, parameters)),
  );
}
