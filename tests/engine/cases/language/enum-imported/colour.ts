export interface Named {
  name: string;
}

export enum Colour {
  Red,
}
