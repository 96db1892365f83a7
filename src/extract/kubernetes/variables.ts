type Attributes = Readonly<Record<string, string>>;

/**
 * The attributes of an object with each variable of a container once more under its own name (`…env.LOG_LEVEL`), so that
 * a name and its value belong together. https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
 */
export function nameVariables(attributes: Attributes): Attributes {
  const named = Object.entries(attributes).flatMap(([key, name]) => {
    const [, list] = /^(.*\.env)\.\d+\.name$/.exec(key) ?? [];
    const value = attributes[key.replace(/name$/, 'value')];
    return list === undefined || value === undefined ? [] : [[`${list}.${name}`, value] as const];
  });
  return { ...Object.fromEntries(named), ...attributes };
}
