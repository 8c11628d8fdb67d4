export let count = 1;
export function increase(): void {
  count++;
}
export default class Named {}
export { count as 'a name with spaces' };
