import { describeFolder, type PathParts } from './parts.ts';

const folders =
  /^(?:__generated__|_?gen|generated|__pycache__|\.next|\.nuxt|\.svelte-kit|\.output|\.serverless|\.aws-sam|cdk\.out|htmlcov|storybook-static|.+\.egg-info)$/;

/** Folders that also hold what people write: only what looks like output counts. */
const outputFolders = /^(?:build|out|target|coverage)$/;
const output = new Set(
  'js mjs cjs css html map json txt xml svg png ico woff woff2 wasm whl jar war class pyc so dll exe zip gz tgz'.split(
    ' ',
  ),
);
/** In `dist`, only what nobody builds to. */
const sources = new Set(['py', 'go', 'java', 'kt', 'rs', 'rb', 'cs', 'tf', 'sh', 'ipynb']);

const names = /\.min\.(?:js|css)$|\.map$|\.generated\.[^.]+$|_pb2(?:_grpc)?\.pyi?$|\.pb\.go$|\.tsbuildinfo$|\.snap$/;

/** Files in which a package manager writes down what it resolved. Not every `.lock` is one. */
const locks =
  /^(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|packages\.lock\.json|go\.sum|bun\.lockb|conda-lock\.ya?ml|\.terraform\.lock\.hcl|pylock(?:\..+)?\.toml|(?:yarn|bun|deno|poetry|uv|pdm|pixi|pipfile|cargo|gemfile|composer|mix|pubspec|podfile|chart|flake|gradle|buf)\.lock)$/;

/** Why a path is that of something a machine wrote. */
export function findGenerated({ folders: above, name, extension, path }: PathParts): string | undefined {
  if (locks.test(name)) return 'a package manager writes it';
  if (names.test(name)) return 'its name is one that tools give to what they write';
  if (path.includes('build/lib/')) return describeFolder('build/lib', 'holds what a build made');
  const folder = above.find((folder) => {
    if (folder === 'dist') return !sources.has(extension) && !name.startsWith('dockerfile');
    return outputFolders.test(folder) ? output.has(extension) : folders.test(folder);
  });
  return describeFolder(folder, 'holds what a build made');
}
