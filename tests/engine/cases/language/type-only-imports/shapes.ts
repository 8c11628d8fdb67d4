export interface Circle {
  radius: number;
}
export type Shape = Circle | { width: number };
export const area = ({ radius }: Circle): number => Math.PI * radius ** 2;
export default interface Nothing {}
