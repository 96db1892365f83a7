import { expect, it } from 'vitest';
import { gradleDependencies } from '../../src/extract/gradle-dependencies.ts';
import { packagesOf } from '../support/packages.ts';

it.each([
  ["implementation 'org.a:a:1.0'", [['maven', 'org.a:a', '1.0', 'product', 1]]],
  ['api("org.a:a:1.0@jar")', [['maven', 'org.a:a', '1.0', 'product', 1]]],
  ['implementation(platform("org.a:bom:$version"))', [['maven', 'org.a:bom', '$version', 'product', 1]]],
  ["runtimeOnly 'org.a:a'", [['maven', 'org.a:a', undefined, 'product', 1]]],
  ["testImplementation 'org.t:t:2'", [['maven', 'org.t:t', '2', 'dev', 1]]],
  ["integrationTestImplementation('org.t:t:2')", [['maven', 'org.t:t', '2', 'dev', 1]]],
  ["implementation group: 'org.a', name: 'a', version: '1'", [['maven', 'org.a:a', '1', 'product', 1]]],
  ['implementation(group = "org.a", name = "a")', [['maven', 'org.a:a', undefined, 'product', 1]]],
  [
    "implementation 'org.a:a:1', 'org.b:b:2'",
    [
      ['maven', 'org.a:a', '1', 'product', 1],
      ['maven', 'org.b:b', '2', 'product', 1],
    ],
  ],
  ['add("implementation", "org.a:a:1")', [['maven', 'org.a:a', '1', 'product', 1]]],
  ["classpath 'org.p:p:1'", []],
  ["// implementation 'org.a:a:1'", []],
  ["/*\nimplementation 'org.a:a:1'\n*/", []],
  ["include '**/*.java'\nimplementation 'org.a:a:1' // **/", [['maven', 'org.a:a', '1', 'product', 2]]],
  ['implementation(libs.openai)', []],
  ["println 'org.a:a:1'", []],
])('reads %s', (line, expected) => {
  expect(packagesOf(gradleDependencies, 'build.gradle', line)).toEqual(expected);
});

it('reads a catalog, whatever form its entries have', () => {
  const text = `[versions]
one = "1.1"
rich = { strictly = "[2,3[" }
[libraries]
a = { module = "org.a:a", version.ref = "one" }
b = { group = "org.b", name = "b", version = "4" }
c = "org.c:c:5"
d = { module = "org.d:d", version.ref = "rich" }
e = { module = "org.e:e" }
[plugins]
p = { id = "org.p", version = "1" }
`;

  expect(packagesOf(gradleDependencies, 'gradle/libs.versions.toml', text)).toEqual([
    ['maven', 'org.a:a', '1.1', 'product', 5],
    ['maven', 'org.b:b', '4', 'product', 6],
    ['maven', 'org.c:c', '5', 'product', 7],
    ['maven', 'org.d:d', '[2,3[', 'product', 8],
    ['maven', 'org.e:e', undefined, 'product', 9],
  ]);
});
