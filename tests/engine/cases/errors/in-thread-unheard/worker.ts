interface Settings {
  level?: number;
}
function check(settings: Settings): void {
  if (settings.level === undefined) throw new Error('No level');
}
check({});
