import { describe, expect, test } from 'vitest';
import { parseCommands, type ShellOptions } from '../../src/extract/shell.ts';
import { tools } from '../support/tools.ts';

function textsOf(script: string): readonly string[] {
  return parseCommands(script, 1, tools).map(({ text }) => text);
}

describe('the commands of a script', () => {
  const cases: readonly (readonly [name: string, script: string, texts: readonly string[]])[] = [
    ['a line is a command', 'npm ci\nnpm test', ['npm ci', 'npm test']],
    ['nothing gives nothing', '', []],
    ['comments are none', '# npm publish\nnpm test # npm publish', ['npm test']],
    ['lists and sequences are parted', 'a && b || c; d & e', ['a', 'b', 'c', 'd', 'e']],
    ['pipelines are parted', 'a | b |& c', ['a', 'b', 'c']],
    ['groups and subshells are opened', '(cd x && a); { b; }', ['cd x', 'a', 'b']],
    ['branches are opened', 'if a; then b; elif c; then d; else e; fi', ['a', 'b', 'c', 'd', 'e']],
    ['loops are opened', 'for i in 1 2; do a $i; done\nwhile b; do c; done', ['a $i', 'b', 'c']],
    ['cases are opened', 'case $x in a|b) c ;; *) d ;; esac', ['c', 'd']],
    ['functions are opened', 'f() { a; }\nfunction g { b; }\nf\ng', ['a', 'b', 'f', 'g']],
    ['a function that nothing calls never runs', 'f() { a; }\ng() { f; }\necho f\nb', ['echo f', 'b']],
    [
      'a function may be called by another, or by a trap',
      'f() { a; }\ng() { f; }\ntrap "g 1" EXIT',
      ['a', 'f', 'trap g 1 EXIT'],
    ],
    ['a file of functions is there for others', 'f() { a; }\ng() { b; }', ['a', 'b']],
    ['a name that is made while it runs may be any', 'f() { a; }\n"$1"', ['a', '$1']],
    ['a branch that is never taken', 'if false; then a; else b; fi', ['false', 'b']],
    ['nothing runs behind the end', 'a || exit 1\nb\nexit 0\nc', ['a', 'exit 1', 'b', 'exit 0']],
    ['substitutions are commands too', 'x=$(a b)\nc "$(d)" `e`', ['a b', 'c $(d) `e`', 'd', 'e']],
    ['the test of a branch is none', '[ -f x ] && a\n[[ $b == c ]] && d\n(( e )) && f', ['a', 'd', 'f']],
    ['what a command is fed is none', 'cat <<EOF > f\nnpm publish\n$(npm publish)\nEOF\na', ['cat', 'a']],
    [
      'a heredoc does not end the line',
      'cat <<EOF | kubectl apply -f - && a\nb\nEOF',
      ['cat', 'kubectl apply -f -', 'a'],
    ],
    ['the argument of echo is none', 'echo "npm publish; rm x"', ['echo npm publish; rm x']],
    ['redirections are left out', 'a b > c 2>&1 < d\ne <<< "f" g', ['a b', 'e g']],
    ['single quotes go', "a 'b c' d'e'f", ['a b c def']],
    ['double quotes go', 'a "b $C" --d="e"', ['a b $C --d=e']],
    ['quotes in quotes stay', `a "it's" 'say "x"' 'it'"'"'s'`, [`a it's say "x" it's`]],
    ['quotes inside of an expansion stay', 'a "${B:-"c"}" "$(d "e")"', ['a ${B:-"c"} $(d "e")', 'd e']],
    ['escapes are undone', 'a b\\ c "\\$d \\x" \\"', ['a b c $d \\x "']],
    ['escapes of $-quotes are undone', "a $'b\\tc\\'' $\"d\"", ["a b\tc' d"]],
    ['continued lines are one', 'a \\\n  --b \\\n  "c\\\nd"', ['a --b cd']],
    ['variables in front go', 'A=1 B="2 3" c A=1', ['c A=1']],
    ['a variable alone is none', 'A=1\nexport B=2', []],
    ['a name may be quoted or expanded', '"$A" b\n"a"b c', ['$A b', 'ab c']],
    ['broken syntax costs its own place', 'a b )\nc $\\{d\ne f', ['a b', 'c {d', 'e f']],
  ];

  test.each(cases)('%s', (_, script, texts) => {
    const found = textsOf(script);

    expect(found).toEqual(texts);
  });
});

describe('expressions of a workflow', () => {
  const cases: readonly (readonly [name: string, script: string, texts: readonly string[]])[] = [
    ['are words', 'a ${{ b.c }} d', ['a ${{ b.c }} d']],
    ['are not read as shell', 'a ${{ b && c || \'d\' }} "${{ e | f }}"', ["a ${{ b && c || 'd' }} ${{ e | f }}"]],
    ['may touch words and each other', 'a:${{ b }}${{ c }}-d', ['a:${{ b }}${{ c }}-d']],
    ['may be the command', '${{ matrix.run }} --x', ['${{ matrix.run }} --x']],
    ['are put back in a nested script', "bash -c 'a ${{ b }}'", ['bash -c a ${{ b }}', 'a ${{ b }}']],
    ['that never end are left', "a '${{ b'", ['a ${{ b']],
    ['stand beside icons of a font', 'echo \uE000 ${{ a }}', ['echo \uE000 ${{ a }}']],
  ];

  test.each(cases)('%s', (_, script, texts) => {
    const found = parseCommands(script, 1, tools).filter(({ text }) => text !== '');

    expect(found.map(({ text }) => text)).toEqual(texts);
  });
});

describe('wrappers', () => {
  const cases: readonly (readonly [script: string, text: string])[] = [
    ['npx promptfoo@0.1 eval', 'promptfoo@0.1 eval'],
    ['npx -y promptfoo eval', 'promptfoo eval'],
    ['npx --package=a -p b c d', 'c d'],
    ['npm exec -- eslint .', 'eslint .'],
    ['pnpm --filter web exec tsc', 'tsc'],
    ['uv run --frozen pytest -q', 'pytest -q'],
    ['uv run --group dev --with "x[y]" -- pytest', 'pytest'],
    ['uv run -m pytest', 'pytest'],
    ['poetry run python -m pytest', 'pytest'],
    ['python3.12 -u -m pytest', 'pytest'],
    ['python train.py -m x', 'python train.py -m x'],
    ['python -c "x" -m y', 'python -c x -m y'],
    ['sudo -u root -E env A=1 B=2 make deploy', 'make deploy'],
    ['time nohup nice -n 10 a', 'a'],
    ['timeout -k 5 60 a', 'a'],
    ['xargs -I {} kubectl delete {}', 'kubectl delete {}'],
    ['docker compose -f ci.yml run --rm -e A=1 web pytest', 'pytest'],
    ['docker compose run --rm trainer', 'docker compose run --rm trainer'],
    ['docker run image pytest', 'docker run image pytest'],
    ['mise exec python@3.12 -- pytest', 'pytest'],
    ['mise exec -- pytest', 'pytest'],
    ['aws-vault exec prod -- terraform apply', 'terraform apply'],
    ['./node_modules/.bin/promptfoo eval', 'promptfoo eval'],
    ['app/.venv/bin/python -m pytest', 'pytest'],
    ['/usr/bin/env python3 x.py', 'python3 x.py'],
    ['./bin/deploy', './bin/deploy'],
    ['env', 'env'],
    ['npx --yes', 'npx --yes'],
    ['sudo "$@"', '$@'],
    ['npxx a', 'npxx a'],
    ['command -v docker', 'command -v docker'],
  ];

  test.each(cases)('%s is %s', (script, text) => {
    const found = textsOf(script);

    expect(found).toEqual([text]);
  });
});

describe('scripts in arguments', () => {
  const cases: readonly (readonly [name: string, script: string, inner: readonly string[]])[] = [
    ['of a shell', 'bash -c \'a; b "c d"\'', ['a', 'b c d']],
    ['of a shell with more options', "sh -exo pipefail -c 'a'", ['a']],
    ['of a shell behind wrappers', "sudo timeout 5 bash -lc 'a'", ['a']],
    ['of ssh', 'ssh -i k -o A=b -p 22 -tt u@h "cd x && ./deploy.sh"', ['cd x', './deploy.sh']],
    ['of ssh with options behind the host', 'ssh u@h -T -p 22 "cd x && ./deploy.sh"', ['cd x', './deploy.sh']],
    ['of ssh without quotes', 'ssh h docker compose pull', ['docker compose pull']],
    ['fed to ssh', "ssh h <<'EOF'\na\nb\nEOF", ['a', 'b']],
    ['fed to a shell over ssh', 'ssh h sudo bash -s <<EOF\na \\$B\nEOF', ['a $B']],
    ['fed to a shell', 'bash -eo pipefail <<-EOF\n\ta\n\tEOF', ['a']],
    ['two deep', `ssh h "bash -c 'a'"`, ['bash -c a', 'a']],
    ['no deeper', `ssh a ssh b ssh c ssh d`, ['ssh b ssh c ssh d', 'ssh c ssh d']],
    ['not of a shell that runs a file', 'bash deploy.sh <<EOF\na\nEOF', []],
    ['not of another program', 'python - <<EOF\na\nEOF', []],
  ];

  test.each(cases)('%s', (_, script, inner) => {
    const [, ...found] = textsOf(script);

    expect(found).toEqual(inner);
  });
});

describe('the failure that fails nothing', () => {
  const cases: readonly (readonly [
    name: string,
    script: string,
    tolerant: readonly string[],
    options?: ShellOptions,
  ])[] = [
    ['none by default', 'a\nb', []],
    ['before || true', 'a || true', ['a']],
    ['before || :', 'a x || :', ['a x']],
    ['before || echo', 'a || echo "failed" >&2', ['a']],
    ['before || exit 0', 'a || exit 0', ['a']],
    ['not before || exit 1', 'a || exit 1', []],
    ['not before an echo that exits', 'a || { echo x; exit 1; }', []],
    ['not before another command', 'a || b', []],
    ['not before a test', 'a || [ $? -eq 5 ]', []],
    ['a whole list before || true', 'a && b | c || true', ['a', 'b', 'c']],
    ['a whole group before || true', '(a; b) || true', ['a', 'b']],
    ['kept in a variable', 'a || rc=$?', ['a']],
    ['not if the variable ends the script', 'a || rc=$?\necho x\nexit $rc', []],
    ['not if a flag ends the script', 'a || FAILED=1\nif [ "$FAILED" ]; then exit 1; fi', []],
    ['of all but the last command of &&', 'a && b\nc', ['a']],
    ['not where && is the end of the script', 'a && b', []],
    ['as a condition', 'if a; then b; fi', ['a']],
    ['not of a condition whose else fails', 'if a; then b; else exit 1; fi', []],
    ['of a condition whose then fails', 'if a; then exit 1; fi', ['a']],
    ['not of a negated condition whose then fails', 'if ! a; then exit 1; fi', []],
    ['not of a later condition whose else fails', 'if a; then b; elif c; then d; else return 2; fi', []],
    ['of a loop that waits', 'until a; do sleep 1; done', ['a']],
    ['not of a loop that gives up', 'until a; do [ $i -gt 9 ] && exit 1; sleep 1; done', []],
    ['behind ! in the middle', '! a\nb', ['a']],
    ['not behind ! at the end', '! a', []],
    ['in front of a pipe', 'a | tee log', ['a']],
    ['not in front of a pipe with pipefail', 'a | tee log', [], { pipefail: true }],
    ['not after set -o pipefail', 'set -euo pipefail\na | b', []],
    ['again after set +o pipefail', 'set -o pipefail\na | b\nset +o pipefail\nc | d', ['c']],
    ['not where PIPESTATUS is read', 'a | tee log\nexit ${PIPESTATUS[0]}', []],
    ['in the background', 'a &\nb', ['a']],
    ['not in the background if waited for', 'a & p=$!\nb\nwait $p', []],
    ['after set +e', 'set +e\na\nb', ['set +e', 'a']],
    ['not after set -e', 'set +e\na\nset -e\nb\nc', ['set +e', 'a']],
    ['not after set +e if the status is read', 'set +e\na\nrc=$?\nset -e\nexit $rc', ['set +e']],
    ['of the last command too before exit 0', 'set +e\na\nexit 0', ['set +e', 'a']],
    ['without errexit', 'a\nb', ['a'], { errexit: false }],
    ['without errexit until set -e', 'a\nset -e\nb\nc', ['a'], { errexit: false }],
    ['in a substitution of an argument', 'a $(b)', ['b']],
    ['in a substitution of an export', 'export A=$(b)', ['b']],
    ['not in a substitution of a variable', 'A=$(b)\nC="$(d)"\ne', []],
    ['of a nested command as of the outer one', "bash -c 'a' || true", ['bash -c a', 'a']],
    ['in a nested shell without -e', "bash -c 'a; b'", ['a']],
    ['not in a nested shell with -e', "bash -ec 'a; b'", []],
    ['not in a function that ends with it', 'f() { a; b; }\nf', []],
  ];

  for (const [name, script, tolerant, options] of cases) {
    test(name, () => {
      const found = parseCommands(script, 1, tools, options);

      expect(found.filter((command) => command.tolerant).map(({ text }) => text)).toEqual(tolerant);
    });
  }
});

test('a command knows whether its output runs into another one', () => {
  const found = parseCommands('a | { b; c; } | d\ne $(f | g)', 1, tools);

  expect(found.filter(({ piped }) => piped).map(({ text }) => text)).toEqual(['a', 'b', 'c', 'f']);
});

test('a command stands where its first word does', () => {
  const script = 'A=1 \\\n  b\n# c\nd ${{ x\n || y }} \\\n e\nbash -c "\n f\n"\ng <<EOF\nh\nEOF\ni';

  const found = parseCommands(script, 10, tools);

  expect(found.map(({ words, line }) => [words[0], line])).toEqual([
    ['b', 11],
    ['d', 13],
    ['bash', 16],
    ['f', 17],
    ['g', 19],
    ['i', 22],
  ]);
});

test('words keep their blanks', () => {
  const [command] = parseCommands('a "b c" \'\' d', 1, tools);

  expect(command?.words).toEqual(['a', 'b c', '', 'd']);
});

test('a script beyond the limits gives no commands', () => {
  const found = parseCommands('a '.repeat(300_000), 1, tools);

  expect(found).toEqual([]);
});

describe('where commands run', () => {
  const cases: readonly (readonly [name: string, script: string, places: readonly string[]])[] = [
    ['cd goes on to what follows', 'a; cd x; b\nc', ['a', 'cd x', 'b @x', 'c @x']],
    ['folders add up', 'cd x\ncd y/../z && a', ['cd x', 'cd y/../z @x', 'a @x/z']],
    ['a subshell ends it', '(cd x && a)\nb', ['cd x', 'a @x', 'b']],
    ['a substitution ends it', 'a $(cd x; b)\nc', ['a $(cd x; b)', 'cd x', 'b @x', 'c']],
    ['a pipe ends it', 'cd x | a\nb', ['cd x', 'a', 'b']],
    ['a function has its own', 'f() { cd x; a; }\nf', ['cd x', 'a @x', 'f']],
    ['a branch is taken', 'if t; then cd x; fi\na', ['t', 'cd x', 'a @x']],
    [
      'back again',
      'cd x; a; cd -; b\npushd y; c; popd; d',
      ['cd x', 'a @x', 'cd - @x', 'b', 'pushd y', 'c @y', 'popd @y', 'd'],
    ],
    ['back to the top', 'cd x; cd ..; a', ['cd x', 'cd .. @x', 'a']],
    ['above the start', 'cd ../x; a', ['cd ../x', 'a @../x']],
    ['the top of the checkout', 'cd x; cd "$GITHUB_WORKSPACE/y"; a', ['cd x', 'cd $GITHUB_WORKSPACE/y @x', 'a @y']],
    ['a folder that nobody knows', 'cd "$X"; a; cd y; b', ['cd $X', 'a @$X', 'cd y @$X', 'b @$X/y']],
    ['home', 'cd; a; cd x; b', ['cd', 'a @~', 'cd x @~', 'b @~/x']],
    [
      'a nested script begins where it is started',
      "cd x; bash -c 'cd y; a'",
      ['cd x', 'bash -c cd y; a @x', 'cd y @x', 'a @x/y'],
    ],
    [
      'another machine begins at its home',
      "cd x; ssh h 'cd /y && a'; ssh h b",
      ['cd x', 'ssh h cd /y && a @x', 'cd /y @~', 'a @/y', 'ssh h b @x', 'b @~'],
    ],
    ['an expression of a workflow', 'cd ${{ matrix.x }} && a', ['cd ${{ matrix.x }}', 'a @${{ matrix.x }}']],
  ];

  test.each(cases)('%s', (_, script, places) => {
    const found = parseCommands(script, 1, tools).map(({ text, directory }) =>
      directory === undefined ? text : `${text} @${directory}`,
    );

    expect(found).toEqual(places);
  });
});

describe('what is asked before a command', () => {
  const cases: readonly (readonly [name: string, script: string, guards: readonly string[]])[] = [
    ['nothing', 'a; b && c || d', ['a', 'b', 'c', 'd']],
    [
      'the condition of a branch',
      'if [ -n "$K" ]; then a; else b; fi; c',
      ['a ? [ -n "$K" ]', 'b ? ! ([ -n "$K" ])', 'c'],
    ],
    ['its own of a later branch', 'if [ a ]; then b; elif [ c ]; then d; fi', ['b ? [ a ]', 'd ? [ c ]']],
    ['a command may be asked', 'if a; then b; fi', ['a', 'b ? a']],
    ['all that stand around it', 'if [ a ]; then if [ b ]; then c; fi; fi', ['c ? [ a ] && [ b ]']],
    ['a test in front', '[ -f x ] && a', ['a ? [ -f x ]']],
    ['a test that must not hold', '[[ -z $K ]] || a', ['a ? ! ([[ -z $K ]])']],
    [
      'an early end that is good',
      'if [ -z "$K" ]; then exit 0; fi; a',
      ['exit 0 ? [ -z "$K" ]', 'a ? ! ([ -z "$K" ])'],
    ],
    ['an early end in one line', '[ -f x ] || exit 0\na', ['exit 0 ? ! ([ -f x ])', 'a ? ! (! ([ -f x ]))']],
    ['not an early end that is bad', 'if [ -z "$K" ]; then exit 1; fi; a', ['exit 1 ? [ -z "$K" ]', 'a']],
    ['not the end of a function', 'f() { if [ a ]; then return; fi; b; }; f', ['return ? [ a ]', 'b ? ! ([ a ])', 'f']],
    ['an expression of a workflow', 'if [ "${{ secrets.K }}" ]; then a; fi', ['a ? [ "${{ secrets.K }}" ]']],
    [
      'in a nested script too',
      "if [ a ]; then sh -c '[ b ] && c'; fi",
      ['sh -c [ b ] && c ? [ a ]', 'c ? [ a ] && [ b ]'],
    ],
  ];

  test.each(cases)('%s', (_, script, guards) => {
    const found = parseCommands(script, 1, tools).map(({ text, guard }) =>
      guard === undefined ? text : `${text} ? ${guard}`,
    );

    expect(found).toEqual(guards);
  });
});

describe('words as they are written', () => {
  test.each([
    ['are not told where the text tells them', 'a b c', undefined],
    ['hold wrappers', 'uv run poe a', ['uv', 'run', 'poe', 'a']],
    ['hold words with blanks', 'a "b c"', ['a', 'b c']],
    ['hold words without anything', "a ''", ['a', '']],
  ])('%s', (_, script, expected) => {
    expect(parseCommands(script, 1, tools)[0]?.written).toEqual(expected);
  });
});
