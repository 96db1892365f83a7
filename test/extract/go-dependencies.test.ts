import { expect, it } from 'vitest';
import { goDependencies } from '../../src/extract/go-dependencies.ts';
import { packagesOf } from '../support/packages.ts';

it('gives the modules that a file asks for, and none that came with others', () => {
  const text = `module acme.org/answers

go 1.24
require github.com/one/a v1.2.3
require (
	github.com/two/b/v2 v2.0.0-20240101000000-abcdef // why
	golang.org/x/net v0.1.0 // indirect
	// github.com/three/c v1.0.0
)
replace github.com/two/b/v2 => ../b
exclude (
	github.com/four/d v1.0.0
)
tool golang.org/x/tools/cmd/stringer
`;

  expect(packagesOf(goDependencies, 'go.mod', text)).toEqual([
    ['go', 'github.com/one/a', 'v1.2.3', 'product', 4],
    ['go', 'github.com/two/b/v2', 'v2.0.0-20240101000000-abcdef', 'product', 6],
  ]);
});
