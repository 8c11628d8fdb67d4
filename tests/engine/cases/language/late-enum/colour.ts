export const enum Colour {
  Red,
}
