/** Gives functions the names under which programs find them: the build shortens their own. */
export function nameMembers<Members extends object>(members: Members): Members {
  for (const [name, value] of Object.entries(members)) {
    if (typeof value !== 'function' || name === 'default' || value.name === name) continue;
    Object.defineProperty(value, 'name', { value: name, configurable: true });
  }
  return members;
}
