import { expect, it } from 'vitest';
import { mavenDependencies } from '../../src/extract/maven-dependencies.ts';
import { packagesOf } from '../support/packages.ts';
import { sourceFile, tools } from '../support/tools.ts';

const pom = `<project>
  <parent><groupId>org.base</groupId><artifactId>parent</artifactId><version>3</version></parent>
  <version>1.0</version>
  <properties><a.version>2.1</a.version></properties>
  <dependencyManagement><dependencies>
    <dependency><groupId>org.b</groupId><artifactId>b</artifactId><version>5</version></dependency>
  </dependencies></dependencyManagement>
  <dependencies>
    <dependency>
      <groupId>org.a</groupId><artifactId>a</artifactId><version>\${a.version}</version>
      <exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions>
    </dependency>
    <dependency><groupId>org.b</groupId><artifactId>b</artifactId></dependency>
    <dependency><groupId>org.c</groupId><artifactId>c</artifactId><scope>test</scope></dependency>
    <dependency><groupId>org.d</groupId><artifactId>d</artifactId><optional>true</optional></dependency>
    <dependency><groupId>org.e</groupId><artifactId>e</artifactId><version>\${project.version}</version></dependency>
    <dependency><groupId>org.f</groupId><artifactId>f</artifactId><version>\${elsewhere}</version></dependency>
  </dependencies>
  <build><plugins><plugin><dependencies>
    <dependency><groupId>org.p</groupId><artifactId>p</artifactId></dependency>
  </dependencies></plugin></plugins></build>
  <profiles><profile><dependencies>
    <dependency><groupId>org.g</groupId><artifactId>g</artifactId></dependency>
  </dependencies></profile></profiles>
</project>
`;

it('gives the artifacts of a project with versions from its properties and its management', () => {
  expect(packagesOf(mavenDependencies, 'pom.xml', pom)).toEqual([
    ['maven', 'org.a:a', '2.1', 'product', 9],
    ['maven', 'org.b:b', '5', 'product', 13],
    ['maven', 'org.c:c', undefined, 'dev', 14],
    ['maven', 'org.d:d', undefined, 'optional', 15],
    ['maven', 'org.e:e', '1.0', 'product', 16],
    ['maven', 'org.f:f', '${elsewhere}', 'product', 17],
    ['maven', 'org.g:g', undefined, 'product', 23],
  ]);
});

it('keeps what stands before a fault, and tells of it', () => {
  const { facts, diagnostics } = mavenDependencies.extract(sourceFile('pom.xml', `${pom.slice(0, 700)}<<`), tools);

  expect(facts.length).toBeGreaterThan(0);
  expect(diagnostics).toMatchObject([{ code: 'file-unparsed' }]);
});

it('finds nothing in XML of another kind', () => {
  expect(packagesOf(mavenDependencies, 'pom.xml', '<settings><dependencies/></settings>')).toEqual([]);
});
