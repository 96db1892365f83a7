/** Folders of what is written beside a product: what tries it, measures it, explains it or keeps it running. */
const folders =
  /(?:^|\/)(?:evals?|evaluations?|notebooks?|scripts?|benchmarks?|e2e(?:[_-]tests?)?|tests?|docs?|examples?|samples?|tools)\//i;

/** Whether a file stands beside the product, so that a model it uses makes no system. */
export function isBesideProduct(path: string): boolean {
  return folders.test(path);
}
