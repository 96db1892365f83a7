import { expect, it } from 'vitest';
import { rubyDependencies } from '../../src/extract/ruby-dependencies.ts';
import { packagesOf } from '../support/packages.ts';

it('gives the gems of a Gemfile by their groups', () => {
  const text = `source 'https://host'
gem 'rails', '~> 7.1', '>= 7.1.2'
gem "pg" # the database
# gem 'commented'
gem('rubocop', require: false, group: :development)
gem 'faker', groups: [:development, :test]
gem 'both', group: [:test, :production]
group :development, :test do
  platforms :mri do
    gem 'byebug'
  end
  gem 'rspec', '3.13'
end
group :worker do
  gem 'sidekiq'
end
gem 'puma'
`;

  expect(packagesOf(rubyDependencies, 'Gemfile', text)).toEqual([
    ['rubygems', 'rails', '~> 7.1, >= 7.1.2', 'product', 2],
    ['rubygems', 'pg', undefined, 'product', 3],
    ['rubygems', 'rubocop', undefined, 'dev', 5],
    ['rubygems', 'faker', undefined, 'dev', 6],
    ['rubygems', 'both', undefined, 'product', 7],
    ['rubygems', 'byebug', undefined, 'dev', 10],
    ['rubygems', 'rspec', '3.13', 'dev', 12],
    ['rubygems', 'sidekiq', undefined, 'product', 15],
    ['rubygems', 'puma', undefined, 'product', 17],
  ]);
});

it('gives what a gemspec asks for', () => {
  const text = `Gem::Specification.new do |spec|
  spec.name = 'answers'
  spec.add_dependency 'faraday', '>= 2', '< 3'
  spec.add_runtime_dependency("json")
  spec.add_development_dependency 'rspec', ['~> 3']
end
`;

  expect(packagesOf(rubyDependencies, 'answers.gemspec', text)).toEqual([
    ['rubygems', 'faraday', '>= 2, < 3', 'product', 3],
    ['rubygems', 'json', undefined, 'product', 4],
    ['rubygems', 'rspec', '~> 3', 'dev', 5],
  ]);
});
